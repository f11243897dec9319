"""Rows whose visible columns were moved without the hidden one: each is given back its own address.

Who selects the cells that can be seen and sorts them, or moves them up, leaves the hidden addresses
behind, and every row would overwrite the record of another. Rows that say exactly what is recorded
elsewhere tell that this happened; the others are new, unless one may be a changed row that moved as well.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from pairing_cli.forms.tables import Line

Texts = tuple[str, ...]
"""What the cells of a row show, in the order of the columns."""

_LIKE = 2 / 3
"""The part of its cells by which a row may be a record that was changed."""


@dataclass(frozen=True, slots=True)
class PutBack:
    """The lines with the addresses of what they say; how many were ``moved``; rows of which that is open."""

    lines: list[Line]
    moved: int = 0
    open: frozenset[int] = frozenset()


def put_back(
    lines: Sequence[Line],
    told: Callable[[Line], Texts],
    recorded: Mapping[str, Texts],
    same: Callable[[Line], bool],
) -> PutBack:
    """Give every line the address of the record that it shows.

    ``told`` is what a line shows, ``recorded`` what records show, by address; ``same`` says whether a line
    that shows something else still says what its own record does (5月12日 for 2020-05-12).
    """
    shown = {line.row: told(line) for line in lines}
    adrift = [line for line in lines if shown[line.row] != recorded.get(line.address)]
    drifting = {line.row for line in adrift}
    settled = {line.address for line in lines if line.row not in drifting}
    lost = _lost(adrift, recorded, settled)
    homes = {line.row: here.pop(0) for line in adrift if (here := lost.get(shown[line.row]))}
    if not homes:
        return PutBack([*lines])
    own = {line.row for line in adrift if line.row not in homes and same(line)}
    kept = {line.address for line in lines if line.row in own}
    missing = [recorded[each] for some in lost.values() for each in some if each not in kept]
    gone = any(line.address and line.address not in recorded for line in adrift)
    left = drifting - homes.keys() - own
    unclear = {row for row in left if gone or any(_alike(shown[row], each) for each in missing)}
    addresses = {**dict.fromkeys(left, ""), **homes}
    found = [
        replace(line, address=addresses[line.row], digest="") if line.row in addresses else line
        for line in lines
    ]
    return PutBack(found, len(homes), frozenset(unclear))


def _lost(
    adrift: Sequence[Line], recorded: Mapping[str, Texts], settled: set[str]
) -> dict[Texts, list[str]]:
    """The addresses of records that no line with their address shows, by what they show."""
    found: dict[Texts, list[str]] = {}
    for address in dict.fromkeys(line.address for line in adrift):
        if address in recorded and address not in settled:
            found.setdefault(recorded[address], []).append(address)
    return found


def _alike(one: Texts, other: Texts) -> bool:
    pairs = [(a, b) for a, b in zip(one, other, strict=True) if a or b]
    return sum(a == b for a, b in pairs) >= len(pairs) * _LIKE
