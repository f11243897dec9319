"""The names in an expression, held against what is described: misspelt ones are found without running."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from difflib import get_close_matches

from jinja2 import nodes

from pairing_cli.model.diagnostics import Message, say
from pairing_cli.report.described import Shape
from pairing_cli.report.sandbox import FILTERS, LOOP, METHODS, REFUSED, TESTS

Scope = dict[str, "Shape | None"]
"""Names that are known at a place, each with its shape; None where nothing is known of it."""

Tell = Callable[[str, Message], None]
"""Takes a code and what is to be said."""

LOOP_SHAPE = Shape(plain=object)
"""What ``loop`` is inside a loop."""

_SAME = frozenset(["sort", "list", "default"])
_MEMBER = frozenset(["first", "last"])


class Names:
    """Looks through expressions, telling of every name that is not known."""

    def __init__(self, scopes: list[Scope], tell: Tell) -> None:
        self.used: set[str] = set()
        self._scopes = scopes
        self._tell = tell

    def shape(self, node: nodes.Node) -> Shape | None:
        """The shape of an expression's value, as far as it can be known."""
        match node:
            case nodes.Name(ctx="load"):
                return self._name(node.name)
            case nodes.Getattr():
                return self._member(self.shape(node.node), node.attr)
            case nodes.Getitem():
                return self._item(node)
            case nodes.Filter():
                return self._filter(node)
            case nodes.Test():
                self._known("W009.test", node.name, TESTS)
            case nodes.CondExpr():
                return self._either(node)
            case _:
                self._refused(node)
        for child in node.iter_child_nodes():
            self.shape(child)
        return None

    def _refused(self, node: nodes.Node) -> None:
        if isinstance(node, REFUSED):
            self._tell("W010", say("W010.refused", word=type(node).__name__.lower()))

    def _either(self, node: nodes.CondExpr) -> Shape | None:
        self.shape(node.test)
        found = self.shape(node.expr1)
        if node.expr2 is not None:
            self.shape(node.expr2)
        return found

    def _name(self, name: str) -> Shape | None:
        self.used.add(name)
        for scope in reversed(self._scopes):
            if name in scope:
                return scope[name]
        everything = [name for scope in self._scopes for name in scope]
        self._tell("W007", say("W007", name=name, hint=meant(name, everything)))
        return None

    def _member(self, shape: Shape | None, name: str) -> Shape | None:
        if shape is None:
            return None
        if name in shape.fields:
            return shape.fields[name].shape
        known: Iterable[str] = _methods(shape)
        if name not in known:
            named = [*shape.fields, *([] if shape.fields else sorted(known))]
            hint = meant(name, named)
            key = "W008.list" if shape.members is not None else "W008"
            self._tell("W008", say(key, name=name, names=tuple(named), hint=hint))
        return None

    def _item(self, node: nodes.Getitem) -> Shape | None:
        shape = self.shape(node.node)
        if isinstance(node.arg, nodes.Const) and isinstance(node.arg.value, str):
            return self._member(shape, node.arg.value)
        self.shape(node.arg)
        return shape.members if shape is not None else None

    def _filter(self, node: nodes.Filter) -> Shape | None:
        self._known("W009", node.name, FILTERS)
        shape = self.shape(node.node) if node.node is not None else None
        for argument in (*node.args, *node.kwargs):
            self.shape(argument)
        self._attribute(node, shape)
        if node.name in _MEMBER:
            return shape.members if shape is not None else None
        return shape if node.name in _SAME else None

    def _attribute(self, node: nodes.Filter, shape: Shape | None) -> None:
        """A filter's ``attribute`` is a name of the members."""
        for argument in node.kwargs:
            value = argument.value
            if argument.key == "attribute" and isinstance(value, nodes.Const):
                self._member(shape.members if shape is not None else None, str(value.value))

    def _known(self, key: str, name: str, known: Iterable[str]) -> None:
        if name not in known:
            hint = meant(name, known)
            self._tell("W009", say(key, name=name, names=tuple(known), hint=hint))


def _methods(shape: Shape) -> frozenset[str]:
    if shape is LOOP_SHAPE:
        return LOOP
    kind = dict if shape.fields else list if shape.members is not None else shape.plain
    return METHODS.get(kind, frozenset())


def meant(name: str, known: Iterable[str]) -> Message:
    """Did you mean …, where something is near."""
    near = get_close_matches(name, list(known), n=1, cutoff=0.6)
    return say("did-you-mean", name=near[0]) if near else say("nothing")


def bound(target: nodes.Node, shape: Shape | None) -> Mapping[str, Shape | None]:
    """The names that a loop or a ``set`` gives values to, with their shapes."""
    if isinstance(target, nodes.Name):
        return {target.name: shape}
    return {each.name: None for each in target.find_all(nodes.Name)}
