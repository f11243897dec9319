"""What is written back into a school's own workbook: which cells are wrong, and why."""

from __future__ import annotations

TITLE = "错误说明"
"""The header of the column in which remarks are written; it is never read as data."""
