"""Where templates run: no files, no objects, nothing undefined, and only what they are given.

Nor can a template make more than a bureau could print: values and the whole output have a size, and
loops pay for every turn, so that one line cannot fill the memory or never end.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from jinja2 import StrictUndefined, nodes, pass_context
from jinja2.exceptions import SecurityError
from jinja2.runtime import Context, LoopContext
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.visitor import NodeTransformer
from markupsafe import Markup

from pairing_cli.report.filters import (
    LARGEST,
    join,
    length,
    replace,
    rounded,
    small,
    total,
    weighed,
    weight,
)

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

OUTPUT = 32 * 1024 * 1024
"""Characters that a template puts out."""

TURN = 64
"""Characters that a turn of a loop or a call of a macro counts for, beside what it puts out."""

NUMBER = 4096
"""Bits of a whole number that is raised or multiplied."""

TESTS = (
    "defined",
    "undefined",
    "none",
    "number",
    "string",
    "mapping",
    "sequence",
    "odd",
    "even",
    "true",
    "false",
)
"""The tests that templates may use, behind ``is``."""

_TEXT_WORDS = """capitalize count endswith find isdigit lower lstrip partition removeprefix
removesuffix rpartition rsplit rstrip split splitlines startswith strip title upper"""
_LOOP_WORDS = """cycle depth depth0 first index index0 last length nextitem previtem revindex
revindex0"""
_TEXT = frozenset(_TEXT_WORDS.split())
LOOP = frozenset(_LOOP_WORDS.split())
"""What ``loop`` has inside a loop."""

METHODS: dict[type, frozenset[str]] = {
    str: _TEXT,
    Markup: _TEXT,
    dict: frozenset(["get", "items", "keys", "values"]),
    list: frozenset(["count", "index"]),
    tuple: frozenset(["count", "index"]),
    LoopContext: LOOP,
}
"""The attributes that values have in templates beside their own names; no others."""

REFUSED = (
    nodes.Block,
    nodes.Extends,
    nodes.FromImport,
    nodes.Import,
    nodes.Include,
    nodes.EvalContextModifier,
)
"""Statements that templates may not use: other files, parts under names, escaping switched off."""

KEPT = 32
"""Programs of templates that are kept."""

_PROGRAMS: dict[Any, Any] = {}

_TURN, _WEIGHED = "_turn", "_weighed"
_OWN = frozenset([_TURN, _WEIGHED])
_REPEATED = (nodes.For, nodes.Macro, nodes.CallBlock)


def environment(
    *, autoescape: bool, finalize: Callable[[Any], Any] | None = None
) -> ImmutableSandboxedEnvironment:
    """A sandbox with no loader and no globals, in which a misspelt name is an error."""
    found = _Sandbox(finalize, autoescape=autoescape, undefined=StrictUndefined)
    found.globals.clear()
    known = dict(found.filters)
    found.filters.clear()
    found.filters.update({name: known[name] for name in FILTERS})
    found.filters |= {
        name: small(known[name]) for name in ("list", "sort", "string", "trim", "upper")
    }
    found.filters |= {"join": join(known["join"]), "replace": replace, "sum": total}
    found.filters |= {"round": rounded(known["round"]), _TURN: _turn(found), _WEIGHED: weighed}
    for name in found.tests.keys() - set(TESTS):
        del found.tests[name]
    return found


class _Sandbox(ImmutableSandboxedEnvironment):
    """A sandbox that counts what one template puts out."""

    intercepted_binops = frozenset({"*", "**", "%", "+"})

    def __init__(self, shown: Callable[[Any], Any] | None, **options: Any) -> None:
        super().__init__(**options)
        self._spent = 0
        self._shown = shown
        self.finalize = self.spending(shown)

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
        """Only what is listed: what a value can do is not for templates to find out."""
        return attr in METHODS.get(type(obj), ())

    def getattr(self, obj: Any, attribute: str) -> Any:
        """A mapping's own names come before its methods: ``row.items`` is the row's."""
        if type(obj) is dict and attribute in obj:
            return obj[attribute]
        return super().getattr(obj, attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:
        """A member, by something whose size is known."""
        weight(argument)
        return super().getitem(obj, argument)

    def wrap_str_format(self, value: Any) -> None:
        """No text's ``format``, not even the sandbox's own: its widths know no limit."""

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """The result of an operator, where it cannot be too large."""
        if _grows(operator, left, right):
            raise SecurityError(f"the result of {operator} is too large")
        return super().call_binop(context, operator, left, right)

    def compile(self, source: Any, *options: Any, **named: Any) -> Any:
        """A template's program. Those last used are kept: one form serves hundreds of schools."""
        key = (source, self.autoescape, self._shown)
        if key not in _PROGRAMS:
            if len(_PROGRAMS) >= KEPT:
                del _PROGRAMS[next(iter(_PROGRAMS))]
            _PROGRAMS[key] = super().compile(source, *options, **named)
        return _PROGRAMS[key]

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        """The template, with every loop and macro paying for its turns, and ``~`` written as ``+``."""
        tree = super()._parse(source, name, filename)
        _refuse(tree)
        for found in tree.find_all(nodes.Stmt):
            if isinstance(found, _REPEATED):
                texts = found.find_all(nodes.TemplateData)
                cost = nodes.Const(TURN + sum(len(text.data) for text in texts))
                paid = nodes.Filter(cost, _TURN, [], [], None, None)
                found.body.insert(0, nodes.Output([paid], lineno=found.lineno))
        return _Held().visit(tree)  # type: ignore[no-any-return]


