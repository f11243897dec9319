"""Documents and activities that an item asks for (所提供的查阅资料), and when they are due."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Annotated, Any, Literal, Self

from pydantic import Field, PlainValidator, model_validator
from pydantic.json_schema import WithJsonSchema
from pydantic_core import PydanticCustomError

from pairing_cli.model.base import OneOf, Record
from pairing_cli.model.dates import Due, parse_due, suggest_day
from pairing_cli.model.programme import Side
from pairing_cli.model.scalars import Doc, Name, Number, OneOrMany, Positive, ShareField, Text
from pairing_cli.model.targets import Condition, Selection
from pairing_cli.model.words import DocumentTypeRef, TermRef

MOST_SLOTS = 1000
"""Activities that one block may ask for: each of their documents becomes a line of the score."""


class Provider(StrEnum):
    """Who hands a document in."""

    HELPER = "helper"
    HELPED = "helped"
    EACH = "each"
    JOINTLY = "jointly"
    EITHER = "either"

    @property
    def instances(self) -> tuple[tuple[Side, ...], ...]:
        """The requirement instances it makes: for each, the sides whose submissions count."""
        if self in (Provider.HELPER, Provider.HELPED):
            return ((Side(self.value),),)
        if self is Provider.EACH:
            return tuple((side,) for side in Side)
        return (tuple(Side),)


@dataclass(frozen=True, slots=True)
class DueRule:
    """A due date for every term alike, or one for each term."""

    always: Due | None = None
    by_term: Mapping[str, Due] = field(default_factory=dict)

    def for_term(self, term: str, key: Callable[[str], str]) -> Due | None:
        """The due date for a term, given by its key; ``key`` finds the key behind a written name."""
        found = (due for name, due in self.by_term.items() if key(name) == term)
        return next(found, self.always)

    @property
    def all(self) -> tuple[Due, ...]:
        """Every due date it states."""
        return (self.always,) if self.always else tuple(self.by_term.values())


def _read_due(value: Any) -> Due:
    try:
        return parse_due(value)
    except (ValueError, TypeError):
        meant = suggest_day(value) if isinstance(value, str) else None
        kind = "day_form" if meant else "due"
        facts = {"value": str(value)[:120], "meant": meant or ""}
        raise PydanticCustomError(kind, kind, facts) from None


def _read_due_rule(value: Any) -> DueRule:
    if isinstance(value, DueRule):
        return value
    if isinstance(value, dict) and value:
        return DueRule(by_term={str(term): _read_due(due) for term, due in value.items()})
    return DueRule(_read_due(value))


DueRuleField = Annotated[
    DueRule,
    PlainValidator(_read_due_rule),
    WithJsonSchema(
        {
            "anyOf": [
                {"type": "string", "minLength": 1},
                {"type": "object", "additionalProperties": {"type": "string"}, "minProperties": 1},
            ]
        }
    ),
]


class DocumentNeed(Record):
    """A document that an item asks for (所提供的查阅资料)."""

    type: Annotated[
        OneOrMany[DocumentTypeRef],
        Doc("类型", "列出几种时任交一种即可。", "Kind of document; of several, any one will do."),
    ]
    title: Annotated[
        Text | None, Doc("原文", "考核表中的原文。", "The wording of the official table.")
    ] = None
    from_: Annotated[
        Provider,
        Doc(
            "报送方",
            "helper 帮扶方，helped 受援方，each 双方各一份，"
            "jointly 双方联合（一份写明双方，或双方都报），either 任一方。",
            "The helper, the helped side, each of them, both jointly (one that names both, or one "
            "from each), or either.",
        ),
        Field(alias="from"),
    ]
    copies: Annotated[Positive, Doc("份数", "至少几份才算完整。", "How many make it complete.")] = 1
    seals: Annotated[
        OneOrMany[Side], Doc("盖章", "须盖哪几方的章。", "Whose seals it must bear.")
    ] = ()
    one_per: Annotated[
        Literal["mentor", "mentee"] | None,
        Doc("每人一份", "mentee 每位被帮扶教师一份，mentor 每位帮扶教师一份。", "One for each."),
    ] = None
    complete_when: Annotated[
        Condition | None,
        Doc("完整条件", "达到这个数才算完整。", "A number that must be reached."),
    ] = None
    due: Annotated[
        DueRuleField | None, Doc("上报时间", "不填时同上级。", "As for the block if empty.")
    ] = None


class ActivityNeed(Record):
    """How many activities an item asks for; each must bring the block's documents."""

    of: Annotated[Selection, Doc("选择", "哪些活动算数。", "Which activities count.")]
    at_least: Annotated[
        Positive, Doc("至少几次", "每学期至少几次。", "How many."), Field(le=MOST_SLOTS)
    ] = 1


class Late(OneOf):
    """What a paper that comes late still earns (逾期减分); nothing where this is not stated."""

    share: Annotated[
        ShareField | None,
        Doc("仍得几成", "如 50 %：逾期减半。", "Such as 50 %: half of its points."),
    ] = None
    each_day: Annotated[
        Number | None,
        Doc("每迟一天扣", "每迟交一天扣几分，扣完为止。", "Points less for each day."),
        Field(gt=0),
    ] = None
    up_to: Annotated[
        Positive | None,
        Doc("最迟几天", "迟交超过这么多天的不得分。", "Nothing after so many days."),
    ] = None

    @model_validator(mode="after")
    def _share_or_days(self) -> Self:
        return self.require_one("share", "each_day")


class Requirement(OneOf):
    """A block of documents that an item asks for, once or for each of several activities."""

    title: Annotated[Name | None, Doc("名称", "如 领导观摩学习。", "What this block is about.")] = (
        None
    )
    criteria: Annotated[
        Text | None, Doc("考核评估细则", "原文。", "The wording of the official table.")
    ] = None
    per: Annotated[
        Literal["term"] | None,
        Doc("分别要求", "term：每学期都要求；不填为全年一次。", "term: in every term; else once."),
    ] = None
    term: Annotated[
        OneOrMany[TermRef], Doc("学期", "只在这些学期要求。", "Only in these terms.")
    ] = ()
    activities: Annotated[
        ActivityNeed | None, Doc("活动", "要求开展的活动。", "The activities asked for.")
    ] = None
    due: Annotated[
        DueRuleField | None,
        Doc(
            "上报时间",
            "如 2020-03-30、3 days after the activity，或按学期分写。",
            "A day, a rule such as 3 days after the activity, or one for each term.",
        ),
    ] = None
    late: Annotated[
        Late | None,
        Doc(
            "逾期", "逾期的资料还得几分；不填为不得分。", "What late papers earn; nothing if empty."
        ),
    ] = None
    documents: Annotated[
        tuple[DocumentNeed, ...],
        Doc("资料", "各份资料均摊分值。", "They share the points equally."),
        Field(min_length=1),
    ]

    @model_validator(mode="after")
    def _terms_said_once(self) -> Self:
        if self.given("per", "term"):
            self.require_one("per", "term")
        return self

    def due_of(self, document: DocumentNeed) -> DueRule | None:
        """The rule for one document's due date: its own, or the block's."""
        return document.due or self.due
