"""Rubric against measures, with the proof: every node knows its points, its state and its records.

plan (drafts: what is worth what) → shares (exact points, top down) → sheet (ranks, means)
→ change (two sheets side by side), means (to be drawn), publish (what is signed off, and what changed since)
"""

from pairing_cli.score.change import compare
from pairing_cli.score.means import compared
from pairing_cli.score.named import items_meant, stands_alone
from pairing_cli.score.sheet import score, score_items

__all__ = ["compare", "compared", "items_meant", "score", "score_items", "stands_alone"]
