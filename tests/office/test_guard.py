"""Office files that people hand in are looked through before anything opens them."""

from __future__ import annotations

import random
import subprocess
import sys
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest

from pairing_cli.messages import catalogue, fix, text
from pairing_cli.office import limits
from pairing_cli.office.attachments import attachments_in_zip
from pairing_cli.office.guard import look_through
from pairing_cli.office.media import pictures_of
from pairing_cli.office.package import Refused, opened
from pairing_cli.office.policy import Unsafe
from pairing_cli.office.word import word_of
from pairing_cli.office.workbook import workbook_of
from tests.office.files import (
    SHEET,
    Parts,
    anchored,
    book,
    book_parts,
    corner,
    drawn,
    excel_cell,
    of_excel,
    of_wps,
    packed,
    photo,
    relations,
    row,
    sheet,
    stored_book,
    stored_word,
    text_cell,
    types,
    w_p,
    w_table,
    w_tc,
    word,
    word_parts,
    wps_cell,
)

SECONDS = 0.2
"""Of processor time, to refuse a file; what other processes do is not counted."""

MEGABYTES = 150

CELL = row(1, text_cell("A1", "@"))
PLAIN = sheet(row(1, text_cell("A1", "学校")))
ENTITIES = '<!DOCTYPE a [<!ENTITY b "bb"><!ENTITY c "&b;&b;">]><a>&c;</a>'
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)


def stream(name: str) -> bytes:
    """A Compound File with a stream of a name, as far as anybody looks."""
    return (
        OLE
        + "Bookmark".encode("utf-16-le").ljust(128, b"x")
        + name.encode("utf-16-le").ljust(128, b"\0")
    )


def everything(data: bytes) -> None:
    """Open a file and read all that is in it."""
    package = opened(data)
    pictures_of(word_of(package) if package.kind == "docx" else workbook_of(package))


def refused(data: bytes, read: Callable[[bytes], object] = everything) -> str:
    with pytest.raises(Refused) as caught:
        read(data)
    message = caught.value.message
    assert message.key in catalogue()
    for language in ("zh", "en"):
        said = text(message, language) + fix(message, language)
        assert fix(message, language) and "…" not in said and "  " not in said, said
    return caught.value.reason


def lying(data: bytes, size: int) -> bytes:
    """An archive whose last part says that it unpacks to some size."""
    changed = bytearray(data)
    central = changed.rindex(b"PK\x01\x02")
    changed[central + 24 : central + 28] = size.to_bytes(4, "little")
    return bytes(changed)


def huge(parts: Parts, name: str, mebibytes: int) -> bytes:
    """An archive whose last part has as many mebibytes of one letter where @ stands."""
    before, after = str(parts.pop(name)).encode().split(b"@")
    out = BytesIO(packed(parts))
    with (
        zipfile.ZipFile(out, "a", zipfile.ZIP_DEFLATED) as archive,
        archive.open(name, "w") as stream,
    ):
        stream.write(before)
        for _ in range(mebibytes):
            stream.write(b"a" * (1 << 20))
        stream.write(after)
    return out.getvalue()


def twice() -> bytes:
    out = BytesIO(book(PLAIN))
    with zipfile.ZipFile(out, "a") as archive:
        archive.writestr("XL/workbook.xml", "<a/>")
    return out.getvalue()


def encrypted() -> bytes:
    data = bytearray(book(PLAIN))
    data[data.rindex(b"PK\x01\x02") + 8] |= 1
    return bytes(data)


def crowded(entries: int) -> bytes:
    return packed({**book_parts(PLAIN), **{f"x/{n}": "" for n in range(entries)}})


