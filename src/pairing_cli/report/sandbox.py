"""Where templates run: no files, no objects, nothing undefined, and only what they are given.

Nor can a template make more than a bureau could print: values and the whole output have a size, and
loops pay for every turn, so that one line cannot fill the memory or never end.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from jinja2 import StrictUndefined, nodes, pass_context, pass_eval_context
from jinja2.exceptions import SecurityError
from jinja2.nodes import EvalContext
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.visitor import NodeTransformer

FILTERS = (
    "default",
    "first",
    "float",
    "int",
    "join",
    "last",
    "length",
    "list",
    "replace",
    "round",
    "sort",
    "string",
    "sum",
    "trim",
    "upper",
)
"""The filters that templates may use."""

VALUE = 100_000
"""Characters, or members and their characters, of one value."""

OUTPUT = 32 * 1024 * 1024
"""Characters that a template puts out."""

TURN = 64
"""Characters that a turn of a loop or a call of a macro counts for, beside what it puts out."""

NUMBER = 4096
"""Bits of a whole number that is raised or multiplied."""

_GROWING = frozenset(
    [
        "center",
        "expandtabs",
        "format",
        "format_map",
        "join",
        "ljust",
        "replace",
        "rjust",
        "translate",
        "zfill",
    ]
)
"""Methods of texts that make more than they are given."""

_TURN = "_turn"
_REPEATED = (nodes.For, nodes.Macro, nodes.CallBlock)


def environment(
    *, autoescape: bool, finalize: Callable[[Any], Any] | None = None
) -> ImmutableSandboxedEnvironment:
    """A sandbox with no loader and no globals, in which a misspelt name is an error."""
    found = _Sandbox(autoescape=autoescape, undefined=StrictUndefined)
    found.finalize = found.spending(finalize)
    found.globals.clear()
    known = dict(found.filters)
    found.filters.clear()
    found.filters.update({name: known[name] for name in FILTERS})
    found.filters |= {"join": _join(known["join"]), "string": _string(known["string"])}
    found.filters |= {"replace": _replace, "round": _round(known["round"])}
    found.filters[_TURN] = _turn(found)
    return found


class _Sandbox(ImmutableSandboxedEnvironment):
    """A sandbox that counts what one template puts out."""

    intercepted_binops = frozenset({"*", "**", "%", "+"})

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self._spent = 0

    def spending(self, finalize: Callable[[Any], Any] | None) -> Callable[[Any], Any]:
        """What is done to every value that is put out."""

        def put(value: Any) -> Any:
            self.spend(weight(value))
            return finalize(value) if finalize is not None else value

        return put

    def spend(self, cost: int) -> None:
        """Count what is put out; SecurityError when it is too much."""
        self._spent += cost
        if self._spent > OUTPUT:
            raise SecurityError(f"more than {OUTPUT} characters")

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """As Jinja says, and nothing that pads or multiplies."""
        return attr not in _GROWING and super().is_safe_attribute(obj, attr, value)

    def wrap_str_format(self, value: Any) -> None:
        """No text's ``format``, not even the sandbox's own: its widths know no limit."""

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """The result of an operator, where it cannot be too large."""
        if _grows(operator, left, right):
            raise SecurityError(f"the result of {operator} is too large")
        return super().call_binop(context, operator, left, right)

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        """The template, with every loop and macro paying for its turns, and ``~`` written as ``+``."""
        tree = super()._parse(source, name, filename)
        for found in tree.find_all(nodes.Stmt):
            if isinstance(found, _REPEATED):
                texts = found.find_all(nodes.TemplateData)
                cost = nodes.Const(TURN + sum(len(text.data) for text in texts))
                paid = nodes.Filter(cost, _TURN, [], [], None, None)
                found.body.insert(0, nodes.Output([paid], lineno=found.lineno))
        return _Joined().visit(tree)  # type: ignore[no-any-return]


def _turn(sandbox: _Sandbox) -> Callable[..., str]:
    @pass_context
    def turn(context: Context, cost: int) -> str:
        sandbox.spend(cost)
        return ""

    return turn


class _Joined(NodeTransformer):
    """Writes ``a ~ b`` as ``a|string + b|string``, so that it is held to the same size."""

    def visit_Concat(self, node: nodes.Concat) -> nodes.Expr:  # noqa: N802
        """One such chain."""
        self.generic_visit(node)
        first, *others = (
            nodes.Filter(each, "string", [], [], None, None, lineno=node.lineno)
            for each in node.nodes
        )
        chain: nodes.Expr = first
        for each in others:
            chain = nodes.Add(chain, each, lineno=node.lineno)
        return chain


def weight(value: Any) -> int:
    """The size of a value; SecurityError when it is larger than any may be."""
    found, waiting = 0, [value]
    while waiting:
        each = waiting.pop()
        found += 1 + (len(each) if isinstance(each, str) else 0)
        if isinstance(each, dict):
            waiting += each.values()
        elif isinstance(each, (list, tuple)):
            waiting += each
        if found + len(waiting) > VALUE:
            raise SecurityError(f"a value of more than {VALUE} characters")
    return found


def _grows(operator: str, left: Any, right: Any) -> bool:
    """Whether an operator would make something too large, or format a text."""
    if operator == "%":
        return isinstance(left, str)
    if operator == "+":
        return _length(left) + _length(right) > VALUE
    if isinstance(left, int) and isinstance(right, int):
        bits = left.bit_length()
        return (bits * right if operator == "**" else bits + right.bit_length()) > NUMBER
    times = right if isinstance(right, int) else left
    return isinstance(times, int) and max(_length(left), _length(right)) * times > VALUE


def _length(value: Any) -> int:
    return len(value) if isinstance(value, (str, list, tuple)) else 0


def _join(join: Callable[..., str]) -> Callable[..., str]:
    @pass_eval_context
    def joined(evaluated: EvalContext, value: Any, d: str = "", attribute: Any = None) -> str:
        members = list(value)
        if weight(members) + len(members) * len(str(d)) > VALUE:
            raise SecurityError("the result of join is too large")
        return join(evaluated, members, d, attribute)

    return joined


def _string(string: Callable[[Any], str]) -> Callable[[Any], str]:
    def made(value: Any) -> str:
        weight(value)
        return string(value)

    return made


def _replace(value: Any, old: str, new: str) -> str:
    """A text with every ``old`` replaced by ``new``."""
    text = str(value) if weight(value) else ""
    if len(text) + text.count(old) * len(new) > VALUE:
        raise SecurityError("the result of replace is too large")
    return text.replace(old, new)


def _round(rounded: Callable[..., float]) -> Callable[..., float]:
    def made(value: float, precision: int = 0, method: Any = "common") -> float:
        if not 0 <= precision <= 12:
            raise SecurityError("round takes from 0 to 12 places")
        return rounded(value, precision, method)

    return made
