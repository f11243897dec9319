"""Approved exceptions to findings (例外): what is not to be reported any more, why, and who says so."""

from __future__ import annotations

import datetime
from typing import Annotated, Self

from pydantic import model_validator

from pairing_cli.model.base import OneOf
from pairing_cli.model.scalars import Day, Doc, Name, Text


class Suppression(OneOf):
    """An approved exception (例外): findings of one rule, about one record or file, are hidden."""

    rule: Annotated[Name, Doc("代码", "不再提示的代码，如 P003。", "The code, such as P003.")]
    record: Annotated[
        Name | None,
        Doc(
            "记录",
            "哪条记录：集合/编号，如 activities/xijie-0415-songke；没有编号的，写 pairing validate "
            "--write-baseline 写出的 where。",
            "Which record: collection/id; of one without an id, what --write-baseline writes as where.",
        ),
    ] = None
    file: Annotated[
        Name | None,
        Doc("文件", "或：哪个文件或文件夹里的。", "Or: in which file or folder."),
    ] = None
    field: Annotated[
        Name | None,
        Doc(
            "字段",
            "只限这个字段，如 documents.received。",
            "Only this field of it, with dots inwards.",
        ),
    ] = None
    reason: Annotated[Text, Doc("原因", "为什么。", "Why.")]
    approved_by: Annotated[Name, Doc("批准人", "谁批准的。", "Who approved it.")]
    date: Annotated[
        Day, Doc("批准日期", "何时批准，从这天起有效。", "When; it holds from that day.")
    ]
    until: Annotated[
        Day | None, Doc("有效至", "到这天为止，含当天。", "The last day on which it holds.")
    ] = None

    @model_validator(mode="after")
    def _of_a_record_or_a_file(self) -> Self:
        return self.require_one("record", "file")

    def expired(self, today: datetime.date) -> bool:
        """Whether its last day has passed."""
        return self.until is not None and self.until < today

    def holds(self, today: datetime.date) -> bool:
        """Whether it has been approved and has not expired."""
        return self.date <= today and not self.expired(today)

    @property
    def place(self) -> str:
        """The record, or the file, as it is named."""
        return self.record or self.file or ""
