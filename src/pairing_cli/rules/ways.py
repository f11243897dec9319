"""Ways of earning: bands and grades without overlap or gap, weights that add up, nothing that pays."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

from pairing_cli.model.diagnostics import Problem, Severity, problem
from pairing_cli.model.figures import plain
from pairing_cli.model.gates import ALL, Grade
from pairing_cli.model.measures import number
from pairing_cli.model.places import At
from pairing_cli.model.readers import Percent
from pairing_cli.model.repository import Entry
from pairing_cli.model.rubric import Earning, Rubric
from pairing_cli.model.ways import Band
from pairing_cli.rules.base import Case, rule
from pairing_cli.rules.measures import earnings_of

Range = tuple[Fraction | None, bool, Fraction | None, bool]
"""The lower end and whether it belongs to the range, the upper end and whether it does."""


ZERO = Fraction(0)
UNLIMITED = Fraction(10**12)
"""More than any number that can be written."""


@dataclass(frozen=True, slots=True)
class Seam:
    """Where ranges do not join: the numbers of both, what is wrong, and at which value."""

    one: int
    other: int
    kind: str
    at: Fraction | None

    @property
    def value(self) -> str:
        """That value, to be shown."""
        return plain(self.at) if self.at is not None else "–"


def _range(found: Band | Grade) -> Range:
    low = found.at_least if found.at_least is not None else found.above
    high = found.up_to if found.up_to is not None else found.below
    return (
        None if low is None else number(low),
        found.at_least is not None,
        None if high is None else number(high),
        found.up_to is not None,
    )


def _empty(found: Range) -> bool:
    """Whether no value can lie in a range."""
    low, low_in, high, high_in = found
    if low is None or high is None:
        return False
    return low > high or (low == high and not (low_in and high_in))


def _begins(found: Range) -> tuple[bool, Fraction, bool]:
    return found[0] is not None, found[0] or ZERO, not found[1]


def _reaches(found: Range) -> tuple[bool, Fraction, bool]:
    return found[2] is None, found[2] or ZERO, found[3]


def _seams(ranges: Sequence[Range], least: Fraction, most: Fraction | None) -> Iterator[Seam]:
    """Where ranges do not take every value from ``least`` to ``most`` exactly once.

    A range is held against that of those below it which reaches furthest.
    """
    there = [index for index, found in enumerate(ranges) if not _empty(found)]
    yield from (Seam(n, n, "empty", found[0]) for n, found in enumerate(ranges) if _empty(found))
    ordered = sorted(there, key=lambda index: _begins(ranges[index]))
    if not ordered:
        return
    widest = ordered[0]
    low, low_in = ranges[widest][:2]
    if low is not None and (low > least or (low == least and not low_in)):
        yield Seam(widest, widest, "below", low)
    for other in ordered[1:]:
        kind = _seam(ranges[widest], ranges[other])
        if kind is not None:
            begin, end = ranges[other][0], ranges[widest][2]
            where = end if kind == "gap" or begin is None else begin
            yield Seam(widest, other, kind, where)
        widest = max(widest, other, key=lambda index: _reaches(ranges[index]))
    high, high_in = ranges[widest][2:]
    if high is not None and most is not None and (high < most or (high == most and not high_in)):
        yield Seam(widest, widest, "above", high)


def _seam(lower: Range, upper: Range) -> str | None:
    """What is wrong between two neighbours, if anything."""
    end, ends_in, begin, begins_in = lower[2], lower[3], upper[0], upper[1]
    if end is None or begin is None or begin < end or (begin == end and ends_in and begins_in):
        return "overlap"
    return "gap" if begin > end or not (ends_in or begins_in) else None


@rule("K010", Severity.ERROR)
def bands_do_not_join(case: Case) -> Iterator[Problem]:
    """The bands of a value follow each other: none overlaps another, and none leaves a gap.

    A value that lies in two bands, or in none, leaves its points to a guess. Say of each bound whether
    it belongs to the band: at_least and up_to do, above and below do not.
    """
    for _, earning, at in earnings_of(case.repo):
        way = earning.bands
        if way is None:
            continue
        ranges = [_range(band) for band in way.table]
        least = -UNLIMITED if way.minus else ZERO
        counted = way.count is not None or way.findings is not None
        most = UNLIMITED if counted and way.share_of is None and way.first is None else None
        for seam in _seams(ranges, least, most):
            yield problem(
                at.sub("bands", "table", seam.other),
                seam.kind,
                first=at.sub("bands", "table", seam.one),
                value=seam.value,
            )


@rule("K011", Severity.ERROR)
def grades_do_not_join(case: Case) -> Iterator[Problem]:
    """The grades take every total once: none overlaps another, and none leaves a gap.

    "90 and more excellent, 81 to 90 good" puts 90 into two grades, "60 to 80 fair" 80 to 81 in none.
    """
    for rubric in case.repo.rubrics:
        grades = rubric.record.grades
        bonus = sum((item.bonus or ZERO for _, item in rubric.record.items()), ZERO)
        most = rubric.record.full_marks + bonus
        capped = most if rubric.record.at_most is None else min(most, rubric.record.at_most)
        ranges = [_range(grade) for grade in grades]
        least = ZERO if floors(rubric.record) else -UNLIMITED
        for seam in _seams(ranges, least, capped):
            yield problem(
                rubric.place("grades", seam.other),
                seam.kind,
                grade=grades[seam.other].title,
                other=grades[seam.one].title,
                first=rubric.place("grades", seam.one),
                value=seam.value,
            )


def floors(rubric: Rubric) -> bool:
    """Whether a total cannot fall below nothing."""
    if rubric.floor is not None and rubric.floor >= 0:
        return True
    below = any(section.floor is None for section in rubric.sections)
    items = [item for _, item in rubric.items()]
    sinks = any(item.penalty is not None or item.floor is None for item in items)
    return not (below and sinks)


@rule("K025", Severity.ERROR)
def share_of_a_unit(case: Case) -> Iterator[Problem]:
    """At most so many have a grade: a percentage, or a whole number of them.

    Half a unit would be nobody. Write 50 %.
    """
    for rubric in case.repo.rubrics:
        for index, grade in enumerate(rubric.record.grades):
            share = grade.at_most_share
            if share is not None and not isinstance(share, Percent) and Fraction(share) % 1:
                yield problem(
                    rubric.place("grades", index, "at_most_share"), share=plain(number(share))
                )


@rule("K026", Severity.ERROR)
def need_beyond_the_item(case: Case) -> Iterator[Problem]:
    """A grade's minimum in an item or section is no more than that is worth.

    Nobody could have the grade. Correct the minimum.
    """
    for rubric in case.repo.rubrics:
        worth = {item.id: item.worth for item in rubric.record.all_items()}
        for section in rubric.record.sections:
            own = sum((item.points or item.bonus or ZERO for item in section.items), ZERO)
            worth[section.id] = section.points if section.out_of and section.points else own
        for index, grade in enumerate(rubric.record.grades):
            for place, need in enumerate(grade.needs):
                most = worth.get(need.of)
                whole = Fraction(100) if isinstance(need.at_least, Percent) else most
                if whole is not None and number(need.at_least) > whole:
                    at = rubric.place("grades", index, "needs", place, "at_least")
                    yield problem(at, least=plain(number(need.at_least)), most=plain(whole))


@rule("K012", Severity.ERROR)
def grades_out_of_order(case: Case) -> Iterator[Problem]:
    """Grades stand from the best to the last.

    What limits a grade, or fails the whole, goes by their order.
    """
    for rubric in case.repo.rubrics:
        lows = [_range(grade)[0] for grade in rubric.record.grades]
        known = [(index, low) for index, low in enumerate(lows) if low is not None]
        for (_, higher), (index, lower) in pairwise(known):
            if lower > higher:
                yield problem(
                    rubric.place("grades", index), grade=rubric.record.grades[index].title
                )


@rule("K013", Severity.ERROR)
def weights_differ(case: Case) -> Iterator[Problem]:
    """The weights of those who rate add up to 100 %.

    Correct one of them.
    """
    for _, earning, at in earnings_of(case.repo):
        if earning.raters is None:
            continue
        total = sum((number(rater.weight) for rater in earning.raters.raters), Fraction(0))
        if total not in (100, 1):
            yield problem(at.sub("raters", "raters"), total=plain(total))


@rule("K014", Severity.ERROR)
def more_than_the_item(case: Case) -> Iterator[Problem]:
    """No level, band or place is worth more than its item, or less than it may fall to.

    Points below 0 belong to a penalty, or to an item with a ``floor`` below 0 or ``none``. Where an
    item is rated by term, a level is worth at most the term's share.
    """
    for _, earning, at in earnings_of(case.repo):
        most, least = _limits(case, earning)
        for points, place in _worths(earning, at):
            if points > most:
                yield problem(place, points=plain(points), most=plain(most))
            elif least is not None and points < least:
                yield problem(place, "below", points=plain(points), least=plain(least))


def _limits(case: Case, earning: Earning) -> tuple[Fraction, Fraction | None]:
    """The most and the least that an item, or a term's share of it, comes to."""
    penalty = getattr(earning, "penalty", None)
    by_term = earning.levels is not None and earning.levels.per is not None
    share = max(len(case.repo.terms), 1) if by_term else 1
    if penalty is not None:
        return ZERO, -penalty / share
    floor = earning.floor
    return earning.worth / share, None if floor is None else floor / share


