"""Facts of the charts (数据图表): the dashboard's figures, as tables that charts are drawn from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from typing import Any

from pairing_cli.messages import word
from pairing_cli.model.overview import Scored
from pairing_cli.report.dashboard import overview_of, stem
from pairing_cli.report.material import Material
from pairing_cli.report.parties import common
from pairing_cli.report.pictures.plain import blocks, plain
from pairing_cli.report.pictures.scale import CELLS, cells, top
from pairing_cli.report.pictures.scored import item_facts, losses
from pairing_cli.report.pictures.targets import line_facts, parts
from pairing_cli.report.pictures.year import year_facts
from pairing_cli.report.scores import ranking

_UNIT = ("rank", "pairing", "points", "earned", "bonus", "lost", "open", "maximum")


def charts(material: Material, pairing: str) -> dict[str, Any]:
    """Targets, items with their means, reasons, units, and the matrix of pairings and months."""
    overview = overview_of(material)
    year = year_facts(material, overview.calendar)
    months = [
        {"label": label, "number": number}
        for label, number in zip(year["months"], year["sums"], strict=True)
    ]
    pairings = [
        {name: row[name] for name in ("pairing", "number", "cells")} for row in year["rows"]
    ]
    title = f"{stem(material.programme.title)}{word('report.charts', material.language)}"
    return {
        **common(material, title),
        "targets": [
            _target({**line_facts(material, line), "depth": depth})
            for found in overview.targets.lines
            for depth, line in parts(found)
        ],
        "rubrics": [_rubric(material, scored) for scored in overview.scored],
        "months": months,
        "pairings": pairings,
        "tables": list(_tables(months, pairings)),
        "steps": [str(100 * step // CELLS) for step in range(1, CELLS + 1)],
        "months_top": top(map(Fraction, year["sums"])),
        "number": year["number"],
    }


def _target(line: dict[str, Any]) -> dict[str, Any]:
    """A target with its bar in characters, where it has one."""
    share = line["share"]
    return {
        **line,
        "label": f"{'　' * line['depth']}{line['title']}",
        "blocks": blocks(share),
        "bar": cells(share),
    }


def _drawn(facts: dict[str, Any], label: str) -> dict[str, Any]:
    """An item or a reason with its label for Mermaid, and its bar as the colours of cells."""
    return {**facts, "plain": plain(label), "bar": cells(facts["share"])}


MOST_MONTHS = 12
"""Months that a table on paper has beside each other, at most."""


def _tables(
    months: list[dict[str, Any]], pairings: list[dict[str, Any]]
) -> Iterator[dict[str, Any]]:
    """Pairings by month in tables that can be read on paper."""
    for start in range(0, len(months), MOST_MONTHS):
        part = slice(start, start + MOST_MONTHS)
        yield {
            "months": months[part],
            "rows": [{"pairing": row["pairing"], "cells": row["cells"][part]} for row in pairings],
        }


def _rubric(material: Material, scored: Scored) -> dict[str, Any]:
    """A rubric's means, losses and units; ``top`` is where an axis of points ends."""
    ranked = ranking(replace(material, sheet=scored.sheet), "")
    means = [item_facts(material, item) for item in scored.items]
    lost = losses(material, scored.losses)
    return {
        "title": scored.sheet.title,
        "unit_word": ranked["unit_word"],
        "top": top(item.maximum for item in scored.items),
        "means": [_drawn(each, each["label"]) for each in means],
        "losses": [_drawn(each, each["reason"]) for each in lost],
        "units": [{name: row[name] for name in _UNIT} for row in ranked["rows"]],
    }
