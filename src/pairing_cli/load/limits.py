"""How much is read at most. Each limit is tested at its value and one above (docs/limits.md)."""

YAML_BYTES = 2 * 1024 * 1024
"""Size of one YAML file."""

TOTAL_BYTES = 200 * 1024 * 1024
"""Size of all YAML files and answers of a programme together."""

PUBLISHED_BYTES = 64 * 1024 * 1024
"""Size of a published result."""

FILES = 20_000
"""YAML files in a programme."""

FOLDERS = 60
"""How deep folders may be nested."""

DEPTH = 40
"""How deep lists and mappings may be nested."""

NODES = 200_000
"""Values in one file."""

SCALAR = 64 * 1024
"""Characters in one value."""

ANSWERS_BYTES = 8 * 1024 * 1024
"""Size of one file of answers to a survey."""

ANSWERS = 100_000
"""Answers in one file."""

CELL = 4_000
"""Characters in one cell of a file of answers."""

EVIDENCE_BYTES = 64 * 1024 * 1024
"""Size of one evidence file."""

TROUBLES = 50
"""Findings of one kind reported for the text of one file."""
"""(more are cut off: after fifty the cause is one and the same)"""

BASELINE_BYTES = 32 * 1024 * 1024
"""Size of a baseline."""
