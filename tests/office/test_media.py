"""Pictures come out of forms with their cells and without their places; attachments with their names."""

from __future__ import annotations

import struct
import zipfile
import zlib
from datetime import date
from hashlib import sha256
from io import BytesIO
from pathlib import Path

import pytest

from pairing_cli.load.exif import taken_on
from pairing_cli.messages import text
from pairing_cli.office import limits
from pairing_cli.office.attachments import attachments_in_folder, attachments_in_zip
from pairing_cli.office.exif import kept
from pairing_cli.office.media import Loss, Media, duplicates, item_of, pictures_of
from pairing_cli.office.package import Refused
from pairing_cli.office.photographs import photograph
from pairing_cli.office.word import read_word
from pairing_cli.office.workbook import read_workbook
from tests.office.files import (
    GPS,
    TELEPHONE,
    Parts,
    anchored,
    blip,
    book,
    chunk,
    corner,
    drawn,
    excel_cell,
    jpeg,
    of_excel,
    of_wps,
    packed,
    photo,
    png,
    relations,
    row,
    segment,
    sheet,
    text_cell,
    tiff,
    w_table,
    w_tc,
    word,
    wps_cell,
)

EMU = 12_700
"""In a point."""


def pictures(data: bytes) -> Media:
    return pictures_of(read_workbook(data))


def addresses(found: Media) -> list[str]:
    return [each.where.address for each in found.items if each.where]


# cameras' notes


def said(data: bytes) -> bytes:
    found = photograph(data)
    assert found is not None
    return found.data


@pytest.mark.parametrize("order", ["<", ">"])
def test_a_photograph_keeps_its_day_and_which_way_up_it_is_and_nothing_else(order: str) -> None:
    exif = segment(0xE1, b"Exif\0\0" + tiff(order))
    found = said(jpeg(exif))
    assert taken_on(found) == date(2020, 5, 12)
    block = found[found.index(b"Exif\0\0") + 6 :]
    assert (kept(block).moment, kept(block).orientation) == (b"2020:05:12 09:30:00", 6)
    assert GPS not in found and TELEPHONE not in found


def test_no_note_of_a_telephone_is_left_anywhere() -> None:
    found = said(photo())
    assert GPS not in found and b"MPF" not in found and b"xap" not in found
    assert b"ICC_PROFILE" in found and found.endswith(b"\xff\xd9")


def test_the_picture_itself_is_left_as_it_is() -> None:
    plain = jpeg()
    assert said(photo()).endswith(plain[2:])


def test_a_photograph_without_notes_gets_none() -> None:
    assert b"Exif" not in said(jpeg())
    assert said(said(photo())) == said(photo())


def test_photographs_of_one_picture_are_the_same_wherever_they_were_taken() -> None:
    elsewhere = photo().replace(GPS, bytes(reversed(GPS)))
    assert elsewhere != photo() and said(elsewhere) == said(photo())


def test_png_and_webp_lose_their_notes_too() -> None:
    noted = png(2, 3, chunk(b"eXIf", tiff()), chunk(b"tEXt", GPS), chunk(b"iTXt", GPS))
    found = photograph(noted + GPS)
    assert found is not None and (found.width, found.height) == (2, 3)
    assert GPS not in found.data and b"2020:05:12 09:30:00" in found.data
    body = (
        b"WEBPVP8X"
        + struct.pack("<I", 10)
        + b"\x0c\0\0\0\4\0\0\6\0\0"
        + b"EXIF"
        + struct.pack("<I", 18)
        + GPS
        + b"\0"
    )
    webp = photograph(b"RIFF" + struct.pack("<I", len(body)) + body)
    assert webp is not None and (webp.width, webp.height) == (5, 7)
    assert GPS not in webp.data and webp.data[20] == 0


@pytest.mark.parametrize(
    "data", [b"", b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"GIF89a", jpeg()[:40], b"BM"]
)
def test_a_damaged_picture_is_none(data: bytes) -> None:
    assert photograph(data) is None


@pytest.mark.parametrize(
    ("data", "key"),
    [
        (b"\0\0\0\x18ftypheic" + bytes(20), "item-kind"),
        (b"II*\0" + bytes(20), "item-kind"),
        (b"MZ" + bytes(20), "item-kind"),
        (b"<html></html>", "item-kind"),
        (b"\xff\xd8\xff\xe0", "item-damaged"),
        (png(8_000, 5_001), "item-pixels"),
        (jpeg() + bytes(limits.PICTURE), "item-large"),
    ],
)
def test_what_cannot_be_taken_over_says_why(data: bytes, key: str) -> None:
    found = item_of(data, "照片.jpg")
    assert isinstance(found, Loss) and found.message.key == f"office.{key}"
    assert "照片.jpg" in text(found.message, "zh")


