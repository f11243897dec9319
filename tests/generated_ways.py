"""Rubrics that Hypothesis makes: every way of earning, over a log of activities and judgements."""

from __future__ import annotations

from copy import deepcopy
from datetime import date, timedelta
from fractions import Fraction
from itertools import pairwise
from typing import Any

from hypothesis import strategies as st

from pairing_cli.load.bind import bind
from pairing_cli.measure.count import Counter
from pairing_cli.measure.view import View
from pairing_cli.model.collections import COLLECTIONS
from pairing_cli.model.repository import Index, Repository
from pairing_cli.model.results import ScoreNode, ScoreSheet
from pairing_cli.score import score
from tests.generated import FIRST, HELPED, HELPER, LAST, SCHEME, Data
from tests.programmes import unit

days = st.dates(FIRST, LAST)
LEVELS = ("县", "市", "省")
POINTS = ("1", "2.5", "4", "10", "0.3")
EACH = ("0.1", "0.5", "1", "3", "7")
COUNTS = ({"count": "activities"}, {"count": "days"}, {"count": "person-times"})


@st.composite
def measures(draw: st.DrawFn, *, counted: bool = False, once: bool = False) -> Data:
    """Where a number comes from; ``counted``: only what more records can raise, never lower."""
    found: Data = dict(draw(st.sampled_from(COUNTS)))
    if draw(st.booleans()):
        found["of"] = {"kind": draw(st.sampled_from(["visit", "exchange"]))}
    other: list[Data] = [{"figure": "entered"}, {"figure": "unsaid"}, {"findings": "irregular"}]
    if not counted and draw(st.integers(0, 3)) == 0:
        found = dict(draw(st.sampled_from([*other, {"item": "rated"}, {"item": "half"}])))
    if not counted and "figure" not in found and draw(st.integers(0, 5)) == 0:
        found["minus"] = draw(st.sampled_from(["entered", "unsaid"]))
    if draw(st.integers(0, 4)) == 0:
        found["share_of"] = "entered"
    if draw(st.integers(0, 4)) == 0:
        found["first"] = draw(st.sampled_from(["1", "3"]))
    if not once and draw(st.integers(0, 2)) == 0:
        found["per"] = draw(st.sampled_from(["term", "quarter", "month"]))
    return found


@st.composite
def changes(draw: st.DrawFn, *, held_against: str | None, counted: bool = False) -> Data:
    """Points for every unit, of all of it, or of what it lacks or exceeds."""
    found = {**draw(measures(counted=counted)), "title": "t", "each": draw(st.sampled_from(EACH))}
    if held_against is not None:
        found[held_against] = draw(st.sampled_from(["0", "2", "5", "100"]))
    if draw(st.booleans()):
        found["step"] = draw(st.sampled_from(["1", "2", "3", "0.5"]))
    if draw(st.booleans()):
        found["at_most"] = draw(st.sampled_from(POINTS))
    return found


@st.composite
def additions(draw: st.DrawFn, *, counted: bool = False) -> Data:
    """Points added: for each, or by level."""
    if draw(st.integers(0, 2)):
        against = draw(st.sampled_from([None, "above"] if counted else [None, "above", "below"]))
        return draw(changes(held_against=against, counted=counted))
    worth = sorted(draw(st.lists(st.integers(0, 10), min_size=3, max_size=3)))
    table = {level: str(points) for level, points in zip(LEVELS, worth, strict=True)}
    found: Data = {"title": "t", "count": "activities", "awards": table}
    if draw(st.booleans()):
        found["best"] = draw(st.sampled_from(["1", "2"]))
        if draw(st.booleans()):
            found["each_further"] = "0"
    return found


@st.composite
def bands(draw: st.DrawFn) -> Data:
    """Bands that join, from below everything to above everything."""
    cuts = sorted(draw(st.sets(st.integers(0, 9), min_size=1, max_size=3)))
    ends: list[Data] = [{"below": str(cuts[0])}]
    ends += [{"at_least": str(a), "below": str(b)} for a, b in pairwise(cuts)]
    ends.append({"at_least": str(cuts[-1])})
    return {"table": [{**end, "points": draw(st.sampled_from(["0", "0.3", "1"]))} for end in ends]}


against = st.sampled_from([None, "below", "above"])
deductions = st.lists(against.flatmap(lambda a: changes(held_against=a)), min_size=1, max_size=3)


@st.composite
def ways(draw: st.DrawFn) -> Data:
    """One way of earning."""
    kind = draw(st.sampled_from(WAYS))
    if kind == "both":
        return {"adds": [draw(additions())], "deducts": draw(deductions)}
    if kind == "deducts":
        return {"deducts": draw(deductions)}
    if kind == "adds":
        return {"adds": draw(st.lists(additions(), min_size=1, max_size=3))}
    if kind in GIVEN:
        per: Data = {"per": "term"} if draw(st.integers(0, 3)) == 0 else {}
        return {kind: {**deepcopy(GIVEN[kind]), **per}}
    return {kind: {**draw(measures()), **draw(BOUNDS[kind])}}


