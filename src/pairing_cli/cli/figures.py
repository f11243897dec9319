"""``pairing quota`` and ``pairing score``: targets and scores of one programme on a day."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pairing_cli.cli.language import help_text, metavar
from pairing_cli.cli.options import (
    EVERYTHING,
    AsOfOption,
    Color,
    ColorOption,
    LangOption,
    OutputOption,
    PairingOption,
    PathArgument,
    QuietOption,
    RubricOption,
    choices,
)
from pairing_cli.cli.session import Opened, Refusal, Settings, open_one, warn_incomplete

if TYPE_CHECKING:
    from pairing_cli.measure.count import Counter
    from pairing_cli.model.parties import Organization, Person
    from pairing_cli.model.repository import Entry, Index, Repository
    from pairing_cli.model.results import ScoreSheet
    from pairing_cli.model.rubric import Rubric
    from pairing_cli.output.screen import Screen


class Form(StrEnum):
    """Formats of figures."""

    TEXT = "text"
    JSON = "json"


FormOption = Annotated[
    Form, typer.Option("--format", "-f", help=help_text("format"), metavar=choices(Form))
]
TermOption = Annotated[
    str | None, typer.Option("--term", help=help_text("term"), metavar=metavar("id"))
]
ExplainOption = Annotated[
    str | None, typer.Option("--explain", help=help_text("explain"), metavar=metavar("[item]"))
]
WhatIfOption = Annotated[
    Path | None,
    typer.Option("--what-if", help=help_text("what-if"), dir_okay=False, metavar=metavar("file")),
]
AgainstOption = Annotated[
    str | None, typer.Option("--against", help=help_text("against"), metavar=metavar("id"))
]
PublishOption = Annotated[
    Path | None,
    typer.Option("--publish", help=help_text("publish"), dir_okay=False, metavar=metavar("file")),
]
PublishedOption = Annotated[
    Path | None,
    typer.Option(
        "--published", help=help_text("published"), dir_okay=False, metavar=metavar("file")
    ),
]


def quota(
    path: PathArgument = Path(),
    pairing: PairingOption = None,
    plan: Annotated[bool, typer.Option("--plan", help=help_text("plan"))] = False,
    explain: Annotated[
        str | None,
        typer.Option("--explain", help=help_text("explain-target"), metavar=metavar("[target]")),
    ] = None,
    form: FormOption = Form.TEXT,
    as_of: AsOfOption = None,
    lang: LangOption = None,
    color: ColorOption = Color.AUTO,
    output: OutputOption = None,
    quiet: QuietOption = False,
) -> None:
    """Hold what was done against the targets."""
    from pairing_cli.measure.count import Counter
    from pairing_cli.measure.view import View
    from pairing_cli.output import quotas
    from pairing_cli.quota import quota_table

    settings = Settings(lang, as_of, color, output, quiet)
    opened = open_one(path)
    repository = opened.loaded.repository
    keys = pairing_keys(repository, pairing)
    counter = Counter(View(repository, settings.today))
    found = quota_table(counter, keys, plan_only=plan)
    errors = opened.errors(settings.today)
    language = settings.speak(opened.language)
    screen = settings.screen(language)
    if explain is not None:
        settings.emit(_proved(counter, explain, keys, form, opened, errors, screen))
    elif form is Form.JSON:
        settings.emit(quotas.as_json(found, errors, opened.places, screen))
    else:
        title = repository.programme.record.title if repository.programme else ""
        settings.emit(quotas.as_text(found, title, opened.notice, screen, every=bool(keys)))
    raise typer.Exit(warn_incomplete(opened, errors, language))


def _proved(
    counter: Counter,
    wanted: str,
    keys: list[str] | None,
    form: Form,
    opened: Opened,
    errors: int,
    screen: Screen,
) -> str:
    """The proof of a target; a refusal when there is none of that name."""
    from pairing_cli.output import targets
    from pairing_cli.quota import explain

    names = [entry.key for entry in counter.view.repository.quotas]
    chosen = names if wanted == EVERYTHING else [wanted]
    proofs = [proof for name in chosen for proof in explain(counter, name, keys)]
    if not proofs:
        raise Refusal("refuse.no-target", name=wanted, targets=tuple(names))
    if form is Form.JSON:
        return targets.proofs_as_json(proofs, counter.view.as_of, errors, opened.places, screen)
    return targets.proofs_as_text(proofs, opened.notice, opened.places, screen)


@dataclass(frozen=True, slots=True)
class Asked:
    """What a score is asked for: the programme, the rubric, units and term, and how it is shown."""

    path: Path
    settings: Settings
    rubric: str | None = None
    pairing: list[str] | None = None
    term: str | None = None
    form: Form = Form.TEXT

    def sheet(
        self, opened: Opened, rubric: str | None = None, *, item: str | None = None
    ) -> ScoreSheet:
        """The score sheet of a programme, or of one item; ``rubric``: another than was asked for."""
        return score_sheet(
            opened,
            self.settings,
            rubric=rubric or self.rubric,
            pairing=self.pairing,
            term=self.term,
            item=item,
        )


def score(
    path: PathArgument = Path(),
    pairing: PairingOption = None,
    term: TermOption = None,
    explain: ExplainOption = None,
    rubric: RubricOption = None,
    what_if: WhatIfOption = None,
    against: AgainstOption = None,
    publish: PublishOption = None,
    published: PublishedOption = None,
    form: FormOption = Form.TEXT,
    as_of: AsOfOption = None,
    lang: LangOption = None,
    color: ColorOption = Color.AUTO,
    output: OutputOption = None,
    quiet: QuietOption = False,
) -> None:
    """Score the rubric, with the proof of every point."""
    from pairing_cli.cli import compared, publishing

    settings = Settings(lang, as_of, color, output, quiet)
    asked = Asked(path, settings, rubric, pairing, term, form)
    modes: dict[str, tuple[object, Callable[[], int]]] = {
        "--explain": (explain, lambda: _scored(asked, explain)),
        "--what-if": (what_if, lambda: compared.what_if(asked, what_if or Path())),
        "--against": (against, lambda: compared.against(asked, against or "")),
        "--publish": (publish, lambda: publishing.publish(asked, publish or Path())),
        "--published": (published, lambda: publishing.check(asked, published or Path())),
    }
    chosen = [name for name, (value, _) in modes.items() if value is not None]
    if len(chosen) > 1:
        raise Refusal("refuse.one-of", names=tuple(chosen))
    raise typer.Exit(modes[chosen[0] if chosen else "--explain"][1]())


def _scored(asked: Asked, explain: str | None) -> int:
    """Show scores, or their proof; the exit code."""
    from pairing_cli.output import scores
    from pairing_cli.output.scores_json import as_json

    settings = asked.settings
    opened = open_one(asked.path)
    sheet = asked.sheet(opened, item=None if asked.form is Form.JSON else explain)
    errors = opened.errors(settings.today)
    language = settings.speak(opened.language)
    screen = settings.screen(language)
    if asked.form is Form.JSON:
        settings.emit(as_json(sheet, opened.notice, errors, opened.places, screen))
        return warn_incomplete(opened, errors, language)
    sheet = titled(sheet, opened.loaded.repository)
    if explain is not None:
        settings.emit(_explained(sheet, explain, opened, screen))
    elif asked.pairing:
        parts = [
            scores.unit_sheet(sheet, unit, opened.notice, opened.places, screen)
            for unit in sheet.units
        ]
        settings.emit("\n".join(parts))
    else:
        assessed = rubric_entry(opened.loaded.repository, sheet.rubric).record
        settings.emit(scores.ranking(sheet, assessed, opened.notice, screen))
    return warn_incomplete(opened, errors, language)


def score_sheet(
    opened: Opened,
    settings: Settings,
    *,
    rubric: str | None = None,
    pairing: list[str] | None = None,
    term: str | None = None,
    item: str | None = None,
) -> ScoreSheet:
    """The score sheet that a command asks for; a refusal when it names what is not there.

    With an item, only what is meant by that is scored, where that can be told from the rubric.
    """
    from pairing_cli.measure.count import Counter
    from pairing_cli.measure.view import View
    from pairing_cli.score import items_meant, score_items
    from pairing_cli.score import score as score_of

    repository = opened.loaded.repository
    entry = rubric_entry(repository, rubric)
    keys = unit_keys(repository, entry.record, pairing)
    term_key = _term_key(repository, term)
    counter = Counter(View(repository, settings.today))
    alone = items_meant(repository, entry.record, item) if item else frozenset()
    if alone:
        return score_items(counter, entry, alone, pairings=keys, term=term_key)
    return score_of(counter, entry, pairings=keys, term=term_key)


def titled(sheet: ScoreSheet, repository: Repository) -> ScoreSheet:
    """The sheet with its term's title in place of its id, for people."""
    term = repository.terms.find(sheet.term) if sheet.term else None
    return replace(sheet, term=term.record.title) if term else sheet


