"""Facts of the year: how much was held, by pairing and month, and what, on a line of days."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from pairing_cli.messages import shown, text, word
from pairing_cli.model.dates import Days, Month
from pairing_cli.model.diagnostics import said
from pairing_cli.model.overview import ActivityCalendar, Mark, MonthCell, PairingYear
from pairing_cli.model.results import Held
from pairing_cli.report.material import Material
from pairing_cli.report.pictures.scale import FILLS, percent, shade

ACTIVITIES = 5000
"""Activities that are shown one by one on a page; of more, only how many there are in each month."""


def year_facts(material: Material, calendar: ActivityCalendar) -> dict[str, Any]:
    """The matrix of pairings and months, and the activities on a line of days below it."""
    number = sum(len(cell.marks) for row in calendar.rows for cell in row.cells)
    each = number <= ACTIVITIES
    return {
        "months": [_heading(month, n == 0) for n, month in enumerate(calendar.months)],
        "rows": [
            _row(material, calendar, n, row, each=each) for n, row in enumerate(calendar.rows, 1)
        ],
        "sums": list(calendar.sums),
        "number": sum(calendar.sums),
        "scale": _scale(material, calendar),
        "activities_left_out": 0 if each else number,
    }


def _heading(month: Month, first: bool) -> str:
    """A month above its column; with its year where that begins."""
    return f"{month.year}年{month.month}月" if first or month.month == 1 else f"{month.month}月"


def _row(
    material: Material, calendar: ActivityCalendar, number: int, row: PairingYear, *, each: bool
) -> dict[str, Any]:
    anchor = f"p{number}"
    months = [_cell(calendar, anchor, cell, linked=each) for cell in row.cells]
    found = [mark for cell in row.cells for mark in cell.marks] if each else []
    return {
        "anchor": anchor,
        "pairing": row.title,
        "number": row.number,
        "cells": months,
        "marks": [_on_line(calendar.days, mark) for mark in found],
        "lists": list(_lists(material, anchor, row)) if each else [],
    }


def _cell(
    calendar: ActivityCalendar, anchor: str, cell: MonthCell, *, linked: bool
) -> dict[str, Any]:
    """A month of a pairing, with how much of its plan was carried out, where it has one."""
    return {
        "number": cell.number,
        "planned": str(cell.planned or ""),
        "carried_out": str(cell.carried_out) if cell.planned else "",
        "behind": cell.behind,
        "shade": shade(cell.number, calendar.most),
        "fill": FILLS[shade(cell.number, calendar.most)],
        "href": f"{anchor}-{cell.month}" if linked and cell.marks else "",
    }


def _on_line(days: Days, mark: Mark) -> dict[str, Any]:
    """Where an activity stands on the line of days, and what shape it has there."""
    whole = (days.end - days.start).days + 1
    before = (mark.days.start - days.start).days
    return {
        "x": percent(2 * before + 1, 2 * whole),
        "end": percent(2 * (mark.days.end - days.start).days + 1, 2 * whole),
        "held": mark.held.value,
        "long": mark.days.end > mark.days.start,
    }


def _lists(material: Material, anchor: str, row: PairingYear) -> Iterator[dict[str, Any]]:
    """What was held in each month in which anything was."""
    for cell in row.cells:
        if cell.marks:
            yield {
                "anchor": f"{anchor}-{cell.month}",
                "month": f"{cell.month.year}年{cell.month.month}月",
                "activities": [_activity(material, mark) for mark in cell.marks],
            }


def _activity(material: Material, mark: Mark) -> dict[str, str]:
    language = material.language
    return {
        "days": shown(said(mark.days), language),
        "kind": mark.kind,
        "title": mark.title,
        "at": mark.place,
        "held": mark.held.value,
        "counts": text(mark.reason, language),
        "record": material.place(mark.at),
    }


def _scale(material: Material, calendar: ActivityCalendar) -> dict[str, Any]:
    """The line of days: where months and terms lie on it, and the day that counts as today."""
    days = calendar.days
    return {
        "months": [
            {**_stretch(days, month.days), "label": str(month.month)}
            for month in calendar.months
            if month.days.overlaps(days)
        ],
        "terms": [
            {**_stretch(days, term.period), "label": term.title}
            for term in material.programme.terms
        ],
        "today": _position(days, material.as_of) if material.as_of in days else "",
    }


def _stretch(whole: Days, part: Days) -> dict[str, str]:
    number = (whole.end - whole.start).days + 1
    start, end = max(part.start, whole.start), min(part.end, whole.end)
    return {
        "x": percent((start - whole.start).days, number),
        "width": percent((end - start).days + 1, number),
    }


def _position(days: Days, day: date) -> str:
    number = (days.end - days.start).days + 1
    return percent(2 * (day - days.start).days + 1, 2 * number)


def outcome_words(material: Material) -> dict[str, str]:
    """What the shapes on the line of days stand for."""
    return {held.name.lower(): word(f"dashboard.{held}", material.language) for held in Held}
