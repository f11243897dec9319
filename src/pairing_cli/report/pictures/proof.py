"""Facts of a proof: the tree of a score as a list, each node saying what begins and ends with it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from pairing_cli.messages import shown, text, word
from pairing_cli.model.figures import plain, rounded
from pairing_cli.model.results import LOST, OPEN, NodeKind, Receipt, ScoreNode, State
from pairing_cli.report.material import Material

NODES = 20_000
"""Nodes of proofs on one page. Of larger ones only what did not earn all it could is shown, of those that
are still larger only the items, and where even these are more, nothing but the totals."""

Keep = Callable[[ScoreNode], bool]
_SAID = ("score.sum", "score.earned")


def depth_of_proofs(units: Sequence[ScoreNode]) -> str:
    """How much of the proofs is shown: ``all``, ``lost`` (what is lost or open), ``items``, ``none``."""
    nodes = [node for unit in units for node in unit.walk()]
    if len(nodes) <= NODES:
        return "all"
    if sum(map(_not_all, nodes)) <= NODES:
        return "lost"
    items = sum(node.kind is NodeKind.ITEM for node in nodes)
    return "items" if items <= NODES else "none"


def proof(material: Material, unit: ScoreNode, shown_: str) -> list[dict[str, Any]]:
    """The nodes of a unit's proof below itself, from the top down; see `depth_of_proofs`.

    ``opens``: nodes follow that lie inside it; ``ends``: after it, as many that lie around it end.
    """
    if shown_ in ("items", "none"):
        return []
    keep = _not_all if shown_ == "lost" else _any
    return list(_nodes(material, unit.children, keep, 0))


def _any(node: ScoreNode) -> bool:
    return True


def _not_all(node: ScoreNode) -> bool:
    return node.earned != node.maximum


def _nodes(
    material: Material, nodes: Sequence[ScoreNode], keep: Keep, ends: int
) -> Iterator[dict[str, Any]]:
    """Nodes that lie side by side; ``ends``: how many levels end after the last of them."""
    kept = [node for node in nodes if keep(node)]
    for number, node in enumerate(kept, 1):
        after = ends if number == len(kept) else 0
        inside = [child for child in node.children if keep(child)]
        facts = _node(material, node)
        if not inside:
            yield {**facts, "opens": False, "ends": [""] * after}
        else:
            yield {**facts, "opens": True, "ends": []}
            yield from _nodes(material, inside, keep, after + 1)


def _node(material: Material, node: ScoreNode) -> dict[str, Any]:
    return {
        "title": _title(material, node),
        "earned": rounded(node.earned),
        "maximum": rounded(node.maximum),
        "state": state_word(material, node),
        "tone": tone(node),
        "details": list(_details(material, node)),
        "records": _records(material, node),
    }


def _records(material: Material, node: ScoreNode) -> list[str]:
    """Where what it rests on stands, apart from documents that came in, which say so themselves."""
    said = {receipt.at for receipt in node.paper.receipts} if node.paper else set()
    return list(dict.fromkeys(material.place(at) for at in node.at if at not in said))


def _title(material: Material, node: ScoreNode) -> str:
    title = shown(node.title, material.language)
    if node.paper is None:
        return title
    sides = tuple(word(f"side.{side}", material.language) for side in node.paper.sides)
    return title + word("score.sides", material.language, sides=sides)


def state_word(material: Material, node: ScoreNode) -> str:
    """A node's state in words; a survey or rating below its full marks has earned in part."""
    state = State.PARTIAL if node.state is State.EARNED and node.lost else node.state
    return word(f"state.{state}", material.language)


def tone(node: ScoreNode) -> str:
    """How a state is coloured; its word says the same."""
    if node.state in LOST:
        return "bad"
    if node.state in OPEN:
        return "warn"
    return "good" if node.state is State.EARNED and not node.lost else "quiet"


def _details(material: Material, node: ScoreNode) -> Iterator[str]:
    """The exact figures where rounding hides something, the reason, and what came in by which rule."""
    language = material.language
    if node.rounds:
        figures = (node.maximum, node.earned, node.lost, node.open)
        names = ("max", "earned", "lost", "open")
        exact = {name: plain(value) for name, value in zip(names, figures, strict=True)}
        yield word("score.exact", language, **exact)
    if node.reason.key not in _SAID:
        yield text(node.reason, language)
    if node.paper is not None:
        place = material.place(node.paper.rule)
        yield word("score.due", language, due=node.paper.due, place=place)
        for receipt in node.paper.receipts:
            yield _receipt(material, receipt)


def _receipt(material: Material, receipt: Receipt) -> str:
    key = "score.receipt" if receipt.counted else "score.receipt-not-counted"
    return word(
        key,
        material.language,
        received=receipt.received,
        copies=receipt.copies,
        place=material.place(receipt.at),
    )
