"""Facts of targets: what is asked, and how far it has come."""

from __future__ import annotations

from collections import Counter
from fractions import Fraction
from typing import Any

from pairing_cli.messages import shown, text, word
from pairing_cli.model.attention import lines_to_show
from pairing_cli.model.figures import plain, rounded
from pairing_cli.model.results import Judgement, QuotaLine, QuotaTable, Range
from pairing_cli.model.targets import Amount, Quota, Scope
from pairing_cli.report.chinese import between
from pairing_cli.report.material import Material
from pairing_cli.report.numbers import EACH_TIME, quantity
from pairing_cli.report.parties import common, stem

_EACH = {
    Scope.SIDE: "每方",
    Scope.PAIRING: "每对",
    Scope.SCHOOL: "每校",
    Scope.ROLE: "每种身份",
    Scope.MENTORSHIP: "每对师徒",
    **EACH_TIME,
}


def targets(material: Material) -> QuotaTable:
    """The finished table of targets."""
    if material.targets is None:
        raise ValueError("this report needs targets")
    return material.targets


def quota_progress(material: Material, key: str) -> dict[str, Any]:
    """Every target with what was asked, planned and done, and of its scopes those that lag behind."""
    table = targets(material)
    rows = [_progress(depth, line, material.language) for depth, line in lines_to_show(table.lines)]
    verdicts = Counter(line.verdict for line in table.lines)
    return {
        **common(material, f"{stem(material.programme.title)}指标完成情况"),
        "rows": rows,
        "summary": "，".join(
            f"{word(f'verdict.{verdict}', material.language)}{verdicts[verdict]}项"
            for verdict in Judgement
            if verdicts[verdict]
        ),
        "number": len(table.lines),
    }


def _progress(depth: int, line: QuotaLine, language: str) -> dict[str, Any]:
    title = line.scope if line.is_scope else line.title
    notes = [text(note, language) for note in (line.note,) if note is not None]
    if line.share is not None and line.share.done is not None:
        notes.append(f"占{text(line.share.note, language)}的{rounded(line.share.done)}%")
    return {
        "depth": depth,
        "title": f"{'　' * depth}{shown(title, language)}",
        "unit": word(f"unit.{line.unit}", language),
        "asked": _range(line.target),
        "planned": _range(line.planned),
        "done": "" if line.verdict is Judgement.NO_DATA and not line.done else amount(line.done),
        "remaining": amount(line.remaining) if line.remaining else "",
        "verdict": word(f"verdict.{line.verdict}", language),
        "note": "；".join(notes),
    }


def amount(value: Amount) -> str:
    """A number as it is printed."""
    return plain(Fraction(value))


def _range(found: Range | None) -> str:
    """A range as it is printed: 3以上, 15—25, 不多于5; nothing where nothing is asked or planned."""
    if found is None:
        return ""
    if found.most is None:
        return f"≥{amount(found.least)}"
    if found.least == found.most:
        return amount(found.least)
    if not found.least:
        return f"≤{amount(found.most)}"
    return between(amount(found.least), amount(found.most))


def asked_table(material: Material) -> dict[str, Any]:
    """What every target asks for, as the programme sets them: no progress."""
    rows = [
        {
            "number": number,
            "title": entry.record.title,
            "clause": entry.record.clause or "",
            "each": "、".join(_EACH[scope] for scope in entry.record.per),
            "asked": asked(entry.record),
        }
        for number, entry in enumerate(material.repository.quotas, 1)
    ]
    return {"title": f"{stem(material.programme.title)}指标", "rows": rows, "note": ""}


def asked(quota: Quota) -> str:
    """What a target asks for, in words: 不少于3次, 1—2项, 正好28对; nothing where it only counts."""
    unit = word(f"unit.{quota.count}", "zh") if quota.count and not quota.in_percent else ""
    if quota.any_of:
        return f"完成其中{quantity(quota.at_least) or '1'}项"
    if quota.exactly is not None:
        return f"{quantity(quota.exactly, unit)}"
    if quota.between is not None:
        return f"{between(*(quantity(bound) for bound in quota.between))}{unit}"
    bounds = [("不少于", quota.at_least), ("不多于", quota.at_most)]
    return "且".join(
        f"{lead}{quantity(bound, unit)}" for lead, bound in bounds if bound is not None
    )
