"""Where a result goes, and what is said beside it; in pipelines, runners read both for commands."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from pairing_cli.model.privacy import mask_lines

RUNNERS = ("GITHUB_ACTIONS", "GITEA_ACTIONS", "TF_BUILD", "TEAMCITY_VERSION")
"""Variables by which runners that read commands out of logs are known."""

_SUMMARY = "GITHUB_STEP_SUMMARY"


def calmed(text: str) -> str:
    """A text in which a runner finds no command, where one may be reading."""
    from pairing_cli.output.sanitize import calm

    reading = any(os.environ.get(name) for name in RUNNERS)
    return calm(text) if reading else text


def aside(text: str) -> None:
    """Say something beside the result, in lines of its own; all that is said so is masked."""
    sys.stderr.write(calmed(mask_lines(text)) + "\n")


def summary_room(most: int) -> int:
    """Bytes that the summary of this job's step may still take; 0 where there is none."""
    name = os.environ.get(_SUMMARY)
    if not name:
        return 0
    path = Path(name)
    return max(most - (path.stat().st_size if path.exists() else 0), 0)


def add_to_summary(text: str) -> None:
    """Add to the summary of this job's step. OSError when it cannot be."""
    with Path(os.environ[_SUMMARY]).open(
        "a", encoding="utf-8", errors="backslashreplace"
    ) as stream:
        stream.write(text)