def test_limits_of_pictures_are_where_they_are_said_to_be() -> None:
    assert not isinstance(item_of(png(8_000, 5_000), "a"), Loss)
    padded = png(1, 1, chunk(b"pHYs", bytes(limits.PICTURE - len(png()) - 12)))
    assert len(padded) == limits.PICTURE
    assert not isinstance(item_of(padded, "a"), Loss)
    assert isinstance(item_of(padded + b"x", "a"), Loss)


# where pictures stand


@pytest.mark.parametrize(
    ("place", "address"),
    [
        (corner("from", 2, 6) + corner("to", 3, 7), "表1!C7"),
        (corner("from", 2, 5, down=14 * EMU) + corner("to", 3, 7, down=2 * EMU), "表1!C7"),
        (corner("from", 1, 6) + corner("to", 1, 6), "表1!B7"),
    ],
)
def test_a_floating_picture_belongs_to_the_cell_under_its_middle(place: str, address: str) -> None:
    parts = drawn(anchored("twoCellAnchor", place, "p1"), p1=photo())
    assert addresses(pictures(book(sheet(""), parts))) == [address]


def test_high_rows_and_wide_columns_are_reckoned_with() -> None:
    place = corner("from", 0, 0) + f'<xdr:ext cx="{9525 * 7 * 60}" cy="{100 * EMU}"/>'
    parts = drawn(anchored("oneCellAnchor", place, "p1"), p1=photo())
    high = sheet(
        '<row r="1" ht="20"/><row r="2" ht="90"/>',
        before='<cols><col min="1" max="1" width="10"/><col min="2" max="2" width="80"/></cols>',
    )
    assert addresses(pictures(book(high, parts))) == ["表1!B2"]
    absolute = f'<xdr:pos x="0" y="0"/><xdr:ext cx="9525" cy="{100 * EMU}"/>'
    parts = drawn(anchored("absoluteAnchor", absolute, "p1"), p1=photo())
    assert addresses(pictures(book(high, parts))) == ["表1!A2"]


def test_an_anchor_without_end_is_no_matter() -> None:
    place = corner("from", 0, 0) + corner("to", 999_999_999, 999_999_999)
    parts = drawn(anchored("twoCellAnchor", place, "p1"), p1=photo())
    assert addresses(pictures(book(sheet(""), parts))) == ["表1!A1"]
    place = corner("from", 0, 0) + '<xdr:ext cx="99999999999" cy="99999999999"/>'
    parts = drawn(anchored("oneCellAnchor", place, "p1"), p1=photo())
    assert len(addresses(pictures(book(sheet(""), parts)))) == 1


def test_pictures_of_wps_stand_in_their_cells() -> None:
    first, second = photo(), photo(orientation=3)
    rows = row(1, text_cell("A1", "送课"), wps_cell("B1", "ID_2")) + row(2, wps_cell("B2", "ID_1"))
    found = pictures(book(sheet(rows), of_wps(ID_1=first, ID_2=second)))
    assert addresses(found) == ["表1!B1", "表1!B2"]
    assert [each.data for each in found.items] == [said(second), said(first)]
    assert found.items[0].sha256 == sha256(said(second)).hexdigest()


def test_a_picture_of_wps_in_a_merged_cell_is_one_picture() -> None:
    merge = '<mergeCells><mergeCell ref="B1:B3"/></mergeCells>'
    found = pictures(book(sheet(row(1, wps_cell("B1", "ID_1")), merge), of_wps(ID_1=photo())))
    assert addresses(found) == ["表1!B1"]


def test_pictures_that_excel_keeps_in_cells() -> None:
    rows = row(1, excel_cell("A1", 1), excel_cell("B1", 2))
    first, second = png(grey=1), png(grey=2)
    found = pictures(book(sheet(rows), of_excel(first, second)))
    assert addresses(found) == ["表1!A1", "表1!B1"]
    assert [each.data for each in found.items] == [second, first]


def test_a_picture_that_is_not_in_the_file_is_missed() -> None:
    found = pictures(book(sheet(row(1, wps_cell("B1", "ID_9"))), of_wps(ID_1=photo())))
    assert [each.message.key for each in found.losses] == ["office.item-missing"]
    assert "表1!B1" in text(found.losses[0].message, "zh")


def test_a_linked_picture_and_a_drawing_are_told() -> None:
    place = corner("from", 0, 0) + corner("to", 1, 1)
    parts = drawn(anchored("twoCellAnchor", place, "p1", "p2"), p1=b"\1\0\0\0EMF", p2=b"")
    parts["xl/drawings/_rels/drawing1.xml.rels"] = relations(
        p1=("image", "../media/p1.bin"), p2=("image", "http://x.invalid/p.png")
    )
    found = pictures(book(sheet(""), parts))
    assert [each.message.key for each in found.losses] == [
        "office.item-drawing",
        "office.item-linked",
    ]


