"""Programmes in which every text holds something that nobody may see again, made from the schema."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import cycle
from pathlib import Path
from typing import Any

from pairing_cli.load.decode import decode
from pairing_cli.load.events import parse
from tests.programmes import REPOSITORY

SCHEMA = json.loads((REPOSITORY / "schemas" / "pairing.schema.json").read_text("utf-8"))
DEFINITIONS: dict[str, Any] = SCHEMA["definitions"]

NUMBERS = (
    "999999190001010015",
    "13800138000",
    "6222020000000000000",
    "wu.laoshi@qq.com",
    "110000800101123",
)
CHILDREN = ("赵甲一", "钱乙二", "孙丙三")
PUPIL = "周末末"
SECRETS = (*NUMBERS, *CHILDREN, PUPIL)
"""All that must not be seen: none of it is anybody's."""

LIST = f"受助学生：{'、'.join(CHILDREN)}"
_NAME, _FREE = r"^[^\r\n]*$", None
_EXACT = {
    r"^[0-9]+(\.[0-9]+)? ?%$": "50%",
    r"^[0-9]{4}-(0[1-9]|1[0-2])$": "2020-05",
    r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$": "2020-05-06",
    r"^[0-9]{4}-[0-9]{2}-[0-9]{2}( to [0-9]{4}-[0-9]{2}-[0-9]{2})?$": "2020-05-06",
    r"^[0-9a-f]{64}$": "0" * 64,
    r"^[1-9][0-9]{0,3} (day|week|month|year)s?$": "2 weeks",
}
"""What fits a field that is no text of anybody's own."""

_PATHS = ("path", "answers", "file")
"""Fields that name files, which are kept where they are there."""

_TIMES = ("due", "when")
"""Fields that hold a time in words."""


def text_fields() -> frozenset[tuple[str, str]]:
    """Every field of every record that may hold a text: the record's name and the field's."""
    models = {**DEFINITIONS, "": SCHEMA}
    return frozenset(
        (model, name)
        for model, schema in models.items()
        for name, each in schema.get("properties", {}).items()
        if name not in _TIMES and any(map(_is_text, _leaves(each)))
    )


def _leaves(schema: Any) -> Iterator[dict[str, Any]]:
    """What a field itself may be, without what the records in it hold."""
    for each in (schema, *_choices(schema)):
        if each is not schema:
            yield from _leaves(each)
        elif "$ref" in each:
            found = DEFINITIONS[each["$ref"].rpartition("/")[2]]
            if "properties" not in found:
                yield from _leaves(found)
        elif each.get("type") == "string":
            yield each
        elif each.get("type") == "array":
            yield from _leaves(each.get("items", {}))


def _choices(schema: Any) -> list[Any]:
    return [each for key in ("anyOf", "allOf", "oneOf") for each in schema.get(key, ())]


def _is_text(leaf: dict[str, Any]) -> bool:
    return "enum" not in leaf and "const" not in leaf and leaf.get("pattern") in (_NAME, _FREE)


@dataclass
class Sower:
    """Puts secrets into the texts of data, and notes into which fields."""

    sown: set[tuple[str, str]] = field(default_factory=set)
    numbers: Iterator[str] = field(default_factory=lambda: cycle(NUMBERS))
    known: dict[str, str] = field(default_factory=dict)

    def record(self, data: Any, model: str) -> Any:
        """A record's data with a secret in each of its texts; the same text always has the same."""
        schema = DEFINITIONS[model] if model else SCHEMA
        fields = schema.get("properties", {})
        if not isinstance(data, dict):
            return self.text(data) if isinstance(data, str) else data
        return {
            key: self.value(each, fields.get(key, {}), (model, key)) for key, each in data.items()
        }

    def value(self, data: Any, schema: Any, where: tuple[str, str]) -> Any:
        """A field's data with a secret in it, where it may hold a text."""
        if isinstance(data, dict):
            model = next(iter(models_in(schema)), None)
            return self.record(data, model) if model else data
        if isinstance(data, list):
            return [self.value(each, schema, where) for each in data]
        if isinstance(data, str) and where in TEXT_FIELDS and where[1] not in _PATHS:
            leaves = list(_leaves(schema))
            if all(map(_is_text, leaves)):
                self.sown.add(where)
                return self.text(data)
        return data

    def text(self, text: str) -> str:
        """A text with a secret behind it."""
        plain = " ".join(text.split())
        if plain not in self.known:
            fitting = (each for each in self.numbers if each.isdigit() or not plain.isascii())
            self.known[plain] = next(fitting)
        lines = text.rstrip("\n")
        return f"{lines}号{self.known[plain]}" + text[len(lines) :]

    def whole(self, model: str, depth: int = 6) -> dict[str, Any]:
        """A record with every field that it may have, and a secret in each text."""
        found = {}
        for name, schema in DEFINITIONS[model].get("properties", {}).items():
            found[name] = self.made(schema, (model, name), depth)
        return {name: value for name, value in found.items() if value is not None}

    def made(self, schema: Any, where: tuple[str, str], depth: int) -> Any:
        """Something that may stand in a field; a text where it may be one."""
        leaves = list(_leaves(schema))
        models = list(models_in(schema))
        found: list[Any] = []
        if any(map(_is_text, leaves)):
            self.sown.add(where)
            found.append(f"{where[1]}（{next(self.numbers)}）")
        if models and depth:
            found.append(self.whole(models[0], depth - 1))
        if found or models:
            return found[0] if len(found) == 1 and not models else found or None
        if leaves:
            return _EXACT.get(leaves[0].get("pattern", ""), leaves[0].get("enum", ["all"])[0])
        return 1


def models_in(schema: Any) -> Iterator[str]:
    """The records that a field may hold."""
    if "$ref" in schema:
        name = schema["$ref"].rpartition("/")[2]
        found = DEFINITIONS[name]
        if "properties" in found:
            yield name
        else:
            yield from models_in(found)
    for each in (*_choices(schema), *filter(None, [schema.get("items")])):
        yield from models_in(each)


TEXT_FIELDS = text_fields()


def sow(source: Path, target: Path, *without: str) -> Sower:
    """A copy of a programme, less some folders, with a secret in every text; its evidence as it is."""
    sower = Sower()
    for path in sorted(source.rglob("*")):
        if path.parent.name in without:
            continue
        place = target / path.relative_to(source)
        place.parent.mkdir(parents=True, exist_ok=True)
        if path.suffix in (".yaml", ".yml"):
            data = parse(decode(path.read_bytes()).text or "").data
            place.write_text(as_yaml(sower.record(data, "")), "utf-8")
        elif path.is_file():
            place.write_bytes(path.read_bytes())
    return sower


def as_yaml(data: Any) -> str:
    """Data as YAML, every value quoted, with a comment that holds a secret too."""
    return f"# 联系人 {NUMBERS[1]}\n{json.dumps(data, ensure_ascii=False, indent=1)}\n"


def squeezed(text: str) -> str:
    """A text without tags and blanks, so that what was broken over lines or elements is found."""
    return "".join(re.sub(r"<[^<>]*>", "", text).split())
