"""What identifies a person and may stand in the files all the same (个人信息例外), with the reason."""

from __future__ import annotations

from typing import Annotated

from pairing_cli.model.base import Record
from pairing_cli.model.scalars import Day, Doc, Name, OneOrMany, Text


class Allowance(Record):
    """A number, address or name that may stand in the files (个人信息例外)."""

    value: Annotated[
        Name,
        Doc(
            "内容",
            "核查提示中遮盖后的写法，如 139******08；不要写全。",
            "As the finding shows it, masked, such as 139******08; never in full.",
        ),
    ]
    file: Annotated[
        OneOrMany[Name],
        Doc("文件", "允许出现在哪些文件；不填为各处。", "The files it may stand in; any if empty."),
    ] = ()
    reason: Annotated[Text, Doc("原因", "如 已公开的值班手机。", "Why, such as: published.")]
    approved_by: Annotated[Name, Doc("批准人", "谁批准的。", "Who approved it.")]
    date: Annotated[Day | None, Doc("日期", "批准日期。", "When it was approved.")] = None

    def covers(self, value: str, file: str) -> bool:
        """Whether it allows a masked value in a file."""
        return value == self.value and (not self.file or file in self.file)


class Privacy(Record):
    """How the programme deals with what identifies people (个人信息保护)."""

    allow: Annotated[
        tuple[Allowance, ...],
        Doc("例外", "可以出现的号码、地址和姓名。", "Numbers, addresses and names that may stand."),
    ] = ()
