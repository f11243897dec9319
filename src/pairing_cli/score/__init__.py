"""Rubric against measures, with the proof: every node knows its points, its state and its records.

plan (drafts: what is worth what) → shares (exact points, top down) → sheet (ranks, means)
"""

from pairing_cli.score.sheet import score

__all__ = ["score"]
