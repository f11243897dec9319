"""Gates and grades (一票否决、限制条件、等次): what closes, and which grade a total comes to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from pairing_cli.model.assessed import Profile
from pairing_cli.model.diagnostics import say
from pairing_cli.model.gates import Gate, GateWhen, Grade, Need
from pairing_cli.model.measures import number
from pairing_cli.model.readers import Percent
from pairing_cli.model.results import ZERO, GateHit, Graded, ScoreNode, State
from pairing_cli.model.rubric import Rubric
from pairing_cli.score.reading import Reader, Value


def closed(reader: Reader, gates: Iterable[Gate]) -> Iterator[GateHit]:
    """Those of some gates that close for a unit: all that they ask for is reached."""
    for gate in gates:
        values = [(when, reader.read(when)) for when in gate.when]
        if all(_closes(when, found) for when, found in values):
            shown = [each for _, found in values for each in found]
            note = say("way.pieces", pieces=tuple(each.note for each in shown))
            at = tuple(place for each in shown for place in each.at)
            yield GateHit(gate.id, gate.title, note, at)


def _closes(when: GateWhen, values: Sequence[Value]) -> bool:
    """Whether what is asked is reached: in one piece of time, or in every one where it says so."""
    reached = [_reached(when, each) for each in values]
    return bool(reached) and (all(reached) if when.every else any(reached))


def _stays_open(when: GateWhen, values: Sequence[Value]) -> bool:
    passed = [_passed(when, each) for each in values]
    return any(passed) if when.every else all(passed)


def _reached(when: GateWhen, value: Value) -> bool:
    """Whether a value reaches what is asked; "no more than" does so only when no more can come."""
    if value.number is None or (when.ceiling and not value.final):
        return False
    return not when.too_few(value.number) and not when.too_many(value.number)


def undecided(reader: Reader, gates: Iterable[Gate]) -> Iterator[str]:
    """Those of some gates of which nobody can say yet that they stay open: their ids."""
    for gate in gates:
        values = [(when, reader.read(when)) for when in gate.when]
        known = all(_closes(when, found) for when, found in values)
        passed = any(_stays_open(when, found) for when, found in values)
        if not known and not passed:
            yield gate.id


def _passed(when: GateWhen, value: Value) -> bool:
    """Whether a value can no longer reach what is asked."""
    if value.number is None:
        return False
    return (value.final and not _reached(when, value)) or when.too_many(value.number)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A scored unit that waits for its grade."""

    key: str
    node: ScoreNode
    gates: tuple[GateHit, ...]
    undecided: tuple[str, ...] = ()
    profile: Profile = field(default_factory=Profile)

    @property
    def total(self) -> Fraction:
        """What it earned."""
        return self.node.earned


def in_classes(
    rubric: Rubric, candidates: Sequence[Candidate]
) -> Iterator[tuple[str | None, list[Candidate]]]:
    """The units class by class, with its title; those of no class last, without one."""
    left = list(candidates)
    for each in rubric.classes:
        inside = [candidate for candidate in left if candidate.profile.among(each.of)]
        left = [candidate for candidate in left if candidate not in inside]
        yield each.title, inside
    yield None, left


def graded(rubric: Rubric, candidates: Sequence[Candidate]) -> dict[str, Graded]:
    """The grade of every unit. While points are open that could change it, it is open too.

    Where a grade is for at most a share of the units, the best keep it; those who share a place are
    not torn apart: where they are too many together, they all go to the next grade.
    """
    if not rubric.grades:
        return {}
    found = {each.key: _by_total(rubric, each) for each in candidates}
    ranked = sorted(candidates, key=lambda each: (-each.total, each.key))
    for index, grade in enumerate(rubric.grades):
        if grade.at_most_share is None or index + 1 == len(rubric.grades):
            continue
        allowed = int(number(grade.at_most_share) * len(candidates) / 100)
        if not isinstance(grade.at_most_share, Percent):
            allowed = int(grade.at_most_share)
        holders = [each for each in ranked if found[each.key].index == index]
        for each in _too_many(holders, allowed):
            found[each.key] = _as(rubric, index + 1, open_=found[each.key].open, by="share")
    return found


def _too_many(holders: list[Candidate], allowed: int) -> list[Candidate]:
    if len(holders) <= allowed:
        return []
    border = holders[allowed].total
    return [each for each in holders if each.total <= border]


def _by_total(rubric: Rubric, candidate: Candidate) -> Graded:
    low = _index(rubric, candidate.node, hoped=False)
    high = _index(rubric, candidate.node, hoped=True)
    by_total = _index(rubric, candidate.node, hoped=False, needs=False)
    index, by = low, "total" if by_total == low else "needs"
    hits = {hit.id for hit in candidate.gates}
    lowered = sum(gate.lowers_by or 0 for gate in rubric.gates if gate.id in hits)
    for gate in (each for each in rubric.gates if each.id in hits):
        worst = _worst(rubric, gate, low, lowered)
        if worst is not None and worst > index:
            index, by = worst, "gate"
    waiting = any(
        (_worst(rubric, gate, low, lowered + (gate.lowers_by or 0)) or 0) > index
        for gate in rubric.gates
        if gate.id in candidate.undecided
    )
    return _as(rubric, index, open_=waiting or (low != high and by != "gate"), by=by)


def _worst(rubric: Rubric, gate: Gate, earned: int, lowered: int) -> int | None:
    """The best grade that a closed gate leaves of one earned; None for one that zeroes items.

    ``lowered``: by how many grades all gates that lower it do so together.
    """
    last = len(rubric.grades) - 1
    if gate.lowers_by is not None:
        return min(earned + lowered, last)
    return last if gate.fails else _named(rubric, gate.grade_at_most)


def _as(rubric: Rubric, index: int, *, open_: bool, by: str) -> Graded:
    grade = rubric.grades[index]
    return Graded(index, grade.title, open_, by, grade.consequence)


def _named(rubric: Rubric, title: str | None) -> int | None:
    return next((n for n, grade in enumerate(rubric.grades) if grade.title == title), None)


def _index(rubric: Rubric, node: ScoreNode, *, hoped: bool, needs: bool = True) -> int:
    """The first grade whose range holds a total and whose minimums are met; else the last.

    ``hoped``: as if everything that is open were earned. Without ``needs`` the total alone decides.
    """
    total = _points(node, hoped=hoped)
    for index, grade in enumerate(rubric.grades):
        met = not needs or all(_met(need, node, hoped) for need in grade.needs)
        if _at_or_above(grade, total) and met:
            return index
    return len(rubric.grades) - 1


def _points(node: ScoreNode, *, hoped: bool) -> Fraction:
    return node.earned + (node.open if hoped else ZERO)


def _at_or_above(grade: Grade, total: Fraction) -> bool:
    """Whether a total is high enough; a grade whose minimums fail passes it on to the next."""
    return (grade.at_least is None or total >= grade.at_least) and (
        grade.above is None or total > grade.above
    )


def _met(need: Need, node: ScoreNode, hoped: bool) -> bool:
    found = next((each for each in node.walk() if each.id == need.of), None)
    if found is None or found.state is State.NOT_APPLICABLE:
        return True  # not asked of this unit, or excused
    asked = number(need.at_least)
    if isinstance(need.at_least, Percent):
        asked = asked * (found.maximum or ZERO) / 100
    return _points(found, hoped=hoped) >= asked
