"""Targets: parts add up and lie inside their whole, units fit, and what is selected can occur."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from fractions import Fraction

from pairing_cli.model.diagnostics import Message, Problem, Severity, problem, say
from pairing_cli.model.places import At
from pairing_cli.model.readers import Percent
from pairing_cli.model.repository import Repository
from pairing_cli.model.selections import FRACTIONAL, Scope, Unit, shown_quantity
from pairing_cli.model.targets import Quota, Target
from pairing_cli.model.ways import Addition
from pairing_cli.rules.base import Case, rule
from pairing_cli.rules.measures import figures_in, measures_of
from pairing_cli.rules.vocabulary import Vocabulary, states_words


@dataclass(frozen=True, slots=True)
class Nested:
    """A target with its unit and place, the one it is directly inside, and the field it stands in."""

    target: Target
    unit: Unit
    at: At
    title: str
    whole: Nested | None = None
    field: str = ""

    @property
    def in_total(self) -> bool:
        """Whether it, or a target around it, adds lengths up."""
        lasting = self.target.of.lasting
        around = self.whole is not None and self.whole.in_total
        return around or (lasting is not None and lasting.in_total)

    def inside(self) -> Iterator[Nested]:
        """This target and every target inside it."""
        yield self
        listed = self.target.inside
        if isinstance(self.target, Quota):
            options = enumerate(self.target.any_of)
            listed = (*listed, *(("any_of", number, part) for number, part in options))
        for field, number, part in listed:
            unit, place = part.count or self.unit, self.at.sub(field, number)
            yield from Nested(part, unit, place, part.title, self, field).inside()


def _targets(repo: Repository) -> Iterator[Nested]:
    for entry in repo.quotas:
        quota = entry.record
        yield from Nested(quota, quota.count or Unit.ACTIVITIES, entry.at, quota.title).inside()


@rule("Q001", Severity.ERROR)
def part_exceeds_whole(case: Case) -> Iterator[Problem]:
    """A target inside another asks for no more than the outer one allows.

    "At most 100, of which at least 120" can never hold as written.
    """
    for each in _targets(case.repo):
        if each.whole is None or each.field == "any_of" or each.unit is not each.whole.unit:
            continue
        most = each.whole.target.asked[1]
        least = each.target.asked[0]
        if isinstance(most, Percent) or isinstance(least, Percent) or most is None or least is None:
            continue
        if least > most:
            yield problem(each.at, title=each.title, part=least, whole=most)


@rule("Q002", Severity.ERROR)
def part_selects_nothing(case: Case) -> Iterator[Problem]:
    """A target inside another selects among what the outer one selects.

    A kind of work, a direction or a role that the outer target leaves out can never count in the
    inner one.
    """
    key = case.repo.activity_kinds.key
    for each in _targets(case.repo):
        if each.whole is None:
            continue
        outer, inner = each.whole.target.of, each.target.of
        kinds = {key(kind) for kind in outer.kind}, {key(kind) for kind in inner.kind}
        if kinds[0] and kinds[1] and kinds[0].isdisjoint(kinds[1]):
            yield problem(each.at.sub("of", "kind"), title=each.title, kinds=tuple(inner.kind))
        for field in ("direction", "role", "stage", "subject", "side", "at_type", "level"):
            wide, narrow = getattr(outer, field), getattr(inner, field)
            if wide and narrow and set(wide).isdisjoint(narrow):
                yield problem(
                    each.at.sub("of", field), title=each.title, kinds=tuple(map(str, narrow))
                )


@rule("Q003", Severity.ERROR)
def parts_do_not_add_up(case: Case) -> Iterator[Problem]:
    """The parts of a target add up to it: 196 = 100 + 96.

    What need not add up, because it is only some of the whole (其中), stands under ``including``.
    """
    for each in _targets(case.repo):
        parts = each.target.parts
        whole = each.target.asked
        if not parts or isinstance(whole[0], Percent) or isinstance(whole[1], Percent):
            continue
        for index, asked in enumerate(whole):
            bounds = [part.asked[index] for part in parts]
            known = [
                bound for bound in bounds if bound is not None and not isinstance(bound, Percent)
            ]
            if asked is None or isinstance(asked, Percent) or len(known) < len(parts):
                continue
            total = sum(known, Fraction(0))
            if total != asked:
                yield problem(each.at.sub("parts"), title=each.title, total=total, whole=asked)
                break


@rule("Q004", Severity.ERROR)
def parts_in_another_unit(case: Case) -> Iterator[Problem]:
    """The parts of a target are counted in its unit.

    Persons and person-times do not add up. A target of another unit stands under ``including``.
    """
    for each in _targets(case.repo):
        if each.field == "parts" and each.whole and each.unit is not each.whole.unit:
            yield problem(
                each.at,
                title=each.title,
                unit=say(f"unit.{each.unit}"),
                whole=say(f"unit.{each.whole.unit}"),
            )


@rule("Q005", Severity.ERROR)
def part_of_one(case: Case) -> Iterator[Problem]:
    """What is counted by heads, times or things is asked for in whole numbers.

    Only money and class hours may have a fraction.
    """
    for each in _targets(case.repo):
        for bound in each.target.stated:
            if isinstance(bound, Fraction) and each.unit not in FRACTIONAL:
                yield problem(
                    each.at,
                    title=each.title,
                    number=shown_quantity(bound),
                    unit=say(f"unit.{each.unit}"),
                )
                break


@rule("Q006", Severity.WARNING)
def selects_what_never_occurs(case: Case) -> Iterator[Problem]:
    """What a target or a rubric selects by occurs somewhere in the programme's records.

    A role, subject or stage that no record has, while others have one, is most likely a slip; nothing
    could ever be counted.
    """
    measures = list(measures_of(case.repo))
    places = [(each.target.of, each.at.sub("of")) for each in _targets(case.repo)]
    places += [(measure.of, at.sub("of")) for _, measure, at in measures]
    asking = [(selection, at) for selection, at in places if states_words(selection)]
    awarding = [
        (measure.awards, at)
        for _, measure, at in measures
        if isinstance(measure, Addition) and measure.awards
    ]
    if not asking and not awarding:
        return
    vocabulary = Vocabulary.of(case.repo)
    for selection, at in asking:
        for field, word in vocabulary.unknown(selection):
            known = vocabulary.words(field)
            yield problem(at.sub(field), word=word, field=field, hint=_hint(word, known))
    known = [*vocabulary.words("level"), *vocabulary.words("award")]
    for awards, at in awarding:
        for word in _unheard(awards, known):
            hint = _hint(word, known)
            yield problem(at.sub("awards", word), word=word, field="level / award", hint=hint)


def _hint(word: str, known: Sequence[str]) -> Message:
    near = get_close_matches(word, known, n=1, cutoff=0.6)
    return say("did-you-mean", name=near[0]) if near else say("nothing")


def _unheard(awards: Iterable[str], known: Sequence[str]) -> list[str]:
    """The words of a table of awards, where others occur and none of these does."""
    words = [*awards]
    heard = any(word in known or set(word.split()) & set(known) for word in words)
    return [] if heard or not known else words


@rule("Q007", Severity.ERROR)
def total_of_no_persons(case: Case) -> Iterator[Problem]:
    """Lengths are added up (in_total) only where people are counted.

    An activity has one length; only a person can reach a length over several of them.
    """
    for each in _targets(case.repo):
        lasting = each.target.of.lasting
        around = each.whole is not None and each.whole.in_total
        total = (lasting is not None and lasting.in_total) or around
        if total and each.unit is not Unit.PEOPLE and each.field != "any_of":
            place = each.at.sub("of", "lasting") if lasting is not None else each.at
            yield problem(place, title=each.title)


@rule("Q008", Severity.WARNING)
def holds_for_nothing(case: Case) -> Iterator[Problem]:
    """What a target holds for each of exists in the programme.

    A target for each school needs pairings; for each teacher pair, teacher pairs.
    """
    there = {
        Scope.PAIRING: len(case.repo.pairings),
        Scope.SCHOOL: len(case.repo.pairings),
        Scope.MENTORSHIP: len(case.repo.mentorships),
    }
    names = {
        Scope.PAIRING: "pairings",
        Scope.SCHOOL: "pairings",
        Scope.MENTORSHIP: "mentorships",
    }
    for entry in case.repo.quotas:
        for scope in entry.record.per:
            if there.get(scope) == 0 and names[scope] not in case.repo.broken:
                yield problem(
                    entry.place("per"), title=entry.record.title, scope=say(f"scope.{scope}")
                )


@rule("Q009", Severity.WARNING)
def figure_without_value(case: Case) -> Iterator[Problem]:
    """Every figure that a target is a share of, or that a rubric goes by, has a value.

    Until somebody enters it there is no data: a target is neither met nor missed, points stay open.
    """
    used = {
        case.repo.figures.key(each.target.share_of)
        for each in _targets(case.repo)
        if each.target.share_of
    }
    for _, measure, _ in measures_of(case.repo):
        used |= {case.repo.figures.key(name) for _, name in figures_in(measure)}
    for entry in case.repo.figures:
        if entry.key in used and not entry.record.values and entry.record.people is None:
            yield problem(entry.at, figure=entry.record.title)


@rule("Q010", Severity.WARNING)
def person_lacks_facts(case: Case) -> Iterator[Problem]:
    """People have what the rules of the pools ask about: month of birth, date of arrival.

    Who lacks it is not counted in the pool, so the pool may be too small.
    """
    for entry in case.repo.figures:
        rule_of = entry.record.people
        if rule_of is None:
            continue
        for person in case.repo.people:
            if rule_of.age and person.record.born is None:
                yield problem(person.at, "born", name=person.record.name, figure=entry.record.title)
            asks = [way for way in rule_of.any_of if way.at_school_for]
            other = [way for way in rule_of.any_of if not way.at_school_for]
            if asks and not other and person.record.at_school_since is None:
                yield problem(
                    person.at, "since", name=person.record.name, figure=entry.record.title
                )


@rule("Q011", Severity.ERROR)
def months_outside(case: Case) -> Iterator[Problem]:
    """The months that a target lists lie in the programme, or in the target's own period.

    A month outside never has anything to count. A wrong year is the usual cause.
    """
    if case.repo.programme is None:
        return
    for entry in case.repo.quotas:
        period = entry.record.period or case.repo.programme.record.period
        for number, month in enumerate(entry.record.months):
            if not month.days.overlaps(period):
                yield problem(entry.place("months", number), month=str(month))


@rule("Q012", Severity.ERROR)
def due_of_what_is_not_there(case: Case) -> Iterator[Problem]:
    """A target's due rule goes by what a target has: a day, or the term of a target per term.

    A target has no single activity to be reckoned from; without per term it has no term either.
    """
    for entry in case.repo.quotas:
        due = entry.record.due
        if due is None:
            continue
        if due.needs_activity:
            yield problem(entry.place("due"), "activity", due=due.text)
        elif due.needs_term and Scope.TERM not in entry.record.per:
            yield problem(entry.place("due"), "term", due=due.text)


@rule("Q013", Severity.ERROR)
def two_parts_of_one_name(case: Case) -> Iterator[Problem]:
    """The parts of a target have different ids.

    A part without an id is known by its number, so a number is no id.
    """
    for each in _targets(case.repo):
        seen: set[str] = set()
        for field, number, part in each.target.inside:
            if part.id is None:
                continue
            if part.id in seen or part.id.isdigit():
                yield problem(each.at.sub(field, number, "id"), name=part.id)
            seen.add(part.id)


RULES = (
    part_exceeds_whole,
    part_selects_nothing,
    parts_do_not_add_up,
    parts_in_another_unit,
    part_of_one,
    selects_what_never_occurs,
    total_of_no_persons,
    holds_for_nothing,
    figure_without_value,
    person_lacks_facts,
    months_outside,
    due_of_what_is_not_there,
    two_parts_of_one_name,
)