def _explained(sheet: ScoreSheet, wanted: str, opened: Opened, screen: Screen) -> str:
    from pairing_cli.output import proof

    programme = opened.loaded.repository.programme
    assert programme is not None
    if not sheet.units:
        raise Refusal("refuse.no-pairings")
    settings = list(
        proof.settings_in_force(programme.record.reporting, programme.at, opened.places, screen)
    )
    found = [
        (unit, [unit.node] if wanted == EVERYTHING else proof.find_nodes(unit, wanted))
        for unit in sheet.units
    ]
    chosen = [(unit, nodes) for unit, nodes in found if nodes]
    if not chosen:
        items = tuple(node.id for node in sheet.units[0].node.items())
        raise Refusal("refuse.no-item", name=wanted, items=items)
    return proof.explain(sheet, chosen, settings, opened.notice, opened.places, screen)


def rubric_entry(repository: Repository, name: str | None) -> Entry[Rubric]:
    """The rubric of that id, or the only one."""
    keys = tuple(entry.key for entry in repository.rubrics)
    if not keys:
        raise Refusal("refuse.no-rubric")
    if name is None and len(keys) > 1:
        raise Refusal("refuse.rubric", rubrics=keys)
    found = repository.rubrics.entries[0] if name is None else repository.rubrics.find(name)
    if found is None:
        raise Refusal("refuse.rubric-unknown", name=name or "", rubrics=keys)
    return found


def unit_keys(repository: Repository, rubric: Rubric, names: list[str] | None) -> list[str] | None:
    """The keys of those whom a rubric assesses, named by id, title or name."""
    if not names or rubric.unit == "pairing":
        return pairing_keys(repository, names)
    units: Index[Person] | Index[Organization] = (
        repository.organizations if rubric.unit == "school" else repository.people
    )
    for name in names:
        if units.find(name) is None:
            raise Refusal("refuse.no-unit", name=name, units=tuple(e.key for e in units))
    return [units.key(name) for name in names]


def pairing_keys(repository: Repository, names: list[str] | None) -> list[str] | None:
    """The keys of pairings named by id or title; None when none are named."""
    if not names:
        return None
    for name in names:
        if repository.pairings.find(name) is None:
            known = tuple(entry.key for entry in repository.pairings)
            raise Refusal("refuse.no-pairing", name=name, pairings=known)
    return [repository.pairings.key(name) for name in names]


def _term_key(repository: Repository, name: str | None) -> str | None:
    if name is None:
        return None
    found = repository.terms.find(name)
    if found is None:
        raise Refusal("refuse.no-term", name=name, terms=tuple(e.key for e in repository.terms))
    return found.key
