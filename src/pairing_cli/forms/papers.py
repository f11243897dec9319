"""The form of what was handed in (材料报送)."""

from __future__ import annotations

from dataclasses import replace

from pairing_cli.forms import rows
from pairing_cli.forms.asked import Asked
from pairing_cli.forms.columns import (
    Cells,
    Column,
    Part,
    Route,
    Shape,
    as_cell,
    as_data,
    doc,
    one,
)
from pairing_cli.forms.common import note, pairing
from pairing_cli.forms.data import Data, Fields
from pairing_cli.forms.form import Form
from pairing_cli.forms.lists import Lists
from pairing_cli.forms.rows import Destination
from pairing_cli.forms.scope import For
from pairing_cli.model.log import Rejection, Submission


def submissions(lists: Lists, asked: Asked) -> Form:
    """Documents that were handed in (材料报送)."""
    bureau = lists.scope.whom is For.PROGRAMME
    may_reject = frozenset({"rejected"} if bureau else ())
    parts = (
        pairing(Submission),
        one(Submission, "type", Shape.CHOICE, "document_types", width=24, needed=True),
        one(Submission, "activity", Shape.CHOICE, "activities", width=28),
        one(Submission, "from", Shape.CHOICES, "organizations", width=18, needed=True),
        one(Submission, "received", Shape.DAY, needed=True, width=12),
        one(Submission, "copies", Shape.COUNT, width=7),
        one(Submission, "by", Shape.CHOICES, "people", open=True, width=16),
        one(
            Submission, "seals", Shape.CHOICES, "organizations", width=16, rare=True, ticked="from"
        ),
        _files(),
        one(Submission, "term", Shape.CHOICE, "terms", width=9),
        _rejected(lists),
        note(Submission),
    )
    notes = {
        "activity": "为哪次活动报送；本表新填的活动写它的序号，如 新1。不属于某次活动的不填。",
        "seals": f"{doc(Submission, 'seals').zh.rstrip('。')}；打“√”表示盖的是报送单位的章。",
        "from": "由谁报送；双方联合报送的用“、”隔开。",
        "file": "电子文件的名称，几个文件用“、”隔开；文件随表一起报送。",
        "received": "报送的日期；以收到的日期为准。",
        "term": "不属于某次活动时填写；不填时按收到日期归入。",
    }
    said_so = tuple(
        replace(p, columns=tuple(replace(c, note=notes.get(c.key, c.note)) for c in p.columns))
        for p in parts
    )
    return Form(
        "submissions",
        "材料报送",
        asked.columns(said_so, asked.of_documents | may_reject),
        rows.documents,
        _document,
    )


def _files() -> Part:
    """The evidence files, by their paths; what is recorded of a file's content stays with its path."""
    part = one(Submission, "file", Shape.FILES, width=26)
    column, route = part.columns[0], part.routes[0]

    def show(fields: Fields, lists: Lists) -> Cells:
        paths = (_path(each) for each in _listed(fields.get("file")))
        return {column.key: tuple(paths) or None}

    def read(cells: Cells, lists: Lists) -> dict[Route, Data | None]:
        paths = cells.get(column.key)
        found: list[Data] = [
            lists.evidence(each) for each in (paths if isinstance(paths, tuple) else ())
        ]
        single = len(found) == 1 and isinstance(found[0], str)
        return {route: (found[0] if single else found) or None}

    return replace(part, show=show, read=read)


def _listed(data: Data | None) -> list[Data]:
    return data if isinstance(data, list) else [] if data is None else [data]


def _path(data: Data) -> str:
    return str(data["path"]) if isinstance(data, dict) else str(data)


def _rejected(lists: Lists) -> Part:
    """That a document was sent back: for the bureau, with all of the programme, to be filled in."""
    closed = lists.scope.whom is not For.PROGRAMME
    word = doc(Submission, "rejected").title
    columns = tuple(
        Column(
            f"rejected-{field}",
            f"{word}{doc(Rejection, field).title.removeprefix(word)}",
            "退回的重新报送，另填一行。" if closed else doc(Rejection, field).zh,
            Shape.DAY if field == "date" else Shape.TEXT,
            width=12,
            locked=closed,
        )
        for field in ("date", "by", "reason")
    )

    def show(fields: Fields, lists: Lists) -> Cells:
        said_so = fields.get("rejected")
        found = said_so if isinstance(said_so, dict) else {}
        names = [column.key.removeprefix("rejected-") for column in columns]
        return {c.key: as_cell(c, found.get(n), lists) for c, n in zip(columns, names, strict=True)}

    def read(cells: Cells, lists: Lists) -> dict[Route, Data | None]:
        found = {
            c.key.removeprefix("rejected-"): as_data(c, cells.get(c.key), lists) for c in columns
        }
        return {
            ("rejected",): {key: data for key, data in found.items() if data is not None} or None
        }

    return Part(columns, (("rejected",),), show, read, rare=True)


def _document(fields: Fields) -> Destination:
    """Into the activity it is for; by itself where it is for none, or says its term."""
    activity = fields.get("activity")
    if activity is None or "term" in fields:
        return Destination("submissions")
    outer = frozenset({"pairing", "activity"})
    return Destination("activities", str(activity), "documents", outer)
