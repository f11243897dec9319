"""Text → data: scalars stay text, places are right, and both parsers agree."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pairing_cli.load import limits
from pairing_cli.load import quick as quick_way
from pairing_cli.load.decode import decode
from pairing_cli.load.events import parse
from pairing_cli.load.slips import conflict, slips
from pairing_cli.model.places import Span
from tests.programmes import REPOSITORY

EXAMPLES = sorted((REPOSITORY / "examples").rglob("*.yaml"))
BROKEN = [
    "a: [1, 2\nb: 3",
    "a:\n\t- b",
    "x: *重点*",
    "a: x: y",
    "a: 'b\nc: d",
    "helper：西街\nb: 1",
    "a: {b: 1，c: 2}",
    "? [a]\n: b",
    "- a\nb: c",
    "a: 1\na: 2",
    "a: @x",
    "a:\n  - kind:b\n    date: c",
    "a:\n  - kind:b",
    "a:\n\u3000\u3000- kind: b",
    'a:\n  - b: "1\n    c: "2"\n',
]

SCALARS = [
    *("yes", "no", "on", "off", "true", "True", "TRUE", "y", "N"),
    *("0", "00", "007", "010", "0o10", "0x1F", "0b1", "1_000", "1,000", "+1", "-1"),
    *("1.0", "1.", ".5", "1e3", "1E3", ".inf", ".nan", "-.INF", "12:30", "1:2:3"),
    *("013800138000", "110101199003070001", "2020-02-30", "2020-04-15", "2020-4-15"),
    *("2020-04-15 10:00:00", "2020-04-15T10:00:00Z", "2001-12-14t21:59:43.10-05:00"),
    *(
        "100%",
        "a b",
        "a#b",
        "中文",
        "屈  锋",
        "（甲）",
        "=1+1",
        "<",
        "a:b",
        "http://x",
        "C:\\x",
    ),
]


@pytest.mark.parametrize("text", SCALARS)
def test_plain_scalars_stay_the_text_they_are(text: str) -> None:
    assert parse(f"a: {text}\n").data == {"a": text}


@pytest.mark.parametrize("text", ["", "~", "null"])
def test_only_these_are_empty(text: str) -> None:
    assert parse(f"a: {text}\n").data == {"a": None}
    assert parse(f'a: "{text}"\n').data == {"a": text}


@given(st.text(st.characters(exclude_categories=("Cs", "Cc", "Co", "Cn", "Zl", "Zp")), max_size=60))
def test_quoted_texts_come_back(text: str) -> None:
    quoted = text.replace("\\", "\\\\").replace('"', '\\"')
    if "\ufeff" not in text:
        assert parse(f'a: "{quoted}"\n').data == {"a": text}


def test_places_are_those_of_the_editor() -> None:
    parsed = parse(
        "活动:\n  - 名称: 送课 😀 指导\n    份数: 5\n  - {a: [甲, 乙], b: c}\n", places=True
    )
    assert parsed.values["活动", 0, "名称"] == Span(2, 9, 2, 16)
    assert parsed.keys["活动", 0, "份数"] == Span(3, 5, 3, 7)
    assert parsed.values["活动", 1, "a", 1] == Span(4, 13, 4, 14)
    assert parsed.values["活动", 1] == Span(4, 5, 4, 22)
    assert parsed.values[()].line == 1


def routes(data: Any, route: tuple[Any, ...] = ()) -> set[tuple[Any, ...]]:
    found = {route}
    if isinstance(data, dict):
        for key, value in data.items():
            found |= routes(value, (*route, key))
    elif isinstance(data, list):
        for index, value in enumerate(data):
            found |= routes(value, (*route, index))
    return found


@pytest.mark.parametrize("path", EXAMPLES[:12], ids=lambda path: path.stem)
def test_every_value_has_a_place_and_places_change_no_data(path: Path) -> None:
    text = path.read_text("utf-8")
    placed, quick = parse(text, places=True), parse(text)
    assert placed.data == quick.data
    assert set(placed.values) == routes(quick.data)


@pytest.mark.parametrize("text", [*BROKEN, *(path.read_text("utf-8") for path in EXAMPLES[:3])])
def test_without_the_c_parser_everything_is_the_same(
    text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    quick = parse(text)
    monkeypatch.setattr(quick_way, "CParser", None)
    slow = parse(text)
    if "*" not in text:  # the pure parser takes any letters as an alias's name
        assert (slow.data, slow.fatal) == (quick.data, quick.fatal)
    assert [trouble.code for trouble in slow.troubles] == [t.code for t in quick.troubles]


PIECES = (
    "a: ",
    "b: ",
    "a",
    "中",
    "- ",
    "\n",
    "  ",
    "[",
    "]",
    "{",
    "}",
    ", ",
    "~",
    "&x ",
    "*x",
    "!",
    "#",
    "'",
)


@given(st.lists(st.sampled_from(PIECES), max_size=24).map("".join))
def test_the_quick_way_gives_what_the_close_look_gives(text: str) -> None:
    quick = quick_way.ordinary(text)
    close = parse(text, places=True)
    if quick is not None:
        assert (close.data, close.troubles, close.fatal) == (quick, [], False)


@given(st.text("aA：: -[]{}#&*!|>'\"%@`,?\n\t中1\\\u3000\u00a0", max_size=80))
def test_no_text_breaks_the_reader(text: str) -> None:
    for places in (False, True):
        parsed = parse(text, places=places)
        for trouble in parsed.troubles:
            assert trouble.span is None or min(trouble.span.line, trouble.span.column) >= 1


SLIP = "\u3000\u00a0 -{kind：:[],x\n\t"


@given(st.lists(st.sampled_from([*SLIP, "kind:", "id: a", "\n  "]), max_size=40).map("".join))
def test_slips_are_found_where_they_stand(text: str) -> None:
    lines = text.split("\n")
    for found in slips(text):
        assert found.span is not None
        assert lines[found.span.line - 1][found.span.column - 1] in "：:\u3000\u00a0"


@pytest.mark.parametrize(
    ("data", "key"),
    [(b"a: 1\r\n", "F008"), (b"a: 1\r", "F008.cr"), (b"a: 1\r\nb: 2\r", "F008.mixed")],
)
def test_line_ends_are_called_what_they_are(data: bytes, key: str) -> None:
    found = decode(data).troubles[0].diagnostic("x.yaml")
    assert found.message.key == key


def test_the_marks_of_a_conflict_are_named_by_their_lines() -> None:
    found = conflict("a: 1\n<<<<<<< HEAD\nb: 2\n=======\nb: 3\n>>>>>>> x\n")
    assert found is not None and found.span is not None
    assert (found.span.line, found.facts["others"]) == (2, (4, 6))


@given(st.binary(max_size=200))
def test_no_bytes_break_the_reader(data: bytes) -> None:
    found = decode(data)
    assert found.text is not None or found.troubles


@pytest.mark.parametrize(
    ("limit", "make"),
    [
        ("SCALAR", lambda n: "a: " + "x" * n),
        ("NODES", lambda n: "[" + "1," * (n - 2) + "1]"),
        ("DEPTH", lambda n: "[" * n + "]" * n),
    ],
)
def test_limits_hold_at_their_value_and_break_one_above(limit: str, make: Any) -> None:
    most = getattr(limits, limit)
    assert parse(make(most)).troubles == []
    assert [trouble.code for trouble in parse(make(most + 1)).troubles] != []
