"""Ways of earning: bands and grades without overlap or gap, weights that add up, nothing that pays."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from pairing_cli.model.diagnostics import Problem, Severity, problem
from pairing_cli.model.figures import plain
from pairing_cli.model.places import At
from pairing_cli.model.repository import Entry, Repository
from pairing_cli.model.rubric import Earning, Rubric, earnings
from pairing_cli.model.scalars import Percent
from pairing_cli.model.ways import Band, Grade, Measure, number
from pairing_cli.rules.base import Case, rule


def _earnings(repo: Repository) -> Iterator[tuple[Entry[Rubric], Earning, At]]:
    for rubric in repo.rubrics:
        for route, item in rubric.record.items():
            for inner, earning in earnings(item):
                yield rubric, earning, rubric.place(*route, *inner)


def measures(repo: Repository) -> Iterator[tuple[Entry[Rubric], Measure, At]]:
    """Every measure of every rubric, with its place."""
    for rubric, earning, at in _earnings(repo):
        for way in ("done", "bands", "ratio", "rank"):
            found = getattr(earning, way)
            if found is not None:
                yield rubric, found, at.sub(way)
        for way in ("adds", "deducts"):
            for index, change in enumerate(getattr(earning, way)):
                yield rubric, change, at.sub(way, index)
    for rubric in repo.rubrics:
        for index, gate in enumerate(rubric.record.gates):
            yield rubric, gate.when, rubric.place("gates", index, "when")


Range = tuple[Fraction | None, bool, Fraction | None, bool]
"""The lower end and whether it belongs to the range, the upper end and whether it does."""


def _range(found: Band | Grade) -> Range:
    low = found.at_least if found.at_least is not None else found.above
    high = found.up_to if found.up_to is not None else found.below
    return (
        None if low is None else number(low),
        found.at_least is not None,
        None if high is None else number(high),
        found.up_to is not None,
    )


def _seams(ranges: Sequence[tuple[int, Range]]) -> Iterator[tuple[int, int, str, Fraction | None]]:
    """Where two neighbours overlap or leave a gap: their numbers, which of both, and where."""
    ordered = sorted(ranges, key=lambda each: (each[1][0] is not None, each[1][0] or Fraction(0)))
    for (one, lower), (other, upper) in zip(ordered, ordered[1:], strict=False):
        end, ends_in, begin, begins_in = lower[2], lower[3], upper[0], upper[1]
        if end is None or begin is None or begin < end or (begin == end and ends_in and begins_in):
            yield one, other, "overlap", begin if begin is not None else end
        elif begin > end or not (ends_in or begins_in):
            yield one, other, "gap", end


@rule("K010", Severity.ERROR)
def bands_do_not_join(case: Case) -> Iterator[Problem]:
    """The bands of a value follow each other: none overlaps another, and none leaves a gap.

    A value that lies in two bands, or in none, leaves its points to a guess. Say of each bound whether
    it belongs to the band: at_least and up_to do, above and below do not.
    """
    for _, earning, at in _earnings(case.repo):
        if earning.bands is None:
            continue
        ranges = [(index, _range(band)) for index, band in enumerate(earning.bands.table)]
        for one, other, kind, where in _seams(ranges):
            yield problem(
                at.sub("bands", "table", other),
                kind,
                first=at.sub("bands", "table", one),
                value=plain(where) if where is not None else "–",
            )


@rule("K011", Severity.ERROR)
def grades_do_not_join(case: Case) -> Iterator[Problem]:
    """The grades take every total once: none overlaps another, and none leaves a gap.

    "90 and more excellent, 81 to 90 good" puts 90 into two grades, "60 to 80 fair" 80 to 81 in none.
    """
    for rubric in case.repo.rubrics:
        ranges = [(index, _range(grade)) for index, grade in enumerate(rubric.record.grades)]
        for one, other, kind, where in _seams(ranges):
            first, second = rubric.record.grades[one], rubric.record.grades[other]
            yield problem(
                rubric.place("grades", other),
                kind,
                grade=second.title,
                other=first.title,
                first=rubric.place("grades", one),
                value=plain(where) if where is not None else "–",
            )


@rule("K012", Severity.ERROR)
def grades_out_of_order(case: Case) -> Iterator[Problem]:
    """Grades stand from the best to the last.

    What limits a grade, or fails the whole, goes by their order.
    """
    for rubric in case.repo.rubrics:
        lows = [_range(grade)[0] for grade in rubric.record.grades]
        known = [(index, low) for index, low in enumerate(lows) if low is not None]
        for (_, higher), (index, lower) in zip(known, known[1:], strict=False):
            if lower > higher:
                yield problem(
                    rubric.place("grades", index), grade=rubric.record.grades[index].title
                )


@rule("K013", Severity.ERROR)
def weights_differ(case: Case) -> Iterator[Problem]:
    """The weights of those who rate add up to 100 %.

    Correct one of them.
    """
    for _, earning, at in _earnings(case.repo):
        if earning.raters is None:
            continue
        total = sum((number(rater.weight) for rater in earning.raters.raters), Fraction(0))
        if total not in (100, 1):
            yield problem(at.sub("raters", "raters"), total=plain(total))


@rule("K014", Severity.ERROR)
def more_than_the_item(case: Case) -> Iterator[Problem]:
    """No level, band or place is worth more than its item.

    Correct the points of one of them.
    """
    for _, earning, at in _earnings(case.repo):
        worth = earning.worth
        if earning.levels is not None:
            for level, points in earning.levels.table.items():
                if points > worth:
                    place = at.sub("levels", "table", level)
                    yield problem(place, points=plain(points), most=plain(worth))
        if earning.bands is not None:
            for index, band in enumerate(earning.bands.table):
                if band.points > worth:
                    place = at.sub("bands", "table", index, "points")
                    yield problem(place, points=plain(band.points), most=plain(worth))
        if earning.rank is not None:
            for index, points in enumerate(earning.rank.table):
                if points > worth:
                    place = at.sub("rank", "table", index)
                    yield problem(place, points=plain(points), most=plain(worth))


@rule("K015", Severity.ERROR)
def share_without_percent(case: Case) -> Iterator[Problem]:
    """A bound in per cent belongs to a measure that says of what.

    "Every point below 100 %" needs ``share_of``, or a figure that is a percentage itself and a plain
    number as its bound.
    """
    for _, measure, at in measures(case.repo):
        for field in ("below", "above", "at_least", "at_most"):
            bound = getattr(measure, field, None)
            if isinstance(bound, Percent) and measure.share_of is None:
                yield problem(at.sub(field))


@rule("K016", Severity.ERROR)
def gate_of_nothing(case: Case) -> Iterator[Problem]:
    """A gate, and a grade's minimum, names sections, items, parts and grades of its rubric.

    Correct the id, or the title of the grade.
    """
    for rubric in case.repo.rubrics:
        record = rubric.record
        ids = {section.id for section in record.sections} | {item.id for _, item in record.items()}
        ids |= {part.id for _, item in record.items() for part in item.parts}
        titles = {grade.title for grade in record.grades}
        for index, gate in enumerate(record.gates):
            for n, name in enumerate(gate.zeroes):
                if name not in ids:
                    yield problem(rubric.place("gates", index, "zeroes", n), name=name)
            if gate.grade_at_most is not None and gate.grade_at_most not in titles:
                place = rubric.place("gates", index, "grade_at_most")
                yield problem(place, name=gate.grade_at_most)
            if gate.fails and not titles:
                yield problem(rubric.place("gates", index, "fails"), "no-grades")
        for index, grade in enumerate(record.grades):
            for n, need in enumerate(grade.needs):
                if need.of not in ids:
                    place = rubric.place("grades", index, "needs", n, "of")
                    yield problem(place, name=need.of)


@rule("K017", Severity.ERROR)
def papers_of_no_pairing(case: Case) -> Iterator[Problem]:
    """What is earned by documents is assessed by pairing.

    Documents are handed in by pairings; a rubric of schools or persons counts, rates and surveys.
    """
    for rubric, earning, at in _earnings(case.repo):
        if rubric.record.unit != "pairing" and earning.requires:
            yield problem(at.sub("requires"), unit=rubric.record.unit)


@rule("K018", Severity.WARNING)
def penalty_without_deductions(case: Case) -> Iterator[Problem]:
    """A penalty takes points away.

    An item with ``penalty`` states ``deducts``; anything else leaves it at nothing.
    """
    for rubric in case.repo.rubrics:
        for route, item in rubric.record.items():
            if item.penalty is not None and not item.deducts:
                yield problem(rubric.place(*route, "penalty"), item=item.title)


@rule("K019", Severity.ERROR)
def goes_by_itself(case: Case) -> Iterator[Problem]:
    """No item goes by its own points, directly or through others.

    Such an item has no value to begin from.
    """
    for rubric in case.repo.rubrics:
        goes_by = {
            item.id: {
                case.repo.items.key(measure.item)
                for owner, measure, at in measures(case.repo)
                if owner is rubric and measure.item and _inside(rubric, item.id, at)
            }
            for _, item in rubric.record.items()
        }
        for route, item in rubric.record.items():
            if item.id in _reached(goes_by, item.id):
                yield problem(rubric.place(*route), item=item.title)


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


RULES = (
    bands_do_not_join,
    grades_do_not_join,
    grades_out_of_order,
    weights_differ,
    more_than_the_item,
    share_without_percent,
    gate_of_nothing,
    papers_of_no_pairing,
    penalty_without_deductions,
    goes_by_itself,
)
