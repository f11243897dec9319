"""``pairing report --lint``: is a Word file in the official form?"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from pairing_cli.cli.session import Refusal, Settings, bytes_of
from pairing_cli.model.official import Departure, Strength


def measure(paths: Sequence[Path], settings: Settings) -> int:
    """Print how each file departs from the official form; 1 if from anything that is required."""
    from pairing_cli.output.official import as_departures

    screen = settings.screen(settings.speak())
    found = {path: _measured(path) for path in paths}
    settings.emit("".join(as_departures(str(path), each, screen) for path, each in found.items()))
    return int(any(one.strength is Strength.REQUIRED for each in found.values() for one in each))


def _measured(path: Path) -> list[Departure]:
    from pairing_cli.report.lint import Unreadable, lint
    from pairing_cli.report.lint.package import PACKED

    data = bytes_of(path, PACKED)
    try:
        return lint(data)
    except Unreadable as error:
        raise Refusal(error.key, file=str(path), **error.facts) from error
