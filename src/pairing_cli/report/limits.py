"""What stands below a rubric's items: its full marks, gates (限制条件) and grades (等次)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from pairing_cli.model.gates import ALL, Gate, GateWhen, Grade, Need
from pairing_cli.model.readers import Percent
from pairing_cli.model.repository import Repository
from pairing_cli.model.rubric import Rubric
from pairing_cli.report.numbers import Numbers, bounded, points, quantity, span

_ASSESSED = {"pairing": "结对（双方捆绑考核）", "school": "学校", "person": "个人"}


@dataclass(frozen=True, slots=True)
class Limits:
    """Words a rubric's whole, apart from its items."""

    repository: Repository
    rubric: Rubric

    @property
    def marks(self) -> str:
        """满分100分；加分最多5分；倒扣最多10分；折算为60分."""
        rubric = self.rubric
        items = [item for _, item in rubric.items()]
        bonus = sum((item.bonus or Fraction(0) for item in items), Fraction(0))
        penalty = sum((item.penalty or Fraction(0) for item in items), Fraction(0))
        found = [f"满分{points(rubric.full_marks)}"]
        if bonus and rubric.bonus_at_most is not None:
            bonus = min(bonus, rubric.bonus_at_most)
        found += [f"加分最多{points(bonus)}"] if bonus else []
        found += [
            f"“{section.title}”加分合计最多{points(section.bonus_at_most)}"
            for section in rubric.sections
            if section.bonus_at_most is not None
        ]
        found += [f"总分最多{points(rubric.at_most)}"] if rubric.at_most is not None else []
        found += [f"倒扣最多{points(penalty)}"] if penalty else []
        found += _floors(rubric)
        if rubric.classes:
            classes = "、".join(each.title for each in rubric.classes)
            found.append(f"按{classes}分类排名和计算等次名额")
        found += [f"总分折算为{points(rubric.converts_to)}"] if rubric.converts_to else []
        return f"{'；'.join(found)}。"

    @property
    def assessed(self) -> str:
        """Who is assessed."""
        return _ASSESSED[self.rubric.unit]

    @property
    def gates(self) -> list[str]:
        """Every gate: what it says, when it closes, and what follows."""
        return [
            f"{number}.{gate.title}（{self._when(gate)}的，{self._effect(gate)}）"
            for number, gate in enumerate(self.rubric.gates, 1)
        ]

    def _when(self, gate: Gate) -> str:
        return "且".join(map(self._condition, gate.when))

    def _condition(self, when: GateWhen) -> str:
        numbers = Numbers(self.repository)
        bounds = bounded(when, numbers.bound_unit(when))
        return f"{numbers.each_time(when)}{numbers.name(when)}{bounds}"

    def _effect(self, gate: Gate) -> str:
        if ALL in gate.zeroes:
            return "全部计零分"
        if gate.zeroes:
            return f"{'、'.join(f'“{self._title(name)}”' for name in gate.zeroes)}计零分"
        if gate.grade_at_most is not None:
            return f"最高评为“{gate.grade_at_most}”"
        if gate.lowers_by is not None:
            return f"降低{gate.lowers_by}个等次"
        grades = self.rubric.grades
        return f"一票否决，评为“{grades[-1].title}”" if grades else "一票否决"

    def _title(self, name: str) -> str:
        named = (*self.rubric.sections, *self.rubric.all_items())
        return next((each.title for each in named if each.id == name), name)

    @property
    def grades(self) -> list[str]:
        """Every grade: its range, what else it needs, for how many, and what follows from it."""
        return [f"{grade.title}：{'；'.join(self._grade(grade))}。" for grade in self.rubric.grades]

    def _grade(self, grade: Grade) -> Iterator[str]:
        ends = (grade.at_least, grade.above, grade.up_to, grade.below)
        if any(end is not None for end in ends):
            yield span(grade, "分")
        if grade.needs:
            yield f"且{'、'.join(self._need(need) for need in grade.needs)}"
        if grade.at_most_share is not None:
            share = grade.at_most_share
            yield f"名额不超过{quantity(share, '' if isinstance(share, Percent) else '个')}"
        if grade.consequence:
            yield grade.consequence

    def _need(self, need: Need) -> str:
        title, least = self._title(need.of), need.at_least
        if isinstance(least, Percent):
            return f"“{title}”不少于其满分的{quantity(least)}"
        return f"“{title}”不少于{quantity(least, '分')}"


def _floors(rubric: Rubric) -> list[str]:
    """Where sections and the whole stop falling, if that is said of them."""
    stated = [(f"“{each.title}”", each.floor) for each in rubric.sections] + [
        ("总分", rubric.floor)
    ]
    return [f"{name}最低{points(floor)}" for name, floor in stated if floor is not None]
