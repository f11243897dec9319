"""The collections a programme's files may hold: their keys, record models, and how they are named."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from pairing_cli.model.base import Record
from pairing_cli.model.judgements import Finding, Rating, Waiver
from pairing_cli.model.log import Activity, Submission
from pairing_cli.model.parties import Mentorship, Organization, Pairing, Person
from pairing_cli.model.plans import Plan, Schedule
from pairing_cli.model.pools import Figure
from pairing_cli.model.programme import Programme
from pairing_cli.model.rubric import Rubric
from pairing_cli.model.suppressions import Suppression
from pairing_cli.model.surveys import Survey
from pairing_cli.model.targets import Quota
from pairing_cli.model.texts import OfficialText
from pairing_cli.model.words import ActivityKind, DocumentType

PROGRAMME = "programme"


@dataclass(frozen=True, slots=True)
class Collection:
    """A kind of record: its key in the files, its model, its Chinese title, the names it answers to.

    ``names`` are the fields that hold a record's names, the first that is filled in being its key.
    ``told_by`` are those that tell records without names from each other.
    """

    key: str
    model: type[Record]
    title: str
    names: tuple[str, ...] = ()
    told_by: tuple[str, ...] = ()

    def names_of(self, read: Callable[[str], Any]) -> tuple[str, ...]:
        """Every name of a record, its key first; ``read`` gives the value of a field."""
        found: list[str] = []
        for field in self.names:
            value = read(field)
            values = value if isinstance(value, (list, tuple)) else (value,)
            found += [name for name in values if isinstance(name, str)]
        return tuple(dict.fromkeys(found))


_PAPER = ("pairing", "type", "from_", "activity", "term")

_ALL = (
    Collection("organizations", Organization, "单位", ("id", "title", "aliases")),
    Collection("people", Person, "人员", ("id", "name")),
    Collection("pairings", Pairing, "结对", ("id", "title")),
    Collection("mentorships", Mentorship, "师徒", ("id",)),
    Collection("activity_kinds", ActivityKind, "工作类别", ("id", "title", "aliases")),
    Collection("document_types", DocumentType, "资料类型", ("id", "title", "aliases")),
    Collection("plans", Plan, "计划", told_by=("pairing",)),
    Collection("schedules", Schedule, "计划表", ("id",)),
    Collection("figures", Figure, "基数", ("id", "title")),
    Collection("quotas", Quota, "指标", ("id",)),
    Collection("rubrics", Rubric, "考核细则", ("id",)),
    Collection("activities", Activity, "活动", ("id",)),
    Collection("submissions", Submission, "上报资料", told_by=_PAPER),
    Collection("surveys", Survey, "问卷", ("id",)),
    Collection("ratings", Rating, "评分", ("id",)),
    Collection("findings", Finding, "核查结论", ("id",)),
    Collection("waivers", Waiver, "顺延豁免", ("id",)),
    Collection("texts", OfficialText, "公文文稿", ("id",)),
    Collection("suppressions", Suppression, "例外", told_by=("rule", "record", "file", "field")),
)

COLLECTIONS: dict[str, Collection] = {collection.key: collection for collection in _ALL}
"""Every list that a file may hold, by its key."""

ROOT_MODELS: dict[str, type[Record]] = {
    PROGRAMME: Programme,
    **{key: collection.model for key, collection in COLLECTIONS.items()},
}
"""The model behind every top-level key."""
