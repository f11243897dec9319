"""The very version of everything that reads and checks: what was found by another is found anew."""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pydantic_core
import ruamel.yaml
from pydantic import VERSION

from pairing_cli.load.quick import C_PARSER


def tool() -> str:
    """What stands for the interpreter, the libraries that decide, and this tool's own files."""
    libraries = VERSION, pydantic_core.__version__, ruamel.yaml.__version__, C_PARSER
    own = tuple(_sources(Path(__file__).parents[1]))
    said = repr((sys.version, libraries, own))
    return hashlib.sha256(said.encode("utf-8", "backslashreplace")).hexdigest()


def _sources(folder: Path) -> Iterator[tuple[str, int, int]]:
    """The files of this tool, their sizes and when they were written: while it is made, no number tells."""
    for above, _, names in sorted(os.walk(folder)):
        for name in sorted(names):
            if name.endswith(".py"):
                status = os.stat(f"{above}/{name}")  # noqa: PTH116  of some hundred files
                yield f"{above}/{name}", status.st_size, status.st_mtime_ns