HOSTILE: dict[str, tuple[Callable[[], bytes], str]] = {
    "a cell of 400 MB": (lambda: huge(book_parts(sheet(CELL)), SHEET, 400), "unpacks"),
    "a cell of 60 MB": (lambda: huge(book_parts(sheet(CELL)), SHEET, 60), "ratio"),
    "a million rows": (
        lambda: book(
            sheet(
                "".join(
                    f'<row r="{n}"><c r="A{n}"><v>{n}</v></c></row>' for n in range(1, 1_000_001)
                )
            )
        ),
        "rows",
    ),
    "a merge over the whole sheet": (
        lambda: book(sheet("", '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>')),
        "merged",
    ),
    "a merge of two million cells": (
        lambda: book(sheet("", '<mergeCells><mergeCell ref="A1:ZZ3000"/></mergeCells>')),
        "merged",
    ),
    "a link over the whole sheet": (
        lambda: book(sheet("", '<hyperlinks><hyperlink ref="A1:XFD1048576"/></hyperlinks>')),
        "merged",
    ),
    "an entity that names a file": (
        lambda: book(f'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]>{PLAIN}'),
        "entities",
    ),
    "a billion laughs": (lambda: book(ENTITIES), "entities"),
    "entities in shared texts": (
        lambda: book(PLAIN, {"xl/sharedStrings.xml": ENTITIES}),
        "entities",
    ),
    "entities in UTF-16": (lambda: book(PLAIN, {SHEET: ENTITIES.encode("utf-16")}), "encoding"),
    "a Word text of 400 MB": (
        lambda: huge(word_parts(w_p("@")), "word/document.xml", 400),
        "unpacks",
    ),
    "a Word text of 17 MB": (lambda: stored_word(w_p("甲乙丙" * (2 << 20))), "part"),
    "two million paragraphs": (lambda: stored_word("<w:p/>" * 2_000_000), "elements"),
    "two million paragraphs, packed": (lambda: word("<w:p/>" * 2_000_000), "ratio"),
    "a cell over a hundred million columns": (
        lambda: word(w_table(w_tc("a", '<w:gridSpan w:val="100000000"/>'))),
        "merged",
    ),
    "deep nesting": (lambda: stored_word("<w:r>" * 100_000 + "</w:r>" * 100_000), "damaged"),
    "a part that says it is small": (
        lambda: lying(huge(book_parts(sheet(CELL)), SHEET, 60), 1000),
        "damaged",
    ),
    "half a million parts": (
        lambda: lying_about_entries(500_000),
        "entries",
    ),
    "a name twice": (twice, "entry"),
    "a name that leads out": (lambda: book(PLAIN, {"../x": "x"}), "entry"),
    "an encrypted part": (encrypted, "locked"),
    "macros": (lambda: book(PLAIN, {"xl/vbaProject.bin": OLE}), "active"),
    "macros by content type": (
        lambda: book(
            PLAIN,
            {
                "[Content_Types].xml": types(
                    "xl/workbook.xml", "application/vnd.ms-excel.sheet.macroEnabled.main+xml"
                )
            },
        ),
        "active",
    ),
    "an old workbook": (lambda: stream("Workbook"), "old-sheet"),
    "a password": (lambda: stream("EncryptionInfo") + stream("EncryptedPackage"), "password"),
    "an old document": (lambda: stream("WordDocument"), "old-text"),
    "a web page": (lambda: b"<html><table><tr><td>1</td></tr></table></html>", "web"),
    "an XML table": (
        lambda: (
            b'<?xml version="1.0"?>\n<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>'
        ),
        "web",
    ),
    "a CSV file": (lambda: "学校,日期\n西街小学,2020.5.12\n".encode("gb18030"), "table-text"),
    "a CSV file in UTF-16": (lambda: "学校\t日期\n".encode("utf-16"), "table-text"),
    "nothing": (lambda: b"", "empty"),
    "zeros": (lambda: bytes(1000), "unknown"),
    "a PDF": (lambda: b"%PDF-1.7\n", "pdf"),
    "a photograph": (photo, "picture"),
    "an archive of photographs": (lambda: packed({"a.jpg": photo()}), "archive"),
    "an OpenDocument": (
        lambda: packed({"mimetype": "application/vnd.oasis.opendocument.spreadsheet"}),
        "open-document",
    ),
    "a presentation": (
        lambda: packed(
            {
                "[Content_Types].xml": types(
                    "ppt/p.xml",
                    "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml",
                ),
                "_rels/.rels": relations(rId1=("officeDocument", "ppt/p.xml")),
                "ppt/p.xml": "<a/>",
            }
        ),
        "slides",
    ),
    "a binary workbook": (
        lambda: book(
            PLAIN,
            {
                "[Content_Types].xml": types(
                    "xl/workbook.bin", "application/vnd.ms-excel.sheet.binary.macroEnabled.main"
                )
            },
        ),
        "binary",
    ),
    "half a file": (lambda: book(PLAIN)[:-30], "damaged"),
    "no sheet where one is named": (lambda: _without(SHEET), "damaged"),
    "a number that is none": (
        lambda: book(sheet(row(1, '<c r="A1"><v>NaN</v></c>'))),
        "damaged",
    ),
    "a text that is not there": (
        lambda: book(sheet(row(1, '<c r="A1" t="s"><v>99</v></c>'))),
        "damaged",
    ),
}


