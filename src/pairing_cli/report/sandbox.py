"""Where templates run: no files, no objects, nothing undefined, and only what they are given."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from jinja2 import StrictUndefined
from jinja2.sandbox import ImmutableSandboxedEnvironment

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


def environment(
    *, autoescape: bool, finalize: Callable[[Any], Any] | None = None
) -> ImmutableSandboxedEnvironment:
    """A sandbox with no loader and no globals, in which a misspelt name is an error."""
    found = ImmutableSandboxedEnvironment(
        autoescape=autoescape, undefined=StrictUndefined, finalize=finalize
    )
    found.globals.clear()
    known = dict(found.filters)
    found.filters.clear()
    found.filters.update({name: known[name] for name in FILTERS})
    return found
