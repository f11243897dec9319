"""Facts of the month's bulletin (月度简报): who did what, who is late, what was found, what is next."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from operator import attrgetter
from typing import Any

from pairing_cli.messages import shown, text, word
from pairing_cli.model.agenda import Deed, Task
from pairing_cli.model.bulletin import Bulletin, HeldThen, Noticed, PairingMonth
from pairing_cli.model.judgements import Standing, Verdict
from pairing_cli.report.chinese import days, full_day
from pairing_cli.report.marks import ABOVE
from pairing_cli.report.material import Material
from pairing_cli.report.parties import common, side_words, stem

_VERDICTS = {
    Verdict.FALSIFIED: "弄虚作假",
    Verdict.IRREGULAR: "不规范",
    Verdict.PRAISED: "表扬",
}
_STANDINGS = {
    Standing.OPEN: "待核实",
    Standing.UPHELD: "属实",
    Standing.OVERTURNED: "已撤销",
}


def bulletin(material: Material, key: str) -> dict[str, Any]:
    """A month's bulletin of the whole programme."""
    found = material.bulletin
    if found is None:
        raise ValueError("this report needs a month")
    programme = material.programme
    month = f"{found.month.year}年{found.month.month}月"
    return {
        **common(material, programme.bulletin or f"{stem(programme.title)}简报"),
        "month": month,
        "day": full_day(found.as_of),
        "office": programme.reporting.office or "",
        "summary": _summary(found),
        "rows": [_row(material, each) for each in found.pairings],
        "unpaid": list(_by_pairing(material, found, _unpaid)),
        "noticed": list(_by_pairing(material, found, _noticed)),
        "coming_month": f"{found.month.next().month}月",
        "coming": list(_coming(material, found)),
    }


def _summary(found: Bulletin) -> str:
    """The month in a sentence."""
    held = [each for pairing in found.pairings for each in pairing.held]
    counts = sum(each.counts for each in held)
    idle = sum(not pairing.held for pairing in found.pairings)
    unpaid = sum(len(pairing.unpaid) for pairing in found.pairings)
    noticed = sum(len(pairing.noticed) for pairing in found.pairings)
    parts = [f"本月{len(found.pairings)}个结对共开展活动{counts}次"]
    parts += [f"另有{len(held) - counts}次不计入"] if counts < len(held) else []
    parts += [f"{idle}个结对没有开展活动"] if idle else []
    parts.append(f"到期资料迟报、未报或不合要求{unpaid}处" if unpaid else "到期资料全部按时报送")
    parts += [f"通报核查情况{noticed}起"] if noticed else []
    return f"{'；'.join(parts)}。"


def _row(material: Material, found: PairingMonth) -> dict[str, Any]:
    """A pairing's month in a row."""
    counted = [each for each in found.held if each.counts]
    return {
        "pairing": _title(material, found.pairing),
        "planned": found.planned,
        "held": len(counted),
        "kinds": "、".join(_kinds(material, counted)),
        "not_counted": len(found.held) - len(counted),
        "why": "\n".join(
            f"{_activity(material, each)}：{text(each.why, material.language)}"
            for each in found.held
            if not each.counts
        ),
        "unpaid": len(found.unpaid),
    }


def _kinds(material: Material, held: list[HeldThen]) -> Iterator[str]:
    """What was held by kind of work: 送课指导3次."""
    repository = material.repository
    kinds = Counter(repository.activity_kinds.key(each.activity.record.kind) for each in held)
    for key, number in kinds.items():
        kind = repository.activity_kinds.get(key)
        yield f"{kind.title if kind else key}{number}次"


def _activity(material: Material, found: HeldThen) -> str:
    activity = found.activity.record
    kind = material.repository.activity_kinds.get(activity.kind)
    year = material.programme.period.start.year
    name = activity.title or (kind.title if kind else activity.kind)
    return f"{days(activity.days, year)}{name}"


def _title(material: Material, pairing: str) -> str:
    found = material.repository.pairings.get(pairing)
    return material.repository.title_of(found) if found else pairing


def _by_pairing(
    material: Material,
    found: Bulletin,
    rows: Callable[[Material, PairingMonth], Iterator[dict[str, Any]]],
) -> Iterator[dict[str, Any]]:
    """Rows of every pairing, its title in the first of its own."""
    for pairing in found.pairings:
        title = _title(material, pairing.pairing)
        for number, row in enumerate(rows(material, pairing)):
            yield {"pairing": ABOVE if number else title, **row}


def _unpaid(material: Material, pairing: PairingMonth) -> Iterator[dict[str, Any]]:
    words = dict(zip(("helper", "helped"), side_words(material.repository), strict=True))
    for each in sorted(pairing.unpaid, key=attrgetter("due")):
        yield {
            "item": shown(each.item, material.language),
            "title": shown(each.title, material.language),
            "who": "、".join(words[side.value] for side in each.sides),
            "due": f"{each.due.month}月{each.due.day}日",
            "state": word(f"state.{each.state}", material.language),
            "reason": text(each.reason, material.language),
        }


def _noticed(material: Material, pairing: PairingMonth) -> Iterator[dict[str, Any]]:
    repository = material.repository
    for each in pairing.noticed:
        finding = each.finding.record
        activity = repository.activities.get(finding.activity or "")
        kind = repository.activity_kinds.get(activity.kind) if activity else None
        papers = [repository.document_types.get(name) for name in finding.document]
        what = "、".join(paper.title for paper in papers if paper)
        if activity is not None:
            named = activity.title or (kind.title if kind else activity.kind)
            what = f"{days(activity.days, material.programme.period.start.year)}{named}"
        yield {
            "what": what,
            "verdict": _VERDICTS[finding.verdict],
            "by": finding.by,
            "date": f"{finding.date.month}月{finding.date.day}日",
            "standing": _standing(each),
            "note": (each.decision.reason if each.decision else None) or finding.note or "",
        }


def _standing(found: Noticed) -> str:
    """Where a finding stands, and since when."""
    day = found.decision.date if found.decision else None
    since = f"（{day.month}月{day.day}日）" if day else ""
    return f"{_STANDINGS[found.standing]}{since}"


def _coming(material: Material, found: Bulletin) -> Iterator[dict[str, Any]]:
    """What is due in the month after, by day."""
    for task in found.coming:
        assert task.due is not None
        yield {
            "due": f"{task.due.month}月{task.due.day}日",
            "pairing": _title(material, task.pairing) if task.pairing else "全部",
            "title": shown(task.title, material.language),
            "who": _responsible(material, task),
        }


def _responsible(material: Material, task: Task) -> str:
    """Who has to do it: the sides as documents name them; nobody apart where it is a whole pairing."""
    words = dict(zip(("helper", "helped"), side_words(material.repository), strict=True))
    if task.sides:
        return "、".join(words[side.value] for side in task.sides)
    if task.deed is Deed.REACH and task.pairing is not None:
        return ""
    return "、".join(shown(each, material.language) for each in task.who)
