"""What an evidence file is by its name."""

from __future__ import annotations

from pathlib import PurePosixPath

PICTURES = frozenset({".jpg", ".jpeg", ".png"})
"""Endings of photographs that documents can show."""


def is_picture(path: str) -> bool:
    """Whether a path is that of a photograph."""
    return PurePosixPath(path).suffix.lower() in PICTURES