def lying_about_entries(number: int) -> bytes:
    """An archive with a directory of half a million entries, which says that they are three."""
    entry = b"PK\x01\x02" + bytes(42)
    directory = entry * number
    end = b"PK\x05\x06" + bytes(4) + b"\3\0\3\0" + len(directory).to_bytes(4, "little") + bytes(6)
    return b"PK\x03\x04" + directory[: 19 << 20] + end


def _without(name: str) -> bytes:
    return packed({key: part for key, part in book_parts(PLAIN).items() if key != name})


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("hostile")


CHILD = """
import resource, sys, time
from pathlib import Path
from pairing_cli.office.media import pictures_of
from pairing_cli.office.package import Refused, opened
from pairing_cli.office.word import word_of
from pairing_cli.office.workbook import workbook_of
resource.setrlimit(resource.RLIMIT_AS, (600 << 20, 600 << 20))
data, reason, begin = Path(sys.argv[1]).read_bytes(), "", time.process_time()
try:
    package = opened(data)
    pictures_of(word_of(package) if package.kind == "docx" else workbook_of(package))
except Refused as refused:
    reason = refused.reason
seconds = time.process_time() - begin
try:
    status = Path("/proc/self/status").read_text().split()
    peak = int(status[status.index("VmHWM:") + 1]) / 1024
except OSError:
    peak = 0
print(reason, seconds, peak)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="no resource limits")
@pytest.mark.parametrize("what", HOSTILE)
def test_a_hostile_file_is_refused_at_once(what: str, folder: Path) -> None:
    make, reason = HOSTILE[what]
    path = folder / "file"
    path.write_bytes(make())
    done = subprocess.run(
        [sys.executable, "-c", CHILD, str(path)], capture_output=True, check=False, timeout=60
    )
    assert done.returncode == 0, done.stderr.decode()[-2000:]
    said, seconds, megabytes = done.stdout.decode().split(" ")
    assert said == reason
    assert float(seconds) < SECONDS
    assert float(megabytes) < MEGABYTES


@pytest.mark.parametrize("what", [what for what in HOSTILE if " MB" not in what])
def test_every_refusal_says_what_to_do(what: str) -> None:
    make, reason = HOSTILE[what]
    assert refused(make()) == reason


def test_a_far_cell_is_passed_over_and_told() -> None:
    found = workbook_of(
        opened(
            book(
                sheet(row(1, text_cell("A1", "学校")) + row(1048576, text_cell("XFD1048576", "x")))
            )
        )
    )
    assert [cell.text for cell in found.grids[0]] == ["学校"]
    assert [note.key for note in found.notes] == ["office.beyond"]
    assert "表1!XFD1048576" in text(found.notes[0], "zh")


def test_what_is_left_alone_is_noted() -> None:
    data = book(
        PLAIN,
        {
            "xl/embeddings/oleObject1.bin": b"x",
            "xl/ctrlProps/ctrlProp1.xml": "<a/>",
            "xl/worksheets/_rels/sheet1.xml.rels": relations(
                rId1=("hyperlink", "file:///c:/x.doc"), rId2=("image", "http://x.invalid/p.png")
            ),
        },
    )
    keys = [note.key for note in opened(data).notes]
    assert sorted(keys) == ["office.controls", "office.embedded", "office.linked"]


def test_a_link_that_people_may_click_is_nothing_to_note() -> None:
    links = relations(rId1=("hyperlink", "https://x.invalid/"), rId2=("hyperlink", "file:///c:/x"))
    assert opened(book(PLAIN, {"xl/worksheets/_rels/sheet1.xml.rels": links})).notes == ()


def test_a_part_that_was_not_looked_through_is_not_read() -> None:
    parts = book_parts(PLAIN)
    svg = '<?xml version="1.0"?><!DOCTYPE svg><svg/>'
    parts |= {"xl/media/a.svg": svg}
    assert opened(packed(parts)).kind == "xlsx"
    parts["xl/_rels/workbook.xml.rels"] = relations(rId1=("worksheet", "media/a.dat"))
    parts["xl/media/a.dat"] = svg
    assert refused(packed(parts)) == "damaged"


# limits


def rows(number: int, cells: int = 1) -> str:
    return sheet(f"<row>{'<c/>' * cells}</row>" * number)


def merged(number: int) -> str:
    return sheet(
        "", f'<mergeCells><mergeCell ref="A1:A{number - 5}"/><mergeCell ref="C1:C5"/></mergeCells>'
    )


def part(name: str, size: int) -> bytes:
    """A file with a part of XML of some size that does not pack too well."""
    noise = random.Random(1).randbytes(size // 100).hex()
    content = f"<a>{noise}".ljust(size - 4) + "</a>"
    return packed({**book_parts(PLAIN), name: content[:size]})


def swelling(ratio: int) -> bytes:
    """A file with a part of more than a mebibyte that says it unpacks to some times its size."""
    data = packed(
        {**book_parts(PLAIN), "xl/a.bin": random.Random(1).randbytes(10_000)}, zipfile.ZIP_STORED
    )
    return lying(data, 10_000 * ratio + (ratio > limits.RATIO))


def unpacking(size: int) -> bytes:
    """A file that unpacks to some size; the guard looks at what it says."""
    rest = size - sum(
        len(each.encode()) for each in book_parts(PLAIN).values() if isinstance(each, str)
    )
    data = packed(
        {**book_parts(PLAIN), "xl/a.bin": random.Random(1).randbytes(2 << 20)}, zipfile.ZIP_STORED
    )
    return lying(data, rest)


def large(size: int) -> bytes:
    """A file of some size."""
    parts = {**book_parts(PLAIN), "xl/a.bin": b""}
    head = len(packed(parts, zipfile.ZIP_STORED))
    return packed({**parts, "xl/a.bin": bytes(size - head)}, zipfile.ZIP_STORED)


LIMITS: dict[str, tuple[Callable[[int], bytes], int, str]] = {
    "rows": (lambda n: stored_book(rows(n)), limits.ROWS, "rows"),
    "cells": (lambda n: stored_book(rows(1, n)), limits.CELLS, "cells"),
    "merged cells": (lambda n: book(merged(n)), limits.MERGED, "merged"),
    "sheets": (
        lambda n: book(PLAIN, None, **{f"s{number}": sheet("") for number in range(n - 1)}),
        limits.SHEETS,
        "sheets",
    ),
    "pictures": (
        lambda n: book(PLAIN, drawn(anchored("absoluteAnchor", "", *["p1"] * n), p1=photo())),
        limits.PICTURES,
        "pictures",
    ),
    "span": (
        lambda n: word(w_table(w_tc("a", f'<w:gridSpan w:val="{n}"/>'))),
        limits.SPAN,
        "merged",
    ),
    "entries": (lambda n: crowded(n - len(book_parts(PLAIN))), limits.ENTRIES, "entries"),
    "elements": (
        lambda n: stored_book(PLAIN, {"xl/a.xml": f"<a>{'<b/>' * (n - 1)}</a>"}),
        limits.ELEMENTS,
        "elements",
    ),
    "elements of a Word part": (
        lambda n: stored_word("", {"word/a.xml": f"<a>{'<b/>' * (n - 1)}</a>"}),
        limits.WORD_ELEMENTS,
        "elements",
    ),
    "depth": (lambda n: book(PLAIN, {"xl/a.xml": "<a>" * n + "</a>" * n}), limits.DEPTH, "damaged"),
    "characters of a cell": (
        lambda n: book(sheet(row(1, text_cell("A1", "字" * n)))),
        limits.TEXT,
        "text",
    ),
    "characters of a Word cell": (lambda n: word(w_table(w_tc("字" * n))), limits.TEXT, "text"),
    "bytes of a part": (lambda n: part("xl/a.xml", n), limits.PART, "part"),
    "bytes of a Word part": (lambda n: part("word/a.xml", n), limits.WORD_PART, "part"),
    "ratio": (swelling, limits.RATIO, "ratio"),
    "bytes unpacked": (unpacking, limits.UNPACKED, "unpacks"),
    "bytes packed": (large, limits.PACKED, "large"),
}


@pytest.mark.parametrize("what", LIMITS)
def test_a_limit_is_where_it_is_said_to_be(what: str) -> None:
    make, most, reason = LIMITS[what]
    assert refused(make(most + 1)) == reason
    everything(make(most))


# damage


def good_files() -> list[bytes]:
    cells = [
        text_cell("A1", "学校"),
        '<c r="B1"><v>43963</v></c>',
        wps_cell("C1", "ID_1"),
        excel_cell("D1", 1),
    ]
    place = corner("from", 0, 0) + corner("to", 1, 2)
    workbook = book(
        sheet(row(1, *cells), '<mergeCells><mergeCell ref="A1:A3"/></mergeCells>'),
        {
            **drawn(anchored("twoCellAnchor", place, "p1"), p1=photo()),
            **of_wps(ID_1=photo(orientation=3)),
            **{key: value for key, value in of_excel(photo()).items() if "media" not in key},
            "xl/media/image1.png": photo(),
        },
    )
    text_file = word(
        w_p("题") + w_table(w_tc("月份", '<w:gridSpan w:val="2"/>'), w_tc("五月") + w_tc("x"))
    )
    return [workbook, text_file]


def test_the_good_files_are_good() -> None:
    for data in good_files():
        everything(data)


@pytest.mark.parametrize("which", [0, 1])
def test_random_damage_is_refused_or_read_and_never_a_traceback(which: int) -> None:
    good, chance = good_files()[which], random.Random(which)
    outcomes = {"read": 0, "refused": 0}
    for _ in range(2_500):
        data = bytearray(good)
        for _ in range(chance.randint(1, 4)):
            data[chance.randrange(len(data))] = chance.randrange(256)
        if chance.random() < 0.2:
            del data[chance.randrange(len(data)) :]
        try:
            everything(bytes(data))
            outcomes["read"] += 1
        except Refused:
            outcomes["refused"] += 1
    assert min(outcomes.values()) > 50, outcomes


@pytest.mark.parametrize("which", [0, 1])
def test_damage_inside_parts_is_refused_or_read_and_never_a_traceback(which: int) -> None:
    with zipfile.ZipFile(BytesIO(good_files()[which])) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    chance = random.Random(which)
    for _ in range(1_500):
        name = chance.choice(sorted(parts))
        part = bytearray(parts[name])
        for _ in range(chance.randint(1, 3)):
            place = chance.randrange(len(part))
            swap = chance.choice(
                [bytes([chance.randrange(256)]), b"", b"-1", b"999999999999", part[:9]]
            )
            part[place : place + chance.randint(0, 3)] = swap
        try:
            everything(packed({**parts, name: bytes(part)}, zipfile.ZIP_STORED))
        except Refused:
            continue


def test_damage_to_an_archive_is_refused_or_read() -> None:
    good, chance = packed({"照片/1.jpg": photo(), "a.pdf": b"%PDF-1"}), random.Random(3)
    for _ in range(1_000):
        data = bytearray(good)
        data[chance.randrange(len(data))] = chance.randrange(256)
        try:
            attachments_in_zip(bytes(data))
        except Refused:
            continue


def test_unsafe_names_its_part() -> None:
    with pytest.raises(Unsafe, match="vbaProject"):
        look_through(book(PLAIN, {"xl/vbaProject.bin": b"x"}))