GIVEN: dict[str, Data] = {
    "rating": {"by": "局"},
    "levels": {"by": "校", "table": {"优": "1", "良": "0.4", "差": "0"}},
    "raters": {
        "raters": [{"by": "站", "weight": "60 %"}, {"by": "局", "weight": "40 %"}],
        "self_by": "自",
        "differs_over": "10 %",
    },
}
BOUNDS: dict[str, st.SearchStrategy[Data]] = {
    "done": st.sampled_from([{"at_least": "1"}, {"at_least": "50"}, {"at_most": "2"}]),
    "bands": bands(),
    "ratio": st.sampled_from([{"target": "3"}, {"target_figure": "entered"}]),
    "rank": st.sampled_from([{"table": ["1", "0.5"]}, {"each_place": "0.4", "best": "least"}]),
}
WAYS = (
    *("deducts", "deducts", "both", "adds", "adds", "done", "bands", "ratio", "rank"),
    *("levels", "raters", "rating"),
)


@st.composite
def items(draw: st.DrawFn, identity: str) -> Data:
    """An item: ordinary, bonus or penalty, in one way or in parts, with or without a floor."""
    found: Data = {"id": identity, "title": identity}
    worth = draw(st.sampled_from(["points", "points", "points", "bonus", "penalty"]))
    if worth == "penalty":
        return {**found, "penalty": draw(st.sampled_from(POINTS)), **draw(penalties())}
    found[worth] = draw(st.sampled_from(POINTS))
    if draw(st.integers(0, 4)) == 0:
        half = str(float(found[worth]) / 2)  # only text of a programme
        parts = [{"id": f"{identity}-{n}", "title": "t", "points": half} for n in (1, 2)]
        return {**found, "parts": [{**part, **draw(ways())} for part in parts]}
    if draw(st.integers(0, 2)) == 0:
        found["floor"] = draw(st.sampled_from(["0", "none", "-2"]))
    if draw(st.integers(0, 5)) == 0:
        found["only_for"] = [{"level": draw(st.sampled_from(["school", "area"]))}]
    return {**found, **draw(ways())}


@st.composite
def penalties(draw: st.DrawFn) -> Data:
    """One way of taking points off the total."""
    kind = draw(st.sampled_from(["deducts", "deducts", "bands", "levels", "rating"]))
    if kind == "deducts":
        deducts = changes(held_against=draw(st.sampled_from([None, "below", "above"])))
        return {"deducts": draw(st.lists(deducts, min_size=1, max_size=2))}
    if kind == "bands":
        table = [{**band, "points": f"-{band['points']}"} for band in draw(bands())["table"]]
        return {"bands": {**draw(measures()), "table": table}}
    table_of_levels = {"优": "0", "良": "-0.2", "差": "-1"}
    return {kind: {"by": "局", **({"table": table_of_levels} if kind == "levels" else {})}}


BASE_ITEMS: list[Data] = [
    {"id": "rated", "title": "rated", "points": "10", "rating": {"by": "局"}},
    {
        "id": "whole",
        "title": "whole",
        "points": "10",
        "parts": [
            {"id": "half", "title": "t", "points": "4", "rating": {"by": "局"}},
            {
                "id": "other-half",
                "title": "t",
                "points": "6",
                "done": {"count": "activities", "at_least": "1"},
            },
        ],
    },
]


@st.composite
def rubrics(draw: st.DrawFn) -> Data:
    """A rubric of two sections, one of which may be converted, with gates and grades."""
    made = [draw(items(f"i{n}")) for n in range(draw(st.integers(1, 5)))]
    cut = draw(st.integers(0, len(made)))
    first: Data = {"id": "s1", "title": "s1", "items": [*deepcopy(BASE_ITEMS), *made[:cut]]}
    sections: list[Data] = [first]
    if made[cut:]:
        sections.append({"id": "s2", "title": "s2", "items": made[cut:]})
    if draw(st.booleans()) and not any("only_for" in item for item in first["items"]):
        total = sum((Fraction(item.get("points", "0")) for item in first["items"]), Fraction(0))
        first |= {"out_of": str(total.numerator), "points": "30"} if total.denominator == 1 else {}
    found: Data = {"id": "r", "title": "细则", "full_marks": "100", "sections": sections}
    for place in (*sections, found):
        if draw(st.integers(0, 2)) == 0:
            place["bonus_at_most"] = draw(st.sampled_from(POINTS))
    if draw(st.integers(0, 2)) == 0:
        found["at_most"] = draw(st.sampled_from(["3", "20", "100"]))
    found["gates"] = draw(st.lists(gates([item["id"] for item in made]), max_size=2))
    for number, gate in enumerate(found["gates"]):
        gate["id"] = f"g{number}"
    found["grades"] = [
        {"title": "优", "at_least": "20", "needs": [{"of": "rated", "at_least": "50 %"}]},
        {"title": "良", "at_least": "10", "below": "20", "at_most_share": "50 %"},
        {"title": "差", "below": "10"},
    ]
    return found


