"""What came of filled-in forms → lines for people, and JSON."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pairing_cli.messages import fix, sentence, text
from pairing_cli.model.diagnostics import say
from pairing_cli.model.figures import plain, rounded
from pairing_cli.model.intake import Intake, Remark, State, SurveyTaken, TakenRow, TakenSheet
from pairing_cli.office.grids import letters
from pairing_cli.output.findings import dump
from pairing_cli.output.quotas import number_json
from pairing_cli.output.sanitize import clean

_COLON = {"zh": "：", "en": ": "}


def as_text(found: Intake, language: str, *, briefly: bool = False) -> str:
    """A line for each sheet with its counts, below it what is to be said of its rows.

    Rows that are new or changed are listed too, and sheets without any; not so if ``briefly``.
    """
    return "".join(f"{clean(line)}\n" for line in _lines(found, language, briefly=briefly))


def _lines(found: Intake, language: str, *, briefly: bool) -> Iterator[str]:
    for sheet in found.sheets:
        counts = sheet.counts
        rows = any(counts[each] for each in State if not (briefly and each is State.UNCHANGED))
        if not (rows or sheet.remarks or sheet.removed):
            continue
        numbers = {state.value: counts[state] for state in State}
        yield text(say("take.sheet", file=sheet.file, title=sheet.title, **numbers), language)
        if sheet.removed:
            yield "  " + text(say("take.removed", number=sheet.removed), language)
        yield from (f"  {_remark(each, language)}" for each in sheet.remarks)
        yield from _rows(sheet, language, briefly=briefly)
    yield from (_remark(each, language) for each in found.remarks)
    for each in found.surveys:
        facts = {"mean": rounded(each.mean), "out_of": plain(each.out_of)}
        line = say(
            "take.survey", survey=each.survey, whom=each.whom, number=each.respondents, **facts
        )
        yield text(line, language)


def _rows(sheet: TakenSheet, language: str, *, briefly: bool) -> Iterator[str]:
    for row in sheet.rows:
        if not row.remarks and (briefly or row.state is State.UNCHANGED or not row.label):
            continue
        state = text(say(f"take.state.{row.state.value}"), language)
        line = say("take.row", row=row.row, state=state, label=row.label)
        yield "  " + text(line, language)
        yield from (f"    {_remark(each, language)}" for each in row.remarks)


def _remark(remark: Remark, language: str) -> str:
    """A remark in a line: how bad it is, the cell's column, the rule's code, what is wrong, what to do."""
    level = text(say(f"severity.{remark.severity.value}"), language)
    said = sentence(remark.message, language)
    column = f"{remark.title}{_COLON[language]}" if remark.title else ""
    code = f"{remark.code} " if remark.code else ""
    return f"{level} {column}{code}{said}"


def as_json(found: Intake, changed: Sequence[str], language: str, *, written: bool) -> str:
    """Everything as JSON; ``changed`` are the programme's files, and whether they were written."""
    counts = found.counts
    return dump(
        {
            "written": written,
            "files": list(changed),
            "counts": {state.value: counts[state] for state in State},
            "sheets": [_sheet(sheet, language) for sheet in found.sheets],
            "remarks": [_json(each, language) for each in found.remarks],
            "surveys": [_survey(each) for each in found.surveys],
        }
    )


def _survey(found: SurveyTaken) -> dict[str, object]:
    return {
        "survey": found.survey,
        "whom": found.whom,
        "respondents": found.respondents,
        "mean": number_json(found.mean),
        "out_of": number_json(found.out_of),
    }


def _sheet(sheet: TakenSheet, language: str) -> dict[str, object]:
    return {
        "file": sheet.file,
        "sheet": sheet.title,
        "form": sheet.form,
        "removed": sheet.removed,
        "remarks": [_json(each, language) for each in sheet.remarks],
        "rows": [_row(row, language) for row in sheet.rows],
    }


def _row(row: TakenRow, language: str) -> dict[str, object]:
    return {
        "row": row.row,
        "state": row.state.value,
        "label": row.label,
        "record": row.address or None,
        "remarks": [_json(each, language) for each in row.remarks],
    }


def _json(remark: Remark, language: str) -> dict[str, object]:
    return {
        "severity": remark.severity.value,
        "code": remark.code or None,
        "key": remark.message.key,
        "column": letters(remark.column) or None,
        "title": remark.title or None,
        "message": text(remark.message, language),
        "fix": fix(remark.message, language) or None,
    }
