"""``pairing form export``: the Excel forms that schools fill in."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pairing_cli.cli.figures import pairing_keys
from pairing_cli.cli.language import help_text, metavar
from pairing_cli.cli.options import AsOfOption, DocumentLangOption, PathArgument, QuietOption
from pairing_cli.cli.session import (
    Refusal,
    Settings,
    make_folder,
    open_one,
    save_all,
    warn_incomplete,
)

if TYPE_CHECKING:
    from pairing_cli.forms.asked import Asked
    from pairing_cli.forms.book import Made
    from pairing_cli.forms.form import Form
    from pairing_cli.forms.lists import Lists
    from pairing_cli.forms.scope import Scope
    from pairing_cli.measure.count import Counter
    from pairing_cli.model.agenda import Agenda
    from pairing_cli.model.programme import Term
    from pairing_cli.model.repository import Repository
    from pairing_cli.model.results import QuotaTable, ScoreSheet

MOST_ROWS = 2000
"""Empty rows of a form at most."""


def export(
    path: PathArgument = Path(),
    folder: Annotated[
        Path,
        typer.Option(
            "--output", "-o", help=help_text("folder"), file_okay=False, metavar=metavar("folder")
        ),
    ] = Path("forms"),
    school: Annotated[
        list[str] | None, typer.Option("--for", help=help_text("form-for"), metavar=metavar("name"))
    ] = None,
    pairing: Annotated[
        list[str] | None,
        typer.Option("--pairing", help=help_text("form-pairing"), metavar=metavar("id")),
    ] = None,
    whole: Annotated[bool, typer.Option("--programme", help=help_text("form-programme"))] = False,
    kind: Annotated[
        list[str] | None,
        typer.Option("--kind", help=help_text("form-kind"), metavar=metavar("form")),
    ] = None,
    term: Annotated[
        str | None, typer.Option("--term", help=help_text("form-term"), metavar=metavar("id"))
    ] = None,
    rows: Annotated[
        int,
        typer.Option("--rows", help=help_text("form-rows"), min=1, max=MOST_ROWS, metavar="N"),
    ] = 30,
    as_of: AsOfOption = None,
    lang: DocumentLangOption = None,
    quiet: QuietOption = False,
) -> None:
    """Make the Excel forms that schools fill in."""
    settings = Settings(lang, as_of, quiet=quiet)
    opened = open_one(path)
    repository = opened.loaded.repository
    language = settings.speak(opened.language)
    kinds = _kinds(kind)
    scopes = list(_scopes(repository, school, pairing, _term(repository, term), whole=whole))
    made = list(_made(repository, settings, scopes, kinds, rows))
    if not made:
        raise Refusal("refuse.nothing-to-fill", kinds=tuple(kinds or ()))
    make_folder(folder)
    written, code = save_all(((folder / each.name, each.data) for each in made), language)
    settings.emit("".join(f"{each}\n" for each in written))
    errors = opened.errors(settings.today)
    raise typer.Exit(max(code, warn_incomplete(opened, errors, language)))


def _kinds(names: list[str] | None) -> frozenset[str] | None:
    """The kinds of forms that are asked for; None for those that are of use."""
    from pairing_cli.forms.kinds import KINDS

    for name in names or ():
        if name not in KINDS:
            raise Refusal("refuse.no-form-kind", name=name, allowed=KINDS)
    return frozenset(names) if names else None


def _term(repository: Repository, name: str | None) -> Term | None:
    found = repository.terms.get(name) if name else None
    if name and found is None:
        raise Refusal("refuse.no-term", name=name, terms=tuple(e.key for e in repository.terms))
    return found


def _scopes(
    repository: Repository,
    names: list[str] | None,
    pairings: list[str] | None,
    term: Term | None,
    *,
    whole: bool,
) -> Iterator[Scope]:
    """For whom workbooks are made: every school, unless others are asked for."""
    from pairing_cli.forms.scope import pairing_scope, programme_scope, school_scope, schools

    if sum(map(bool, (names, pairings, whole))) > 1:
        raise Refusal("refuse.form-for-one")
    if whole:
        yield programme_scope(repository, term)
    elif pairings:
        for key in pairing_keys(repository, pairings) or ():
            yield pairing_scope(repository, key, term)
    else:
        for key in [_school(repository, name) for name in names or ()] or schools(repository):
            yield school_scope(repository, key, term)


def _school(repository: Repository, name: str) -> str:
    found = repository.organizations.find(name)
    if found is None:
        raise Refusal("refuse.no-school", name=name)
    if not any(repository.side_of(entry.key, found.key) for entry in repository.pairings):
        raise Refusal("refuse.school-unpaired", name=found.record.title)
    return found.key


def _made(
    repository: Repository,
    settings: Settings,
    scopes: list[Scope],
    kinds: frozenset[str] | None,
    rows: int,
) -> Iterator[Made]:
    """A workbook for each of those who have something to fill in."""
    from pairing_cli.forms.asked import Asked
    from pairing_cli.forms.book import workbook
    from pairing_cli.forms.lists import Lists
    from pairing_cli.forms.scope import programme_scope
    from pairing_cli.measure.count import Counter
    from pairing_cli.measure.view import View
    from pairing_cli.quota import quota_table
    from pairing_cli.score import score

    counter = Counter(View(repository, settings.today))
    sheets = [score(counter, entry) for entry in repository.rubrics]
    assessed = {sheet.rubric: [unit.pairing for unit in sheet.units] for sheet in sheets}
    table = quota_table(counter)
    asked = Asked(repository)
    every = Lists(repository, programme_scope(repository), assessed)
    for scope in scopes:
        lists = every.for_(scope)
        forms = _forms(lists, every, asked, kinds)
        if forms:
            yield workbook(lists, forms, _agenda(counter, sheets, table, scope), rows)


def _forms(lists: Lists, every: Lists, asked: Asked, kinds: frozenset[str] | None) -> list[Form]:
    from pairing_cli.forms.kinds import forms_of, relevant, usable

    found = [form for form in forms_of(lists, asked) if usable(form, lists)]
    if kinds is None:
        return [form for form in found if relevant(form, lists, every)]
    return [form for form in found if form.id.partition(":")[0] in kinds]


def _agenda(counter: Counter, sheets: list[ScoreSheet], table: QuotaTable, scope: Scope) -> Agenda:
    """What those in a scope still have to do."""
    from pairing_cli.forms.scope import For
    from pairing_cli.todo import Wanted, agenda

    days = None if scope.term is None else max((scope.term.period.end - counter.view.as_of).days, 0)
    pairings = None if scope.whom is For.PROGRAMME else scope.pairings
    school = scope.key if scope.whom is For.SCHOOL else None
    return agenda(counter.view, sheets, table, Wanted(pairings, None, school, days))
