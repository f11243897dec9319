"""What a pairing is beside its two sides: its level, its time, what is special about it."""

from __future__ import annotations

from collections.abc import Iterator

from pairing_cli.model.dates import Days
from pairing_cli.model.parties import Cost, Level, Pairing
from pairing_cli.model.programme import Side
from pairing_cli.model.repository import Repository
from pairing_cli.report.chinese import full_day

_LEVELS = {
    Level.SCHOOL: "校际",
    Level.AREA: "区域",
    Level.OFFICE: "部门",
    Level.CLASS: "班级",
    Level.FAMILY: "家庭",
    Level.PERSON: "个人",
}
COLUMNS = ("level", "times", "remarks")
"""The columns that stand only where some pairing says something in them."""


def special(repository: Repository, pairing: Pairing, sides: dict[Side, str]) -> dict[str, str]:
    """The columns of one pairing; empty texts where it is like any other."""
    return {
        "level": "\n".join(_level(repository, pairing)),
        "times": "\n".join(_times(pairing)),
        "remarks": "；\n".join(_remarks(repository, pairing, sides)),
    }


def _level(repository: Repository, pairing: Pairing) -> Iterator[str]:
    """校际, and within which other pairing, by its number in the table."""
    if pairing.level is Level.SCHOOL and pairing.within is None:
        return
    yield _LEVELS[pairing.level]
    if pairing.within is not None:
        yield f"（属{_numbered(repository, pairing.within)}）"


def _numbered(repository: Repository, name: str) -> str:
    keys = [entry.key for entry in repository.pairings]
    key = repository.pairings.key(name)
    return f"序号{keys.index(key) + 1}" if key in keys else name


def _title(repository: Repository, name: str) -> str:
    found = repository.pairings.get(name)
    return repository.title_of(found) if found else name


def _times(pairing: Pairing) -> Iterator[str]:
    if pairing.period is not None:
        yield _stretch(pairing.period)
    if pairing.signed_on is not None:
        yield f"{full_day(pairing.signed_on)}签约"
    if pairing.filed_on is not None:
        yield f"{full_day(pairing.filed_on)}备案"


def _stretch(days: Days) -> str:
    return f"{full_day(days.start)}至{full_day(days.end)}"


def _remarks(repository: Repository, pairing: Pairing, sides: dict[Side, str]) -> Iterator[str]:
    if pairing.demonstration:
        yield "示范结对"
    if pairing.replaces is not None:
        yield f"接替{_title(repository, pairing.replaces)}"
    yield from (_cost(cost, sides) for cost in pairing.costs)


def _cost(cost: Cost, sides: dict[Side, str]) -> str:
    """食宿费由帮扶方承担."""
    who = "双方" if len(set(cost.borne_by)) > 1 else sides[cost.borne_by[0]]
    return f"{cost.what}由{who}{'共同' if who == '双方' else ''}承担"
