"""What a coordinator gets wrong, put right one by one, and what is left alone because it is open."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pairing_cli.edit.repair import formatted, repaired
from pairing_cli.load.events import parse

GOOD = "activities:\n  - id: a\n    date: 2020-04-15\n    title: 送课\n"

MENDED = [
    ("a full-width colon", GOOD.replace("date: ", "date："), "F018"),
    ("one with blanks around it", GOOD.replace("date: ", "date ： "), "F018"),
    ("several of them", GOOD.replace(": ", "："), "F018"),
    ("no blank after a colon", GOOD.replace("title: ", "title:"), "F017"),
    ("a full-width blank after a colon", GOOD.replace("date: ", "date:　"), "F026"),
    ("a no-break blank after a colon", GOOD.replace("date: ", "date:\u00a0"), "F026"),
    ("full-width blanks as indentation", GOOD.replace("    date", "　　date"), "F026"),
    ("no-break blanks as indentation", GOOD.replace("    date", "\u00a0" * 4 + "date"), "F026"),
    (
        "tabs as indentation",
        GOOD.replace("    date", "\t\tdate").replace("    title", "\t\ttitle"),
        "F019",
    ),
    ("a tab for four columns", GOOD.replace("    date", "\tdate"), "F019"),
    ("a date with dots", GOOD.replace("2020-04-15", "2020.4.15"), "S004"),
    ("a date with slashes", GOOD.replace("2020-04-15", "2020/4/15"), "S004"),
    ("a date in Chinese", GOOD.replace("2020-04-15", "2020年4月15日"), "S004"),
    ("a date in full-width digits", GOOD.replace("2020-04-15", "２０２０－４－１５"), "S004"),
    ("a date with a time", GOOD.replace("2020-04-15", "2020-04-15 00:00:00"), "S004"),
    ("a misspelt field", GOOD.replace("title", "titel"), "S002"),
    ("a field with a capital", GOOD.replace("date", "Date"), "S002"),
    ("a misspelt collection", GOOD.replace("activities", "activites"), "F023"),
    ("a byte order mark", "\ufeff" + GOOD, "F007"),
    ("line ends of Windows", GOOD.replace("\n", "\r\n"), "F008"),
    ("a character that takes no room", GOOD.replace("date: ", "date: \u200b"), "F009"),
]


@pytest.mark.parametrize(
    ("text", "code"), [case[1:] for case in MENDED], ids=[c[0] for c in MENDED]
)
def test_what_leaves_no_doubt_is_put_right(text: str, code: str) -> None:
    end = "\r\n" if "\r" in text else "\n"
    text += f"    pairing: x{end}    kind: y{end}"
    good = GOOD + "    pairing: x\n    kind: y\n"
    found = repaired("log.yaml", text.encode(), names=True)
    assert found.data.decode() == good
    assert {each.code for each in found.found} == {code}
    assert repaired("log.yaml", found.data, names=True).found == ()


FLOWS = [
    (
        "- {type: a， from: 乙校， received: 2020.4.1}",
        "- {type: a, from: 乙校, received: 2020-04-01}",
    ),
    (
        "- {type：a, from：乙校, received： 2020-04-01}",
        "- {type: a, from: 乙校, received: 2020-04-01}",
    ),
    (
        "- ｛type: a, from: 乙校, received: 2020-04-01｝",
        "- {type: a, from: 乙校, received: 2020-04-01}",
    ),
    (
        "- {type: “a”, from: 乙校, received: 2020-04-01, copies: ６份}",
        "- {type: “a”, from: 乙校, received: 2020-04-01, copies: 6}",
    ),
    (
        "- {type: a, from: [甲校, 乙校］, received: 2020-04-01}",
        "- {type: a, from: [甲校, 乙校], received: 2020-04-01}",
    ),
]


@pytest.mark.parametrize(("wrong", "right"), FLOWS)
def test_full_width_syntax_in_short_forms(wrong: str, right: str) -> None:
    head = "submissions:\n  "
    found = repaired(
        "a.yaml", (head + wrong.replace("type", "pairing: p, type", 1) + "\n").encode(), names=True
    )
    assert found.data.decode() == head + right.replace("type", "pairing: p, type", 1) + "\n"


OPEN = [
    "activities:\n  - id: a\n    date: 4月15日\n    kind: k\n    pairing: p\n",
    "activities:\n  - id: a\n    date: 2020-02-30\n    kind: k\n    pairing: p\n",
    "activities:\n  - id: a\n    note: |\n      date：这是正文\n      kind:正文\n    date: [\n",
    "people:\n  - name: 甲\n\tpost: 校长\n  organization: 乙\n",
    "people:\n  - {name: 甲\n  - {name: 乙}\n",
    "people:\n  - {name: 甲, nmae: 乙}\n",
    "people:\n  - {name: 甲, 备注栏: 乙}\n",
]


@pytest.mark.parametrize("text", OPEN)
def test_what_is_open_stays(text: str) -> None:
    assert repaired("a.yaml", text.encode(), names=True).data.decode() == text


def test_other_mistakes_do_not_keep_a_slip_from_being_mended() -> None:
    found = repaired("a.yaml", "people:\n  - name：甲\n  - {name: 乙\n".encode(), names=True)
    assert found.data.decode() == "people:\n  - name: 甲\n  - {name: 乙\n"
    assert not found.readable


LETTERS = "ab：，:,- \t\n　[]{}“”\"'|#2020.4.15日月年idatekn&*！\ufeff\u200b\r"


@given(st.text(alphabet=LETTERS, max_size=60))
def test_mending_ends_and_mending_again_changes_nothing(text: str) -> None:
    found = repaired("a.yaml", text.encode(), names=True, encode=True)
    assert repaired("a.yaml", found.data, names=True, encode=True).data == found.data


def test_formatting_renames_nothing() -> None:
    text = "people:\n  - {nmae: 甲, post: 校长}\n"
    assert formatted("a.yaml", text.encode()).data.decode() == text


ENCODINGS = ["gbk", "gb18030", "utf-16", "utf-16-le", "utf-16-be"]


@pytest.mark.parametrize("name", ENCODINGS)
def test_other_encodings_become_utf_8_on_request_only(name: str) -> None:
    text = "organizations:\n  - {title: 示例县实验小学, note: 帮扶学校}\n"
    data = text.encode(name)
    assert repaired("a.yaml", data, names=True).data == data
    found = repaired("a.yaml", data, names=True, encode=True)
    assert found.data.decode() == text
    assert [each.code for each in found.found] == ["F004" if name.startswith("gb") else "F005"]


NOT_ENCODED = [
    "標題: 國民小學教師專業發展".encode("big5"),
    "title: café naïve Universität".encode("latin-1"),
    b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR",
    "title: 甲校".encode()[:-1],
    "a: 甲".encode("utf-16") + b"\x00",
]


@pytest.mark.parametrize("data", NOT_ENCODED)
def test_bytes_that_leave_a_doubt_are_not_touched(data: bytes) -> None:
    assert repaired("a.yaml", data, names=True, encode=True).data == data


def test_what_was_mended_is_said_at_its_place() -> None:
    text = "activities:\n  - id: a\n    pairing: p\n    kind：k\n    date: 2020.4.15\n"
    found = repaired("a.yaml", text.encode(), names=True).found
    assert [(each.code, each.span.line, each.span.column) for each in found if each.span] == [
        ("F018", 4, 9),
        ("S004", 5, 11),
    ]
    assert parse(text).fatal
