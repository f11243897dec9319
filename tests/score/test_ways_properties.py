"""What holds for every way of earning, whatever a rubric says and whatever was done."""

from __future__ import annotations

import ast
import json
from collections.abc import Iterator
from dataclasses import asdict, fields, is_dataclass
from datetime import date
from enum import Enum
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pairing_cli.model.results import NodeKind, ScoreNode
from tests.generated import FIRST, Data, changed
from tests.generated_ways import (
    EACH,
    POINTS,
    acts,
    additions,
    changes,
    measures,
    scored_programmes,
    sheet,
    tree,
)
from tests.programmes import REPOSITORY

moments = st.dates(FIRST, date(2025, 2, 28))
AFTER = date(2025, 6, 30)
EXAMPLES = settings(max_examples=25, deadline=None)


def stated(data: Data) -> dict[str, Data]:
    """The items of the rubric by id, each with the points of its section over those of its items."""
    found: dict[str, Data] = {}
    for section in data["rubrics"][0]["sections"]:
        for item in section["items"]:
            out_of, points = section.get("out_of"), section.get("points")
            factor = Fraction(points) / Fraction(out_of) if out_of else Fraction(1)
            found[item["id"]] = {**item, "factor": factor}
    return found


@EXAMPLES
@given(scored_programmes(), moments)
def test_earned_lost_and_open_are_the_maximum_at_every_node(data: Data, as_of: date) -> None:
    for node in tree(data, as_of).walk():
        assert node.earned + node.lost + node.open == node.maximum
        for name in ("maximum", "earned", "lost", "open"):
            if node.children:
                assert getattr(node, name) == sum(getattr(below, name) for below in node.children)


@EXAMPLES
@given(scored_programmes(), moments)
def test_an_item_stays_between_its_floor_and_its_points(data: Data, as_of: date) -> None:
    items = stated(data)
    for node in tree(data, as_of).items():
        if node.id not in items:  # what a floor gives back, or a cap takes off
            continue
        item = items[node.id]
        bottomless = item.get("floor") == "none"
        if "penalty" in item:
            assert -Fraction(item["penalty"]) <= node.earned <= 0
            continue
        worth = Fraction(item.get("points") or item["bonus"])
        worth *= item["factor"] if "points" in item else 1
        assert node.maximum == worth
        assert node.earned <= worth
        assert min(node.lost, node.open) >= 0
        assert bottomless or node.earned >= Fraction(item.get("floor", "0")) * item["factor"]


@EXAMPLES
@given(scored_programmes(), moments)
def test_no_cap_is_ever_exceeded(data: Data, as_of: date) -> None:
    rubric, found = data["rubrics"][0], tree(data, as_of)
    if "at_most" in rubric:
        assert found.earned <= Fraction(rubric["at_most"])
    places = [(found, rubric)]
    places += [
        (next(n for n in found.children if n.id == each["id"]), each)
        for each in rubric["sections"]
        if any(n.id == each["id"] for n in found.children)
    ]
    for node, stated_ in places:
        if "bonus_at_most" in stated_:
            bonus = [n for n in node.walk() if n.bonus and n.id != "total/cap"]
            assert sum(each.earned for each in bonus) <= Fraction(stated_["bonus_at_most"])
            assert sum(each.maximum for each in bonus) <= Fraction(stated_["bonus_at_most"])


@EXAMPLES
@given(scored_programmes(), moments)
def test_no_deduction_ever_pays_and_no_addition_ever_costs(data: Data, as_of: date) -> None:
    for node in tree(data, as_of).walk():
        kind = node.id.rpartition("/")[2]
        if node.kind is NodeKind.MEASURE and node.maximum == 0 and kind.startswith("deduct-"):
            assert node.earned <= 0 <= min(node.lost, node.open)
        if node.kind is NodeKind.MEASURE and kind.startswith("add-"):
            assert node.earned >= 0


@EXAMPLES
@given(scored_programmes(), moments)
def test_an_item_with_something_lost_does_not_say_earned(data: Data, as_of: date) -> None:
    for node in tree(data, as_of).walk():
        reckoned = {below.kind for below in node.children} == {NodeKind.MEASURE}
        if reckoned and node.state.value == "earned":
            assert (node.lost, node.open) == (0, 0)


@EXAMPLES
@given(scored_programmes(), moments, st.randoms(use_true_random=False))
def test_the_order_of_records_and_files_changes_no_byte(
    data: Data, as_of: date, order: Any
) -> None:
    def written(shuffled: Any = None) -> str:
        return json.dumps(asdict(sheet(data, as_of, shuffled)), default=str, ensure_ascii=False)

    assert written(order) == written()


