"""Measures of rubrics: what they count can occur, and what they are held against can be reached."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from pairing_cli.model.diagnostics import Problem, Severity, problem
from pairing_cli.model.figures import plain
from pairing_cli.model.measures import Measure, number
from pairing_cli.model.places import At
from pairing_cli.model.pools import PARENT
from pairing_cli.model.readers import Percent
from pairing_cli.model.repository import Entry, Repository
from pairing_cli.model.rubric import Earning, Rubric, earnings
from pairing_cli.model.ways import Bands, Change, Deduction, Done
from pairing_cli.rules.base import Case, rule


def earnings_of(repo: Repository) -> Iterator[tuple[Entry[Rubric], Earning, At]]:
    """Everything that earns points, with its rubric and its place."""
    for rubric in repo.rubrics:
        for route, item in rubric.record.items():
            for inner, earning in earnings(item):
                yield rubric, earning, rubric.place(*route, *inner)


def measures_of(repo: Repository) -> Iterator[tuple[Entry[Rubric], Measure, At]]:
    """Every measure of every rubric, with its place."""
    for rubric, earning, at in earnings_of(repo):
        for way in ("done", "bands", "ratio", "rank"):
            found = getattr(earning, way)
            if found is not None:
                yield rubric, found, at.sub(way)
        for way in ("adds", "deducts"):
            for index, change in enumerate(getattr(earning, way)):
                yield rubric, change, at.sub(way, index)
    for rubric in repo.rubrics:
        yield from ((rubric, when, at) for when, at in _of_gates(rubric))


def _of_gates(rubric: Entry[Rubric]) -> Iterator[tuple[Measure, At]]:
    for index, gate in enumerate(rubric.record.gates):
        for condition, when in enumerate(gate.when):
            yield when, rubric.place("gates", index, "when", condition)


@rule("K015", Severity.ERROR)
def share_without_percent(case: Case) -> Iterator[Problem]:
    """A bound in per cent belongs to a measure that says of what.

    "Every point below 100 %" needs ``share_of``, or a figure that is a percentage itself and a plain
    number as its bound.
    """
    for _, measure, at in measures_of(case.repo):
        for field in ("at_least", "above", "at_most", "below"):
            bound = getattr(measure, field, None)
            if isinstance(bound, Percent) and measure.share_of is None:
                yield problem(at.sub(field))
        for index, band in enumerate(measure.table if isinstance(measure, Bands) else ()):
            for field in ("at_least", "above", "up_to", "below"):
                if isinstance(getattr(band, field), Percent) and measure.share_of is None:
                    yield problem(at.sub("table", index, field))


@rule("K019", Severity.ERROR)
def goes_by_itself(case: Case) -> Iterator[Problem]:
    """No item goes by its own points, and no rubric by its own total, directly or through others.

    Such an item has no value to begin from.
    """
    for rubric in case.repo.rubrics:
        owner = {part.id: item.id for _, item in rubric.record.items() for part in item.parts}
        named = {
            item.id: {
                measure.item
                for found, measure, at in measures_of(case.repo)
                if found is rubric and measure.item and _inside(rubric, item.id, at)
            }
            for _, item in rubric.record.items()
        }
        goes_by = {item: {owner.get(name, name) for name in names} for item, names in named.items()}
        for route, item in rubric.record.items():
            if item.id in _reached(goes_by, item.id):
                yield problem(rubric.place(*route), item=item.title)
    yield from _rubrics_in_a_circle(case.repo)


def _rubrics_in_a_circle(repo: Repository) -> Iterator[Problem]:
    """Rubrics that go by their own totals, directly or through others."""
    named = [(rubric, measure, at) for rubric, measure, at in measures_of(repo) if measure.rubric]
    goes_by: dict[str, set[str]] = {}
    for rubric, measure, _ in named:
        goes_by.setdefault(rubric.key, set()).add(repo.rubrics.key(measure.rubric or ""))
    for rubric, _, at in named:
        if rubric.key in _reached(goes_by, rubric.key):
            yield problem(at.sub("rubric"), "rubric", rubric=rubric.record.title)


def _inside(rubric: Entry[Rubric], item: str, at: At) -> bool:
    places = {found.id: rubric.place(*route).route for route, found in rubric.record.items()}
    return at.route[: len(places[item])] == places[item]


def _reached(goes_by: dict[str, set[str]], start: str) -> set[str]:
    seen: set[str] = set()
    waiting = list(goes_by.get(start, ()))
    while waiting:
        name = waiting.pop()
        if name not in seen:
            seen.add(name)
            waiting += goes_by.get(name, ())
    return seen


@rule("K020", Severity.ERROR)
def fed_by_nothing(case: Case) -> Iterator[Problem]:
    """Something in the programme can feed every measure.

    A measure goes by items of its own rubric and by figures that are entered. Any other measure would
    have no data for ever.
    """
    for rubric, measure, at in measures_of(case.repo):
        here = any(item.id == measure.item for item in rubric.record.all_items())
        if measure.item and not here and case.repo.items.candidates(measure.item):
            yield problem(at.sub("item"), "item", name=measure.item)
        for field, figure in figures_in(measure):
            if figure == PARENT:
                yield problem(at.sub(field), "parent")


def figures_in(measure: Measure) -> Iterator[tuple[str, str]]:
    """The figures that a measure goes by: field and name."""
    for field in ("figure", "share_of", "minus", "target_figure"):
        name = getattr(measure, field, None)
        if name is not None:
            yield field, name


@rule("K027", Severity.ERROR)
def figure_of_another(case: Case) -> Iterator[Problem]:
    """A figure that a rubric goes by is entered for what the rubric assesses.

    A rubric of pairings reads values that state a pairing, one of schools those that state an
    organization, one of people those that state a person. What is compared with or asked for
    (``minus``, ``target_figure``) may be of nobody in particular.
    """
    for rubric, measure, at in measures_of(case.repo):
        wanted = {"pairing": "pairing", "school": "organization", "person": "person"}
        subject = wanted[rubric.record.unit]
        for field, name in figures_in(measure):
            figure = case.repo.figures.get(name)
            if figure is None or figure.people is not None or not figure.values:
                continue
            general = field in ("minus", "target_figure")
            if not any(
                getattr(value, subject) or (general and not value.given(*wanted.values()))
                for value in figure.values
            ):
                yield problem(at.sub(field), figure=figure.title, wanted=subject)


@rule("K021", Severity.ERROR)
def never_changes(case: Case) -> Iterator[Problem]:
    """What adds or deducts points can happen.

    Nothing is missing from 0, and with ``first: 3`` nothing exceeds 3.
    """
    for _, measure, at in measures_of(case.repo):
        if not isinstance(measure, Change) or measure.minus is not None:
            continue
        most = _most_units(measure)
        if most is not None and most < measure.step:
            yield problem(at, title=measure.title)


def _most_units(change: Change) -> Fraction | None:
    """The most that a change can be for; None when there is no limit."""
    if change.below is not None:
        return change.bound
    if change.first is None or change.share_of is not None:
        return None
    return Fraction(change.first) - (change.bound or 0)


@rule("K022", Severity.ERROR)
def holds_never_or_always(case: Case) -> Iterator[Problem]:
    """What is to be reached can be reached, and can be missed.

    At least 5 and at most 3 is never so; at least 0 always.
    """
    for _, measure, at in measures_of(case.repo):
        if not isinstance(measure, Done) or measure.minus is not None:
            continue
        low = measure.at_least if measure.at_least is not None else measure.above
        high = measure.at_most if measure.at_most is not None else measure.below
        least = None if low is None else number(low)
        most = None if high is None else number(high)
        first = None if measure.share_of else measure.first
        limits = [limit for limit in (most, first) if limit is not None]
        open_ends = measure.above is not None or measure.below is not None
        never = least is not None and limits and (least, open_ends) > (min(limits), False)
        if least is not None and never:
            yield problem(at, "never", least=plain(least), most=plain(Fraction(min(limits))))
        elif measure.below == 0:
            yield problem(at, "never", least="0", most="0")
        elif measure.at_least == 0 and most is None:
            yield problem(at.sub("at_least"), "always")


@rule("K023", Severity.WARNING)
def cap_on_the_wrong_side(case: Case) -> Iterator[Problem]:
    """A cap lies between the points for one and the points of the item.

    "At most 15" in an item of 10 never holds anything back, and "2 each, at most 1" never gives 2. A
    floor lies below the points of the item.
    """
    for _, earning, at in earnings_of(case.repo):
        if earning.floor is not None and earning.floor >= earning.worth:
            facts = {"floor": plain(earning.floor), "most": plain(earning.worth)}
            yield problem(at.sub("floor"), "floor", **facts)
        for way in ("adds", "deducts"):
            for index, change in enumerate(getattr(earning, way)):
                yield from _caps(at.sub(way, index), change, earning)


def _caps(at: At, change: Change, earning: Earning) -> Iterator[Problem]:
    """What is wrong with the points for one, beside the cap and the points of the item."""
    cap, each = change.at_most, change.each
    deducts = isinstance(change, Deduction)
    bottomless = deducts and (earning.floor is None or earning.floor < 0)
    if cap is None:
        if each is not None and each > earning.worth and not deducts:
            yield problem(at.sub("each"), "each-item", each=plain(each), most=plain(earning.worth))
    elif cap > earning.worth and not bottomless:
        yield problem(at.sub("at_most"), cap=plain(cap), most=plain(earning.worth))
    elif each is not None and each > cap:
        yield problem(at.sub("at_most"), "each", cap=plain(cap), each=plain(each))


RULES = (
    share_without_percent,
    goes_by_itself,
    fed_by_nothing,
    figure_of_another,
    never_changes,
    holds_never_or_always,
    cap_on_the_wrong_side,
)
