"""A programme's own words: kinds of work (工作类别), kinds of document (资料类型), and what both share."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pairing_cli.model.base import Record
from pairing_cli.model.programme import Side
from pairing_cli.model.scalars import Doc, Id, Name, OneOrMany, Refers, Text

KindRef = Annotated[Name, Refers("activity_kinds")]
DocumentTypeRef = Annotated[Name, Refers("document_types")]
ActivityRef = Annotated[Name, Refers("activities")]
TermRef = Annotated[Name, Refers("terms")]


class Direction(StrEnum):
    """Who goes to whom."""

    TO_HELPED = "helper-to-helped"
    TO_HELPER = "helped-to-helper"
    MUTUAL = "mutual"

    @property
    def goes(self) -> Side | None:
        """The side that goes; None where both do."""
        if self is Direction.MUTUAL:
            return None
        return Side.HELPER if self is Direction.TO_HELPED else Side.HELPED


class Written(StrEnum):
    """Whether a document is written before the activity (a plan, a notice) or after it."""

    BEFORE = "before"
    AFTER = "after"


class Mode(StrEnum):
    """How an activity was held."""

    ON_SITE = "on-site"
    ONLINE = "online"


class ActivityKind(Record):
    """A kind of work (工作类别), such as 送课指导."""

    id: Annotated[Id, Doc("编号", "类别编号，如 lesson-delivery。", "Short id.")]
    title: Annotated[Name, Doc("名称", "如 送课指导。", "Title, as in the plan table.")]
    aliases: Annotated[OneOrMany[Name], Doc("别名", "其他叫法。", "Other names.")] = ()
    direction: Annotated[
        Direction | None,
        Doc("方向", "这类活动通常谁去谁那里。", "Who usually goes to whom in such activities."),
    ] = None
    note: Annotated[Text | None, Doc("备注", "备注。", "Remark.")] = None


class DocumentType(Record):
    """A kind of document (资料类型), such as 听课记录."""

    id: Annotated[Id, Doc("编号", "类型编号，如 listening-records。", "Short id.")]
    title: Annotated[Name, Doc("名称", "如 听课记录。", "Title.")]
    aliases: Annotated[OneOrMany[Name], Doc("别名", "其他叫法。", "Other names.")] = ()
    written: Annotated[
        Written,
        Doc(
            "形成时间",
            "before 活动前形成（方案、通知），after 活动后形成（默认）。",
            "Written before the activity (plan, notice) or after it (default).",
        ),
    ] = Written.AFTER
    note: Annotated[Text | None, Doc("备注", "备注。", "Remark.")] = None
