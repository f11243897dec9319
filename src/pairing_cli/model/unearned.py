"""What is said of points that were not earned, alike on the terminal, in documents and in JSON."""

from __future__ import annotations

from pairing_cli.model.diagnostics import Message, say
from pairing_cli.model.figures import rounded
from pairing_cli.model.results import ScoreNode, State


def state_seen(node: ScoreNode) -> State:
    """A node's state as people see it: what earned less than it could has earned in part."""
    return State.PARTIAL if node.state is State.EARNED and node.lost > 0 else node.state


def unearned(node: ScoreNode, *, bonus: bool) -> Message:
    """How many points a node lost, or, where none are lost yet, how many are open.

    Of a bonus nothing is lost: it is not added. What a floor gives back, and what lies beyond a cap, is
    less than nothing lost and has words of its own.
    """
    points = node.lost or node.open
    if points < 0:
        key = "score.beyond-cap" if bonus else "score.given-back"
    elif node.lost:
        key = "score.bonus-lost" if bonus else "score.lost"
    else:
        key = "score.bonus-open" if bonus else "score.still-open"
    return say(key, points=rounded(abs(points)))
