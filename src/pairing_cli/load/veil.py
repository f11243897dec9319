"""What identifies people is masked at the door: as text, before anything is read out of it.

What is not in the records cannot get into a report, a proof, a published result or the text of a crash,
whoever writes the next of them (docs/adr/0019-privacy.md).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from operator import itemgetter
from typing import Any

from pydantic import ValidationError

from pairing_cli.load import limits
from pairing_cli.load.trouble import Trouble, place_of, spot
from pairing_cli.model.allowances import Allowance
from pairing_cli.model.children import lists_of_children, stand_ins, veiled
from pairing_cli.model.diagnostics import Value
from pairing_cli.model.places import Route, Span
from pairing_cli.model.privacy import masked, personal_numbers

_BLANKS = "[ \u3000]*"

Place = tuple[int, str, str]
"""Where something stands in a text, its text, and what is written instead."""

Allowed = Callable[[], Iterable[Allowance]]


@dataclass
class Veil:
    """Masks the texts of one programme's files, and remembers what it masked.

    ``allowed`` gives the programme's allowances; it is asked only when something was found. ``names`` are
    names of people, each with what stands for it, which are hidden wherever they occur. ``met`` are the
    allowances that something needed, ``made`` the masks that were put in. ``times`` is how often something
    was found. One that is ``lifted`` hides nothing.
    """

    allowed: Allowed = tuple
    names: Mapping[str, str] = field(default_factory=dict)
    met: set[Allowance] = field(default_factory=set)
    made: set[str] = field(default_factory=set)
    times: int = 0
    lifted: bool = False

    def hiding(self, names: Iterable[str], others: Iterable[str] = ()) -> Veil:
        """The same, hiding names too. ``others`` are names that are kept, also where one holds another."""
        hidden = stand_ins(names, {name: self.names[name] for name in self.hidden})
        kept = {name: name for name in others if any(each in name for each in hidden)}
        return replace(self, names={**self.names, **kept, **hidden})

    @property
    def hidden(self) -> set[str]:
        """The names that are hidden."""
        return {name for name, mask in self.names.items() if name != mask}

    def over(self, text: str, file: str = "") -> tuple[str, list[Trouble]]:
        """A file's text with everything masked, and what was found in it."""
        if self.lifted:
            return text, []
        found = [*self._numbers(text, file), *self._lists(text, file)]
        places = [place for _, places in found for place in places]
        text, troubles = _put(text, places), [trouble for trouble, _ in found]
        if self._names is not None:
            text = self._names.sub(self._named, text)
        self.made.update(mask for _, _, mask in places)
        return text, troubles[: limits.TROUBLES]

    def allows(self, value: str, file: str) -> bool:
        """Whether a masked value may stand in a file."""
        if self.lifted:
            return True
        self.times += 1
        met = [each for each in self._allowances if each.covers(value, file)]
        self.met.update(met)
        return bool(met)

    def hides(self, path: str) -> bool:
        """Whether part of a path was masked, so that nothing of that name is to be found."""
        return any(mask in path for mask in self.made)

    @cached_property
    def _allowances(self) -> tuple[Allowance, ...]:
        return tuple(self.allowed())

    def _numbers(self, text: str, file: str) -> Iterator[tuple[Trouble, list[Place]]]:
        for code, offset, number in personal_numbers(text):
            mask = masked(number)
            if not self.allows(" ".join(mask.split()), file):
                place = spot(*place_of(text, offset), len(number.partition("\n")[0].rstrip()))
                yield (
                    Trouble(code, place, {"masked": " ".join(mask.split())}),
                    [(offset, number, mask)],
                )

    def _lists(self, text: str, file: str) -> Iterator[tuple[Trouble, list[Place]]]:
        for offset, names in lists_of_children(text):
            places = [
                (at, name, veiled(name))
                for at, name in names
                if not self.allows(veiled(name), file)
            ]
            if places:
                facts: dict[str, Value] = {
                    "masked": tuple(mask for _, _, mask in places),
                    "number": len(places),
                }
                length = len(text[offset : names[-1][0]].partition("\n")[0]) + len(names[-1][1])
                yield Trouble("V006", spot(*place_of(text, offset), length), facts), places

    @cached_property
    def _names(self) -> re.Pattern[str] | None:
        if not self.names:
            return None
        by_first: dict[str, list[str]] = {}
        for name in sorted(self.names, key=len, reverse=True):
            rest = _BLANKS.join(map(re.escape, "".join(name.split())[1:]))
            by_first.setdefault(name[0], []).append(_BLANKS + rest)
        return re.compile(
            "|".join(f"{re.escape(first)}(?:{'|'.join(r)})" for first, r in by_first.items())
        )

    @cached_property
    def _plain(self) -> dict[str, str]:
        return {"".join(name.split()): "".join(mask.split()) for name, mask in self.names.items()}

    def _named(self, found: re.Match[str]) -> str:
        """What stands for a name, with the blanks by which it was padded."""
        letters = iter(self._plain["".join(found[0].split())])
        mask = "".join(each if each.isspace() else next(letters) for each in found[0])
        if mask != found[0]:
            self.made.add(mask)
        return mask


def _put(text: str, places: Iterable[Place]) -> str:
    parts, end = [], 0
    for offset, there, mask in sorted(places, key=itemgetter(0)):
        if offset >= end:
            parts += [text[end:offset], mask]
            end = offset + len(there)
    return "".join(parts) + text[end:]


def lifted() -> Veil:
    """A veil that hides nothing: for who writes a text back as it was."""
    return Veil(lifted=True)


def over_data(
    veil: Veil, data: Any, span: Callable[[Route], Span], file: str
) -> tuple[Any, list[Trouble]]:
    """Data with what only shows once escapes are read, masked; the text itself was masked before."""
    troubles: list[Trouble] = []

    def walk(value: Any, route: Route) -> Any:
        if isinstance(value, str):
            text, found = veil.over(value, file)
            troubles.extend(replace(each, span=span(route)) for each in found)
            return text
        if isinstance(value, dict):
            return {
                walk(key, (*route, key)): walk(each, (*route, key)) for key, each in value.items()
            }
        if isinstance(value, list):
            return [walk(each, (*route, number)) for number, each in enumerate(value)]
        return value

    return walk(data, ()), troubles


def allowances_in(data: Any) -> Iterator[Allowance]:
    """The allowances of a programme file's data; those that are not well formed are said elsewhere."""
    for key in ("programme", "privacy", "allow"):
        data = data.get(key) if isinstance(data, dict) else None
    for each in data if isinstance(data, list) else ():
        try:
            yield Allowance.model_validate(each)
        except ValidationError:
            continue
