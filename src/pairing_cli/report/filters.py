"""The filters that templates may use, where Jinja's own know no bound."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from functools import wraps
from typing import Any

from jinja2 import Environment, pass_eval_context
from jinja2.exceptions import SecurityError
from jinja2.nodes import EvalContext
from jinja2.runtime import Context

LARGEST = 1_000_000
"""Characters, or members and their characters, of one value."""


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
        if found + len(waiting) > LARGEST:
            raise SecurityError(f"a value of more than {LARGEST} characters")
    return found


def weighed(value: Any) -> Any:
    """The value, when it is not too large."""
    weight(value)
    return value


def length(value: Any) -> int:
    """How long a text or list is; 0 for anything else."""
    return len(value) if isinstance(value, (str, list, tuple)) else 0


def join(joins: Callable[..., str]) -> Callable[..., str]:
    """Jinja's filter, held to the same size."""

    @pass_eval_context
    def joined(evaluated: EvalContext, value: Any, d: str = "", attribute: Any = None) -> str:
        members = list(value)
        if weight(members) + len(members) * len(str(d)) > LARGEST:
            raise SecurityError("the result of join is too large")
        return joins(evaluated, members, d, attribute)

    return joined


def small(made: Callable[..., Any]) -> Callable[..., Any]:
    """A filter whose value is weighed before; the filter may ask for the context first."""

    @wraps(made)
    def filtered(*arguments: Any, **named: Any) -> Any:
        for each in arguments:
            if not isinstance(each, (Environment, EvalContext, Context)):
                weight(each)
        return made(*arguments, **named)

    return filtered


def total(value: Any, attribute: str | None = None, start: float = 0) -> float:
    """The sum of numbers, or of a number that every member has."""
    weight(value)
    members = value if attribute is None else [each[attribute] for each in value]
    if not all(isinstance(each, (int, float, Decimal)) for each in (start, *members)):
        raise SecurityError("sum takes numbers")
    return sum(members, start)


def replace(value: Any, old: str, new: str) -> str:
    """A text with every ``old`` replaced by ``new``."""
    text = str(value) if weight(value) else ""
    if len(text) + text.count(old) * len(new) > LARGEST:
        raise SecurityError("the result of replace is too large")
    return text.replace(old, new)


def rounded(rounds: Callable[..., float]) -> Callable[..., float]:
    """Jinja's filter, with few places."""

    def made(value: float, precision: int = 0, method: Any = "common") -> float:
        if not 0 <= precision <= 12:
            raise SecurityError("round takes from 0 to 12 places")
        return rounds(value, precision, method)

    return made
