"""What is scored, worded from the rubric's data where the rubric has no words of its own.

The official wording always goes first. Without it the paper must still say what earns points: how many
activities, how many copies, whose seals, one from whom.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction

from pairing_cli.messages import catalogue
from pairing_cli.model.figures import plain
from pairing_cli.model.programme import Side
from pairing_cli.model.repository import Repository
from pairing_cli.model.requirements import DocumentNeed, Late, Requirement
from pairing_cli.model.targets import Condition, Scope
from pairing_cli.report.selections import selected

__all__ = ["complete", "criteria", "selected"]

_EACH = {
    Scope.PAIRING: "每个结对",
    Scope.TERM: "每学期",
    Scope.MONTH: "每月",
    Scope.MENTORSHIP: "每对师徒",
}


def criteria(blocks: Iterable[Requirement], repository: Repository) -> str:
    """What some blocks ask to be held, and how often, one a line."""
    found = (_held(block, repository) for block in blocks)
    return "\n".join(dict.fromkeys(line for line in found if line))


def _held(block: Requirement, repository: Repository) -> str:
    lead = f"{block.title}：" if block.title else ""
    when = _when(block, repository)
    if block.activities is not None:
        of = selected(block.activities.of, repository)
        return f"{lead}{when}至少{block.activities.at_least}次{of}。{_late(block.late)}"
    return f"{lead}{when}报送。{_late(block.late)}" if block.per or lead or block.late else ""


def _late(late: Late | None) -> str:
    """What late papers still earn: 逾期每天扣0.5分；逾期得50%."""
    if late is None:
        return ""
    ends = f"，超过{late.up_to}天不得分" if late.up_to is not None else ""
    if late.each_day is not None:
        return f"逾期每天扣{plain(late.each_day)}分{ends}。"
    percent = late.share.value if late.share else Fraction(0)
    return f"逾期得{plain(percent)}%{ends}。"


def _when(block: Requirement, repository: Repository) -> str:
    if block.per:
        return "每学期"
    terms = [(name, repository.terms.get(name)) for name in block.term]
    return "、".join(term.title if term else name for name, term in terms) or "全年"


def complete(need: DocumentNeed, repository: Repository, sides: tuple[str, str]) -> str:
    """In brackets, what makes a document complete; empty when any one copy will do."""
    found = "，".join(_complete(need, repository, dict(zip(Side, sides, strict=True))))
    return f"（{found}）" if found else ""


def _complete(need: DocumentNeed, repository: Repository, sides: dict[Side, str]) -> Iterator[str]:
    if need.copies > 1:
        yield f"至少{need.copies}份"
    if need.one_per:
        who = {"mentor": "帮扶教师", "mentee": "被帮扶教师"}[need.one_per]
        yield f"每位{who}一份"
    if need.seals:
        yield f"加盖{'、'.join(sides[side] for side in need.seals)}公章"
    if need.complete_when is not None:
        yield _condition(need.complete_when, repository)


def _condition(condition: Condition, repository: Repository) -> str:
    each = _EACH.get(condition.per, "") if condition.per else ""
    unit = catalogue()[f"unit.{condition.count}"].zh
    return f"{each}{selected(condition.of, repository)}不少于{condition.at_least}{unit}方为完整"