def _refuse(tree: nodes.Template) -> None:
    """SecurityError for a statement or expression that no template needs and some misuse."""
    for statement in tree.find_all(REFUSED):
        raise _security(f"{type(statement).__name__.lower()} is not allowed", statement)
    for used in tree.find_all(nodes.Filter):
        if used.name in _OWN:
            raise _security(f"No filter named {used.name!r}.", used)
    for pair in tree.find_all(nodes.Pair):
        if not isinstance(pair.key, nodes.Const):
            raise _security("names in a mapping must be written out", pair)


def _security(why: str, at: nodes.Node) -> SecurityError:
    found = SecurityError(why)
    found.lineno = at.lineno  # type: ignore[attr-defined]
    return found


def _turn(sandbox: _Sandbox) -> Callable[..., str]:
    @pass_context
    def turn(context: Context, cost: int) -> str:
        sandbox.spend(cost)
        return ""

    return turn


class _Held(NodeTransformer):
    """Writes ``a ~ b`` as ``a|string + b|string``, and weighs what is compared.

    So both are held to the same size as any value: nested lists of lists that look small may take
    forever to compare.
    """

    def visit_Compare(self, node: nodes.Compare) -> nodes.Expr:  # noqa: N802
        """One comparison or chain of them."""
        self.generic_visit(node)
        node.expr = _held(node.expr)
        for each in node.ops:
            each.expr = _held(each.expr)
        return node

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


def _held(value: nodes.Expr) -> nodes.Expr:
    if isinstance(value, nodes.Const):
        return value
    return nodes.Filter(value, _WEIGHED, [], [], None, None, lineno=value.lineno)


def _grows(operator: str, left: Any, right: Any) -> bool:
    """Whether an operator would make something too large, or format a text."""
    if operator == "%":
        return isinstance(left, str)
    if operator == "+":
        return length(left) + length(right) > LARGEST
    if isinstance(left, int) and isinstance(right, int):
        bits = left.bit_length()
        return (bits * right if operator == "**" else bits + right.bit_length()) > NUMBER
    times = right if isinstance(right, int) else left
    return isinstance(times, int) and max(length(left), length(right)) * times > LARGEST
