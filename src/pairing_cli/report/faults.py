"""What is wrong with a template when it is used, worded by the catalogue."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from zipfile import BadZipFile

import jinja2


class TemplateError(Exception):
    """A template cannot be used: which, and why, in the words of the catalogue's ``template.*``."""

    def __init__(self, template: str, key: str, **facts: str) -> None:
        """A template's trouble."""
        super().__init__(f"{template}: {key}")
        self.key = f"template.{key}"
        self.facts = {"template": template, **facts}
        self.told = {"template": template, "key": key, **facts}


_ANY_FAULT = (
    jinja2.TemplateError,
    ArithmeticError,
    AttributeError,
    BadZipFile,
    LookupError,
    OSError,
    RecursionError,
    SyntaxError,
    TypeError,
    ValueError,
)
"""What opening or running a template may raise: whatever it is, the template is at fault."""


@contextmanager
def blame(template: str, key: str = "fails", place: str = "") -> Iterator[None]:
    """Turn what a template raises into a TemplateError that names it."""
    try:
        yield
    except _ANY_FAULT as error:
        line = getattr(error, "lineno", None)
        why = str(getattr(error, "message", None) or error) or type(error).__name__
        parts = (place, str(line) if line else "", why)
        raise TemplateError(template, key, why=": ".join(filter(None, parts))) from error
