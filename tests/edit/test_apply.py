"""An edit changes what it is about and nothing else, however the file is written."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pairing_cli.edit.apply import apply, edited, rewritten
from pairing_cli.edit.edits import Append, Edit, EditError, Put, Remove, Rename
from pairing_cli.edit.emit import document, flow
from pairing_cli.load.events import parse
from tests.edit.written import KEYS, ROOTS, TEXTS, data, texts


@given(ROOTS)
@settings(max_examples=150)
def test_what_is_written_reads_back_as_it_was(value: dict[str, Any]) -> None:
    read = parse(document(value))
    assert (read.data, read.troubles) == (value, [])
    assert parse("x: " + flow(value, ())).data == {"x": value}


@given(st.data())
@settings(max_examples=150)
def test_any_change_of_data_is_a_change_of_its_text(given_: st.DataObject) -> None:
    value = given_.draw(ROOTS)
    text = given_.draw(texts(value))
    assert parse(text).data == value, text
    wanted = given_.draw(changed(value))
    found = rewritten(text, wanted)
    assert parse(found).data == wanted


def changed(value: Any) -> st.SearchStrategy[Any]:
    """The same data with some of it changed, added and taken away."""
    if isinstance(value, dict):
        parts = st.fixed_dictionaries({key: changed(inner) for key, inner in value.items()})
        fewer = st.sets(st.sampled_from(list(value) or ["-"]), max_size=1)
        added = st.dictionaries(KEYS, data(), max_size=2)
        return st.builds(
            lambda kept, gone, more: {
                **{key: inner for key, inner in kept.items() if key not in gone or len(kept) == 1},
                **{key: inner for key, inner in more.items() if key not in kept},
            },
            parts,
            fewer,
            added,
        )
    if isinstance(value, list):
        members = st.tuples(*(changed(each) for each in value))
        return st.builds(
            lambda kept, drop, more: [each for n, each in enumerate(kept) if n != drop] + more,
            members,
            st.integers(0, 5),
            st.lists(data(), max_size=2),
        )
    return st.just(value) | st.just(value) | TEXTS | data()


NEWLINES = st.sampled_from(["\n", "\r\n", "\r"])


@given(st.data())
@settings(max_examples=150)
def test_what_is_added_leaves_every_byte_as_it_was(given_: st.DataObject) -> None:
    value = {**given_.draw(ROOTS), "activities": [{"id": "a"}, *given_.draw(st.lists(data()))]}
    lines = given_.draw(texts(value)).split("\n")
    ends = [given_.draw(NEWLINES) for _ in lines[:-1]]
    mark = given_.draw(st.sampled_from(["", "\ufeff"]))
    before = mark + "".join(map("".join, zip(lines, [*ends, ""], strict=True)))
    found = edited(before.encode(), [Append(("activities",), {"id": "new"})]).decode()
    pairs = enumerate(zip(before, found, strict=False))
    same = next((number for number, (one, other) in pairs if one != other), len(before))
    assert found.endswith(before[same:])
    assert "new" in found[same : len(found) - len(before) + same]


GAOTAI = """\
activities:
  - id: a
    pairing: one          # 结对
    date: 2020-05-18
    documents:
      - {type: notice, received: 2020-05-16}
      # 以下待补
  # 另有一次

# 资料
submissions: []
"""


def test_new_things_look_like_those_beside_them() -> None:
    found = apply(
        GAOTAI,
        [
            Append(("activities", 0, "documents"), {"received": "2020-05-20", "type": "news"}),
            Put(("activities", 0, "kind"), "visit"),
            Put(("activities", 0, "date"), "2020-05-19"),
            Append(("activities",), {"date": "2020-06-01", "id": "b", "note": "一\n二"}),
            Append(("submissions",), {"type": "plan", "pairing": "one", "by": ["甲", "乙"]}),
        ],
    )
    assert (
        found
        == """\
activities:
  - id: a
    pairing: one          # 结对
    kind: visit
    date: 2020-05-19
    documents:
      - {type: notice, received: 2020-05-16}
      - {type: news, received: 2020-05-20}
      # 以下待补

  - id: b
    date: 2020-06-01
    note: |-
      一
      二
  # 另有一次

# 资料
submissions:
  - {pairing: one, type: plan, by: [甲, 乙]}
"""
    )
    gone = apply(found, [Remove(("activities", 1)), Put(("submissions",), [])])
    assert gone.endswith("      # 以下待补\n\n  # 另有一次\n\n# 资料\nsubmissions: []\n")


def test_line_ends_and_the_byte_order_mark_stay() -> None:
    data = b"\xef\xbb\xbfactivities:\r\n  - {id: a}\n  - {id: b}   \r\n# end"
    found = edited(
        data, [Put(("activities", 1, "note"), "x"), Append(("activities",), {"id": "c"})]
    )
    assert found == (
        b"\xef\xbb\xbfactivities:\r\n  - {id: a}\n  - {id: b, note: x}   \r\n  - {id: c}\r\n# end"
    )


def test_a_key_gets_another_name_in_its_place() -> None:
    text = "people:\n  - {nmae: 甲, post: 校长}  # 注\n"
    found = apply(text, [Rename(("people", 0, "nmae"), "name")])
    assert found == text.replace("nmae", "name")


REFUSED = [
    ("a: [", [Put(("a",), "1")]),
    ("a: 1\na: 2\n", [Put(("a",), "3")]),
    ("a: {b: 1}\n", [Remove(("a", "c"))]),
    ("a: 1\n", [Put(("a", "b"), "2")]),
    ("a: {b: 1, c: 2}\n", [Rename(("a", "b"), "c")]),
]


@pytest.mark.parametrize(("text", "edits"), REFUSED)
def test_an_edit_that_does_not_fit_changes_nothing(text: str, edits: list[Edit]) -> None:
    with pytest.raises(EditError):
        apply(text, edits)
