"""How official Chinese says what is counted, how much, and from where to where."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Protocol

from pairing_cli.messages import catalogue
from pairing_cli.model.figures import plain
from pairing_cli.model.judgements import Verdict
from pairing_cli.model.measures import Measure
from pairing_cli.model.readers import Percent
from pairing_cli.model.repository import Repository
from pairing_cli.model.selections import Amount, Scope, Unit
from pairing_cli.model.surveys import Survey
from pairing_cli.model.ways import Done
from pairing_cli.report.criteria import selected

EACH_TIME = {
    Scope.YEAR: "每年",
    Scope.SCHOOL_YEAR: "每学年",
    Scope.HALF_YEAR: "每半年",
    Scope.TERM: "每学期",
    Scope.QUARTER: "每季度",
    Scope.MONTH: "每月",
    Scope.WEEK: "每周",
}
_NUMBER_OF = {
    Unit.ACTIVITIES: "次数",
    Unit.PERSON_TIMES: "人次",
    Unit.PEOPLE: "人数",
    Unit.SCHOOLS: "学校数",
    Unit.PAIRINGS: "结对数",
    Unit.MENTORSHIPS: "师徒对数",
    Unit.DAYS: "天数",
    Unit.CLASS_HOURS: "课时数",
    Unit.MONEY: "金额",
    Unit.ITEMS: "件数",
    Unit.DOCUMENTS: "份数",
    Unit.PLAN_TASKS: "计划任务数",
}
_FOUND = {
    Verdict.FALSIFIED: "查实弄虚作假",
    Verdict.IRREGULAR: "查实不规范",
    Verdict.PRAISED: "查实表扬",
}
_LEVELS = {
    "school": "校级",
    "town": "乡镇级",
    "county": "县级",
    "city": "市级",
    "province": "省级",
    "national": "国家级",
    "state": "国家级",
}


STAGES = {
    "preschool": "幼儿园",
    "primary": "小学",
    "junior": "初中",
    "senior": "高中",
    "vocational": "中职",
    "special": "特殊教育",
}
"""Stages of schooling (学段) by the words that the format suggests."""


class Span(Protocol):
    """A range of numbers; both ends say whether they belong to it."""

    @property
    def at_least(self) -> Amount | Percent | None:
        """From this on."""

    @property
    def above(self) -> Amount | Percent | None:
        """More than this."""

    @property
    def up_to(self) -> Amount | Percent | None:
        """To this."""

    @property
    def below(self) -> Amount | Percent | None:
        """Less than this."""


def quantity(value: Amount | Percent | None, unit: str = "") -> str:
    """A number with its unit; a percentage with its sign."""
    if value is None:
        return ""
    if isinstance(value, Percent):
        return f"{plain(value.value)}%"
    return f"{plain(Fraction(value))}{unit}"


def points(value: Fraction) -> str:
    """A number of points."""
    return f"{plain(value)}分"


def span(found: Span, unit: str = "") -> str:
    """A range, with what belongs to it: 80分及以上；80分至90分（不含90分）；不足60分."""
    low = found.at_least if found.at_least is not None else found.above
    high = found.up_to if found.up_to is not None else found.below
    least, most = quantity(low, unit), quantity(high, unit)
    if high is None:
        return f"{least}及以上" if found.at_least is not None else f"超过{least}"
    if low is None:
        return f"{most}及以下" if found.up_to is not None else f"不足{most}"
    if low == high:
        return least
    without = [least] if found.at_least is None else []
    without += [most] if found.up_to is None else []
    ends = f"（不含{'、'.join(without)}）" if without else ""
    return f"{least}至{most}{ends}"


def bounded(found: Done, unit: str) -> str:
    """What is asked of a number: 不少于3次, 不多于0次 as 为0."""
    if found.at_most is not None and quantity(found.at_most) in ("0", "0%"):
        return "为0"
    bounds = (
        ("不少于", found.at_least),
        ("多于", found.above),
        ("不多于", found.at_most),
        ("少于", found.below),
    )
    return "且".join(
        f"{word}{quantity(value, unit)}" for word, value in bounds if value is not None
    )


def level(name: str) -> str:
    """A level or prize as people say it: ``province`` 省级, ``province 一等奖`` 省级一等奖."""
    return "".join(_LEVELS.get(part, part) for part in name.split(" "))


def surveyed(survey: Survey) -> str:
    """What a survey comes to: 平均分, or 答“很满意、满意”的百分比."""
    return f"答“{'、'.join(survey.counts_as)}”的百分比" if survey.counts_as else "平均分"


@dataclass(frozen=True, slots=True)
class Numbers:
    """Says what a measure counts, by the titles of a programme's records."""

    repository: Repository

    def name(self, measure: Measure) -> str:
        """What the number is: 送课指导次数, 生均经费, 查实弄虚作假的条数."""
        found = self._source(measure)
        if measure.minus is not None:
            found = f"{found}减去{self.figure(measure.minus)}"
        if measure.share_of is not None:
            found = f"{found}占{self.figure(measure.share_of)}的百分比"
        return found if measure.first is None else f"{found}（最多计{measure.first}）"

    def each_time(self, measure: Measure) -> str:
        """每学期 and so on, where a number is reckoned for each of them."""
        months = "、".join(f"{each.month}" for each in measure.months)
        if months:
            return f"{months}月每月"
        return EACH_TIME.get(measure.per, "") if measure.per else ""

    def unit(self, measure: Measure) -> str:
        """The word that follows the number: 次, 人, 个百分点."""
        if self._in_percent(measure):
            return "个百分点"
        if measure.count is not None:
            return "件" if measure.count is Unit.ITEMS else catalogue()[f"unit.{measure.count}"].zh
        if measure.findings is not None:
            return "条"
        return "" if measure.figure is not None else "分"

    def bound_unit(self, measure: Measure) -> str:
        """The word that follows a number that it is held against."""
        return "%" if self._in_percent(measure) else self.unit(measure)

    def _in_percent(self, measure: Measure) -> bool:
        survey = self.repository.surveys.get(measure.survey) if measure.survey else None
        return measure.share_of is not None or bool(survey and survey.counts_as)

    def figure(self, name: str) -> str:
        """What an entered number is called."""
        found = self.repository.figures.get(name)
        return found.title if found else name

    def _source(self, measure: Measure) -> str:
        if measure.count is not None:
            return self._counted(measure, measure.count)
        if measure.figure is not None:
            return self.figure(measure.figure)
        if measure.findings is not None:
            return f"{_FOUND[measure.findings]}的条数"
        if measure.survey is not None:
            survey = self.repository.surveys.get(measure.survey)
            value = surveyed(survey) if survey else "平均分"
            return f"“{survey.title if survey else measure.survey}”{value}"
        if measure.rubric is not None:
            rubric = self.repository.rubrics.get(measure.rubric)
            return f"“{rubric.title if rubric else measure.rubric}”得分（多个的取平均）"
        found = next(
            (each.record for each in self.repository.items.candidates(measure.item or "")), None
        )
        return f"“{found.title if found else measure.item}”得分"

    def _counted(self, measure: Measure, unit: Unit) -> str:
        register = unit in (Unit.SCHOOLS, Unit.PAIRINGS, Unit.MENTORSHIPS, Unit.PLAN_TASKS)
        general = "资料" if unit is Unit.DOCUMENTS else "" if register else "活动"
        return f"{selected(measure.of, self.repository, general)}{_NUMBER_OF.get(unit, '')}"
