"""Scores → the ranked table, one unit item by item, and JSON."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from rich.console import RenderableType
from rich.padding import Padding
from rich.text import Text

from pairing_cli.model.diagnostics import say
from pairing_cli.model.figures import rounded
from pairing_cli.model.results import (
    LOST,
    OPEN,
    NodeKind,
    Points,
    ScoreNode,
    ScoreSheet,
    ScoreUnit,
    State,
)
from pairing_cli.model.rubric import Rubric
from pairing_cli.model.unearned import state_seen, unearned
from pairing_cli.output.grid import Grid
from pairing_cli.output.places import Places
from pairing_cli.output.sanitize import clean
from pairing_cli.output.screen import Screen, styled, table

_STYLES = {State.EARNED: "green", State.NOT_APPLICABLE: "dim", State.PARTIAL: ""}
_MOST_PLACES = 2


def style_of(state: State) -> str:
    """The colour of a state."""
    if state in LOST:
        return "red"
    return "yellow" if state in OPEN else _STYLES[state]


def heading(sheet: ScoreSheet, notice: str | None, screen: Screen) -> Iterator[RenderableType]:
    """The sheet's title, its day, and the programme's notice."""
    yield styled(clean(sheet.title), "bold")
    scope = screen.say("score.head.term", term=sheet.term) if sheet.term else ""
    yield styled(screen.say("score.head", as_of=sheet.as_of, scope=scope), "dim")
    if notice:
        yield styled(clean(notice), "yellow")
    yield Text("")


def ranking(sheet: ScoreSheet, rubric: Rubric, notice: str | None, screen: Screen) -> str:
    """All units that a rubric assesses, best first, and what each earned by item."""
    rows = table(
        (screen.say("head.rank"), "right"),
        (screen.say(f"head.{rubric.unit}"), "wide"),
        *((screen.say(f"head.{name}"), "right") for name in ("total", "earned", "bonus")),
        *((screen.say(f"head.{name}"), "right") for name in ("lost", "open", "max")),
        *(((screen.say("head.grade"), "left"),) if _graded(sheet) else ()),
    )
    for unit in sheet.units:
        main = unit.main
        rows.add_row(
            _place(unit),
            screen.tell(unit.node.title),
            styled(rounded(unit.node.earned), "bold"),
            rounded(main.earned),
            rounded(unit.bonus_earned),
            styled(rounded(main.lost), "red" if main.lost else "dim"),
            styled(rounded(main.open), "yellow" if main.open else "dim"),
            rounded(main.maximum),
            *((grade_word(unit, screen),) if _graded(sheet) else ()),
        )
    parts: list[RenderableType] = [*heading(sheet, notice, screen), rows, Text("")]
    parts += [
        *_how_to_read(sheet.units, screen),
        _by_item(sheet, rubric, screen),
        Text(""),
        *_schools(sheet, screen),
    ]
    return screen.render(*parts, styled(screen.say("score.next"), "dim"))


def _place(unit: ScoreUnit) -> str:
    """A unit's rank, and in which class where there are several."""
    return f"{clean(unit.among_class)} {unit.rank}" if unit.among_class else str(unit.rank)


def _graded(sheet: ScoreSheet) -> bool:
    return any(unit.grade for unit in sheet.units)


def grade_word(unit: ScoreUnit, screen: Screen) -> str:
    """A unit's grade; where open points could raise it, that it is not settled yet."""
    if unit.grade is None:
        return ""
    title = clean(unit.grade.title)
    return screen.say("score.grade-open", grade=title) if unit.grade.open else title


def _verdicts(unit: ScoreUnit, places: Places, screen: Screen) -> Iterator[Text]:
    """A unit's grade with what follows from it, its converted points, and the gates that closed."""
    if unit.grade is not None:
        why = screen.say(f"score.grade-by-{unit.grade.by}")
        line = screen.say("score.grade", grade=grade_word(unit, screen), why=why)
        yield Text(line + (f"；{clean(unit.grade.consequence)}" if unit.grade.consequence else ""))
    if unit.converted is not None:
        yield Text(screen.say("score.converted", points=rounded(unit.converted)))
    for gate in unit.gates:
        line = screen.say("score.gate-closed", gate=gate.title, note=gate.note)
        shown = "".join(f"  {places.show(at)}" for at in gate.at[:_MOST_PLACES])
        yield styled(line + shown, "red")


