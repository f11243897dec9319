"""Files of answers: every encoding that spreadsheets save, no link, no excess, and the place of every cell."""

from __future__ import annotations

import csv
import io
import os
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pairing_cli.load import limits
from pairing_cli.load.positions import Positions
from pairing_cli.load.programme import Loaded, load
from pairing_cli.load.tables import parse_table, span_of
from pairing_cli.load.tree import FolderTree
from pairing_cli.model.places import TOP, At, Span
from pairing_cli.rules import check
from pairing_cli.rules.surveys import RULES
from tests.command import pairing
from tests.programmes import BASE, write

FILE = "answers/homes.csv"
SURVEY = (
    f"surveys: [{{id: homes, title: 测评, by: 科, out_of: 100, date: 2020-12-10, answers: {FILE}}}]"
)
TEXT = "结对,分数,意见\none,92,好\none,９０,谢谢\n"


def read(root: Path, content: str | bytes) -> Loaded:
    return load(
        FolderTree(write(root, {"programme.yaml": BASE, "surveys.yaml": SURVEY, FILE: content}))
    )


def codes(loaded: Loaded) -> list[str]:
    found = check(loaded.repository, RULES, date(2020, 12, 31))
    return [each.message.key for each in (*loaded.diagnostics, *found)]


ENCODED = {
    "UTF-8": TEXT.encode(),
    "UTF-8 with a mark": TEXT.encode("utf-8-sig"),
    "GB18030": TEXT.encode("gb18030"),
    "GBK": TEXT.encode("gbk"),
    "CRLF": TEXT.replace("\n", "\r\n").encode("gb18030"),
    "old Mac": TEXT.replace("\n", "\r").encode(),
    "no last line end": TEXT.rstrip("\n").encode(),
}


@pytest.mark.parametrize("name", ENCODED)
def test_what_spreadsheets_save_is_read_alike(name: str, tmp_path: Path) -> None:
    loaded = read(tmp_path, ENCODED[name])
    assert codes(loaded) == []
    cells = [row.cells for row in loaded.repository.answers[FILE].rows]
    assert cells == [("结对", "分数", "意见"), ("one", "92", "好"), ("one", "９０", "谢谢")]
    assert FILE in loaded.repository.files


def test_a_link_is_not_followed_and_a_pipe_not_waited_for(tmp_path: Path) -> None:
    outside = tmp_path / "outside.csv"
    outside.write_text(TEXT, "utf-8")
    root = write(tmp_path / "in", {"programme.yaml": BASE, "surveys.yaml": SURVEY})
    (root / "answers").mkdir()
    (root / FILE).symlink_to(outside)
    assert codes(load(FolderTree(root))) == ["J020.link"]
    (root / FILE).unlink()
    os.mkfifo(root / FILE)
    assert codes(load(FolderTree(root))) == ["J020.link"]
    (root / FILE).unlink()
    (root / "answers").rmdir()
    (tmp_path / "beside").mkdir()
    outside.rename(tmp_path / "beside" / "homes.csv")
    (root / "answers").symlink_to(tmp_path / "beside")
    assert codes(load(FolderTree(root))) == ["J020.link"]
    assert FILE not in load(FolderTree(root)).repository.files


LIMITS = [
    ("ANSWERS_BYTES", len(TEXT.encode()), "J020.large"),
    ("ANSWERS", 2, "J020.rows"),
    ("CELL", 3, "J020.cell"),
    ("TOTAL_BYTES", len((BASE + SURVEY + TEXT).encode()), "F021.bytes"),
]


@pytest.mark.parametrize(("name", "most", "code"), LIMITS)
def test_limits_at_their_value_and_one_above(
    name: str, most: int, code: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, name, most)
    assert codes(read(tmp_path, TEXT)) == []
    monkeypatch.setattr(limits, name, most - 1)
    assert codes(read(tmp_path, TEXT)) == [code]


def test_lines_of_answers_are_never_shown(tmp_path: Path) -> None:
    read(tmp_path, "结对,姓名,意见,分数\none,某家长,不好说,920\n")
    assert Positions(FolderTree(tmp_path)).source(FILE, 2) == ""
    ran = pairing("validate", tmp_path, "--lang", "en", "--as-of", "2020-12-31")
    assert f"{FILE}:2:13: error J023" in ran.out
    assert "920 is not between 0 and the full marks 100" in ran.out
    assert f"{FILE}:1:4: error J026" in ran.out
    assert "某家长" not in ran.out and "不好说" not in ran.out


def test_an_unknown_person_is_masked(tmp_path: Path) -> None:
    read(tmp_path, "姓名,分数\n欧阳示例,92\n")
    for language in ("zh", "en"):
        ran = pairing("validate", tmp_path, "--lang", language, "--as-of", "2020-12-31")
        assert "J022" in ran.out and "欧***" in ran.out and "欧阳" not in ran.out


cells = st.lists(
    st.lists(st.text("好a,\"\n '", max_size=6), min_size=1, max_size=5), min_size=1, max_size=6
)


@given(cells, st.sampled_from([csv.QUOTE_MINIMAL, csv.QUOTE_ALL]))
def test_every_cell_is_found_where_it_stands(rows: list[list[str]], quoting: int) -> None:
    stream = io.StringIO()
    csv.writer(stream, quoting=quoting, lineterminator="\n").writerows(rows)  # type: ignore[arg-type]
    text = stream.getvalue()
    lines = text.split("\n")
    kept = [row for row in rows if any(map(str.strip, row))]
    table = parse_table("a.csv", text)
    assert [list(row.cells) for row in table.rows] == kept
    for row in table.rows:
        for number, cell in enumerate(row.cells):
            span = span_of(lines, (row.line, number))
            assert next(csv.reader(io.StringIO(cut(lines, span)))) == [cell] or not cell


def cut(lines: list[str], span: Span) -> str:
    """The text between two places."""
    if span.line == span.end_line:
        return lines[span.line - 1][span.column - 1 : span.end_column - 1] + "\n"
    first, last = lines[span.line - 1][span.column - 1 :], lines[span.end_line - 1]
    return "\n".join([first, *lines[span.line : span.end_line - 1], last[: span.end_column - 1]])


def test_a_place_that_is_not_there_is_the_nearest_that_is(tmp_path: Path) -> None:
    read(tmp_path, TEXT)
    positions = Positions(FolderTree(tmp_path))
    assert positions.span(At(FILE)) == TOP
    assert positions.span(At(FILE, (2,))) == Span(2, 1, 2, 9)
    assert positions.span(At(FILE, (2, 1))) == Span(2, 5, 2, 7)
    assert positions.span(At(FILE, (2, 9))) == Span(2, 1, 2, 1)
    assert positions.span(At(FILE, (99, 0))) == TOP
    assert positions.span(At("answers/none.csv", (2, 0))) == TOP