@st.composite
def gates(draw: st.DrawFn, names: list[str]) -> Data:
    """A gate on a number, with one of the three effects."""
    bound = draw(st.sampled_from([{"at_least": "2"}, {"at_most": "1"}, {"at_least": "50"}]))
    effects: list[Data] = [{"zeroes": [draw(st.sampled_from([*names, "s1", "whole", "all"]))]}]
    effects += [{"grade_at_most": "良"}, {"fails": "true"}]
    effect = draw(st.sampled_from(effects))
    return {"id": "g", "title": "g", "when": {**draw(measures()), **bound}, **effect}


@st.composite
def acts(draw: st.DrawFn, identity: str) -> Data:
    """An activity of one of the pairings."""
    begin = draw(days)
    end = min(begin + timedelta(days=draw(st.integers(0, 3))), LAST)
    pairing = draw(st.sampled_from(["x", "x", "y"]))
    found: Data = {"id": identity, "pairing": pairing, "date": f"{begin} to {end}"}
    if begin == end:
        found["date"] = begin.isoformat()
    found["kind"] = draw(st.sampled_from(["visit", "exchange"]))
    if draw(st.booleans()):
        found["level"] = draw(st.sampled_from(LEVELS))
    if draw(st.integers(0, 3)) == 0:
        found["work"] = draw(st.sampled_from(["一文", "二文"]))
    found["participants"] = [{"from": HELPER, "count": str(draw(st.integers(1, 4)))}]
    return found


@st.composite
def scored_programmes(draw: st.DrawFn, rubric: Any = None) -> Data:
    """A programme of two pairings with a generated rubric."""
    data = deepcopy(SCHEME)
    data["pairings"].append({"id": "y", "helper": HELPED[0], "helped": HELPED[1]})
    data["document_types"] = [{"id": "news", "title": "news"}]
    data["rubrics"] = [draw(rubric if rubric is not None else rubrics())]
    data["activities"] = [draw(acts(f"a{n}")) for n in range(draw(st.integers(0, 6)))]
    said = {"value": draw(st.sampled_from(["0", "3", "7"])), "date": "2024-02-01", "source": "s"}
    values = [{**said, "pairing": pairing} for pairing in ("x", "y")]
    data["figures"] = [{"id": "entered", "title": "entered", "values": values}]
    data["figures"].append({"id": "unsaid", "title": "unsaid"})
    data["ratings"] = [*draw(ratings(data["rubrics"][0]))]
    data["findings"] = [
        {
            "id": f"f{number}",
            "verdict": draw(st.sampled_from(["irregular", "falsified"])),
            "activity": activity["id"],
            "date": draw(days).isoformat(),
            "by": "b",
            "decisions": [{"date": LAST.isoformat(), "status": "upheld", "by": "b"}],
        }
        for number, activity in enumerate(data["activities"])
        if draw(st.integers(0, 3)) == 0
    ]
    return data


@st.composite
def ratings(draw: st.DrawFn, rubric: Data) -> list[Data]:
    """Ratings of some of the items that are rated."""
    found: list[Data] = []
    for section in rubric["sections"]:
        for item in [part for it in section["items"] for part in it.get("parts", [it])]:
            given: list[Data] = []
            points = [{"points": points} for points in ("0", "0.1", "0.3")]
            if "rating" in item:
                given = [{**draw(st.sampled_from(points)), "by": "局"}]
            elif "levels" in item:
                given = [{"level": draw(st.sampled_from(["优", "良", "差"])), "by": "校"}]
            elif "raters" in item:
                raters = ({"by": "站"}, {"by": "张", "as": "局"}, {"by": "自"})
                given = [{**draw(st.sampled_from(points)), **by} for by in raters]
            for each in given:
                way = next(item[name] for name in ("rating", "levels", "raters") if name in item)
                if draw(st.booleans()):
                    about = {"id": f"q{len(found)}", "item": item["id"], "pairing": "x"}
                    about |= {"term": "spring"} if way.get("per") else {}
                    found.append({**about, "date": draw(days).isoformat(), **each})
    return found


def sheet(data: Data, as_of: date, order: Any = None) -> ScoreSheet:
    """The score sheet of a programme whose every record stands in a file of its own, in any order."""
    files = [("programme", data["programme"], 0)]
    files += [
        (key, each, n) for key in data if key != "programme" for n, each in enumerate(data[key])
    ]
    if order is not None:
        order.shuffle(files)
    entries: dict[str, list[Any]] = {key: [] for key in COLLECTIONS}
    programme = None
    for key, record, number in files:
        name = record.get("id") or record.get("title") or record.get("name") or number
        content = {key: record if key == "programme" else [record]}
        bound = bind(f"{key}-{name}.yaml", content)
        assert not bound.diagnostics, bound.diagnostics
        programme = bound.programmes[0] if bound.programmes else programme
        for kind, found in bound.entries.items():
            entries[kind] += found
    indexes: dict[str, Any] = {key: Index(found) for key, found in entries.items()}
    repo = Repository(programme=programme, **indexes)
    return score(Counter(View(repo, as_of)), repo.rubrics.entries[0])


def tree(data: Data, as_of: date) -> ScoreNode:
    """The score of pairing x."""
    return unit(sheet(data, as_of), "x")
