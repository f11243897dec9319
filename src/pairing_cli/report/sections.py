"""The sections of a Word file that a template made: the last one ends with the document."""

from __future__ import annotations

from typing import Any

from docx.oxml.ns import qn


def join_last(body: Any) -> None:
    """Let a section that ends where the document ends be the document's own.

    A template closes every annex with the sheet it stands on, and does not know which is the last:
    after that one would come an empty page.
    """
    own = body.find(qn("w:sectPr"))
    before = own.getprevious() if own is not None else None
    closed = _closing(before)
    if closed is not None:
        body.remove(before)
        body.replace(own, closed)


def _closing(paragraph: Any) -> Any | None:
    """The section that an empty paragraph ends."""
    if paragraph is None or paragraph.tag != qn("w:p") or _has_text(paragraph):
        return None
    return paragraph.find(f"{qn('w:pPr')}/{qn('w:sectPr')}")


def _has_text(paragraph: Any) -> bool:
    return any(True for _ in paragraph.iter(qn("w:t")))
