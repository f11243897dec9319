"""A baseline, read again from its file."""

from __future__ import annotations

import json
from enum import Enum
from typing import Any

from pydantic import BaseModel, ConfigDict, ValidationError

from pairing_cli.load import limits
from pairing_cli.load.tree import Tree
from pairing_cli.load.trouble import Trouble
from pairing_cli.model.baseline import FAMILY, SCHEMA, Baseline, Known


class Fault(Enum):
    """Why a file is not a baseline that can be used."""

    DAMAGED = "damaged"
    NEWER = "newer"


class _Kept(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore", hide_input_in_errors=True, strict=True)


class _Entry(_Kept):
    code: str
    where: str
    fingerprints: list[str]


class _Document(_Kept):
    findings: list[_Entry]


def read_baseline(tree: Tree, path: str) -> Baseline | Fault | None:
    """The baseline at a path of a folder; None when nothing stands there."""
    folder, _, name = path.rpartition("/")
    try:
        there = name in tree.listing(folder)
    except OSError:
        there = False
    return _read(tree.read(path, limits.BASELINE_BYTES)) if there else None


def _read(data: bytes | Trouble) -> Baseline | Fault:
    found = None if isinstance(data, Trouble) else _json(data)
    schema = found.get("schema") if isinstance(found, dict) else None
    if isinstance(schema, str) and schema.startswith(FAMILY) and schema != SCHEMA:
        return Fault.NEWER
    if schema != SCHEMA:
        return Fault.DAMAGED
    try:
        document = _Document.model_validate(found)
    except ValidationError:
        return Fault.DAMAGED
    return Baseline(
        tuple(Known(each.where, each.code, tuple(each.fingerprints)) for each in document.findings)
    )


def _json(data: bytes) -> Any:
    try:
        return json.loads(data)
    except (ValueError, RecursionError):
        return None
