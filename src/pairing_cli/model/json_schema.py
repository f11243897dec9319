"""The JSON Schema of a programme's files, draft-07, for editors and other validators.

pydantic writes draft 2020-12; yaml-language-server reads draft-07, so definitions are renamed and
what the older draft lacks is rewritten.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pydantic.json_schema import GenerateJsonSchema, models_json_schema

from pairing_cli.model.collections import COLLECTIONS, PROGRAMME, ROOT_MODELS
from pairing_cli.model.scalars import REFERS

REFERENCE = "#/definitions/"

NAMES_OF = "names."
"""Before the key of a collection: the definition of its names."""

_PROGRAMME_TITLE = "方案"


class _Draft7(GenerateJsonSchema):
    """pydantic's generator without the noise of titles made from field names."""

    def field_title_should_be_set(self, schema: Any) -> bool:
        """Titles come from `scalars.Doc` alone."""
        return False


def json_schema(names: Mapping[str, Any] | None = None) -> dict[str, Any]:
    """The schema of one file: every collection it may hold, and nothing else.

    ``names`` are definitions of the names that a collection has; where none are given, any name may stand.
    """
    names = names or {}
    models = list(dict.fromkeys(ROOT_MODELS.values()))
    _, found = models_json_schema(
        [(model, "validation") for model in models],
        schema_generator=_Draft7,
        ref_template=REFERENCE + "{model}",
    )
    definitions = {name: _draft7(schema, names) for name, schema in found["$defs"].items()}
    definitions |= {NAMES_OF + key: definition for key, definition in names.items()}
    properties: dict[str, Any] = {
        PROGRAMME: {
            "allOf": [{"$ref": REFERENCE + ROOT_MODELS[PROGRAMME].__name__}],
            "title": _PROGRAMME_TITLE,
        }
    }
    for key, collection in COLLECTIONS.items():
        properties[key] = {
            "title": collection.title,
            "anyOf": [
                {"type": "null"},
                {"type": "array", "items": {"$ref": REFERENCE + collection.model.__name__}},
            ],
        }
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "pairing",
        "description": "结对帮扶方案的数据文件\nA data file of a pairing-assistance programme",
        "type": "object",
        "additionalProperties": False,
        "properties": properties,
        "definitions": dict(sorted(_referred(properties, definitions).items())),
    }


def _referred(start: Any, definitions: dict[str, Any]) -> dict[str, Any]:
    """The definitions that something refers to, directly or through another."""
    found: dict[str, Any] = {}
    waiting: list[Any] = [start]
    while waiting:
        here = waiting.pop()
        if isinstance(here, list):
            waiting += here
        elif isinstance(here, dict):
            name = str(here.get("$ref", "")).removeprefix(REFERENCE)
            if name in definitions and name not in found:
                found[name] = definitions[name]
                waiting.append(found[name])
            waiting += here.values()
    return found


def _draft7(schema: Any, names: Mapping[str, Any]) -> Any:
    """A schema in the words of draft-07."""
    if isinstance(schema, list):
        return [_draft7(each, names) for each in schema]
    if not isinstance(schema, dict):
        return schema
    found = {key: _draft7(value, names) for key, value in schema.items()}
    if "prefixItems" in found:
        found["items"] = found.pop("prefixItems")
    found.pop("default", None)
    refers = found.pop(REFERS, None)
    return _without_null(_listed(found, refers, names) if refers else found)


def _listed(schema: dict[str, Any], refers: list[str], names: Mapping[str, Any]) -> dict[str, Any]:
    """The schema of a name: one of those that there are, where they are given."""
    collection, *besides = refers
    if collection not in names:
        return schema
    kept = {key: value for key, value in schema.items() if key in ("title", "description")}
    reference = {"$ref": REFERENCE + NAMES_OF + collection}
    if besides:
        return {**kept, "anyOf": [{"type": "string", "enum": besides}, reference]}
    return {**kept, "allOf": [reference]} if kept else reference


def _without_null(schema: dict[str, Any]) -> dict[str, Any]:
    """An optional field is left out, never written as null."""
    choices = schema.get("anyOf")
    if not isinstance(choices, list) or {"type": "null"} not in choices:
        return schema
    kept = [choice for choice in choices if choice != {"type": "null"}]
    rest = {key: value for key, value in schema.items() if key != "anyOf"}
    if len(kept) > 1:
        return {**rest, "anyOf": kept}
    inner = {"allOf": kept} if "$ref" in kept[0] else kept[0]
    return {**inner, **rest}
