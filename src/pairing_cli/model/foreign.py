"""Tables of somebody else's making, and what their columns are (列对照): so that they import again."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from pairing_cli.model.base import Record
from pairing_cli.model.scalars import Doc, Id, Name, Text

KINDS = (
    "plan",
    "mentorships",
    "activities",
    "exchanges",
    "postings",
    "submissions",
    "schedules",
    "self-assessment",
    "survey",
)
"""The kinds of forms, in the order of their sheets; a programme has a ``survey:ID`` for each survey."""


class TableColumn(Record):
    """A column of a table, and the column of a form that it is."""

    title: Annotated[
        Name, Doc("表头", "这一列的表头；空格不计。", "Its header; blanks do not matter.")
    ]
    column: Annotated[
        Name | None,
        Doc(
            "对应列",
            "表单的哪一列，如 start、kind；不填为不导入。",
            "The column of the form, such as start or kind; not read if empty.",
        ),
    ] = None


class ForeignTable(Record):
    """A table of somebody's own: which form it is, and which column is which (列对照)."""

    id: Annotated[Id, Doc("编号", "如 activity-register。", "Stable id.")]
    title: Annotated[
        Name | None, Doc("名称", "如 结对帮扶活动登记表。", "What the table is called.")
    ] = None
    form: Annotated[
        Annotated[str, Field(pattern=rf"^(?:{'|'.join(KINDS[:-1])}|survey:.+)$")],
        Doc(
            "表",
            "按哪种表导入：" + "、".join(KINDS[:-1]) + "，或 survey:问卷编号。",
            "The form it is imported as: " + ", ".join(KINDS[:-1]) + ", or survey:ID.",
        ),
    ]
    columns: Annotated[
        tuple[TableColumn, ...],
        Doc(
            "列",
            "每一列的表头和对应列；表头都相同的表按它导入。",
            "Header and meaning of every column; a table of the same headers is imported by it.",
        ),
        Field(min_length=2),
    ]
    note: Annotated[Text | None, Doc("备注", "备注。", "Remark.")] = None
