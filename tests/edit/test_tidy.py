"""Formatting moves fields and takes blanks away; nothing that is read, and no comment, is lost."""

from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pairing_cli.edit.tidy import tidied
from pairing_cli.load.events import parse
from tests.edit.written import ROOTS, texts
from tests.programmes import REPOSITORY

FIELDS = st.sampled_from(
    ["id", "pairing", "kind", "date", "at", "note", "documents", "participants"]
)
RECORDS = st.dictionaries(
    FIELDS, st.sampled_from(["甲", "6", "一\n二", ["甲", "乙"], {"type": "x"}, None])
)
LOGS = st.builds(
    lambda shuffled, more: {"activities": shuffled, **more},
    st.lists(
        RECORDS.flatmap(lambda record: st.permutations(list(record.items())).map(dict)), max_size=4
    ),
    ROOTS,
)


@given(st.data())
@settings(max_examples=150)
def test_formatting_twice_is_formatting_once_and_keeps_data_and_comments(
    given_: st.DataObject,
) -> None:
    value: dict[str, Any] = given_.draw(LOGS)
    lines = given_.draw(texts(value)).split("\n")
    text = "\n".join(line + given_.draw(st.sampled_from(["", "", " ", "\t"])) for line in lines)
    found = tidied(text)
    assert parse(found).data == parse(text).data
    assert tidied(found) == found
    assert sorted(re.findall(r"# \S+", found)) == sorted(re.findall(r"# \S+", text))


BEFORE = """\
# 记录
activities:   # 活动
  - kind: visit
    # 谁和谁
    pairing: one
    id: a   # 编号
    note: |
      一行

      两行\x20\x20
    documents:
      - {received: 2020-05-16, type: notice}   # 通知
      - type: news
        from: 甲校
    # 末尾


  - {date: 2020-05-01, id: b}
rubrics:
  - {title: 细则, id: r}


"""
AFTER = """\
# 记录
activities:   # 活动
  - id: a   # 编号
    # 谁和谁
    pairing: one
    kind: visit
    documents:
      - {type: notice, received: 2020-05-16}   # 通知
      - type: news
        from: 甲校
    note: |
      一行

      两行\x20\x20
    # 末尾


  - {id: b, date: 2020-05-01}
rubrics:
  - {title: 细则, id: r}
"""


def test_fields_stand_in_the_order_of_the_format_and_comments_go_with_them() -> None:
    assert tidied(BEFORE) == AFTER


KEPT = [
    "activities:\n  - kind: a\n    # 编号\n    id: b\n",
    "activities:\n  - note: |+\n      a\n\n    id: b\n",
    "activities:\n  - {kind: a, # 甲\n     id: b}\n",
    "activities: [\n",
    "activities:\n  - {id: a, id: b}\n",
    "quotas:\n  - {of: {kind: a}, id: b}\n",
]


@pytest.mark.parametrize("text", KEPT)
def test_what_cannot_simply_change_places_stays(text: str) -> None:
    assert tidied(text) == text


def test_examples_are_as_the_formatter_writes_them() -> None:
    for path in sorted((REPOSITORY / "examples").rglob("*.yaml")):
        text = path.read_text("utf-8")
        assert tidied(text) == text, path
