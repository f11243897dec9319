"""``pairing form map``: what a table of somebody's own is, kept as a record and used by the import."""

from __future__ import annotations

from pathlib import Path

import pytest

from pairing_cli.load.programme import load
from pairing_cli.load.tree import FolderTree
from tests.command import Ran, pairing
from tests.forms.made import lists_of, made
from tests.forms.test_evidence import PROGRAMME, tree
from tests.forms.test_foreign import MERGED, REGISTER, workbook
from tests.programmes import write


@pytest.fixture
def root(tmp_path: Path) -> Path:
    kinds = "\n  - {id: observation, title: 观摩学习, direction: helped-to-helper}\ndocument_types:"
    return write(
        tmp_path / "programme",
        {"programme.yaml": PROGRAMME.replace("\ndocument_types:", kinds)},
    )


@pytest.fixture
def register(tmp_path: Path) -> Path:
    path = tmp_path / "登记表.xlsx"
    path.write_bytes(workbook(*REGISTER, merged=MERGED))
    return path


def mapped(root: Path, file: Path, *options: object) -> Ran:
    return pairing("form", "map", file, "--path", root, "--lang", "zh", *options)


def taken(root: Path, file: Path) -> Ran:
    return pairing(
        "form", "import", file, "--path", root, "--yes", "--lang", "zh", "--as-of", "2020-06-01"
    )


def test_without_a_terminal_a_proposal_is_shown_and_nothing_kept(
    root: Path, register: Path
) -> None:
    before = tree(root)
    ran = mapped(root, register)
    assert ran.code == 2
    assert "活动记录（activities）" in ran.out and "--yes" in ran.err
    assert tree(root) == before


def test_a_dry_run_shows_what_would_be_kept(root: Path, register: Path) -> None:
    before = tree(root)
    ran = mapped(root, register, "--dry-run")
    assert ran.code == 0
    assert "+      - {title: 活动时间, column: start}" in ran.out
    assert ran.err == ""
    assert tree(root) == before


def test_what_is_kept_is_imported_by_from_then_on(root: Path, register: Path) -> None:
    assert taken(root, register).code == 2
    assert mapped(root, register, "--yes").code == 0
    ran = taken(root, register)
    assert ran.code == 0, ran.out + ran.err
    loaded = load(FolderTree(root))
    assert loaded.diagnostics == ()
    held = {entry.key: entry.record for entry in loaded.repository.activities}
    visit = held["xijie-0520-observation"]
    assert (str(visit.days), visit.kind, visit.title, visit.note) == (
        "2020-05-20 to 2020-05-21",
        "observation",
        "跟岗观摩",
        "有雨",
    )
    assert [(line.from_, line.count) for line in visit.participants] == [
        ("西街小学", 3),
        ("正远小学", 5),
    ]
    before = tree(root)
    assert taken(root, register).code == 0
    assert tree(root) == before


def test_a_second_map_of_the_same_header_corrects_the_record(root: Path, register: Path) -> None:
    mapped(root, register, "--yes")
    assert mapped(root, register, "--yes", "--column", "8=-").code == 0
    (table,) = load(FolderTree(root)).repository.tables
    assert {each.title: each.column for each in table.record.columns}["备注"] is None
    before = tree(root)
    assert "没有改动" in mapped(root, register, "--yes").err
    assert tree(root) == before


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--form", "nothing"], "nothing"),
        (["--sheet", "别的表"], "登记"),
        (["--column", "99=名称"], "99=名称"),
    ],
)
def test_what_there_is_not_is_refused(
    root: Path, register: Path, options: list[str], said: str
) -> None:
    ran = mapped(root, register, "--yes", *options)
    assert ran.code == 2 and said in ran.err


def test_a_form_of_ours_needs_no_map(root: Path, tmp_path: Path) -> None:
    path = tmp_path / "form.xlsx"
    path.write_bytes(made(lists_of(root, school="西街小学")).data)
    ran = mapped(root, path)
    assert ran.code == 0 and "form import" in ran.out


def test_a_file_that_is_no_office_file_is_refused(root: Path, tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(b"text")
    assert mapped(root, path).code == 2
    ran = pairing("form", "map", path, "--path", root)
    assert "这是文本" in ran.err  # the programme's language, since nobody asked for another
