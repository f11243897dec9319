"""How long scoring takes, without reading the files: seconds, on standard output.

python benchmarks/score_time.py FOLDER [ITEM]
"""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from time import perf_counter

from pairing_cli.load.programme import load
from pairing_cli.load.tree import FolderTree
from pairing_cli.measure.count import Counter
from pairing_cli.measure.view import View
from pairing_cli.score import score, score_items

AS_OF = date(2025, 1, 31)


def main() -> None:
    """Read, then score, and print what the scoring took."""
    repository = load(FolderTree(Path(sys.argv[1])), evidence=False).repository
    rubric = repository.rubrics.entries[0]
    begin = perf_counter()
    counter = Counter(View(repository, AS_OF))
    if len(sys.argv) > 2:
        sheet = score_items(counter, rubric, frozenset({sys.argv[2]}))
    else:
        sheet = score(counter, rubric)
    taken = perf_counter() - begin
    if len(sheet.units) != len(repository.pairings):
        sys.exit("not everybody was scored")
    print(f"{taken:.4f}")


if __name__ == "__main__":
    main()
