"""What each paragraph is: title, addressee, heading, body, list of annexes, date, label of an annex."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from pairing_cli.report.lint.formatting import size
from pairing_cli.report.lint.seen import Paragraph, WordFile


class Role(StrEnum):
    """The parts of an official document."""

    MARK = "mark"
    NUMBER = "number"
    TITLE = "title"
    UNDER_TITLE = "under-title"
    ADDRESSEE = "addressee"
    LEVEL1 = "level1"
    LEVEL2 = "level2"
    LEVEL3 = "level3"
    LEVEL4 = "level4"
    BODY = "body"
    ATTACHMENTS = "attachments"
    MORE_ATTACHMENTS = "more-attachments"
    SIGNER = "signer"
    DATE = "date"
    NOTE = "note"
    LABEL = "label"
    ANNEX_TITLE = "annex-title"
    BESIDE_TABLE = "beside-table"
    OTHER = "other"


LEVELS = (Role.LEVEL1, Role.LEVEL2, Role.LEVEL3, Role.LEVEL4)
_LEVEL_FORMS = (
    re.compile(r"[一二三四五六七八九十]{1,3}[、.．，]"),
    re.compile(r"[（(][一二三四五六七八九十]{1,3}[）)]"),
    re.compile(r"[0-9０-９]{1,2}[.．、](?![0-9])"),
    re.compile(r"[（(][0-9０-９]{1,2}[）)]"),
)
_NUMBER = re.compile(
    r"\S{1,12}[〔\[［（(【]\s*(?:19|20)[0-9]{2}\s*[〕\]］）)】]\s*第?\s*[0-9]{1,4}\s*号"
)
_DATE = re.compile(
    r"(?:19|20)[0-9]{2}\s*[年.\-/]\s*[0-9]{1,2}\s*[月.\-/]\s*[0-9]{1,2}\s*日?"
    r"|[二一][〇○零一二三四五六七八九０]{3}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日"
    r"|＿+年＿+月＿+日"  # room for the day of a text that has none yet
)
_LABEL = re.compile(r"附\s*件\s*[0-9０-９一二三四五六七八九十]{0,2}\s*[：:]?")
_LIST = re.compile(r"附\s*件\s*[：:]\s*\S")
_ITEM = re.compile(r"[0-9０-９]{1,2}[.．、]\s*\S")
_UNDER = re.compile(r"[（(](?:草案|征求意见稿|送审稿|讨论稿|试行|暂行|修订|示例)\S{0,12}[）)]")
_LARGE, _SHORT, _LINE = 18, 40, 100
_MOST_SIGNERS = 12


@dataclass(frozen=True, slots=True)
class Part:
    """A paragraph with text, what it is, and how many empty ones stand right before it."""

    paragraph: Paragraph
    role: Role
    blanks: int


def parts(found: WordFile) -> list[Part]:
    """Every paragraph with text, in order."""
    return list(_Roles(found).assigned())


class _Roles:
    """Goes through the paragraphs once, remembering where in a document it is."""

    def __init__(self, found: WordFile) -> None:
        self._found = found
        self._paragraphs = [each for each in found.paragraphs if each.text.strip()]
        self._last: Role | None = None
        self._titled = False
        self._body = False

    def assigned(self) -> Iterator[Part]:
        """Each paragraph with its role."""
        before = 0
        for index, paragraph in enumerate(self._paragraphs):
            following = self._paragraphs[index + 1 : index + 1 + _MOST_SIGNERS]
            role = self._role(paragraph, paragraph.text.strip(), following)
            yield Part(paragraph, role, paragraph.number - before - 1)
            self._last, before = role, paragraph.number
            self._titled = self._titled or role in (Role.TITLE, Role.ANNEX_TITLE)
            self._body = self._body or role in (Role.BODY, *LEVELS)

    def _role(self, paragraph: Paragraph, text: str, following: list[Paragraph]) -> Role:
        if _LABEL.fullmatch(text):
            return Role.LABEL
        head = self._head(paragraph, text)
        if head is not None:
            return head
        foot = self._foot(paragraph, text, following)
        if foot is not None:
            return foot
        if paragraph.small and (paragraph.after_table or paragraph.before_table):
            return Role.BESIDE_TABLE
        for role, form in zip(LEVELS, _LEVEL_FORMS, strict=True):
            if form.match(text):
                return role
        unknown = paragraph.look.get("jc") == "center" or "numPr" in paragraph.look
        return Role.OTHER if unknown else Role.BODY

    def _head(self, paragraph: Paragraph, text: str) -> Role | None:
        """The parts above the body."""
        if self._last is Role.LABEL:
            return Role.ANNEX_TITLE
        if not self._titled:
            return _first(paragraph, text)
        if self._last in (Role.TITLE, Role.ANNEX_TITLE):
            return self._below_title(paragraph, text)
        return self._addressed(text)

    def _below_title(self, paragraph: Paragraph, text: str) -> Role | None:
        if _UNDER.fullmatch(text):
            return Role.UNDER_TITLE
        if _large(paragraph) and paragraph.look.get("jc") == "center":
            return self._last
        return self._addressed(text)

    def _addressed(self, text: str) -> Role | None:
        addressed = not self._body and text[-1] in "：:" and len(text) <= _LINE
        return Role.ADDRESSEE if addressed and not _starts_level(text) else None

    def _foot(self, paragraph: Paragraph, text: str, following: list[Paragraph]) -> Role | None:
        """The parts below the body."""
        if _LIST.match(text):
            return Role.ATTACHMENTS
        listing = self._last in (Role.ATTACHMENTS, Role.MORE_ATTACHMENTS)
        if listing and _ITEM.match(text):
            return Role.MORE_ATTACHMENTS
        if self._body and _DATE.fullmatch(text):
            return Role.DATE
        if self._last is Role.DATE and text[0] in "（(" and text[-1] in "）)":
            return Role.NOTE
        return Role.SIGNER if self._signs(text, following) else None

    def _signs(self, text: str, following: list[Paragraph]) -> bool:
        """Whether it is one of some short lines that a date ends."""
        if not self._body or not _short(text):
            return False
        for each in following:
            if _DATE.fullmatch(each.text.strip()):
                return True
            if not _short(each.text.strip()):
                return False
        return False


def _short(text: str) -> bool:
    return len(text) <= _SHORT and text[-1] not in "。；：:;" and not _starts_level(text)


def _first(paragraph: Paragraph, text: str) -> Role | None:
    """What stands first in a document: mark, number, or title."""
    if _NUMBER.fullmatch(text):
        return Role.NUMBER
    look = paragraph.first_type
    red = look.get("color", "").upper() in ("FF0000", "C00000", "E60000", "RED")
    if red and _large(paragraph):
        return Role.MARK
    centred = paragraph.look.get("jc") == "center"
    titled = centred or _large(paragraph) or (len(text) <= _SHORT and text[-1] not in "。；：:;")
    return Role.TITLE if titled else None


def _large(paragraph: Paragraph) -> bool:
    return size(paragraph.first_type) >= _LARGE


def _starts_level(text: str) -> bool:
    return any(form.match(text) for form in _LEVEL_FORMS)
