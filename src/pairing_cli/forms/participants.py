"""Those who took part in an activity, as cells: for each side whence, in what role, how many or who.

A record lists people one by one or counts them (`model.log.Participants`). A form has four columns for
the helping side, four for the helped side, and one for whoever is left: 明水小学 教师 3人；南华初中 李示例.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pairing_cli.forms.columns import Cell, Cells, Column, Part, Route, Shape, Unreadable, doc, get
from pairing_cli.forms.data import Data, Fields
from pairing_cli.forms.lists import Lists
from pairing_cli.forms.words import SEPARATOR, said
from pairing_cli.model.log import Activity, Participants
from pairing_cli.model.programme import Side

ROUTE: Route = ("participants",)
OTHERS = "others"
_LINES = re.compile("[；;\n]+")
_NAMES = re.compile("[、，,]+")
_HEADS = re.compile("([0-9]+) ?人")
_WHOLE = frozenset({"from", "role", "count", "name"})
"""What a form shows of a line; one that says more is left as it is."""


@dataclass(frozen=True, slots=True)
class Group:
    """People from one organization in one role: so many, or named. All in the words of files."""

    from_: str
    role: str | None = None
    count: str | None = None
    names: tuple[str, ...] = ()

    def lines(self) -> list[Data]:
        """The lines of a record that say it."""
        base: Fields = {"from": self.from_, **({"role": self.role} if self.role else {})}
        if self.count is not None:
            return [{**base, "count": self.count}]
        return [{**base, "name": name} for name in self.names]


def groups(lines: Data | None) -> list[Group] | None:
    """The lines of a record put together; None where one of them says more than a form shows."""
    found: list[Group] = []
    for line in lines if isinstance(lines, list) else []:
        if not isinstance(line, dict) or not _WHOLE.issuperset(line):
            return None
        group = _group(line)
        last = found[-1] if found else None
        if (
            last
            and last.names
            and group.names
            and (last.from_, last.role) == (group.from_, group.role)
        ):
            found[-1] = Group(last.from_, last.role, None, last.names + group.names)
        else:
            found.append(group)
    return found


def _group(line: Fields) -> Group:
    texts = {key: str(value) for key, value in line.items()}
    names = (texts["name"],) if "name" in texts else ()
    return Group(texts["from"], texts.get("role"), texts.get("count"), names)


def columns() -> tuple[Column, ...]:
    """The columns of both sides, and the one of whoever is left."""
    return (*(column for side in Side for column in _side(side)), _others())


def _side(side: Side) -> Iterator[Column]:
    word = said("side", side.value)
    looks = {
        "from": (Shape.CHOICE, f"organizations:{side.value}", 14),
        "role": (Shape.CHOICE, "roles", 10),
        "count": (Shape.WHOLE, "", 7),
        "name": (Shape.NAMES, "", 12),
    }
    for field, (shape, choices, width) in looks.items():
        title = f"{word}{doc(Participants, field).title}"
        yield Column(
            f"{side.value}-{field}",
            title,
            _NOTES[field],
            shape,
            choices,
            open=field == "role",
            width=width,
        )


_NOTES = {
    "from": "参加人员来自哪个单位。",
    "role": "参加人员的身份。",
    "count": "只记人数时填写。",
    "name": "记姓名时填写，不再填人数；几个人用“、”隔开。",
}


def _others() -> Column:
    return Column(
        OTHERS,
        f"其他{doc(Activity, 'participants').title}",
        "左边写不下时填写：单位 身份 人数，每行一个单位，如 某某小学 教师 3人。",
        Shape.LONG,
        width=16,
    )


def _show(fields: Fields, lists: Lists) -> Cells:
    cells: dict[str, Cell] = dict.fromkeys([column.key for column in columns()])
    pairing = str(fields.get("pairing", ""))
    left: list[str] = []
    for group in groups(get(fields, ROUTE)) or []:
        side = lists.repository.side_in(pairing, group.from_)
        if side is None or cells[f"{side.value}-from"] is not None or left:
            left.append(_line(group, lists))
            continue
        cells[f"{side.value}-from"] = lists.label("organizations", group.from_)
        cells[f"{side.value}-role"] = lists.label("roles", group.role) if group.role else None
        cells[f"{side.value}-count"] = None if group.count is None else int(group.count)
        cells[f"{side.value}-name"] = group.names or None
    cells[OTHERS] = "\n".join(left) or None
    return cells


def _line(group: Group, lists: Lists) -> str:
    who = f"{group.count}人" if group.count is not None else SEPARATOR.join(group.names)
    role = [lists.label("roles", group.role)] if group.role else []
    return " ".join([lists.label("organizations", group.from_), *role, who])


def _read(cells: Cells, lists: Lists) -> dict[Route, Data | None]:
    found = [group for side in Side if (group := _of_side(side, cells, lists)) is not None]
    left = cells.get(OTHERS)
    lines = [line for line in _LINES.split(left) if line.strip()] if isinstance(left, str) else []
    found += [_parsed(line, lists) for line in lines]
    return {ROUTE: [line for group in found for line in group.lines()] or None}


def _of_side(side: Side, cells: Cells, lists: Lists) -> Group | None:
    """Those of a side; None where its cells say neither how many nor who."""
    home, role, count, names = (
        cells.get(f"{side.value}-{field}") for field in ("from", "role", "count", "name")
    )
    if count is None and not names:
        return None
    if not isinstance(home, str):
        raise Unreadable(f"{side.value}-from", "form.from-needed", side=side.value)
    if count is not None and names:
        raise Unreadable(f"{side.value}-count", "form.count-and-names")
    return Group(
        lists.reference("organizations", home),
        lists.reference("roles", role) if isinstance(role, str) else None,
        None if count is None else str(count),
        names if isinstance(names, tuple) else (),
    )


def _parsed(line: str, lists: Lists) -> Group:
    """One of the lines that stand in the last column."""
    words = line.split()
    if not 2 <= len(words) <= 3:
        raise Unreadable(OTHERS, "form.others", line=line)
    home = lists.reference("organizations", words[0])
    role = lists.reference("roles", words[1]) if len(words) == 3 else None
    heads = _HEADS.fullmatch(words[-1])
    if heads is not None:
        return Group(home, role, heads[1])
    return Group(home, role, None, tuple(name for name in _NAMES.split(words[-1]) if name))


PARTICIPANTS = Part(columns(), (ROUTE,), _show, _read, unordered=True)
"""Those who took part."""