def _by_item(sheet: ScoreSheet, rubric: Rubric, screen: Screen) -> RenderableType:
    labels = _labels(sheet, rubric, screen)
    rows = table(
        (screen.say("head.by-item"), "wide"),
        *((label, "right") for label in labels.values()),
        splits=True,
    )
    for unit in sheet.units:
        items = {item.id: item for item in unit.node.items()}
        rows.add_row(clean(unit.pairing), *(_earned(items.get(name)) for name in labels))
    return rows


def _labels(sheet: ScoreSheet, rubric: Rubric, screen: Screen) -> dict[str, str]:
    """What heads the column of each item, by id: its number where no other has it, else its title.

    The rubric's items come first, then what a floor or a cap adds, each if it is asked of any unit.
    """
    numbers = {item.id: item.number for _, item in rubric.items()}
    once = [number for number, times in Counter(numbers.values()).items() if number and times == 1]
    titles = {item.id: item.title for unit in sheet.units for item in unit.node.items()}
    found = [name for name in numbers if name in titles]
    found += [name for name in titles if name not in numbers]
    heads = ((name, numbers.get(name)) for name in found)
    return {name: number if number in once else screen.tell(titles[name]) for name, number in heads}


def _earned(item: ScoreNode | None) -> Text:
    """An item's points; a dash where it is not asked of the unit."""
    if item is None:
        return styled("–", "dim")
    return styled(rounded(item.earned, 1), style_of(item.state) if item.maximum else "dim")


def _schools(sheet: ScoreSheet, screen: Screen) -> Iterator[RenderableType]:
    for school in sheet.schools:
        yield Text(
            screen.say(
                "score.school",
                name=clean(school.organization),
                pairings=tuple(clean(key) for key in school.pairings),
                mean=rounded(school.mean),
            )
        )


def unit_sheet(
    sheet: ScoreSheet, unit: ScoreUnit, notice: str | None, places: Places, screen: Screen
) -> str:
    """One unit, item by item, and every point lost or open with its reason and place."""
    rows = table(
        (screen.say("head.item"), "wide"),
        *((screen.say(f"head.{name}"), "right") for name in ("max", "earned", "lost", "open")),
        (screen.say("head.states"), "wide"),
    )
    for item in unit.items:
        rows.add_row(screen.tell(item.title), *_points(item), _states(item, screen))
    _totals(unit, rows, screen)
    parts: list[RenderableType] = [*heading(sheet, notice, screen), total_line(unit, screen)]
    parts += [*_verdicts(unit, places, screen), Text(""), rows, Text("")]
    parts += _how_to_read([unit], screen)
    for item in unit.node.items():
        parts += _not_earned(item, places, screen)
    return screen.render(*parts)


def _points(found: ScoreNode | Points) -> Iterator[Text]:
    yield Text(rounded(found.maximum))
    yield Text(rounded(found.earned))
    yield styled(rounded(found.lost), "red" if found.lost else "dim")
    yield styled(rounded(found.open), "yellow" if found.open else "dim")


def _totals(unit: ScoreUnit, rows: Grid, screen: Screen) -> None:
    """The sum of the items within the full marks, and apart from it the bonus and the total."""
    rows.add_row(styled(screen.say("score.sum-row"), "bold"), *_points(unit.main), "", ruled=True)
    if not unit.bonus:
        return
    for number, item in enumerate(unit.bonus_items):
        figures = (rounded(item.maximum), rounded(item.earned), "", "")
        title = screen.tell(item.title)
        rows.add_row(title, *figures, _states(item, screen), ruled=not number)
    total = styled(rounded(unit.node.earned), "bold")
    label = styled(screen.say("score.total-row"), "bold")
    rows.add_row(label, "", total, "", "", "", ruled=True)