def _worths(earning: Earning, at: At) -> Iterator[tuple[Fraction, At]]:
    """The points of every level, band and place, each with where it stands."""
    if earning.levels is not None:
        for level, points in earning.levels.table.items():
            yield points, at.sub("levels", "table", level)
    if earning.bands is not None:
        for index, band in enumerate(earning.bands.table):
            yield band.points, at.sub("bands", "table", index, "points")
    if earning.rank is not None:
        for index, points in enumerate(earning.rank.table):
            yield points, at.sub("rank", "table", index)


@rule("K016", Severity.ERROR)
def gate_of_nothing(case: Case) -> Iterator[Problem]:
    """A gate, and a grade's minimum, names sections, items, parts and grades of its rubric.

    Correct the id, or the title of the grade.
    """
    for rubric in case.repo.rubrics:
        yield from _gates_of_nothing(rubric)
        ids = _ids(rubric.record)
        for index, grade in enumerate(rubric.record.grades):
            for n, need in enumerate(grade.needs):
                if need.of not in ids:
                    place = rubric.place("grades", index, "needs", n, "of")
                    yield problem(place, name=need.of)


def _ids(rubric: Rubric) -> set[str]:
    """The ids of a rubric's sections, items and parts."""
    items = {item.id for _, item in rubric.items()}
    parts = {part.id for _, item in rubric.items() for part in item.parts}
    return {section.id for section in rubric.sections} | items | parts