@st.composite
def counting_up(draw: st.DrawFn) -> Data:
    """A rubric in which more done is worth more, or the same."""
    ways: list[Any] = []
    for _ in range(draw(st.integers(1, 4))):
        counted = draw(measures(counted=True))
        once = draw(measures(counted=True, once=True))
        kind = draw(st.sampled_from(["deducts", "adds", "done", "ratio", "rank"]))
        ways.append(
            {
                "deducts": {"deducts": [draw(changes(held_against="below", counted=True))]},
                "adds": {"adds": [draw(additions(counted=True)) for _ in range(2)]},
                "done": {"done": {**counted, "at_least": draw(st.sampled_from(["1", "4", "80"]))}},
                "ratio": {"ratio": {**counted, "target": draw(st.sampled_from(["3", "10"]))}},
                "rank": {"rank": {**once, "each_place": draw(st.sampled_from(EACH))}},
            }[kind]
        )
    items = [
        {"id": f"i{n}", "title": "t", "points": draw(st.sampled_from(POINTS)), **way}
        for n, way in enumerate(ways)
    ]
    sections = [{"id": "s", "title": "s", "items": items}]
    return {"id": "r", "title": "r", "full_marks": "100", "sections": sections}


@EXAMPLES
@given(scored_programmes(counting_up()), acts("extra"), moments)
def test_a_surplus_never_loses_and_a_shortfall_never_gains(
    data: Data, extra: Data, as_of: date
) -> None:
    extra["pairing"] = "x"
    more = changed(data, lambda copy: copy["activities"].append(extra))
    before, after = tree(data, as_of), tree(more, as_of)
    assert after.earned >= before.earned
    assert after.earned + after.open >= before.earned + before.open


@st.composite
def counting_down(draw: st.DrawFn) -> Data:
    """A rubric in which more is worth less, or the same: absences, and what exceeds a limit."""
    items = []
    for number in range(draw(st.integers(1, 3))):
        against = draw(st.sampled_from([None, "above"]))
        deducts = [draw(changes(held_against=against, counted=True)) for _ in range(2)]
        item = {"id": f"i{number}", "title": "t", "points": draw(st.sampled_from(POINTS))}
        items.append({**item, "deducts": deducts, "floor": draw(st.sampled_from(["0", "none"]))})
    sections = [{"id": "s", "title": "s", "items": items}]
    return {"id": "r", "title": "r", "full_marks": "100", "sections": sections}


@EXAMPLES
@given(scored_programmes(counting_down()), acts("extra"), moments)
def test_one_more_of_what_is_deducted_never_gains(data: Data, extra: Data, as_of: date) -> None:
    more = changed(data, lambda copy: copy["activities"].append(extra))
    assert tree(more, as_of).earned <= tree(data, as_of).earned


@EXAMPLES
@given(scored_programmes(), moments)
def test_a_gate_never_gains(data: Data, as_of: date) -> None:
    ungated = changed(data, lambda copy: copy["rubrics"][0].update(gates=[]))
    with_gates, without = tree(data, as_of), tree(ungated, as_of)
    assert with_gates.earned <= without.earned


@EXAMPLES
@given(scored_programmes())
def test_a_gate_that_is_closed_stays_closed(data: Data) -> None:
    """As long as only counted activities decide it: what is not yet done may still be done."""

    def shut(as_of: date) -> set[str]:
        units = sheet(data, as_of).units
        return {hit.id for each in units if each.pairing == "x" for hit in each.gates}

    counted = {
        gate["id"]
        for gate in data["rubrics"][0]["gates"]
        if not {"figure", "item", "findings", "minus", "share_of"} & set(gate["when"])
    }
    data = changed(data, lambda copy: copy.update(findings=[]))
    early = shut(date(2024, 6, 1)) & counted
    assert early <= shut(AFTER)


def values(found: Any) -> Iterator[Any]:
    """Everything inside a result."""
    if is_dataclass(found) and not isinstance(found, type):
        for field in fields(found):
            yield from values(getattr(found, field.name))
    elif isinstance(found, dict):
        for key, value in found.items():
            yield from values(key)
            yield from values(value)
    elif isinstance(found, (tuple, list, set, frozenset)):
        for value in found:
            yield from values(value)
    else:
        yield found.value if isinstance(found, Enum) else found


@EXAMPLES
@given(scored_programmes(), moments)
def test_no_float_is_in_any_result(data: Data, as_of: date) -> None:
    found = sheet(data, as_of)
    assert not [value for value in values(found) if isinstance(value, (float, complex))]
    for node in (node for each in found.units for node in each.node.walk()):
        assert all(type(value) is Fraction for value in exact(node))


def exact(node: ScoreNode) -> tuple[Fraction, ...]:
    return node.maximum, node.earned, node.lost, node.open


SOURCES = sorted(
    path
    for name in ("score", "measure")
    for path in (REPOSITORY / "src/pairing_cli" / name).glob("*.py")
)
WHOLE = {"len", "int", "round"}
"""What gives whole numbers: one of them divided by another would be a float."""


def whole(node: ast.expr) -> bool:
    """Whether an expression is plainly a whole number."""
    if isinstance(node, ast.Constant):
        return isinstance(node.value, int)
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
        return node.func.id in WHOLE
    if isinstance(node, ast.BinOp):
        return whole(node.left) and whole(node.right)
    return False


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_no_source_of_scores_or_measures_makes_a_float(path: Path) -> None:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Constant):
            assert not isinstance(node.value, (float, complex)), node.lineno
        if isinstance(node, ast.Name):
            assert node.id not in ("float", "math", "statistics"), node.lineno
        if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Div):
            assert not (whole(node.left) and whole(node.right)), node.lineno
