"""Published results → the file they stand in; what changed since → text and JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator
from fractions import Fraction
from typing import Any

from rich.console import RenderableType
from rich.padding import Padding
from rich.text import Text

from pairing_cli.model.changes import PublishedChange, StandingChange
from pairing_cli.model.diagnostics import Value
from pairing_cli.model.figures import rounded
from pairing_cli.model.published import Published
from pairing_cli.output.changes import signed
from pairing_cli.output.findings import dump, typed
from pairing_cli.output.sanitize import clean
from pairing_cli.output.screen import Screen, styled, table


def as_yaml(published: Published) -> str:
    """A published result as YAML: every text in quotes, so that none is taken for something else."""
    return "".join(f"{line}\n" for line in _mapping(published.document(), ""))


def _mapping(document: dict[str, Any], lead: str) -> Iterator[str]:
    for key, value in document.items():
        if isinstance(value, list) and value:
            yield f"{lead}{key}:"
            for each in value:
                first, *others = _mapping(each, lead + "    ")
                yield f"{lead}  - {first.lstrip()}"
                yield from others
        else:
            yield f"{lead}{key}: {json.dumps(value, ensure_ascii=False)}"


def as_json(published: Published) -> str:
    """A published result as JSON; schema ``pairing.published/1``."""
    return dump(published.document())


def done(published: Published, path: str, screen: Screen) -> str:
    """That a result was published, and what it rests on."""
    first = screen.say(
        "published.done", path=clean(path), number=len(published.units), as_of=published.as_of
    )
    commit = published.commit or screen.say("published.no-commit")
    rest: dict[str, Value] = {
        "files": len(published.files),
        "scheme": published.scheme[:12],
        "commit": commit[:12],
    }
    return screen.render(Text(first), styled(screen.say("published.rests-on", **rest), "dim"))


def change_as_text(
    found: PublishedChange, published: Published, path: str, prefix: str, screen: Screen
) -> str:
    """Which files changed since a result was published, and what that changes in the scores."""
    facts: dict[str, Value] = {"path": clean(path), "as_of": published.as_of}
    if not found:
        return screen.render(styled(screen.say("published.same", **facts), "green"))
    parts: list[RenderableType] = [styled(screen.say("published.changed", **facts), "bold red")]
    if published.commit:
        line = screen.say("published.commit", commit=clean(published.commit[:12]))
        parts.append(styled(line, "dim"))
    parts += _what(found, prefix, screen)
    if not found.units:
        return screen.render(*parts, Text(""), Text(screen.say("published.no-effect")))
    return screen.render(*parts, Text(""), _table(found, screen), *_items(found, screen))


def _what(found: PublishedChange, prefix: str, screen: Screen) -> Iterator[RenderableType]:
    """The scheme, when it changed, and the files that did."""
    changed = screen.say("file.changed")
    lines = [f"{changed} {screen.say('published.scheme')}"] if found.scheme else []
    lines += [screen.say("published.tool")] if found.tool and found.units else []
    lines += [
        f"{screen.say(f'file.{change}')} {clean(typed(prefix, path))}"
        for path, change in found.files
    ]
    yield from (Padding(Text(line), (0, 0, 0, 2)) for line in lines)


def _table(found: PublishedChange, screen: Screen) -> RenderableType:
    graded = any(any(unit.grades) for unit in found.units)
    names = ["total-before", "total-after", "difference", "rank-before", "rank-after"]
    names += ["grade-before", "grade-after"] if graded else []
    rows = table(
        (screen.say("head.unit-assessed"), "wide"),
        *((screen.say(f"head.{name}"), "right") for name in names),
    )
    for unit in found.units:
        rows.add_row(
            clean(unit.title),
            *map(_points, unit.totals),
            signed(unit.difference),
            *("–" if rank is None else str(rank) for rank in unit.ranks),
            *((clean(grade or "–") for grade in unit.grades) if graded else ()),
        )
    return rows


def _points(value: Fraction | None) -> str:
    return "–" if value is None else rounded(value)


def _items(found: PublishedChange, screen: Screen) -> Iterator[RenderableType]:
    """The items that changed, unit by unit."""
    for unit in found.units:
        if unit.items:
            facts = {"name": clean(unit.title), "difference": signed(unit.difference)}
            yield Text("")
            yield styled(screen.say("change.unit", **facts), "bold")
        for _, title, before, after in unit.items:
            points = {"before": _points(before), "after": _points(after)}
            line = screen.say("change.item", title=clean(title), **points)
            yield Padding(Text(line), (0, 0, 0, 2))


def change_as_json(
    found: PublishedChange, published: Published, path: str, prefix: str, errors: int
) -> str:
    """The same for machines; schema ``pairing.published-change/1``."""
    document = {
        "schema": "pairing.published-change/1",
        "published": path,
        "as_of": published.as_of.isoformat(),
        "errors": errors,
        "rubric": published.rubric,
        "term": published.term,
        "commit": published.commit,
        "changed": bool(found),
        "scheme": found.scheme,
        "tool": found.tool,
        "files": [
            {"file": clean(typed(prefix, name)), "change": change.value}
            for name, change in found.files
        ],
        "units": [_unit(unit) for unit in found.units],
    }
    return dump(document)


def _unit(unit: StandingChange) -> dict[str, object]:
    return {
        "id": unit.id,
        "title": clean(unit.title),
        "difference": rounded(unit.difference),
        "exact": str(unit.difference),
        "before": _standing(unit, 0),
        "after": _standing(unit, 1),
        "items": [
            {
                "id": key,
                "title": clean(title),
                "before": None if before is None else str(before),
                "after": None if after is None else str(after),
            }
            for key, title, before, after in unit.items
        ],
    }


def _standing(unit: StandingChange, side: int) -> dict[str, object] | None:
    total = unit.totals[side]
    if total is None:
        return None
    return {
        "total": rounded(total),
        "exact": str(total),
        "rank": unit.ranks[side],
        "grade": unit.grades[side],
    }
