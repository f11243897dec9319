"""Make a programme of schools and a rubric of mixed ways, the same every time, with any log.

    python benchmarks/make_rubric.py FOLDER --records 100000

300 pairings of a school, 60 items in ten sections, of every way of scoring; records are activities
(with their documents), submissions and ratings, spread evenly over the pairings and the year.
"""

from __future__ import annotations

import argparse
import shutil
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

SCHOOLS = 300
ITEMS = 60
KINDS = 12
START = date(2024, 3, 1)
DAYS = 300

HEAD = """programme:
  id: rubric-benchmark
  title: 计分基准测试方案
  status: final
  period: 2024-03-01 to 2024-12-31
  terms:
    - {id: spring, title: 春学期, period: 2024-03-01 to 2024-07-10}
    - {id: autumn, title: 秋学期, period: 2024-09-01 to 2024-12-31}

activity_kinds:
"""

WAYS = (
    "deducts: [{{title: 缺席, count: activities, of: {{kind: k{k}}}, each: 1/4}}]",
    (
        "adds: [{{title: 成果, count: activities, of: {{kind: k{k}}}, "
        "awards: {{province: 3, city: 2, county: 1}}, best: 3}}]"
    ),
    "done: {{count: activities, of: {{kind: k{k}}}, per: term, at_least: 1}}",
    (
        "bands: {{count: days, of: {{kind: k{k}}}, "
        "table: [{{at_least: 20, points: 10}}, {{at_least: 5, below: 20, points: 6}}, "
        "{{below: 5, points: 0}}]}}"
    ),
    "ratio: {{count: people, of: {{kind: k{k}}}, target: 20}}",
    "rank: {{count: person-times, of: {{kind: k{k}}}, table: [10, 9, 8, 7, 6, 5]}}",
    "ratio: {{count: documents, of: {{document: paper}}, target: {target}}}",
    "rating: {{by: 教育局}}",
    "levels: {{by: 教育局, table: {{优秀: 10, 合格: 6, 不合格: 0}}}}",
    (
        "requires: [{{per: term, activities: {{of: {{kind: k{k}}}, at_least: 2}}, "
        "due: 3 days after the activity, documents: [{{type: notes, from: helper}}]}}]"
    ),
)


def rubric() -> Iterator[str]:
    """The lines of the rubric."""
    yield "rubrics:\n  - id: rubric\n    title: 考核细则\n    full_marks: 600\n    sections:"
    for number in range(ITEMS):
        if number % 6 == 0:
            yield f"      - id: s{number // 6}\n        title: 第{number // 6 + 1}部分\n        items:"
        way = WAYS[number % len(WAYS)].format(k=number % KINDS, target=10 + number)
        yield f"          - id: i{number}\n            title: 项目{number}\n            points: 10"
        yield f"            {way.replace('1/4', '0.25')}"


def parties(schools: int) -> Iterator[str]:
    """The lines of organizations and pairings."""
    yield "organizations:"
    for p in range(schools):
        yield f"  - {{title: 帮扶小学{p:03}, side: helper}}"
        yield f"  - {{title: 受援小学{p:03}, side: helped}}"
    yield "pairings:"
    for p in range(schools):
        yield f"  - {{id: p{p:03}, helper: 帮扶小学{p:03}, helped: 受援小学{p:03}}}"


def record(number: int, schools: int) -> tuple[str, str]:
    """A record: its collection, and its line. Of ten, eight are activities."""
    p, turn = number % schools, number // schools
    day = START + timedelta(days=(turn * 7 + p) % DAYS)
    if number % 10 == 8:
        line = f"{{pairing: p{p:03}, type: paper, from: 帮扶小学{p:03}, received: {day}}}"
        return "submissions", f"  - {line}"
    if number % 10 == 9:
        item = 7 + 10 * (turn % 6)
        given = f"item: i{item}, pairing: p{p:03}, points: {turn % 11}"
        return "ratings", f"  - {{id: r{number}, {given}, by: 教育局, date: {day}}}"
    level = ("province", "city", "county")[turn % 3]
    line = (
        f"{{id: a{number}, pairing: p{p:03}, kind: k{turn % KINDS}, date: {day}, level: {level}, "
        f"participants: [{{name: 教师{number % 40}, from: 帮扶小学{p:03}}}], "
        f"documents: [{{type: notes, from: 帮扶小学{p:03}, received: {day}}}]}}"
    )
    return "activities", f"  - {line}"


def generate(folder: Path, records: int, schools: int = SCHOOLS) -> None:
    """Write a programme of so many records and schools into a folder, which is emptied first."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    kinds = "".join(f"  - {{id: k{k}, title: 工作{k}}}\n" for k in range(KINDS))
    types = "document_types:\n  - {id: notes, title: 记录}\n  - {id: paper, title: 材料}\n"
    (folder / "programme.yaml").write_text(HEAD + kinds + types, "utf-8")
    (folder / "rubric.yaml").write_text("\n".join(rubric()) + "\n", "utf-8")
    (folder / "parties.yaml").write_text("\n".join(parties(schools)) + "\n", "utf-8")
    (folder / "log").mkdir()
    for part in range(0, records, 5000):
        lines: dict[str, list[str]] = {}
        for number in range(part, min(part + 5000, records)):
            collection, line = record(number, schools)
            lines.setdefault(collection, []).append(line)
        text = "\n".join("\n".join((f"{name}:", *found)) for name, found in lines.items())
        (folder / "log" / f"part-{part:06}.yaml").write_text(text + "\n", "utf-8")


def main() -> None:
    """Read the arguments and write the programme."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--records", type=int, default=10_000)
    arguments = parser.parse_args()
    generate(arguments.folder, arguments.records)


if __name__ == "__main__":
    main()
