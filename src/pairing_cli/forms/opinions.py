"""Forms of opinions: self-ratings by the rubrics' own items, and anonymous answers to surveys."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from pairing_cli.forms.columns import (
    Cell,
    Cells,
    Column,
    Looks,
    Part,
    Route,
    Shape,
    doc,
    one,
    shown_text,
    told,
)
from pairing_cli.forms.data import Data, Fields, plain
from pairing_cli.forms.form import Form
from pairing_cli.forms.lists import Lists
from pairing_cli.forms.naming import SCALE
from pairing_cli.forms.rows import Destination, Recorded
from pairing_cli.model.columns import DATE, LEVEL, POINTS, WHOM
from pairing_cli.model.judgements import Rating
from pairing_cli.model.opinions import in_order
from pairing_cli.model.repository import Entry, Repository, plain_name
from pairing_cli.model.rubric import Earning, Item, Rubric, earnings
from pairing_cli.model.surveys import Survey

UNITS = {"pairing": "pairing", "school": "organization", "person": "person"}
"""Who is assessed by a rubric, and the field by which a rating names them."""

_LISTS = {"pairing": "pairings", "organization": "organizations", "person": "people"}


def rating_parts(lists: Lists) -> tuple[Part, ...]:
    """The columns of self-ratings: what is rated stands there already, the points are entered."""
    units = dict.fromkeys(UNITS[rubric.unit] for rubric, _ in _rated(lists.repository))
    by_term = any(each.raters and each.raters.per for _, each in _rated(lists.repository))
    return (
        one(Rating, "item", Shape.CHOICE, "items", **_given_beforehand(18)),
        *(one(Rating, unit, Shape.CHOICE, _LISTS[unit], **_given_beforehand(18)) for unit in units),
        *([one(Rating, "term", Shape.CHOICE, "terms", **_given_beforehand(9))] if by_term else []),
        one(Rating, "as", **_given_beforehand(9)),
        _about("criteria", 40),
        _about("points", 8),
        one(Rating, "points", Shape.NUMBER, width=9, needed=True, most_in="item-points"),
        one(Rating, "reason", Shape.LONG, width=36),
        one(Rating, "by", width=10, needed=True),
        one(Rating, "date", Shape.DAY, width=12, needed=True),
    )


def _given_beforehand(width: float) -> Looks:
    """The looks of a column that is filled in beforehand and stays as it is."""
    return {"width": width, "prefilled": True, "locked": True}


def _about(field: str, width: float) -> Part:
    """What the rubric says of the item, to be read."""
    said = doc(Item, field)
    shape = Shape.NUMBER if field == "points" else Shape.LONG
    column = Column(f"item-{field}", said.title, "", shape, width=width, locked=True)

    def text(fields: Fields, lists: Lists) -> Cell:
        found = lists.repository.items.get(str(fields.get("item", "")))
        if found is None:
            return None
        return found.worth if field == "points" else found.criteria

    return told(column, text)


def _rated(repository: Repository) -> Iterator[tuple[Rubric, Earning]]:
    """What rubrics want a self-rating of."""
    for entry in repository.rubrics:
        items = [item for section in entry.record.sections for item in section.items]
        for item in items:
            for _, earning in earnings(item):
                if earning.raters is not None and earning.raters.self_by is not None:
                    yield entry.record, earning


def _wanted(lists: Lists) -> Iterator[Fields]:
    """Every self-rating that is wanted of those in scope, as the record begins."""
    rated = list(_rated(lists.repository))
    for rubric in dict.fromkeys(rubric.id for rubric, _ in rated):
        own = [(each, earning) for each, earning in rated if each.id == rubric]
        for unit in lists.assessed(own[0][0]):
            for each, earning in own:
                yield from _begun(each, earning, unit, lists)


def _begun(rubric: Rubric, earning: Earning, unit: str, lists: Lists) -> Iterator[Fields]:
    """The self-ratings of one item by one of those assessed, for each term where it is rated by term."""
    raters = earning.raters
    assert raters is not None
    every = [entry.record.id for entry in lists.repository.terms]
    chosen = [lists.scope.term.id] if lists.scope.term else every
    terms: list[str | None] = [*chosen] if raters.per else [None]
    for term in terms:
        named: Fields = {"item": earning.id, UNITS[rubric.unit]: unit}
        yield {**named, **({"term": term} if term else {}), "as": raters.self_by or ""}


def _given(lists: Lists, wanted: Fields) -> Entry[Rating] | None:
    """The last self-rating of what is wanted, if there is one."""
    repository = lists.repository
    found = [
        entry
        for entry in in_order(repository.ratings)
        if (entry.record.as_ or entry.record.by) == wanted["as"]
        and repository.items.key(entry.record.item) == wanted["item"]
        and (repository.terms.key(entry.record.term) if entry.record.term else None)
        == wanted.get("term")
        and all(
            repository.index(_LISTS[unit]).key(getattr(entry.record, unit) or "") == wanted[unit]
            for unit in _LISTS
            if unit in wanted
        )
    ]
    return found[-1] if found else None


def self_rated(lists: Lists) -> Iterator[Recorded]:
    """The self-ratings in scope that were given."""
    for wanted in _wanted(lists):
        entry = _given(lists, wanted)
        if entry is not None:
            yield Recorded(f"ratings/{entry.key}", entry.at, plain(entry.record))


def to_rate(lists: Lists) -> Iterator[Fields]:
    """The self-ratings in scope that are still to be given."""
    return (wanted for wanted in _wanted(lists) if _given(lists, wanted) is None)


# surveys


def survey_forms(lists: Lists) -> Iterator[Form]:
    """A form for each survey whose answers stand in files."""
    for entry in lists.repository.surveys:
        if entry.record.answers:
            yield Form(
                f"survey:{entry.key}",
                entry.record.title,
                tuple(_survey_parts(lists.repository, entry)),
                _nothing,
                partial(_to_answers, key=entry.key),
                anonymous=True,
            )


def _nothing(lists: Lists) -> Iterator[Recorded]:
    return iter(())


def _to_answers(fields: Fields, *, key: str) -> Destination:
    return Destination("surveys", key, "answers")


def _survey_parts(repository: Repository, entry: Entry[Survey]) -> Iterator[Part]:
    """Whom an answer is about, its date, and what was answered, named as the columns of the answers."""
    survey = entry.record
    table = repository.answers.get(survey.answers[0])
    heads = table.header.cells if table is not None and table.rows else ()
    whom = next((cell for cell in heads if plain_name(cell) in WHOM), "结对")
    choices = _LISTS[WHOM[plain_name(whom)]]
    title, note = f"评价对象（{whom}）", "评的是谁；不写答卷人的姓名。"
    yield _answer(Column(whom, title, note, Shape.CHOICE, choices, width=24, needed=True))
    date = next((cell for cell in heads if plain_name(cell) in DATE), "日期")
    if survey.date is None:
        yield _answer(Column(date, date, "答卷的日期。", Shape.DAY, width=12, needed=True))
    one_column = LEVEL if survey.scale is not None else POINTS
    named = next((cell for cell in heads if plain_name(cell) in one_column), sorted(one_column)[-1])
    for question in survey.questions or (named,):
        yield _answer(_question(entry, question))


def _question(entry: Entry[Survey], question: str) -> Column:
    survey = entry.record
    width = min(max(len(question) * 2 + 4, 12), 40)
    if survey.scale is not None:
        levels = "、".join(survey.scale)
        note = f"{levels}，选一个；没有作答的空着。"
        return Column(question, question, note, Shape.CHOICE, SCALE + entry.key, width=width)
    note = f"0 至 {survey.out_of} 分；没有作答的空着。"
    return Column(question, question, note, Shape.NUMBER, width=width, most=survey.out_of)


def _answer(column: Column) -> Part:
    """A column of answers: its text goes into the file of answers under its own header."""

    def show(fields: Fields, lists: Lists) -> Cells:
        value = fields.get(column.key)
        return {column.key: None if value is None else str(value)}

    def read(cells: Cells, lists: Lists) -> dict[Route, Data | None]:
        return {(column.key,): shown_text(cells.get(column.key)) or None}

    return Part((column,), ((column.key,),), show, read)
