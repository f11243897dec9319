"""What pydantic refuses, as diagnostics: each placed in the data that was read, with a code and its facts.

A location is walked down the data, skipping steps that are not there (a union's tag, the index of a list
written as one value), so the place is always one that stands in the file.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches
from typing import Any

from pydantic import ValidationError

from pairing_cli.load.meant import meant, unusable
from pairing_cli.load.trouble import diagnostic
from pairing_cli.model.base import Record, records_in
from pairing_cli.model.diagnostics import Diagnostic, Message, Value, say
from pairing_cli.model.places import At, Route

CODES = {
    "missing": "S001",
    "extra_forbidden": "S002",
    "enum": "S006",
    "literal_error": "S006",
    "day": "S004",
    "day_form": "S004.form",
    "day_impossible": "S004.impossible",
    "count": "S005",
    "positive": "S005.positive",
    "less_than_equal": "S005.most",
    "number": "S007",
    "signed": "S007.signed",
    "due": "S008",
    "month": "S009",
    "flag": "S010",
    "string_too_short": "S011",
    "too_short": "S011",
    "string_too_long": "S012",
    "too_long": "S012",
    "string_pattern_mismatch": "S013",
    "id": "S014",
    "one_of": "S015",
    "only_one_of": "S015.many",
    "bounds": "S016",
    "months_without_per": "S017",
    "greater_than": "S018",
    "pair": "S016.pair",
    "days": "S004.days",
    "one_needed": "S015.needed",
    "quantity": "S019",
    "length": "S020",
    "when": "S021",
    "bounds_mixed": "S022",
    "share_without_pool": "S022.no-pool",
    "pool_without_share": "S022.no-share",
    "no_parent": "S022.no-parent",
    "figure_and_count": "S022.figure",
    "share_form": "S006.share",
    "not_a_time": "S006.time",
    "each_or_awards": "S015.awards",
    "awards_count": "S015.awards-count",
    "without_awards": "S015.without-awards",
    "beside_awards": "S015.beside-awards",
    "floor": "S006.floor",
    "alternatives": "S015.alternatives",
    "schools_without_per": "S017.schools",
    "roles_without_role": "S017.roles",
}
"""pydantic's error types and ours, and the code (with its wording) each becomes."""

MEANT = {
    "count": "S005",
    "positive": "S005",
    "number": "S007",
    "signed": "S007",
    "day": "S004",
    "due": "S004",
}
"""The code of values whose message says what was meant, or what about them is not usable."""

FIELD = {"not_a_time": "per"}
"""Errors that a record as a whole raises about one of its fields, and the field."""

NEAR, NEAR_IF_SHORT, SHORT = 0.8, 0.75, 4
"""How like a field's name an unknown one is that was meant to be it: of four letters three."""

AS_MEANT = frozenset(
    {
        "S004.form",
        "S004.days",
        *(f"{code}.{how}" for code in ("S005", "S007") for how in ("wide", "form")),
    }
)
"""The messages that say outright what should be written."""

SCALARS = frozenset(
    {
        "day",
        "days",
        "due",
        "count",
        "positive",
        "number",
        "signed",
        "month",
        "flag",
        "enum",
        "literal_error",
        "quantity",
        "length",
        "when",
    }
)
"""Our error types, and pydantic's, that say a single value is wrong."""

SHOWN = 60
"""Characters of a value that a message shows."""

SHAPES = {
    "model_type": "mapping",
    "model_attributes_type": "mapping",
    "dict_type": "mapping",
    "tuple_type": "list",
    "list_type": "list",
    "string_type": "text",
}
"""Error types that say a value is of the wrong shape, and the shape that was expected."""


def refusals(
    model: type[Record], value: Any, at: At, error: ValidationError
) -> Iterator[Diagnostic]:
    """The diagnostics of a refused record, each mistake once."""
    lines = error.errors(include_url=False, include_context=True)
    found = [
        _refusal(model, value, at, line) for line in lines if "：" not in str(line["loc"][-1:])
    ]
    misspelt = {mark for each in found for mark in _misspelt(each)}
    seen: set[tuple[str, At]] = set()
    for each in found:
        field_name = each.message.facts.get("field")
        mark = (each.message.key + str(field_name), each.at)
        again = mark in seen or (each.at.route, field_name) in misspelt
        if not again and not _follows(each, found):
            seen.add(mark)
            yield each


def _misspelt(found: Diagnostic) -> Iterator[tuple[Route, Value]]:
    """Where an unknown field was probably meant to be another, which is then not missing."""
    hint = found.message.facts.get("hint")
    if found.code == "S002" and isinstance(hint, Message) and "name" in hint.facts:
        yield found.at.route[:-1], hint.facts["name"]


def _follows(found: Diagnostic, all_found: list[Diagnostic]) -> bool:
    """Whether a refusal of a list or group only follows from one of something inside it."""
    route = found.at.route
    return found.code in ("S003", "S006", "S011") and any(
        len(other.at.route) > len(route) and other.at.route[: len(route)] == route
        for other in all_found
    )


