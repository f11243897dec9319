"""The builder of templates in the official form: its parts are added in the order of the page.

    form = Form("scheme")
    form.red_head()                               where the facts have ``mark``
    form.title("{{ title }}")
    form.addressee("to")                          where the facts have ``to``
    form.lines("lines")                           paragraphs and headings, each as its level asks for
    form.attachments("annexes")                   附件：1.…
    form.signature("signed_by", "dated")
    form.annex("{{ annex.label }}", "{{ annex.title }}", landscape=True)
    form.table(columns, "row in annex.rows")
    data = form.file()

Every name that is given is an expression over the template's facts. Tags are docxtpl's.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from official.package import packed, section
from official.tables import Column, Table, Tail, imprint, paragraph
from pairing_cli.report.standard import LANDSCAPE, PORTRAIT

LEVELS = ("GwBody", "GwLevel1", "GwLevel2", "GwLevel3", "GwLevel4")
"""The styles of a line by its level: 0 is body."""


class Form:
    """A Word template in the making. ``name``: what it is called in its own properties."""

    def __init__(self, name: str, *, landscape: bool = False) -> None:
        self._name = name
        self._sheet = LANDSCAPE if landscape else PORTRAIT
        self._parts: list[str] = []

    def file(self) -> bytes:
        """The finished template; the same calls give the same bytes."""
        return packed(self._name, "".join(self._parts) + section(self._sheet))

    # paragraphs

    def add(self, style: str, *texts: str) -> None:
        """A paragraph of a style; texts after the first are in the body's own type."""
        self._parts.append(paragraph(style, *texts))

    def blank(self) -> None:
        """An empty line."""
        self.add("GwBlank")

    def tag(self, tag: str) -> None:
        """A paragraph that is a tag and leaves no trace: ``if note``, ``endif``."""
        self.add("GwTag", f"{{%p {tag} %}}")

    @contextmanager
    def given(self, condition: str) -> Iterator[None]:
        """What is added inside stands only where the condition is true."""
        self.tag(f"if {condition}")
        yield
        self.tag("endif")

    @contextmanager
    def each(self, loop: str) -> Iterator[None]:
        """What is added inside stands once for each turn: ``line in lines``."""
        self.tag(f"for {loop}")
        yield
        self.tag("endfor")

    # the head of a document

    def red_head(self, mark: str = "mark", number: str = "number") -> None:
        """发文机关标志 and 发文字号 with the red rule, where there is a mark: 高台县教育局文件."""
        with self.given(mark):
            self.add("GwMark", f"{{{{ {mark} }}}}")
            self.blank()
            self.blank()
            self.add("GwNumber", f"{{{{ {number} }}}}")
            self.blank()
            self.blank()

    def title(self, text: str = "{{ title }}") -> None:
        """The title; below it that this is a draft, that the data have errors, and an empty line."""
        self.add("GwTitle", text)
        with self.given("draft"):
            self.add("GwDraft", "（草案）")
        with self.given("warning"):
            self.add("GwWarning", "{{ warning }}")
        self.blank()

    def addressee(self, to: str = "to") -> None:
        """主送机关, where there is one."""
        with self.given(to):
            self.add("GwAddressee", f"{{{{ {to} }}}}：")

    # the body

    def lines(self, lines: str = "lines") -> None:
        """The body: paragraphs and headings.

        Of each line ``level``, 0 for body, 1 to 4 for headings with their numbers (一、（一）1.（1）);
        ``text``; and, where the text goes on behind a heading of level 1 or 2, ``rest``.
        """
        with self.each(f"line in {lines}"):
            for level, style in enumerate(LEVELS):
                self.tag(f"{'if' if not level else 'elif'} line.level == {level}")
                self.add(style, "{{ line.text }}", "{{ line.rest | default('') }}")
            self.tag("endif")

    def attachments(self, annexes: str = "annexes") -> None:
        """附件说明, a line below the body, where there are annexes: of each its ``title``."""
        with self.given(annexes):
            self.blank()
            self.tag(f"if {annexes} | length == 1")
            self.add("GwAttachmentOnly", f"附件：{{{{ {annexes}[0].title }}}}")
            self.tag("else")
            with self.each(f"annex in {annexes}"):
                self.tag("if loop.first")
                self.add("GwAttachments", "附件：{{ loop.index }}.{{ annex.title }}")
                self.tag("else")
                self.add("GwAttachmentsMore", "{{ loop.index }}.{{ annex.title }}")
                self.tag("endif")
            self.tag("endif")

    def signature(self, signed_by: str = "signed_by", dated: str = "dated") -> None:
        """署名, a list with a line for each authority, over 成文日期, with room for the seal.

        The writer centres the authorities over the date, which it sets four characters from the edge.
        """
        self.blank()
        self.blank()
        with self.each(f"name in {signed_by}"):
            self.add("GwSigner", "{{ name }}")
        with self.given(dated):
            self.add("GwDate", f"{{{{ {dated} }}}}")

    def imprint(
        self, cc: str = "cc", printed_by: str = "printed_by", on: str = "printed_on"
    ) -> None:
        """版记 at the foot of the type area: 抄送 where there is any, who printed it and when."""
        copied, printed, day = (
            f"抄送：{{{{ {cc} }}}}。",
            f"{{{{ {printed_by} }}}}",
            f"{{{{ {on} }}}}印发",
        )
        with self.given(printed_by):
            self._parts.append(imprint(cc, copied, printed, day))
            self.add("GwBreak")

    # annexes and sheets

    def turn(self, *, landscape: bool) -> None:
        """End the section; what follows is on a new sheet, upright or turned."""
        sheet = LANDSCAPE if landscape else PORTRAIT
        mark = '<w:p><w:pPr><w:pStyle w:val="GwBreak"/>'
        self._parts.append(f"{mark}{section(self._sheet)}</w:pPr></w:p>")
        self._sheet = sheet

    def close(self, *, landscape: bool) -> None:
        """End a section on a sheet of this kind, wherever the template's tags may lead.

        The last section of all is the document's own if it is closed so.
        """
        sheet = LANDSCAPE if landscape else PORTRAIT
        mark = '<w:p><w:pPr><w:pStyle w:val="GwBreak"/>'
        self._parts.append(f"{mark}{section(sheet)}</w:pPr></w:p>")

    @contextmanager
    def on(self, *, landscape: bool) -> Iterator[None]:
        """What is added inside is set for a sheet of this kind, which it ends."""
        self._sheet = LANDSCAPE if landscape else PORTRAIT
        yield
        self.close(landscape=landscape)
        self._sheet = PORTRAIT

    def annex(self, label: str, title: str, *, landscape: bool = False) -> None:
        """An annex on a new page: 附件1 on line 1, its title on line 3."""
        self.turn(landscape=landscape)
        self.add("GwAnnexLabel", label)
        self.blank()
        self.add("GwAnnexTitle", title)
        self.blank()

    def table(
        self,
        columns: Sequence[Column],
        loop: str = "row in rows",
        *,
        small: bool = False,
        tails: Sequence[Tail] = (),
    ) -> None:
        """A table as wide as the type area, with a row for each turn of the loop.

        ``small`` is for many columns: 五号 instead of 小四. A paragraph follows it, as Word asks for.
        """
        found = [column for column in columns if column.only in ("", "docx")]
        self._parts.append(Table(found, loop, self._sheet.type_width, small, tails).xml())
        self.add("GwBreak")