def test_pictures_in_word_tables_stand_in_their_cells() -> None:
    old = '<w:p><w:r><w:pict><v:shape><v:imagedata r:id="rId9"/></v:shape></w:pict></w:r></w:p>'
    new = f"<w:p><w:r><w:drawing>{blip('rId8')}</w:drawing></w:r></w:p>"
    body = new + w_table(w_tc("五月") + w_tc(new + old), w_tc("六月") + w_tc(old))
    parts: Parts = {
        "word/_rels/document.xml.rels": relations(
            rId8=("image", "media/a.jpeg"), rId9=("image", "media/b.png")
        ),
        "word/media/a.jpeg": photo(),
        "word/media/b.png": png(),
    }
    found = pictures_of(read_word(word(body, parts)))
    assert addresses(found) == ["", "1!B1", "1!B1", "1!B2"]
    assert [each.kind for each in found.items] == ["jpeg", "jpeg", "png", "png"]


def test_the_same_picture_twice_is_found() -> None:
    found = pictures(
        book(
            sheet(row(1, wps_cell("A1", "ID_1"), wps_cell("B1", "ID_2"), wps_cell("C1", "ID_3"))),
            of_wps(ID_1=photo(), ID_2=png(), ID_3=photo().replace(GPS, bytes(len(GPS)))),
        )
    )
    (group,) = duplicates(found.items)
    assert [each.where.address for each in group if each.where] == ["表1!A1", "表1!C1"]


# attachments


def zipped(*names: bytes | str) -> bytes:
    """An archive whose names are written as bytes, without saying in which encoding."""
    raw = [name if isinstance(name, bytes) else name.encode("gb18030") for name in names]
    stands = [chr(97 + number) * len(name) for number, name in enumerate(raw)]
    data = packed({stand: png(number) for number, stand in enumerate(stands, 1)})
    for stand, name in zip(stands, raw, strict=True):
        data = data.replace(stand.encode(), name)
    return data


def names(data: bytes) -> list[str]:
    return [each.name for each in attachments_in_zip(data).items]


CHINESE = ["西街小学/4月 送课/照片01.jpg", "联通.jpg", "听课记录（屈锋）.jpg"]


def test_names_of_archives_made_on_chinese_windows() -> None:
    assert names(zipped(*CHINESE)) == CHINESE


def test_a_name_that_stands_twice_is_told_as_it_was_meant() -> None:
    with pytest.raises(Refused) as caught:
        attachments_in_zip(zipped("照片/一.jpg", "照片/一.jpg"))
    assert caught.value.reason == "entry"
    assert "照片/一.jpg" in text(caught.value.message, "zh")


def test_names_in_utf8_that_do_not_say_so() -> None:
    assert names(zipped(*(name.encode() for name in CHINESE))) == CHINESE


def test_names_in_utf8_that_say_so() -> None:
    assert names(packed({name: png() for name in CHINESE})) == CHINESE


def test_a_name_written_beside_the_other_one() -> None:
    raw = "照片.jpg".encode("gb18030")
    beside = b"\1" + struct.pack("<L", zlib.crc32(raw)) + "照片😀.jpg".encode()
    info = zipfile.ZipInfo("x" * len(raw))
    info.extra = struct.pack("<HH", 0x7075, len(beside)) + beside
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(info, png())
    assert names(out.getvalue().replace(b"x" * len(raw), raw)) == ["照片😀.jpg"]


def test_what_programs_leave_behind_is_passed_over() -> None:
    junk = ("__MACOSX/._a.jpg", ".DS_Store", "a/Thumbs.db", "~$方案.docx", "a/desktop.ini")
    found = attachments_in_zip(
        packed({"a/": "", **dict.fromkeys(junk, b"x"), "a/b.pdf": b"%PDF-1"})
    )
    assert [(each.name, each.kind) for each in found.items] == [("a/b.pdf", "pdf")]
    assert found.losses == ()


def test_attachments_that_cannot_be_taken_over() -> None:
    found = attachments_in_zip(
        packed({"a.zip": packed({"x": "y"}), "b.jpg": b"MZ", "c.pdf": b"", "d.txt": b"text"})
    )
    keys = {each.name: each.message.key for each in found.losses}
    assert keys == {
        "a.zip": "office.item-archive",
        "b.jpg": "office.item-kind",
        "c.pdf": "office.item-empty",
    }
    assert [each.name for each in found.items] == ["d.txt"]


