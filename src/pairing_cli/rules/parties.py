"""Who takes part: sides are kept apart, and only those of a pairing act in it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from pairing_cli.model.dates import Days
from pairing_cli.model.diagnostics import Problem, Severity, problem, say
from pairing_cli.model.parties import Level, Mentorship, SideMember
from pairing_cli.model.places import At
from pairing_cli.model.programme import Side
from pairing_cli.model.repository import Entry, Repository
from pairing_cli.model.words import Direction
from pairing_cli.rules.base import Case, Reach, rule


def _members(repo: Repository) -> Iterator[tuple[str, Side, SideMember, At]]:
    """Every organization of every pairing, with its side and place."""
    for entry in repo.pairings:
        for side in Side:
            for number, member in enumerate(entry.record.members(side)):
                yield entry.key, side, member, entry.place(side.value, number)


@rule("P001", Severity.ERROR)
def wrong_side(case: Case) -> Iterator[Problem]:
    """An organization stands on the side of a pairing that it is registered for.

    Organizations may say which side they are on; a pairing that puts one on the other side has
    its helper and its helped mixed up.
    """
    for pairing, side, member, at in _members(case.repo):
        organization = case.repo.organizations.get(member.organization)
        if (
            organization
            and organization.side not in (None, side)
            and member.organization not in _on_both_sides(case.repo, pairing)
        ):
            yield problem(
                at,
                name=member.organization,
                side=say(f"side.{side}"),
                registered=say(f"side.{organization.side}"),
            )


def _on_both_sides(repo: Repository, pairing: str) -> set[str]:
    """The names on the helped side of a pairing that are also on its helping side."""
    record = repo.pairings.get(pairing)
    if record is None:
        return set()
    key = repo.organizations.key
    helpers, helped = (
        {key(member.organization): member.organization for member in record.members(side)}
        for side in Side
    )
    both = helpers.keys() & helped.keys()
    return {helpers[name] for name in both} | {helped[name] for name in both}


@rule("P002", Severity.ERROR)
def both_sides(case: Case) -> Iterator[Problem]:
    """An organization stands in a pairing once, on one of its sides.

    Nobody helps itself, and nobody is helped twice in the same pairing.
    """
    for entry in case.repo.pairings:
        seen: dict[str, Side] = {}
        for side in Side:
            for number, member in enumerate(entry.record.members(side)):
                key = case.repo.organizations.key(member.organization)
                if key in seen:
                    variant = "twice" if seen[key] is side else ""
                    yield problem(
                        entry.place(side.value, number), variant, name=member.organization
                    )
                seen.setdefault(key, side)


@rule("P003", Severity.NOTICE)
def in_several_pairings(case: Case) -> Iterator[Problem]:
    """An organization is helped in one pairing at a time.

    Several are allowed; its score then shows each pairing and their mean. Make sure that it is meant.
    On two tracks (双轨) a pairing of areas and one of schools are of different levels, and not several.
    """
    found: dict[tuple[str, Level], list[tuple[str, Days]]] = defaultdict(list)
    for pairing, side, member, at in _members(case.repo):
        if side is not Side.HELPED:
            continue
        days = _belonging(case.repo, pairing, member)
        record = case.repo.pairings.get(pairing)
        level = record.level if record else Level.SCHOOL
        others = found[case.repo.organizations.key(member.organization), level]
        silent = (pairing, _taken_over_from(case.repo, pairing))  # of the latter P017 speaks
        at_once = (one for one, theirs in others if one not in silent and theirs.overlaps(days))
        earlier = next(at_once, None)
        if earlier is not None:
            yield problem(at, name=member.organization, pairing=pairing, other=earlier)
        others.append((pairing, days))


def _taken_over_from(repo: Repository, pairing: str) -> str | None:
    record = repo.pairings.get(pairing)
    return repo.pairings.key(record.replaces) if record and record.replaces else None


def _belonging(repo: Repository, pairing: str, member: SideMember) -> Days:
    """When a member belongs to a pairing; always, where nothing says otherwise."""
    record = repo.pairings.get(pairing)
    return member.period or (record.period if record else None) or Days(date.min, date.max)


@rule("P004", Severity.WARNING)
def nobody_responsible(case: Case) -> Iterator[Problem]:
    """A pairing names the people responsible for it.

    Programmes make the heads of both sides answerable; the pairing table prints them.
    """
    for entry in case.repo.pairings:
        if not entry.record.responsible:
            yield problem(entry.place(), pairing=entry.key)


@rule("P005", Severity.WARNING)
def no_focus(case: Case) -> Iterator[Problem]:
    """A pairing of schools has a focus target for the year, once one of them has.

    Where a scheme asks both heads to agree on one concrete target (年度重点帮扶目标), work on it is
    assessed. Schemes that ask for none have none.
    """
    if not any(entry.record.focus for entry in case.repo.pairings):
        return
    for entry in case.repo.pairings:
        if entry.record.focus is None and entry.record.level == "school":
            yield problem(entry.place(), pairing=entry.key)


@rule("P006", Severity.ERROR)
def campus_of_another(case: Case) -> Iterator[Problem]:
    """A campus named beside a school belongs to that school.

    Set the campus's ``parent``, or correct the name.
    """
    for _, _, member, at in _members(case.repo):
        if isinstance(member.campuses, str):
            continue
        family = case.repo.family(member.organization)
        for number, name in enumerate(member.campuses):
            found = case.repo.organizations.find(name)
            if found is not None and found.key not in family:
                yield problem(at.sub("campuses", number), name=name, school=member.organization)


@rule("P007", Severity.ERROR, reach=Reach.RECORD)
def document_from_outside(case: Case) -> Iterator[Problem]:
    """A document is handed in, and sealed, by organizations of its pairing.

    What another pairing's school hands in counts for nobody.
    """
    for filed in case.documents:
        if case.repo.pairings.find(filed.pairing) is None:
            continue
        for key, names in (("from", filed.document.from_), ("seals", filed.document.seals)):
            for number, name in enumerate(names):
                if _outside(case.repo, filed.pairing, name):
                    yield problem(filed.at.sub(key, number), name=name, pairing=filed.pairing)


def _outside(repo: Repository, pairing: str, name: str) -> bool:
    """Whether a known organization is on neither side of a pairing."""
    return repo.side_of(pairing, name) is None and repo.organizations.find(name) is not None


@rule("P008", Severity.WARNING, reach=Reach.RECORD)
def participant_from_outside(case: Case) -> Iterator[Problem]:
    """Schools that take part in an activity belong to its pairing.

    Bureaus and research offices may come to any activity; a school of another pairing is most
    likely a slip.
    """
    for entry in case.repo.activities:
        pairing = entry.record.pairing
        if case.repo.pairings.find(pairing) is None:
            continue
        for number, line in enumerate(entry.record.participants):
            organization = case.repo.organizations.get(line.from_)
            if organization and organization.side and _outside(case.repo, pairing, line.from_):
                place = entry.place("participants", number, "from")
                yield problem(place, name=line.from_, pairing=pairing)


@rule("P009", Severity.WARNING, reach=Reach.RECORD)
def held_elsewhere(case: Case) -> Iterator[Problem]:
    """An activity is held at an organization of its pairing.

    A place outside both sides is allowed, but check it: the place decides what counts as held at a
    teaching point.
    """
    for entry in case.repo.activities:
        record = entry.record
        if record.at is None or case.repo.pairings.find(record.pairing) is None:
            continue
        if _outside(case.repo, record.pairing, record.at):
            yield problem(entry.place("at"), name=record.at, pairing=record.pairing)


@rule("P010", Severity.ERROR)
def mentor_on_wrong_side(case: Case) -> Iterator[Problem]:
    """A mentor works on the helping side of the pairing, a mentee on the helped side.

    Set the person's organization, or swap the two.
    """
    for entry in case.repo.mentorships:
        for key, side in (("mentor", Side.HELPER), ("mentee", Side.HELPED)):
            name = getattr(entry.record, key)
            person = case.repo.people.get(name)
            if person is None or person.organization is None:
                continue
            found = case.repo.side_of(entry.record.pairing, person.organization)
            known = case.repo.organizations.find(person.organization) is not None
            if found is not side and known and case.repo.pairings.find(entry.record.pairing):
                yield problem(
                    entry.place(key),
                    name=name,
                    organization=person.organization,
                    side=say(f"side.{side}"),
                )


@rule("P011", Severity.ERROR)
def pair_twice(case: Case) -> Iterator[Problem]:
    """The same two teachers form one teacher pair only.

    Twice would count every exchange for one of the two only.
    """
    first: dict[tuple[str, ...], Entry[Mentorship]] = {}
    for entry in case.repo.mentorships:
        record = entry.record
        people = (case.repo.people.key(name) for name in (record.mentor, record.mentee))
        pairing = case.repo.pairings.key(record.pairing)
        earlier = first.setdefault((pairing, *people), entry)
        if earlier is not entry:
            yield problem(entry.at, pair=entry.key, other=earlier.key)


@rule("P012", Severity.ERROR, reach=Reach.RECORD)
def pair_of_another_pairing(case: Case) -> Iterator[Problem]:
    """An exchange of a teacher pair belongs to the pair's own pairing.

    Otherwise it counts for nobody.
    """
    for entry in case.repo.activities:
        if entry.record.mentorship is None:
            continue
        pair = case.repo.mentorships.get(entry.record.mentorship)
        if pair is None:
            continue
        own = case.repo.pairings.key(pair.pairing)
        if own != case.repo.pairings.key(entry.record.pairing):
            yield problem(
                entry.place("mentorship"), pair=entry.record.mentorship, pairing=pair.pairing
            )


@rule("P013", Severity.ERROR)
def circular_parents(case: Case) -> Iterator[Problem]:
    """No organization belongs, directly or through others, to itself.

    Correct one of the ``parent`` fields.
    """
    for entry in case.repo.organizations:
        seen = {entry.key}
        parent = entry.record.parent
        while parent is not None:
            found = case.repo.organizations.find(parent)
            if found is None or (found.key in seen and found.key != entry.key):
                break
            if found.key == entry.key:
                yield problem(entry.place("parent"), name=entry.record.title)
                break
            seen.add(found.key)
            parent = found.record.parent


@rule("P014", Severity.WARNING, reach=Reach.RECORD)
def wrong_direction(case: Case) -> Iterator[Problem]:
    """An activity on site is held where its direction leads.

    Helper to helped means at the helped side, and the other way round. Correct the place, or state
    the ``direction`` of this activity.
    """
    ends = {Direction.TO_HELPED: Side.HELPED, Direction.TO_HELPER: Side.HELPER}
    for entry in case.repo.activities:
        record = entry.record
        kind = case.repo.activity_kinds.get(record.kind)
        direction = record.direction or (kind.direction if kind else None)
        if record.at is None or record.mode == "online" or direction not in ends:
            continue
        side = case.repo.side_of(record.pairing, record.at)
        if side is not None and side is not ends[direction]:
            yield problem(
                entry.place("at"),
                name=record.at,
                direction=say(f"direction.{direction}"),
                side=say(f"side.{side}"),
            )


@rule("P015", Severity.ERROR, reach=Reach.RECORD)
def document_for_another(case: Case) -> Iterator[Problem]:
    """A document handed in for an activity belongs to the activity's pairing.

    Otherwise it counts neither for that activity nor by itself.
    """
    for entry in case.repo.submissions:
        name = entry.record.activity
        activity = case.repo.activities.get(name) if name else None
        if activity is None:
            continue
        if case.repo.pairings.key(activity.pairing) != case.repo.pairings.key(entry.record.pairing):
            yield problem(entry.place("activity"), activity=name or "", pairing=activity.pairing)


RULES = (
    wrong_side,
    both_sides,
    in_several_pairings,
    nobody_responsible,
    no_focus,
    campus_of_another,
    document_from_outside,
    participant_from_outside,
    held_elsewhere,
    mentor_on_wrong_side,
    pair_twice,
    pair_of_another_pairing,
    circular_parents,
    wrong_direction,
    document_for_another,
)
