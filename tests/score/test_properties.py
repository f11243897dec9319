"""What holds for every programme, whatever was handed in, waived or found."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from pairing_cli.model.results import LOST, OPEN, NodeKind, ScoreNode, State
from tests.generated import (
    FIRST,
    LAST,
    Data,
    activities,
    changed,
    document_places,
    findings,
    programmes,
    tree,
)

moments = st.dates(FIRST, date(2025, 2, 28))
AFTER = date(2025, 6, 30)
EXAMPLES = settings(max_examples=150, deadline=None)


def figures(root: ScoreNode) -> dict[str, tuple[Any, ...]]:
    return {n.id: (n.state, n.maximum, n.earned, n.lost, n.open) for n in root.walk()}


@EXAMPLES
@given(programmes(), moments)
def test_earned_lost_and_open_are_the_maximum_at_every_node(data: Data, as_of: date) -> None:
    root = tree(data, as_of)
    for node in root.walk():
        assert node.earned + node.lost + node.open == node.maximum
        assert min(node.earned, node.lost, node.open, node.maximum) >= 0
        assert all(type(value) is Fraction for value in (node.earned, node.lost, node.open))
        if node.children:
            for name in ("maximum", "earned", "lost", "open"):
                total = sum(getattr(child, name) for child in node.children)
                assert getattr(node, name) == total


@EXAMPLES
@given(programmes(), moments)
def test_full_marks_stay_full_marks_and_the_bonus_keeps_its_cap(data: Data, as_of: date) -> None:
    root = tree(data, as_of)
    bonus = sum(node.maximum for node in root.walk() if node.bonus)
    assert root.maximum - bonus == 100
    assert bonus in (0, 4)


@EXAMPLES
@given(programmes(), moments)
def test_no_slot_is_missing_before_its_term_is_over(data: Data, as_of: date) -> None:
    ends = {"spring": date(2024, 6, 28), "autumn": date(2024, 12, 20), None: LAST}
    for term in tree(data, as_of).walk():
        if term.kind is NodeKind.TERM and as_of <= ends[term.term]:
            slots = [node for node in term.walk() if node.kind is NodeKind.SLOT]
            assert not any(slot.reason.key == "score.slot-missing" for slot in slots)


@EXAMPLES
@given(programmes(), moments, st.sampled_from(["spring", "autumn"]))
def test_a_stated_term_changes_nothing_of_what_is_asked_for_once(
    data: Data, as_of: date, term: str
) -> None:
    def state(copy: Data) -> None:
        for submission in copy["submissions"]:
            submission["term"] = term

    def once(root: ScoreNode) -> list[tuple[Any, ...]]:
        return [found for name, found in figures(root).items() if "/year/" in name]

    assert once(tree(changed(data, state), as_of)) == once(tree(data, as_of))


@EXAMPLES
@given(programmes(), findings(), moments)
def test_naming_a_document_makes_no_falsified_activity_better(
    data: Data, finding: Data, as_of: date
) -> None:
    if not finding.get("activity") or not data["activities"]:
        return
    bare = {key: value for key, value in finding.items() if key != "document"}
    named = {**bare, "document": ["news"]}
    one, other = {**data, "findings": [bare]}, {**data, "findings": [named]}
    assert figures(tree(one, as_of)) == figures(tree(other, as_of))


@EXAMPLES
@given(programmes(), moments)
def test_a_leaf_is_in_one_state_and_its_points_agree(data: Data, as_of: date) -> None:
    for leaf in tree(data, as_of).leaves():
        assert leaf.state is not State.PARTIAL
        assert not leaf.open or leaf.state in OPEN
        assert not leaf.earned or leaf.state is State.EARNED
        assert leaf.maximum == 0 or leaf.state is not State.NOT_APPLICABLE
        assert leaf.state not in LOST or leaf.lost == leaf.maximum
        assert leaf.state not in OPEN or leaf.open == leaf.maximum


@EXAMPLES
@given(programmes(), moments, st.randoms(use_true_random=False))
def test_the_order_of_records_changes_nothing(data: Data, as_of: date, order: Any) -> None:
    def shuffle(copy: Data) -> None:
        for records in copy.values():
            if isinstance(records, list):
                order.shuffle(records)
        for activity in copy["activities"]:
            order.shuffle(activity["documents"])

    assert figures(tree(changed(data, shuffle), as_of)) == figures(tree(data, as_of))


@EXAMPLES
@given(programmes(), moments, st.data())
def test_removing_a_document_never_raises_a_score(data: Data, as_of: date, draw: Any) -> None:
    places = list(document_places(data))
    if not places:
        return
    chosen = draw.draw(st.integers(0, len(places) - 1))

    def remove(copy: Data) -> None:
        records, index = list(document_places(copy))[chosen]
        del records[index]

    assert tree(changed(data, remove), as_of).earned <= tree(data, as_of).earned


@EXAMPLES
@given(programmes(), activities("extra"), moments)
def test_a_further_activity_never_lowers_a_score(data: Data, extra: Data, as_of: date) -> None:
    more = changed(data, lambda copy: copy["activities"].append(extra))
    assert tree(more, as_of).earned >= tree(data, as_of).earned


@EXAMPLES
@given(programmes(), findings(), moments)
def test_overturning_a_finding_restores_the_score(data: Data, finding: Data, as_of: date) -> None:
    without = changed(data, lambda copy: copy.update(findings=[]))
    decided = [*finding["decisions"], {"date": finding["date"], "status": "overturned", "by": "b"}]
    overturned = {**finding, "decisions": decided}
    restored = changed(data, lambda copy: copy.update(findings=[overturned]))
    if finding.get("activity") and not data["activities"]:
        return
    assert figures(tree(restored, as_of)) == figures(tree(without, as_of))


@EXAMPLES
@given(programmes(), findings(), moments)
def test_a_falsification_never_raises_a_score(data: Data, finding: Data, as_of: date) -> None:
    without = changed(data, lambda copy: copy.update(findings=[]))
    upheld = changed(data, lambda copy: copy.update(findings=[finding]))
    if finding.get("activity") and not data["activities"]:
        return
    assert tree(upheld, as_of).earned <= tree(without, as_of).earned


def waived(data: Data, draw: Any, how: Data) -> Data:
    """The programme with a waiver more, for a kind of document that was handed in."""
    handed_in = [records[index] for records, index in document_places(data)]
    chosen = draw.draw(st.sampled_from(handed_in))
    near = date.fromisoformat(chosen["received"]) + timedelta(days=draw.draw(st.integers(-9, 9)))
    waiver = {"id": "extra", "pairing": "x", "document": [chosen["type"]], "reason": "r"}
    waiver |= {"approved_by": "b", "date": FIRST.isoformat()}
    waiver |= {key: value or near.isoformat() for key, value in how.items()}
    return changed(data, lambda copy: copy["waivers"].append(waiver))


def has_documents(data: Data) -> bool:
    return any(True for _ in document_places(data))


@EXAMPLES
@given(programmes().filter(has_documents), moments, st.data())
def test_moving_a_deadline_never_lowers_a_score(data: Data, as_of: date, draw: Any) -> None:
    more = waived(data, draw, {"until": None})
    assert tree(more, as_of).earned >= tree(data, as_of).earned


@EXAMPLES
@given(programmes().filter(has_documents), moments, st.data())
def test_excusing_a_document_never_lowers_a_score(data: Data, as_of: date, draw: Any) -> None:
    more = waived(data, draw, {"excused": "true"})
    assert tree(more, as_of).earned >= tree(data, as_of).earned


@EXAMPLES
@given(programmes())
def test_when_all_is_over_only_people_keep_points_open(data: Data) -> None:
    for leaf in tree(data, AFTER).leaves():
        assert leaf.state not in OPEN or leaf.state in (State.AWAITING, State.NO_DATA)
