"""How long reports take, and how much memory, beside the bare libraries: JSON on standard output.

    python benchmarks/report_time.py FOLDER

Reading and scoring are done before and not counted. Every report is made in a process forked for it, so
that its peak memory is its own. A peer makes the same tables of the same facts with the library alone:
openpyxl appends the rows and saves, docxtpl fills the same template and saves; neither sets a style, a
width or a height, merges, escapes, checks, or makes its bytes reproducible.
"""

from __future__ import annotations

import gc
import json
import os
import resource
import sys
from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from io import BytesIO
from pathlib import Path
from time import process_time
from typing import Any

from docxtpl import DocxTemplate
from openpyxl import Workbook

from pairing_cli.load.programme import load
from pairing_cli.load.tree import FolderTree
from pairing_cli.measure.count import Counter
from pairing_cli.measure.view import View
from pairing_cli.report.context import context
from pairing_cli.report.formats import FORMATS
from pairing_cli.report.kinds import KINDS
from pairing_cli.report.material import Material
from pairing_cli.report.templates import Templates, packaged
from pairing_cli.score import score

AS_OF = date(2025, 1, 31)
TABLES = ("pairing-table", "ranking", "score-sheet")
"""Reports that grow with the number of schools; of score sheets there is one for each."""

Writer = Callable[[str, dict[str, Any]], bytes]


def material(folder: Path) -> Material:
    """What the reports are made of."""
    repository = load(FolderTree(folder), evidence=False).repository
    assert repository.programme is not None
    sheet = score(Counter(View(repository, AS_OF)), repository.rubrics.entries[0])
    return Material(repository, repository.programme.record, AS_OF, "zh", sheet, lambda at: at.file)


def units(kind: str, made: Material) -> list[str]:
    """Who has one: every pairing, or nobody in particular."""
    return [subject.key for subject in KINDS[kind].subjects(made)]


def works(made: Material) -> Iterator[tuple[str, Callable[[], object]]]:
    """Everything that is measured, by name: making the facts, and each writer with facts at hand."""
    for kind in TABLES:
        yield f"{kind} facts", partial(facts_of, kind, made)
        facts = facts_of(kind, made)
        for name, writer in WRITERS.items():
            yield f"{kind} {name}", partial(write_all, writer, kind, facts)


def facts_of(kind: str, made: Material) -> list[dict[str, Any]]:
    """The facts of every report of a kind."""
    return [KINDS[kind].facts(made, unit) for unit in units(kind, made)]


def write_all(writer: Writer, kind: str, facts: list[dict[str, Any]]) -> None:
    """Every report of a kind, none of them kept."""
    for each in facts:
        writer(kind, each)


def ours(extension: str) -> Writer:
    """The tool's own writer of a format, with the packaged template."""

    def write(kind: str, facts: dict[str, Any]) -> bytes:
        return FORMATS[extension]()(*Templates().find(f"{kind}.{extension}"), facts)

    return write


def docxtpl(kind: str, facts: dict[str, Any]) -> bytes:
    """The same template, filled by docxtpl alone."""
    document = DocxTemplate(str(packaged() / f"{kind}.docx"))
    document.render(context(facts), autoescape=True)
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def openpyxl(kind: str, facts: dict[str, Any]) -> bytes:
    """The same rows, appended by openpyxl alone."""
    book = Workbook()
    sheet = book.create_sheet()
    sheet.append([facts["title"]])
    for row in facts["rows"]:
        plain = [value for value in row.values() if not isinstance(value, list)]
        sheet.append([*plain, *row.get("items", ())])
    out = BytesIO()
    book.save(out)
    return out.getvalue()


WRITERS = {**{name: ours(name) for name in FORMATS}, "docxtpl": docxtpl, "openpyxl": openpyxl}


def measured(work: Callable[[], object]) -> tuple[float, float]:
    """Seconds of processor time and megabytes of a piece of work, in a process of its own."""
    reader, writer = os.pipe()
    if os.fork() == 0:
        before = _peak()
        begin = process_time()
        work()
        taken = process_time() - begin
        os.write(writer, json.dumps([taken, max(_peak() - before, 0.1)]).encode())
        os._exit(0)
    os.close(writer)
    with os.fdopen(reader) as stream:
        seconds, megabytes = json.loads(stream.read())
    os.wait()
    return seconds, megabytes


def _peak() -> float:
    unit = 1 << 20 if sys.platform == "darwin" else 1 << 10
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit


def main() -> None:
    """Read, score, then make every report, and print what each took."""
    made = material(Path(sys.argv[1]))
    gc.freeze()  # as the command does: what was read is not walked again for every report
    found = {name: measured(work) for name, work in works(made)}
    print(json.dumps(found))


if __name__ == "__main__":
    main()
