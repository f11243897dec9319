"""What is scored, worded from the rubric's data where the rubric has no words of its own.

The official wording always goes first. Without it the paper must still say what earns points: how many
activities, how many copies, whose seals, one from whom.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction

from pairing_cli.messages import catalogue
from pairing_cli.model.base import Record
from pairing_cli.model.figures import plain
from pairing_cli.model.programme import Side
from pairing_cli.model.repository import Repository
from pairing_cli.model.requirements import DocumentNeed, Late, Requirement
from pairing_cli.model.scalars import Doc, Percent
from pairing_cli.model.targets import Condition, Scope, Selection
from pairing_cli.model.words import Direction, Mode

_EACH = {
    Scope.PAIRING: "每个结对",
    Scope.TERM: "每学期",
    Scope.MONTH: "每月",
    Scope.MENTORSHIP: "每对师徒",
}
_WORDS = {
    Mode.ON_SITE.value: "实地",
    Mode.ONLINE.value: "线上",
    Direction.TO_HELPED.value: "帮扶方到受援方",
    Direction.TO_HELPER.value: "受援方到帮扶方",
    Direction.MUTUAL.value: "互访",
}
"""How official Chinese says the words of a selection that are the format's own."""


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
    share = late.share
    percent = share.value if isinstance(share, Percent) else Fraction(share or 0) * 100
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


def selected(selection: Selection, repository: Repository, general: str = "活动") -> str:
    """What counts, or a general word, and in brackets whatever else is asked of it."""
    kinds = [(name, repository.activity_kinds.get(name)) for name in selection.kind]
    papers = [(name, repository.document_types.get(name)) for name in selection.document]
    title = "或".join(found.title if found else name for name, found in (*kinds, *papers))
    limits = [
        f"{_field_title(selection, name)}：{_values(getattr(selection, name))}"
        for name in sorted(selection.model_fields_set - {"kind", "document"})
    ]
    title = title or general
    return f"{title}（{'；'.join(limits)}）" if limits else title


def _field_title(record: Record, name: str) -> str:
    found = type(record).model_fields[name].metadata
    return next((each.title for each in found if isinstance(each, Doc)), name)


def _values(value: object) -> str:
    values = value if isinstance(value, tuple) else (value,)
    texts = (str(each) for each in values)
    return "或".join(_WORDS.get(text, text) for text in texts)
