"""Make a programme of any size, the same every time: pairings, plans, and a log by month.

    python benchmarks/make_programme.py FOLDER --activities 10000

Every activity has its participants and six documents; files hold one pairing's month, as real ones
do. Nothing in it is wrong, so a check finds nothing.
"""

from __future__ import annotations

import argparse
import shutil
from datetime import date, timedelta
from pathlib import Path

PER_PAIRING = 100
"""Activities of a pairing in the year."""

MONTHS = (3, 4, 5, 6, 9, 10, 11, 12)

HEAD = """programme:
  id: benchmark
  title: 基准测试方案
  status: final
  period: 2020-03-01 to 2020-12-31
  terms:
    - {id: spring, title: 春学期, period: 2020-03-01 to 2020-07-10}
    - {id: autumn, title: 秋学期, period: 2020-09-01 to 2020-12-31}

activity_kinds:
  - {id: lesson-delivery, title: 送课指导, direction: helper-to-helped}
  - {id: teaching-research, title: 教研互动, direction: mutual}

document_types:
  - {id: delivery-plan, title: 送课活动方案, written: before}
  - {id: lesson-notes, title: 教案和讲座材料}
  - {id: photos, title: 活动照片}
  - {id: listening-notice, title: 听课通知, written: before}
  - {id: listening-records, title: 听课记录}
  - {id: summary, title: 活动总结}

rubrics:
  - id: rubric
    title: 考核细则
    full_marks: 100
    sections:
      - id: work
        title: 帮扶工作
        items:
          - id: lesson-delivery
            title: 送课指导
            points: 100
            requires:
              - per: term
                activities: {of: {kind: lesson-delivery}, at_least: 3}
                due: 3 days after the activity
                documents:
                  - {type: delivery-plan, from: helper}
                  - {type: lesson-notes, from: helper}
                  - {type: photos, from: helper}
                  - {type: listening-notice, from: helped}
                  - {type: listening-records, from: helped, copies: 5}
                  - {type: summary, from: helped}

quotas:
  - id: lesson-delivery
    title: 每学期至少3次送课
    count: activities
    of: {kind: lesson-delivery}
    per: [pairing, term]
    at_least: 3
  - id: plan-tasks
    title: 每月1-2项任务
    count: plan-tasks
    per: [pairing, month]
    months: [2020-03, 2020-04, 2020-05, 2020-06, 2020-09, 2020-10, 2020-11, 2020-12]
    between: [1, 2]
"""

ACTIVITY = """  - id: p{p:04}-{day:%m%d}-{n:02}
    pairing: p{p:04}
    kind: {kind}
    title: 第{n}次{title}
    date: {day}
    at: 受援小学{p:04}
    subjects: [音乐, 体育]
    participants:
      - {{from: 帮扶小学{p:04}, role: backbone-teacher, count: {few}}}
      - {{from: 受援小学{p:04}, role: teacher, count: {many}}}
    documents:
      - {{type: delivery-plan, from: 帮扶小学{p:04}, received: {before}}}
      - {{type: lesson-notes, from: 帮扶小学{p:04}, received: {day}}}
      - {{type: photos, from: 帮扶小学{p:04}, received: {after}, copies: {few}}}
      - {{type: listening-notice, from: 受援小学{p:04}, received: {before}}}
      - {{type: listening-records, from: 受援小学{p:04}, received: {after}, copies: {many}}}
      - {{type: summary, from: 受援小学{p:04}, received: {after}}}
"""


def generate(folder: Path, activities: int) -> None:
    """Write a programme with that many activities into a folder, which is emptied first."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    (folder / "programme.yaml").write_text(HEAD, "utf-8")
    pairings = max(activities // PER_PAIRING, 1)
    (folder / "parties.yaml").write_text(_parties(pairings), "utf-8")
    (folder / "plans.yaml").write_text(_plans(pairings), "utf-8")
    for pairing in range(pairings):
        wanted = min(PER_PAIRING, activities - pairing * PER_PAIRING)
        for month, text in _log(pairing, wanted).items():
            path = folder / "log" / f"p{pairing:04}" / f"2020-{month:02}.yaml"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")


def _parties(pairings: int) -> str:
    lines = ["organizations:"]
    for p in range(pairings):
        lines.append(f"  - {{title: 帮扶小学{p:04}, side: helper}}")
        lines.append(f"  - {{title: 受援小学{p:04}, side: helped}}")
    lines.append("\npairings:")
    for p in range(pairings):
        lines += [
            f"  - id: p{p:04}",
            f"    helper: 帮扶小学{p:04}",
            f"    helped: 受援小学{p:04}",
            f"    responsible: [{{name: 示例校长{p:04}, organization: 帮扶小学{p:04}}}]",
            "    focus: {aspect: 薄弱学科质量提升, goal: 音体美课程开齐开足}",
        ]
    return "\n".join(lines) + "\n"


def _plans(pairings: int) -> str:
    lines = ["plans:"]
    for p in range(pairings):
        lines += [f"  - pairing: p{p:04}", "    tasks:"]
        for month in MONTHS:
            lines.append(
                f"      - {{month: 2020-{month:02}, kind: lesson-delivery, work: 送课, "
                f"responsible: 示例主任{p:04}, due: 2020-{month:02}-20}}"
            )
    return "\n".join(lines) + "\n"


def _log(pairing: int, wanted: int) -> dict[int, str]:
    texts: dict[int, str] = {}
    for number in range(wanted):
        month = MONTHS[number % len(MONTHS)]
        day = date(2020, month, 2 + (number * 7 + pairing) % 25)
        delivery = number % 3 > 0
        text = ACTIVITY.format(
            p=pairing,
            n=number,
            day=day,
            before=day - timedelta(days=1),
            after=day + timedelta(days=number % 4),
            kind="lesson-delivery" if delivery else "teaching-research",
            title="送课指导" if delivery else "教研互动",
            few=2 + number % 4,
            many=5 + number % 9,
        )
        texts[month] = texts.get(month, "activities:\n") + text
    return texts


def main() -> None:
    """Read the arguments and write the programme."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--activities", type=int, default=10_000)
    arguments = parser.parse_args()
    generate(arguments.folder, arguments.activities)


if __name__ == "__main__":
    main()
