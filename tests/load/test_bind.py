"""Refused values: each is worded, placed in the file, and said once."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML

from pairing_cli.load import limits
from pairing_cli.load.bind import bind
from pairing_cli.load.programme import load
from pairing_cli.load.refusals import CODES
from pairing_cli.load.tree import FolderTree
from pairing_cli.messages import catalogue, text
from pairing_cli.model import readers
from pairing_cli.model.collections import COLLECTIONS, ROOT_MODELS
from tests.programmes import BASE, GAOTAI, HERE, write

ODD: list[Any] = [
    None,
    "",
    "x",
    "2020.4.15",
    "2020-02-30",
    "-1",
    "0",
    "1e9",
    "true",
    [],
    ["a"],
    {},
    {"a": "b"},
    [[]],
    "甲" * 5000,
    "a b",
    "2020-01-01 至 2020-02-01",
]


def as_read(value: Any) -> Any:
    """Data as the reader gives them: every scalar a text."""
    if isinstance(value, dict):
        return {str(key): as_read(each) for key, each in value.items()}
    if isinstance(value, list):
        return [as_read(each) for each in value]
    return str(value).lower() if isinstance(value, bool) else None if value is None else str(value)


def sources() -> list[dict[str, Any]]:
    paths = [HERE / "cases" / "every-state" / "programme.yaml", *GAOTAI.glob("*.yaml")]
    return [as_read(YAML(typ="safe", pure=True).load(path.read_text("utf-8"))) for path in paths]


SOURCES = sources()


def routes(data: Any, route: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    inner = (
        data.items()
        if isinstance(data, dict)
        else enumerate(data)
        if isinstance(data, list)
        else ()
    )
    return [route, *(each for key, value in inner for each in routes(value, (*route, key)))]


def replaced(data: Any, route: tuple[Any, ...], value: Any) -> Any:
    if not route:
        return value
    copy = dict(data) if isinstance(data, dict) else list(data)
    copy[route[0]] = replaced(data[route[0]], route[1:], value)
    return copy


@settings(max_examples=400, deadline=None)
@given(st.data())
def test_whatever_stands_in_a_field_is_worded_and_placed(draw: Any) -> None:
    data = draw.draw(st.sampled_from(SOURCES))
    route = draw.draw(st.sampled_from(routes(data)[1:]))
    broken = replaced(data, route, draw.draw(st.sampled_from(ODD)))
    known = set(routes(broken))
    for found in bind("x.yaml", broken).diagnostics:
        assert found.code != "S000", found
        assert found.at.route in known or found.at.key
        assert "…" not in text(found.message, "en").replace("甲…", ""), found
        assert text(found.message, "zh") != found.message.key


def test_every_refusal_of_ours_has_a_code_and_every_code_its_words() -> None:
    source = Path(readers.__file__).read_text("utf-8")
    kinds = {part.split('"')[1] for part in source.split("_refuse(")[1:] if '"' in part[:2]}
    assert kinds >= {"day", "count", "due", "pair"}
    assert kinds <= set(CODES)
    assert set(CODES.values()) <= set(catalogue())


def test_every_collection_is_read_by_its_model() -> None:
    assert set(ROOT_MODELS) == {"programme", *COLLECTIONS}
    for key in COLLECTIONS:
        bound = bind("x.yaml", {key: [{}, "x"]})
        assert {found.at.route[:1] for found in bound.diagnostics} == {(key,)}


def test_too_many_files_and_bytes_are_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, {"a.yaml": BASE, "b.yaml": "people: []\n", "c.yaml": "people: []\n"})
    monkeypatch.setattr(limits, "FILES", 2)
    found = load(FolderTree(tmp_path)).diagnostics
    assert [(each.code, each.at.file) for each in found] == [("F021", "c.yaml")]
    monkeypatch.setattr(limits, "FILES", 3)
    assert load(FolderTree(tmp_path)).diagnostics == ()
    monkeypatch.setattr(limits, "TOTAL_BYTES", len(BASE.encode()) + 10)
    found = load(FolderTree(tmp_path)).diagnostics
    assert [(each.code, each.at.file) for each in found] == [("F021", "b.yaml"), ("F021", "c.yaml")]


def test_evidence_that_is_too_large_or_closed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    document = "{type: listening-records, from: 乙小学, received: 2020-04-16, file: [a.txt, b.txt]}"
    log = f"activities: [{{id: a, pairing: one, kind: mentoring, date: 2020-04-15, documents: [{document}]}}]"
    write(tmp_path, {"programme.yaml": BASE, "log.yaml": log, "a.txt": "12345", "b.txt": "1234"})
    monkeypatch.setattr(limits, "EVIDENCE_BYTES", 4)
    facts = load(FolderTree(tmp_path)).repository.evidence
    assert facts is not None
    assert {path: fact.trouble for path, fact in facts.items()} == {"a.txt": "large", "b.txt": ""}