def _refusal(model: type[Record], value: Any, at: At, line: Mapping[str, Any]) -> Diagnostic:
    """The diagnostic of one pydantic error line about a value read at a place."""
    route, missing = _walk(value, line["loc"])
    kind = line["type"]
    place = at.sub(*route)
    if kind == "extra_forbidden":
        place = at.sub(*route[:-1]).name(route[-1])
        return _unknown_field(place, str(line["loc"][-1]), _fields_at(model, line["loc"]))
    if kind == "missing":
        return diagnostic("S001", place, {"field": str(missing[-1])})
    return _wrong_value(place, kind, line)


def _unknown_field(place: At, name: str, fields: list[str]) -> Diagnostic:
    """That there is no such field; which it was to be or, where that is open, which there are."""
    near = _near(name.casefold(), fields)
    facts: dict[str, Value] = {"field": name, "hint": _did_you_mean(near)}
    if near:
        return diagnostic("S002", place, facts)
    return diagnostic("S002", place, {**facts, "allowed": tuple(fields)}, "none")


def _near(name: str, fields: list[str]) -> list[str]:
    """The field that was probably meant, if any; hardly anybody gets the first letter wrong."""
    alike = [field for field in fields if field[:1] == name[:1]]
    cutoff = NEAR if len(name) > SHORT else NEAR_IF_SHORT
    return get_close_matches(name, alike, n=1, cutoff=cutoff)


def _wrong_value(place: At, kind: str, line: Mapping[str, Any]) -> Diagnostic:
    value, inside = line["input"], line.get("ctx", {}).get("inside", FIELD.get(kind))
    if inside is not None:
        place, value = place.sub(inside), value[inside]
    if value is None:
        return diagnostic("S011", place)
    shape = SHAPES.get(kind)
    if shape is None and isinstance(value, (list, dict)) and kind in SCALARS:
        shape = "text"
    if shape is not None:
        return diagnostic("S003", place, {"expected": say(f"shape.{shape}")})
    facts = dict(_facts(kind, line.get("ctx", {}), value))
    better = meant(kind, value) if isinstance(value, str) and facts["value"] == value else None
    if better is not None:
        variant, facts["meant"] = better
        return diagnostic(MEANT[kind], place, facts, variant)
    if variant := unusable(kind, str(value)):
        return diagnostic(MEANT[kind], place, facts, variant)
    code, _, variant = CODES.get(kind, "S000").partition(".")
    return diagnostic(code, place, facts, variant)


def _walk(value: Any, loc: Iterable[str | int]) -> tuple[Route, Route]:
    """The steps of a location that stand in the data, and those after the last that does."""
    route: list[str | int] = []
    rest: list[str | int] = []
    for step in loc:
        in_mapping = isinstance(value, dict) and step in value
        in_list = isinstance(value, list) and isinstance(step, int) and step < len(value)
        if in_mapping or in_list:
            value = value[step]
            route.append(step)
            rest.clear()
        else:
            rest.append(step)
    return tuple(route), tuple(rest)


def _facts(kind: str, context: Mapping[str, Any], value: Any) -> Iterator[tuple[str, Value]]:
    if isinstance(value, str):
        yield "value", value if len(value) <= SHOWN else value[:SHOWN] + "…"
    for name, fact in context.items():
        if name in ("names", "least", "most", "meant", "value"):
            yield name, tuple(map(str, fact)) if isinstance(fact, list) else str(fact)
        elif name in ("min_length", "max_length", "gt", "le"):
            yield "limit", str(fact)
    if kind in ("enum", "literal_error"):
        words = [word.strip().strip("'") for word in _expected(context)]
        yield "allowed", tuple(words)
        yield from suggestion(str(value), words).items()


def _expected(context: Mapping[str, Any]) -> list[str]:
    return str(context.get("expected", "")).replace(" or ", ", ").split(", ")


def suggestion(word: str, known: Iterable[str]) -> dict[str, Value]:
    """The known word that was probably meant, as a message; an empty one if none is near."""
    return {"hint": _did_you_mean(get_close_matches(word, list(known), n=1, cutoff=0.6))}


def _did_you_mean(near: list[str]) -> Message:
    return say("did-you-mean", name=near[0]) if near else Message("nothing")


def _fields_at(model: type[Record], loc: Iterable[str | int]) -> list[str]:
    """The fields of the record in which the last step of a location stands."""
    here: type[Record] = model
    for step in list(loc)[:-1]:
        if isinstance(step, str):
            here = _record_in(here, step) or here
    return list(_known_fields(here))


def _known_fields(model: type[Record]) -> dict[str, Any]:
    return {info.alias or name: info for name, info in model.model_fields.items()}


def _record_in(model: type[Record], field_name: str) -> type[Record] | None:
    info = _known_fields(model).get(field_name)
    return next(iter(records_in(info.annotation)), None) if info is not None else None
