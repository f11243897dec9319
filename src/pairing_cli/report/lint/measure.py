"""All measures of a file, each departure once with the number of places that share it."""

from __future__ import annotations

from pairing_cli.model.diagnostics import Value
from pairing_cli.model.official import Departure, Strength
from pairing_cli.report.lint.figures import FIGURES, Measured
from pairing_cli.report.lint.package import opened
from pairing_cli.report.lint.pages import pages
from pairing_cli.report.lint.reading import read
from pairing_cli.report.lint.texts import texts


def lint(data: bytes) -> list[Departure]:
    """How a Word file departs from the official form, what binds most first.

    Unreadable when the bytes are no Word file that could be measured.
    """
    found = read(opened(data))
    grouped: dict[tuple[str, str], list[Measured]] = {}
    for each in (*pages(found), *texts(found)):
        grouped.setdefault((each.figure, _key(each.measured)), []).append(each)
    departures = [_departure(alike) for alike in grouped.values()]
    order = list(Strength)
    return sorted(departures, key=lambda each: order.index(each.strength))


def _key(measured: Value) -> str:
    return repr(measured)


def _departure(alike: list[Measured]) -> Departure:
    first = alike[0]
    clause, strength = FIGURES[first.figure]
    return Departure(
        first.figure, clause, strength, first.at, first.measured, first.wanted, len(alike) - 1
    )