@pytest.mark.parametrize("name", ["../a.jpg", "/etc/a.jpg", "c:/a.jpg", "a/../../b.jpg"])
def test_an_archive_that_leads_out_is_refused(name: str) -> None:
    with pytest.raises(Refused) as caught:
        attachments_in_zip(packed({name: png()}))
    assert caught.value.reason == "entry"


def test_an_archive_of_too_many_files_is_refused() -> None:
    attachments_in_zip(packed({f"{n}.txt": "x" for n in range(limits.ENTRIES)}))
    with pytest.raises(Refused) as caught:
        attachments_in_zip(packed({f"{n}.txt": "x" for n in range(limits.ENTRIES + 1)}))
    assert caught.value.reason == "entries"


def test_a_folder_is_read_without_following_links(tmp_path: Path) -> None:
    (tmp_path / "in" / "四月").mkdir(parents=True)
    (tmp_path / "secret.jpg").write_bytes(photo())
    (tmp_path / "in" / "四月" / "照片.jpg").write_bytes(photo())
    (tmp_path / "in" / "方案.docx").write_bytes(packed({"a": "b"}))
    (tmp_path / "in" / "link.jpg").symlink_to(tmp_path / "secret.jpg")
    (tmp_path / "in" / "folder").symlink_to(tmp_path)
    found = attachments_in_folder(tmp_path / "in")
    assert [(each.name, each.kind) for each in found.items] == [
        ("四月/照片.jpg", "jpeg"),
        ("方案.docx", "zip"),
    ]
    assert GPS not in found.items[0].data


def test_a_folder_of_too_many_files_is_refused(tmp_path: Path) -> None:
    for number in range(limits.ENTRIES + 1):
        (tmp_path / f"{number}.txt").write_text("x")
    with pytest.raises(Refused) as caught:
        attachments_in_folder(tmp_path)
    assert caught.value.reason == "entries"


def test_the_size_of_attachments_is_where_it_is_said_to_be(tmp_path: Path) -> None:
    sparse(tmp_path / "a.pdf", limits.ATTACHMENT)
    assert [each.name for each in attachments_in_folder(tmp_path).items] == ["a.pdf"]
    sparse(tmp_path / "b.pdf", limits.ATTACHMENT + 1)
    assert [each.message.key for each in attachments_in_folder(tmp_path).losses] == [
        "office.item-large"
    ]


def test_the_size_of_all_attachments_is_where_it_is_said_to_be(tmp_path: Path) -> None:
    for number in range(3):
        sparse(tmp_path / f"{number}.pdf", limits.ATTACHMENT)
    sparse(tmp_path / "3.pdf", limits.ARCHIVE - 3 * limits.ATTACHMENT)
    assert len(attachments_in_folder(tmp_path).items) == 4
    (tmp_path / "4.pdf").write_bytes(b"x")
    with pytest.raises(Refused) as caught:
        attachments_in_folder(tmp_path)
    assert caught.value.reason == "unpacks"


def sparse(path: Path, size: int) -> None:
    with path.open("wb") as stream:
        stream.truncate(size)


def test_the_documented_limits_are_those_of_the_code() -> None:
    page = (Path(__file__).parents[2] / "docs" / "limits.md").read_text("utf-8")
    rows = {line.split("|")[1].strip(): line for line in page.splitlines() if line.count("|") > 2}
    said = {
        "an Excel or Word file that is handed in": [
            *(
                f"{size // limits.MIB} MiB"
                for size in (limits.PACKED, limits.UNPACKED, limits.PART)
            ),
            f"Word {limits.WORD_PART // limits.MIB} MiB",
            f"{limits.ENTRIES:,} parts",
            f"{limits.RATIO} times",
        ],
        "a sheet of it": [
            f"{n:,}" for n in (limits.ROWS, limits.CELLS, limits.MERGED, limits.ELEMENTS)
        ],
        "what is read of a sheet": [f"{limits.BLANK_ROWS} blank", f"{limits.COLUMNS} columns"],
        "sheets and pictures in it": [f"{limits.SHEETS} sheets", f"{limits.PICTURES:,} pictures"],
        "a Word table of it": [
            f"{limits.SPAN} columns",
            f"{limits.WORD_ELEMENTS:,}",
            f"{limits.WORD_CELLS:,}",
        ],
        "a cell that is handed in": [f"{limits.TEXT:,}"],
        "a picture that is handed in": [
            f"{limits.PICTURE // limits.MIB} MiB",
            f"{limits.PIXELS // 10**6} million",
        ],
        "attachments": [
            f"{limits.ATTACHMENT // limits.MIB} MiB",
            f"{limits.ARCHIVE // limits.MIB} MiB",
        ],
    }
    for what, figures in said.items():
        for figure in figures:
            assert figure in rows[what], (what, figure)
