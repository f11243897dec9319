"""What reports are told is what is described: no name more, none less, and nothing but plain data."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from pairing_cli.report.context import context
from pairing_cli.report.described import differences, names, sample, shape_of
from pairing_cli.report.kinds import KINDS, Kind
from pairing_cli.report.material import Material
from tests.programmes import REPOSITORY, material_of

AS_OF = date(2020, 12, 18)
EXAMPLES = sorted(path.parent for path in (REPOSITORY / "examples").glob("*/programme.yaml"))


def facts(kind: Kind, made: Material) -> Iterator[dict[str, Any]]:
    if kind.there(made):
        yield from (kind.facts(made, subject.key) for subject in kind.subjects(made)[:40])


@pytest.mark.parametrize("root", EXAMPLES, ids=lambda path: path.name)
def test_facts_are_what_is_described(root: Path) -> None:
    made = material_of(root, AS_OF)
    for kind in KINDS.values():
        for each in facts(kind, made):
            found = set(differences(shape_of(kind.shape), context(each)))
            assert not found, f"{kind.id}: describe its facts in report/facts.py: {sorted(found)}"


def test_every_name_is_explained_in_both_languages() -> None:
    for kind in KINDS.values():
        for name, field in names(shape_of(kind.shape)):
            assert field.doc.title and field.doc.zh and field.doc.en, f"{kind.id}: {name}"


def test_a_name_too_many_and_one_missing_are_both_told() -> None:
    shape = shape_of(KINDS["pairing-table"].shape)
    made = sample(shape)
    assert list(differences(shape, made)) == []
    made["rows"][1]["extra"] = made["rows"][1].pop("helper")
    made["year"] = "2020"
    assert sorted(differences(shape, made)) == [
        "rows.[].extra is not described",
        "rows.[].helper is missing",
        "year is str",
    ]
