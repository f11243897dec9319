"""What identifies people: places in photographs, children by name, and allowances that nothing needs.

Numbers and lists of names are found while the files are read (V001 to V004, V006).
"""

from __future__ import annotations

from collections.abc import Iterator

from pairing_cli.model.children import is_pupil, veiled
from pairing_cli.model.diagnostics import Problem, Severity, problem
from pairing_cli.model.places import At
from pairing_cli.rules.base import Case, Reach, rule


@rule("V005", Severity.WARNING)
def photograph_says_where(case: Case) -> Iterator[Problem]:
    """A photograph does not say where it was taken.

    Telephones write latitude and longitude into each picture, to within a few metres, also at a child's
    home. Remove them before the picture is added; documents show pictures without them.
    """
    facts, gist, seen = case.repo.evidence or {}, case.repo.gist, set[str]()
    for used in (*gist.used, *gist.handed):
        fact = facts.get(used.path)
        if fact is not None and fact.located and used.path not in seen:
            seen.add(used.path)
            yield problem(used.at, path=used.path)


@rule("V007", Severity.ERROR, reach=Reach.RECORD)
def child_by_name(case: Case) -> Iterator[Problem]:
    """Children are counted, not named.

    Who is helped, and why, is nobody's business but the school's; the signed list stays there. The name is
    shown nowhere, only the surname. A child is told by the role, or by a person's post, level or marks.
    """
    for at, name in _children(case):
        if not any(each.covers(veiled(name), at.file) for each in case.repo.allowed):
            yield problem(at, masked=veiled(name))


def _children(case: Case) -> Iterator[tuple[At, str]]:
    """Every child that is named, and where."""
    for activity in case.repo.activities:
        for number, line in enumerate(activity.record.participants):
            if line.name and is_pupil(line.role):
                yield activity.place("participants", number, "name"), line.name
    for person in case.repo.people:
        if any(map(is_pupil, (person.record.post, person.record.level, *person.record.marks))):
            yield person.place("name"), person.record.name


@rule("V008", Severity.WARNING)
def allowance_without_use(case: Case) -> Iterator[Problem]:
    """Every allowance for something personal is needed.

    What it allowed is no longer there, or was never written so: copy the masked form from the finding.
    Take it out, so that it does not allow another one day.
    """
    programme = case.repo.programme
    for number, each in enumerate(programme.record.privacy.allow if programme else ()):
        if programme and each not in case.repo.allowed:
            yield problem(programme.place("privacy", "allow", number), value=each.value)


RULES = (photograph_says_where, child_by_name, allowance_without_use)
