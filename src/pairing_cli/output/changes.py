"""Two score sheets side by side → who gains and loses and why, and JSON."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from rich.console import RenderableType
from rich.padding import Padding
from rich.text import Text

from pairing_cli.messages import text as worded
from pairing_cli.model.changes import NodeChange, SheetChange, UnitChange
from pairing_cli.model.diagnostics import Message, say
from pairing_cli.model.figures import rounded
from pairing_cli.model.places import At
from pairing_cli.model.results import ScoreNode, ScoreSheet, ScoreUnit
from pairing_cli.model.unearned import state_seen
from pairing_cli.output.findings import dump
from pairing_cli.output.places import Places
from pairing_cli.output.sanitize import clean
from pairing_cli.output.scores import grade_word, heading, leaf_title, style_of
from pairing_cli.output.screen import Screen, styled, table

_MOST_PLACES = 2


@dataclass(frozen=True, slots=True)
class Compared:
    """What is compared: ``what-if`` with its file, or ``rubrics``."""

    kind: str
    file: str | None = None

    def title(self, found: SheetChange) -> Message:
        """What is compared, in words."""
        if self.kind == "what-if":
            return say("change.what-if", file=clean(self.file or ""))
        old, new = found.before, found.after
        names = [f"{clean(sheet.title)} ({clean(sheet.rubric)})" for sheet in (old, new)]
        return say("change.rubrics", old=names[0], new=names[1])


def signed(value: Fraction, places: int = 2) -> str:
    """A difference with its sign."""
    return ("+" if value > 0 else "") + rounded(value, places)


def as_text(
    found: SheetChange, compared: Compared, notice: str | None, places: Places, screen: Screen
) -> str:
    """A table of all units, who gains and loses, and for each that changed which items did."""
    parts: list[RenderableType] = [*heading(found.after, notice, screen)]
    parts += [Text(screen.tell(compared.title(found))), Text(""), _table(found, screen), Text("")]
    parts += _gains(found, screen)
    for unit in found.units:
        if _shown(unit):
            parts += [Text(""), *_unit(unit, compared, places, screen)]
    return screen.render(*parts)


def _table(found: SheetChange, screen: Screen) -> RenderableType:
    graded = any(each and each.grade for unit in found.units for each in (unit.before, unit.after))
    names = ["total-before", "total-after", "difference", "rank-before", "rank-after"]
    names += ["grade-before", "grade-after"] if graded else []
    rows = table(
        (screen.say("head.unit-assessed"), "wide"),
        *((screen.say(f"head.{name}"), "right") for name in names),
    )
    for unit in found.units:
        both = (unit.before, unit.after)
        rows.add_row(
            screen.tell(unit.unit.node.title),
            *(rounded(each.node.earned) if each else "–" for each in both),
            styled(signed(unit.difference), _style(unit.difference)),
            *(str(each.rank) if each else "–" for each in both),
            *((grade_word(each, screen) if each else "–" for each in both) if graded else ()),
        )
    return rows


def _style(difference: Fraction) -> str:
    if not difference:
        return "dim"
    return "green" if difference > 0 else "red"


def _gains(found: SheetChange, screen: Screen) -> Iterator[RenderableType]:
    """How many gain, lose and stay, and what must be known to check the differences."""
    if not any(_shown(unit) or unit.difference for unit in found.units):
        yield Text(screen.say("change.nothing"))
        return
    gain, lose, stay = _sorted_out(found)
    sums = {"gain": len(gain), "lose": len(lose), "stay": len(stay)}
    yield styled(screen.say("change.sums", **sums), "bold")
    for key, units in (("change.gain", gain), ("change.lose", lose)):
        if units:
            names = tuple(_named(unit, screen) for unit in units)
            yield Text(screen.say(key, names=names))
    if any(_off(unit) for unit in found.units):
        yield styled(screen.say("score.rounding"), "dim")


def _named(unit: UnitChange, screen: Screen) -> str:
    return f"{screen.tell(unit.unit.node.title)} {signed(unit.difference)}"


def _sorted_out(found: SheetChange) -> tuple[list[UnitChange], list[UnitChange], list[UnitChange]]:
    """The units that gain (most first), that lose (most first), and the others."""
    gain = [unit for unit in found.units if unit.difference > 0]
    lose = [unit for unit in found.units if unit.difference < 0]
    stay = [unit for unit in found.units if not unit.difference]
    gain.sort(key=lambda unit: -unit.difference)
    lose.sort(key=lambda unit: unit.difference)
    return gain, lose, stay


def _shown(unit: UnitChange) -> list[NodeChange]:
    """The items that are shown: those of which more than a reason changed."""
    return [item for item in unit.items if item.matters]


def _off(unit: UnitChange) -> bool:
    """Whether a difference is not that of the rounded totals beside it."""
    before, after = (Fraction(rounded(_total(each))) for each in (unit.before, unit.after))
    return after - before != Fraction(rounded(unit.difference))


def _total(unit: ScoreUnit | None) -> Fraction:
    return unit.node.earned if unit else Fraction(0)


def _unit(
    unit: UnitChange, compared: Compared, places: Places, screen: Screen
) -> Iterator[RenderableType]:
    title = screen.tell(unit.unit.node.title)
    line = screen.say("change.unit", name=title, difference=signed(unit.difference))
    yield styled(line, "bold")
    for item in _shown(unit):
        line = screen.say(
            "change.item", title=screen.tell(item.node.title), **_from_to(item, screen)
        )
        signs = Text(f"{signed(item.difference)} ", style=_style(item.difference))
        yield Padding(signs.append(line, style=""), (0, 0, 0, 2))
        if compared.kind == "what-if":
            yield from _causes(item, places, screen)


def _from_to(change: NodeChange, screen: Screen) -> dict[str, str]:
    """The points before and after, each out of its maximum."""
    return {
        name: f"{rounded(node.earned)}/{rounded(node.maximum)}"
        if node
        else screen.say("change.none")
        for name, node in (("before", change.before), ("after", change.after))
    }


def _causes(item: NodeChange, places: Places, screen: Screen) -> Iterator[RenderableType]:
    """The states and reasons that changed: of the item itself, or of what stands below it."""
    for change in item.below or (item,):
        if not (change.reworded and change.matters):
            continue
        node = change.node
        states = [_state(each, screen) for each in (change.before, change.after)]
        titles = [screen.tell(title) for title in change.path]
        title = " · ".join([*titles, leaf_title(node, screen)])
        line = screen.say("change.state", title=title, before=states[0], after=states[1])
        yield Padding(styled(line, style_of(node.state)), (0, 0, 0, 6))
        reasons = [screen.tell(each.reason) for each in (change.before, change.after) if each]
        why = Text(" → ".join(dict.fromkeys(reasons)), style="dim")
        for at in _places(change)[:_MOST_PLACES]:
            why.append(f"  {places.show(at)}")
        yield Padding(why, (0, 0, 0, 10))


def _places(change: NodeChange) -> tuple[At, ...]:
    """What the node rests on now, or rested on."""
    found = [each.at for each in (change.after, change.before) if each and each.at]
    return found[0] if found else ()


def _state(node: ScoreNode | None, screen: Screen) -> str:
    return screen.say(f"state.{state_seen(node)}") if node else screen.say("change.none")


def as_json(
    found: SheetChange, compared: Compared, errors: int, places: Places, screen: Screen
) -> str:
    """The comparison for machines; schema ``pairing.score-change/1``."""
    gain, lose, _ = _sorted_out(found)
    document = {
        "schema": "pairing.score-change/1",
        "as_of": found.after.as_of.isoformat(),
        "errors": errors,
        "kind": compared.kind,
        "file": compared.file,
        "term": found.after.term,
        "before": _sheet(found.before),
        "after": _sheet(found.after),
        "gain": [unit.unit.pairing for unit in gain],
        "lose": [unit.unit.pairing for unit in lose],
        "units": [_unit_json(unit, places, screen) for unit in found.units],
    }
    return dump(document)


def _sheet(sheet: ScoreSheet) -> dict[str, object]:
    return {"rubric": sheet.rubric, "title": sheet.title}


def _unit_json(unit: UnitChange, places: Places, screen: Screen) -> dict[str, object]:
    return {
        "id": unit.unit.pairing,
        "title": screen.tell(unit.unit.node.title),
        "difference": rounded(unit.difference),
        "exact": str(unit.difference),
        "before": _side(unit.before),
        "after": _side(unit.after),
        "items": [
            {
                **_change(item, places, screen),
                "below": [_change(n, places, screen) for n in item.below],
            }
            for item in unit.items
        ],
    }


def _side(unit: ScoreUnit | None) -> dict[str, object] | None:
    if unit is None:
        return None
    return {
        "total": rounded(unit.node.earned),
        "exact": str(unit.node.earned),
        "full_marks": rounded(unit.main.maximum),
        "rank": unit.rank,
        "among": unit.among,
        "grade": unit.grade.title if unit.grade else None,
    }


def _change(change: NodeChange, places: Places, screen: Screen) -> dict[str, object]:
    node = change.node
    return {
        "id": node.id,
        "title": screen.tell(node.title),
        "kind": node.kind.value,
        "difference": rounded(change.difference),
        "exact": str(change.difference),
        "before": _node(change.before, places, screen),
        "after": _node(change.after, places, screen),
    }


def _node(node: ScoreNode | None, places: Places, screen: Screen) -> dict[str, object] | None:
    if node is None:
        return None
    figures = {"max": node.maximum, "earned": node.earned, "lost": node.lost, "open": node.open}
    return {
        "state": state_seen(node).value,
        "reason": clean(worded(node.reason, screen.language)),
        **{name: rounded(value) for name, value in figures.items()},
        "exact": {name: str(value) for name, value in figures.items()},
        "at": places.json(node.at),
    }
