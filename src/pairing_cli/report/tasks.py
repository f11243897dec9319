"""What is done in the process where a programme's own templates run."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import Any

from pairing_cli.office.policy import Unsafe
from pairing_cli.report.faults import TemplateError, blame
from pairing_cli.report.formats import FORMATS, OFFICE
from pairing_cli.report.guard import look_through

Answer = tuple[dict[str, Any], bytes]
"""What is told as plain data, and bytes."""


def render(
    label: str, extension: str, template: bytes, kept: Collection[str], facts: dict[str, Any]
) -> Answer:
    """A report, what identifies people masked in it; TemplateError when its template is unsafe or fails."""
    from pairing_cli.report.personal import covered

    if extension in OFFICE:
        guarded(label, template)
    return {}, covered(extension, FORMATS[extension]()(label, template, facts), kept)


def guarded(label: str, template: bytes) -> None:
    """Look an office template through; TemplateError when it is unsafe or none."""
    try:
        with blame(label, "broken"):
            look_through(template)
    except Unsafe as unsafe:
        raise TemplateError(label, unsafe.reason, part=unsafe.part) from unsafe


def checked(label: str, extension: str, template: bytes, kind: str, _: object) -> Answer:
    """What is wrong with a form; TemplateError when it is unsafe or cannot be opened."""
    from pairing_cli.report.check import check
    from pairing_cli.report.slips import as_plain

    if extension in OFFICE:
        guarded(label, template)
    with blame(label, "broken"):
        return {"slips": as_plain(check(label, extension, template, kind))}, b""


TASKS: dict[str, Callable[..., Answer]] = {"render": render, "check": checked}
"""Everything that can be asked for, by name."""