def _gates_of_nothing(rubric: Entry[Rubric]) -> Iterator[Problem]:
    ids = _ids(rubric.record)
    titles = {grade.title for grade in rubric.record.grades}
    for index, gate in enumerate(rubric.record.gates):
        for n, name in enumerate(gate.zeroes):
            if name not in ids and name != ALL:
                yield problem(rubric.place("gates", index, "zeroes", n), name=name)
        if gate.grade_at_most is not None and gate.grade_at_most not in titles:
            place = rubric.place("gates", index, "grade_at_most")
            yield problem(place, name=gate.grade_at_most)
        for field in ("fails", "lowers_by"):
            if getattr(gate, field) and not titles:
                yield problem(rubric.place("gates", index, field), "no-grades")


@rule("K017", Severity.ERROR)
def papers_of_no_pairing(case: Case) -> Iterator[Problem]:
    """What is earned by documents is assessed by pairing.

    Documents are handed in by pairings; a rubric of schools or persons counts, rates and surveys.
    """
    for rubric, earning, at in earnings_of(case.repo):
        if rubric.record.unit != "pairing" and earning.requires:
            yield problem(at.sub("requires"), unit=rubric.record.unit)


@rule("K018", Severity.ERROR)
def penalty_without_deductions(case: Case) -> Iterator[Problem]:
    """A penalty takes points away.

    An item with ``penalty`` states ``deducts``, ``bands`` or ``levels`` with points below 0, or a
    ``rating`` by somebody who says how many are taken; anything else would leave it at nothing.
    """
    for rubric in case.repo.rubrics:
        for route, item in rubric.record.items():
            takes = item.deducts or item.bands or item.levels or item.rating
            if item.penalty is not None and (not takes or item.adds):
                yield problem(rubric.place(*route, "penalty"), item=item.title)


@rule("K024", Severity.ERROR)
def cap_that_holds_nothing(case: Case) -> Iterator[Problem]:
    """A cap on bonus, or on the total, is below what the items come to, and not below the full marks.

    "Bonus at most 20" over bonus items of 15 never holds anything back; "at most 90" of 100 takes
    from everybody what was earned.
    """
    for rubric in case.repo.rubrics:
        record = rubric.record
        bonus = ZERO
        for index, section in enumerate(record.sections):
            own = sum((item.bonus or ZERO for item in section.items), ZERO)
            yield from _cap(rubric.place("sections", index), section.bonus_at_most, own)
            bonus += own if section.bonus_at_most is None else min(own, section.bonus_at_most)
        yield from _cap(rubric.at, record.bonus_at_most, bonus)
        bonus = bonus if record.bonus_at_most is None else min(bonus, record.bonus_at_most)
        most, whole = record.at_most, record.full_marks
        if most is not None and not whole <= most < whole + bonus:
            facts = {"cap": plain(most), "whole": plain(whole), "most": plain(whole + bonus)}
            yield problem(rubric.place("at_most"), "total", **facts)


def _cap(at: At, cap: Fraction | None, most: Fraction) -> Iterator[Problem]:
    if cap is not None and cap >= most:
        yield problem(at.sub("bonus_at_most"), cap=plain(cap), most=plain(most))


RULES = (
    bands_do_not_join,
    grades_do_not_join,
    grades_out_of_order,
    weights_differ,
    more_than_the_item,
    gate_of_nothing,
    papers_of_no_pairing,
    penalty_without_deductions,
    cap_that_holds_nothing,
    share_of_a_unit,
    need_beyond_the_item,
)
