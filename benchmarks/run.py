"""Hold `pairing` against its peers on the same files in the same run, and print tables of ratios.

    python benchmarks/run.py [--only PART] [--runs 3] [--write]

Every round of a part runs every command once, so that a slow minute of the machine falls on all of them;
the figure of a command is its median. With ``--write`` the tables go into this folder's README.
"""

from __future__ import annotations

import argparse

import changes
import checks_again
import forms
import peers
import reports
import scoring
from measuring import HERE

PARTS = {
    "peers": peers.tables,
    "again": checks_again.tables,
    "changes": changes.tables,
    "scoring": scoring.tables,
    "reports": reports.tables,
    "forms": forms.tables,
}
"""What is measured, by the name between the marks of the README."""


def main() -> None:
    """Measure, print, and write into the README when asked."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--only", choices=PARTS, help="one part alone")
    parser.add_argument("--runs", type=int, default=3, help="rounds of every command")
    parser.add_argument("--write", action="store_true", help="put the tables into the README")
    arguments = parser.parse_args()
    for part in [arguments.only] if arguments.only else PARTS:
        text = "\n".join(PARTS[part](arguments.runs))
        print(text)
        if arguments.write:
            _write(part, text)


def _write(part: str, text: str) -> None:
    """Put a text between the marks of a part."""
    readme, begin, end = HERE / "README.md", f"<!-- {part} begin -->", f"<!-- {part} end -->"
    before, rest = readme.read_text("utf-8").split(begin)
    readme.write_text(f"{before}{begin}\n{text}\n{end}{rest.split(end)[1]}", "utf-8")


if __name__ == "__main__":
    main()
