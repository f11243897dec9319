"""Times in cells: a stretch of days in two cells; a planned time, a length, a range of heads in one.

Schedules say 9月, 9-10月, 6月中旬, 1个月, 3至5人; files say 2020-09, mid 2020-06, 1 month, [3, 5].
"""

from __future__ import annotations

import contextlib
import re
import unicodedata
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Unpack

from pairing_cli.forms.columns import Cells, Column, Looks, Part, Route, Shape, Unreadable, doc
from pairing_cli.forms.data import Data, Fields, several
from pairing_cli.forms.lists import Lists
from pairing_cli.forms.words import FIRST_DAY, LAST_DAY, said
from pairing_cli.model.base import Record
from pairing_cli.model.dates import Days, Month, parse_days
from pairing_cli.model.lengths import LengthUnit, parse_length, parse_when

_THIRDS = {"early": "上旬", "mid": "中旬", "late": "下旬"}
_UNITS = {unit: said("length", unit.value) for unit in LengthUnit}
_BETWEEN = re.compile("[-—–~～至到]+")
_WHEN = re.compile("(?:([0-9]{4})年)?([0-9]{1,2})月?(?:([上中下]旬)|([0-9]{1,2})日?)?")
_LENGTH = re.compile("([0-9]{1,4})(个月|月|天|日|周|星期|年)?")
_UNIT_WORDS = {"月": "month", "个月": "month", "天": "day", "日": "day", "周": "week"}
_UNIT_WORDS |= {"星期": "week", "年": "year"}


def span(model: type[Record], *, one_day: bool) -> Part:
    """The first and the last day of something; the last one may be left out where ``one_day``."""
    note = doc(model, "date").zh if one_day else ""
    last_note = "只有一天的不填。" if one_day else "最后一天。"
    first = Column("start", FIRST_DAY, "开始的日期。", Shape.DAY, width=12, needed=True)
    last = Column("end", LAST_DAY, last_note, Shape.DAY, width=12, needed=not one_day)
    first = replace(first, note=first.note or note)

    def show(fields: Fields, lists: Lists) -> Cells:
        days = parse_days(str(fields["date"]))
        return {"start": days.start, "end": None if days.end == days.start else days.end}

    def read(cells: Cells, lists: Lists) -> dict[Route, Data | None]:
        start, end = cells.get("start"), cells.get("end")
        if not isinstance(start, date):
            return {("date",): None}
        return {("date",): str(Days(start, end if isinstance(end, date) else start))}

    return Part((first, last), (("date",),), show, read)


def worded(
    model: type[Record],
    field: str,
    to_text: Callable[[Data], str],
    to_data: Callable[[str, int], Data],
    **looks: Unpack[Looks],
) -> Part:
    """One column whose text is read in a way of its own; ``to_data`` gets the programme's year too."""
    said_of = doc(model, field)
    named: Looks = {"key": field, "title": said_of.title, "note": "", **looks}
    column = Column(**named)

    def show(fields: Fields, lists: Lists) -> Cells:
        data = fields.get(field)
        return {field: None if data is None else to_text(data)}

    def read(cells: Cells, lists: Lists) -> dict[Route, Data | None]:
        cell = cells.get(field)
        if cell is None:
            return {(field,): None}
        programme = lists.repository.programme
        year = programme.record.period.start.year if programme else 0
        try:
            return {(field,): to_data(unicodedata.normalize("NFKC", str(cell)), year)}
        except ValueError:
            raise Unreadable(field, f"form.{field}", text=str(cell)) from None

    return Part((column,), ((field,),), show, read)


def when_text(data: Data) -> str:
    """A planned time as people write it: 2020年9月至10月, 2020年6月中旬."""
    found = parse_when(str(data))
    third = found.text.partition(" ")[0]
    if third in _THIRDS:
        return f"{_month(Month.of(found.days.start))}{_THIRDS[third]}"
    if len(found.text.split(" to ")[0]) == len("2020-09"):
        first, last = Month.of(found.days.start), Month.of(found.days.end)
        return _month(first) if first == last else f"{_month(first)}至{_month(last, first.year)}"
    start, end = found.days.start, found.days.end
    return _day(start) if start == end else f"{_day(start)}至{_day(end)}"


def _month(month: Month, year: int | None = None) -> str:
    return f"{month.month}月" if month.year == year else f"{month.year}年{month.month}月"


def _day(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"


def when_data(text: str, year: int) -> Data:
    """What a file says for a planned time that people wrote; ValueError where it is none."""
    with contextlib.suppress(ValueError):
        return parse_when(text).text
    parts = _BETWEEN.split(text.replace(" ", ""))
    if not 1 <= len(parts) <= 2:
        raise ValueError(text)
    first = _moment(parts[0], year)
    if len(parts) == 1:
        found = first
    else:
        last = _moment(parts[1], int(re.findall("[0-9]{4}", first)[0]))
        found = f"{first} to {last}"
    return parse_when(found).text


def _moment(text: str, year: int) -> str:
    found = _WHEN.fullmatch(text)
    if found is None:
        raise ValueError(text)
    month = f"{int(found[1] or year):04}-{int(found[2]):02}"
    if found[3]:
        return f"{next(key for key, word in _THIRDS.items() if word == found[3])} {month}"
    return f"{month}-{int(found[4]):02}" if found[4] else month


def length_text(data: Data) -> str:
    """A length as people write it: 3天, 1个月, 12个月至18个月."""
    return "至".join(
        f"{found.number}{_UNITS[found.unit]}" for found in map(parse_length, several(data))
    )


def length_data(text: str, year: int) -> Data:
    """What a file says for a length; ValueError where it is none."""
    parts = [_LENGTH.fullmatch(part) for part in _BETWEEN.split(text.replace(" ", ""))]
    if not 1 <= len(parts) <= 2 or parts[-1] is None or not parts[-1][2]:
        raise ValueError(text)
    lengths = []
    for part in parts:
        if part is None:
            raise ValueError(text)
        unit = LengthUnit(_UNIT_WORDS[part[2] or parts[-1][2]])
        lengths.append(f"{int(part[1])} {unit.value}{'' if int(part[1]) == 1 else 's'}")
    for each in lengths:
        parse_length(each)
    return lengths[0] if len(lengths) == 1 else [*lengths]


def heads_text(data: Data) -> str:
    """A head count, or a range of them: 20, 3至5."""
    return "至".join(several(data))


def heads_data(text: str, year: int) -> Data:
    """What a file says for a head count or a range; ValueError where it is none."""
    parts = [part.removesuffix("人") for part in _BETWEEN.split(text.replace(" ", ""))]
    if not 1 <= len(parts) <= 2 or not all(re.fullmatch("[0-9]{1,6}", part) for part in parts):
        raise ValueError(text)
    numbers = [str(int(part)) for part in parts]
    return numbers[0] if len(numbers) == 1 else [*numbers]