def _how_to_read(units: Sequence[ScoreUnit], screen: Screen) -> Iterator[RenderableType]:
    """What must be known to add the figures up; nothing when they do by themselves."""
    keys = ["score.bonus-rule"] if any(unit.bonus for unit in units) else []
    keys += [] if all(unit.adds_up for unit in units) else ["score.rounding"]
    yield from (styled(screen.say(key), "dim") for key in keys)
    if keys:
        yield Text("")


def total_line(unit: ScoreUnit, screen: Screen) -> Text:
    """A unit's total; its rank where there are others, its bonus where the rubric has one."""
    main = unit.main
    rank = say("nothing")
    if unit.among > 1:
        rank = say("score.rank", rank=unit.rank)
    if unit.among_class is not None:
        rank = say("score.rank-in", rank=unit.rank, among=unit.among_class)
    bonus = say("score.bonus", bonus=rounded(unit.bonus_earned)) if unit.bonus else say("nothing")
    return styled(
        screen.say(
            "score.total",
            name=screen.tell(unit.node.title),
            total=rounded(unit.node.earned),
            earned=rounded(main.earned),
            full=rounded(main.maximum),
            lost=rounded(main.lost),
            open=rounded(main.open),
            rank=rank,
            bonus=bonus,
        ),
        "bold",
    )


def _states(item: ScoreNode, screen: Screen) -> str:
    counted = Counter(leaf.state for leaf in item.leaves() if leaf.state is not State.EARNED)
    return " ".join(
        f"{screen.say(f'state.{state}')} {number}" for state, number in sorted(counted.items())
    )


def _not_earned(item: ScoreNode, places: Places, screen: Screen) -> Iterator[RenderableType]:
    """What of an item did not earn, under its title; nothing when all did."""
    if item.earned == item.maximum:
        return
    yield styled(screen.tell(item.title), "bold")
    alone = item.whole or not item.children
    for path, node in [((), item)] if alone else item.shortfalls():
        line = Text()
        line.append(f"{points_word(node, screen, bonus=item.bonus)} ", style_of(node.state))
        if min(node.lost, node.open) >= 0:  # what a floor or a cap gives back is in no state
            line.append(f"{state_word(node, screen)} ", style_of(node.state))
        titles = [*path, *([] if node is item else [node.title])]
        line.append(" · ".join(screen.tell(title) for title in titles))
        line.append(_sides(node, screen))
        line.append(_how_many(node, screen))
        yield Padding(line, (0, 0, 0, 2))
        why = Text(screen.tell(node.reason), style="dim")
        for at in node.at[:_MOST_PLACES]:
            why.append(f"  {places.show(at)}")
        yield Padding(why, (0, 0, 0, 6))


def _how_many(node: ScoreNode, screen: Screen) -> str:
    """Of a branch that stands for all below it, how many leaves; so lines and counts agree."""
    if not node.children:
        return ""
    leaves = [leaf for leaf in node.leaves() if leaf.state is not State.EARNED]
    papers = all(leaf.kind is NodeKind.DOCUMENT for leaf in leaves)
    return screen.say("score.leaves" if papers else "score.lines", number=len(leaves))


def points_word(node: ScoreNode, screen: Screen, *, bonus: bool) -> str:
    """How many points a node lost, or, where none are lost yet, how many are open.

    Of a bonus nothing is lost: it is not added.
    """
    return screen.tell(unearned(node, bonus=bonus))


def state_word(node: ScoreNode, screen: Screen) -> str:
    """A node's state in words; a survey or rating below its full marks has earned in part."""
    return screen.say(f"state.{state_seen(node)}")


def leaf_title(leaf: ScoreNode, screen: Screen) -> str:
    """What a leaf asked for, and from whom."""
    return screen.tell(leaf.title) + _sides(leaf, screen)


def _sides(node: ScoreNode, screen: Screen) -> str:
    if node.paper is None:
        return ""
    sides = tuple(screen.say(f"side.{side}") for side in node.paper.sides)
    return screen.say("score.sides", sides=sides)
