"""The first file of a new programme, and what keeps editors and git from spoiling its files."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Any

from pairing_cli.edit.emit import document
from pairing_cli.model.dates import Days, parse_days

SCHEMA = "schemas/pairing.schema.json"
"""Where a programme's folder keeps the schema that editors use."""

SETTINGS = {
    ".gitattributes": (
        "* text=auto eol=lf\n"
        "*.yaml text eol=lf\n"
        "*.yml text eol=lf\n"
        "*.csv text eol=lf\n"
        + "".join(
            f"*.{each} binary\n"
            for each in ("docx", "xlsx", "pptx", "pdf", "jpg", "jpeg", "png", "zip")
        )
    ),
    ".editorconfig": (
        "root = true\n\n"
        "[*.{yaml,yml,md,csv}]\n"
        "charset = utf-8\n"
        "end_of_line = lf\n"
        "insert_final_newline = true\n\n"
        "[*.{yaml,yml}]\n"
        "indent_style = space\n"
        "indent_size = 2\n"
        "trim_trailing_whitespace = true\n"
    ),
    ".gitignore": ".pairing/\n~$*\n.~*\n*.tmp\nThumbs.db\n.DS_Store\n",
}
"""Files that hold a folder to UTF-8 and LF, and keep out of git what programs leave behind."""

SPRING, AUTUMN = ((2, 15), (7, 15)), ((9, 1), (1, 31))
"""First and last day of the terms, month and day, until the programme states its own."""


HEAD = "示例校长"
"""Who answers for a pairing, until somebody is named."""


@dataclass(frozen=True, slots=True)
class Start:
    """What a new programme says of itself."""

    id: str
    title: str
    period: Days
    helper: str
    helped: str


def programme(start: Start) -> str:
    """The programme's file: its period and terms, the two sides, and what a pairing needs."""
    data = {
        "programme": {
            "id": start.id,
            "title": start.title,
            "status": "draft",
            "period": str(start.period),
            "terms": terms(start.period),
        },
        "organizations": [
            {"title": start.helper, "side": "helper"},
            {"title": start.helped, "side": "helped"},
        ],
        "pairings": [
            {
                "id": fit_id(start.helped),
                "helper": start.helper,
                "helped": start.helped,
                "responsible": [
                    {"name": HEAD, "organization": each} for each in (start.helper, start.helped)
                ],
            }
        ],
    }
    note = "# 学期按常见的校历填写，请核对 (those of a usual school year; please check)\n"
    head = f"# yaml-language-server: $schema={SCHEMA}\n\n"
    return head + document(data).replace("  terms:\n", f"  {note}  terms:\n", 1)


def terms(period: Days) -> list[dict[str, Any]]:
    """The terms of usual school years of which at least half lies in a period, cut to it."""
    found = []
    years = range(period.start.year - 1, period.end.year + 1)
    for year in years:
        for name, title, (first, last) in (("spring", "春", SPRING), ("autumn", "秋", AUTUMN)):
            whole = Days(date(year, *first), date(year + (last < first), *last))
            days = Days(max(whole.start, period.start), min(whole.end, period.end))
            if (days.end - days.start) * 2 >= whole.end - whole.start:
                found.append((name, year, title, days))
    several = len({year for _, year, _, _ in found}) > 1
    return [
        {
            "id": f"{name}-{year}" if several else name,
            "title": f"{year}年{title}学期" if several else f"{title}学期",
            "period": str(days),
        }
        for name, year, title, days in found
    ]


def parse_period(text: str) -> Days | None:
    """The period that a text says: a year, a school year (2025-2026), or first day to last day."""
    year = re.fullmatch(r"([0-9]{4})(?:-([0-9]{4}))?", text.strip())
    try:
        if year is None:
            return parse_days(text.strip())
        if year[2] is None:
            return Days(date(int(year[1]), 1, 1), date(int(year[1]), 12, 31))
        return Days(date(int(year[1]), 9, 1), date(int(year[2]), 8, 31))
    except ValueError:
        return None


def fit_id(name: str) -> str:
    """A name as an id: without blanks and what YAML or the shell would stumble over."""
    return re.sub(r"[\s,:;/\\#\[\]{}\"'|<>&*!%@`?]+", "-", name).strip("-") or "one"
