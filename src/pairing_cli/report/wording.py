"""How points are earned, in the words of a paper table, for every way that a rubric may state."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from pairing_cli.model.figures import plain
from pairing_cli.model.measures import Measure
from pairing_cli.model.repository import Repository
from pairing_cli.model.rubric import Earning, Item, RatingNeed
from pairing_cli.model.ways import (
    Addition,
    Bands,
    Change,
    Deduction,
    Done,
    Levels,
    Ranked,
    Raters,
    Ratio,
)
from pairing_cli.report.criteria import criteria
from pairing_cli.report.numbers import (
    Numbers,
    bounded,
    level,
    points,
    quantity,
    span,
    surveyed,
)

_TITLE = 12
"""The longest title that stands inside 每…扣…; a longer one goes before it."""

_STOPS = frozenset("，。；：、（）每的")


@dataclass(frozen=True, slots=True)
class Wording:
    """Words what an item or a part states as data."""

    repository: Repository

    @property
    def numbers(self) -> Numbers:
        """Says what is counted."""
        return Numbers(self.repository)

    def of(self, earning: Earning) -> str:
        """What earns its points, one rule a line; empty where nothing is left to say."""
        if earning.requires:
            return criteria(earning.requires, self.repository)
        opinion = self._opinion(earning)
        return opinion or "\n".join(self._reckoned(earning))

    def basis(self, earning: Earning) -> str:
        """What the points are reckoned from (计分依据), for the column of documents."""
        if earning.survey is not None:
            survey = self.repository.surveys.get(earning.survey)
            return survey.title if survey else earning.survey
        if earning.rating is not None:
            return f"{earning.rating.by}评分"
        if earning.levels is not None:
            return f"{earning.levels.by}评定"
        if earning.raters is not None:
            return "、".join(f"{rater.by}评分" for rater in earning.raters.raters)
        names = (self.numbers.name(measure) for measure in measures(earning))
        return "\n".join(dict.fromkeys(names))

    # what people give

    def _opinion(self, earning: Earning) -> str:
        if earning.survey is not None:
            return self._survey(earning.survey)
        opinion = earning.opinion
        if opinion is None:
            return ""
        if isinstance(opinion, Levels):
            said = _levels(opinion)
        elif isinstance(opinion, Raters):
            said = _raters(opinion)
        else:
            said = _rating(opinion, earning)
        by_term = "，每学期一次，各学期均分分值。"
        return f"{said.removesuffix('。')}{by_term}" if opinion.per else said

    def _survey(self, name: str) -> str:
        survey = self.repository.surveys.get(name)
        if survey is None:
            return f"按“{name}”的平均分计分。"
        said = f"按{survey.by}“{survey.title}”的{surveyed(survey)}折算"
        return f"{said}。" if survey.counts_as else f"{said}（问卷满分{points(survey.out_of)}）。"

    # what is reckoned

    def _reckoned(self, earning: Earning) -> Iterator[str]:
        if earning.done is not None:
            yield self._done(earning.done)
        elif earning.bands is not None:
            yield self._bands(earning.bands)
        elif earning.ratio is not None:
            yield self._ratio(earning.ratio)
        elif earning.rank is not None:
            yield self._rank(earning.rank)
        else:
            yield from self._changes(earning)

    def _lead(self, measure: Measure) -> str:
        return f"{self.numbers.each_time(measure)}{self.numbers.name(measure)}"

    def _shared(self, measure: Measure) -> str:
        each = self.numbers.each_time(measure)
        return f"；{each}分别计算，各占相等分值" if each else ""

    def _done(self, way: Done) -> str:
        asked = bounded(way, self.numbers.bound_unit(way))
        if way.every:
            return f"{self._lead(way)}都{asked}的得满分，否则不得分。"
        return f"{self._lead(way)}{asked}的得满分，否则不得分{self._shared(way)}。"

    def _bands(self, way: Bands) -> str:
        unit = self.numbers.bound_unit(way)
        bands = (f"{span(band, unit)}的{gained(band.points)}" for band in way.table)
        return f"{self._lead(way)}：{'；'.join(bands)}{self._shared(way)}。"

    def _ratio(self, way: Ratio) -> str:
        target = quantity(way.target, self.numbers.bound_unit(way))
        if way.target_figure is not None:
            target = self.numbers.figure(way.target_figure)
        lead = f"{self._lead(way)}达到{target}的得满分，不足的按完成比例计分"
        return f"{lead}{self._shared(way)}。"

    def _rank(self, way: Ranked) -> str:
        order = "由多到少" if way.best == "most" else "由少到多"
        lead = f"{self._lead(way)}{order}排名，并列的名次相同："
        if way.each_place is not None:
            return f"{lead}第1名得满分，每低1名减{points(way.each_place)}，减完为止。"
        places = (f"第{place}名得{points(each)}" for place, each in enumerate(way.table, 1))
        return f"{lead}{'、'.join(places)}，其后不得分。"

    # points added and taken away

    def _changes(self, earning: Earning) -> Iterator[str]:
        word = "加" if isinstance(earning, Item) and earning.bonus is not None else "得"
        yield from (f"{self._addition(change, word)}。" for change in earning.adds)
        yield from (f"{self._deduction(change)}。" for change in earning.deducts)
        yield from _limits(earning)

    def _addition(self, change: Addition, word: str) -> str:
        if not change.awards:
            return self._each(change, word)
        steps = sorted(change.awards.items(), key=lambda award: award[1])
        values = "、".join(f"{level(name)}{points(value)}" for name, value in steps)
        best = "" if change.best is None else f"，只取最好的{change.best}项"
        if change.each_further is not None:
            best += f"，其余每项{points(change.each_further)}"
        return f"{change.title}：{values}{best}{_at_most(change, word)}"

    def _deduction(self, change: Deduction) -> str:
        return self._each(change, "扣")

    def _each(self, change: Change, word: str) -> str:
        """每缺席1次扣3分；听课不足8次的，每少1次扣2分."""
        unit = self.numbers.unit(change)
        step = f"{plain(change.step)}{unit}"
        gives = f"{word}{points(change.each or Fraction(0))}{_at_most(change, word)}"
        each = self.numbers.each_time(change)
        bound = change.below if change.below is not None else change.above
        if bound is not None:
            short = change.below is not None
            asked = quantity(bound, self.numbers.bound_unit(change))
            lead = f"{self.numbers.name(change)}{'不足' if short else '超过'}{asked}"
            every = "" if change.once else f"每{'少' if short else '多'}{step}"
            return f"{change.title}：{each}{lead}的，{every}{gives}"
        title = change.title
        if change.once:
            return f"{title}：{each}有{self.numbers.name(change)}的，{gives}"
        if len(title) > _TITLE or not _STOPS.isdisjoint(title):
            return f"{title}：{each}每{step}{gives}"
        return f"{f'{each}分别计算，' if each else ''}每{title}{step}{gives}"


def _at_most(change: Change, word: str) -> str:
    """Where a change ends, each time and in all; and that a part of a step counts whole."""
    ends = "，不足的按1个计" if change.round_up else ""
    if change.at_most_each is not None:
        ends += f"，每次最多{word}{points(change.at_most_each)}"
    return ends if change.at_most is None else f"{ends}，最多{word}{points(change.at_most)}"


def _limits(earning: Earning) -> Iterator[str]:
    """Where adding and taking end: 积满为止, 扣完为止, 不保底."""
    penalty = earning.penalty if isinstance(earning, Item) else None
    if penalty is not None:
        yield f"从总分中扣除，最多扣{points(penalty)}。"
        return
    ends = [f"积满{points(earning.worth)}为止"] if earning.adds else []
    if earning.deducts:
        ends.append(held(earning.floor))
    if ends:
        yield f"{'；'.join(ends)}。"


def held(floor: Fraction | None) -> str:
    """Where taking ends: 扣完为止, 最低5分, 不保底."""
    if floor is None:
        return "不保底，可以为负分"
    return f"最低{points(floor)}" if floor else "扣完为止"


def gained(value: Fraction) -> str:
    """What a band gives or takes: 得6分, 扣2分."""
    return f"扣{points(-value)}" if value < 0 else f"得{points(value)}"


def _rating(way: RatingNeed, earning: Earning) -> str:
    penalty = earning.penalty if isinstance(earning, Item) else None
    if penalty is not None:
        return f"由{way.by}酌情扣分，最多扣{points(penalty)}。"
    if way.at_least is not None:
        least, most = points(way.at_least), points(earning.worth)
        return f"由{way.by}在{least}至{most}之间评分，不符合的不得分。"
    return f"由{way.by}在0至{points(earning.worth)}之间评分。"


def _levels(way: Levels) -> str:
    values = "、".join(f"{name}{points(value)}" for name, value in way.table.items())
    return f"由{way.by}评定等级：{values}。"


def _raters(way: Raters) -> str:
    weights = "、".join(f"{each.by}（占{quantity(each.weight, '%')}）" for each in way.raters)
    own = f"；{way.self_by.removesuffix('自评')}自评只作对照" if way.self_by else ""
    if way.self_by and way.differs_over is not None:
        own += f"，与评分相差超过{quantity(way.differs_over, '%')}的复核"
    mean = "各去掉一个最高分和一个最低分后取平均分" if way.without_extremes else "各取平均分"
    return f"由{weights}评分，{mean}，按权重合计{own}。"


def measures(earning: Earning) -> list[Measure]:
    """The measures that an item or a part is reckoned from."""
    one = (earning.done, earning.bands, earning.ratio, earning.rank)
    stated: list[Measure] = [way for way in one if way is not None]
    return [*stated, *earning.adds, *earning.deducts]
