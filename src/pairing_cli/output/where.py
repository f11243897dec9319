"""What stands at a line, what it counts for, and what would change without it → text and JSON."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from rich.console import RenderableType
from rich.text import Text

from pairing_cli.model.differences import Difference
from pairing_cli.model.figures import rounded
from pairing_cli.model.places import At
from pairing_cli.model.quoted import amount_text, asked_text
from pairing_cli.model.results import QuotaLine
from pairing_cli.model.unearned import state_seen
from pairing_cli.model.uses import LineUse, Named, NodeUse, Provided, Spotted, Title, Uses
from pairing_cli.output.difference import Section, Teller
from pairing_cli.output.difference_formats import printed, programme_json
from pairing_cli.output.findings import dump
from pairing_cli.output.places import Places
from pairing_cli.output.quotas import number_json
from pairing_cli.output.sanitize import clean
from pairing_cli.output.scores import leaf_title
from pairing_cli.output.screen import Hanging, Screen, styled, table

MOST = 8
"""Of several that have the same to do with it, so many are named; the rest is counted."""

_LEFT_OUT = ("path", "title", "as_of", "base", "head", "presence", "evidence", "records", "moves")
"""What a difference says of two revisions, and has no meaning of one record left out."""


@dataclass(frozen=True, slots=True)
class Where:
    """What is said of a place; ``gone`` is None where it cannot be left out."""

    spotted: Spotted
    uses: Uses
    gone: Difference | None


def as_list(found: Sequence[tuple[Spotted, int]], screen: Screen) -> str:
    """The records of a file, with their lines."""
    rows = table(
        (screen.say("head.line"), "right"),
        (screen.say("head.record"), "left"),
        (screen.say("head.title"), "wide"),
    )
    for each, line in found:
        rows.add_row(str(line), clean(each.where), screen.tell(each.title))
    return screen.render(rows)


def list_as_json(file: str, found: Sequence[tuple[Spotted, int]], screen: Screen) -> str:
    """The records of a file for machines; schema ``pairing.where-file/1``."""
    records = [
        {"line": line, "where": clean(each.where), "title": screen.tell(each.title)}
        for each, line in found
    ]
    return dump({"schema": "pairing.where-file/1", "file": clean(file), "records": records})


def as_text(found: Where, notice: str | None, teller: Teller) -> str:
    """What stands there, what it counts for, and what would change."""
    screen = teller.screen
    parts = [*_head(found.spotted, teller.before, screen)]
    if notice:
        parts.append(styled(clean(notice), "yellow"))
    if not found.spotted.read:
        return screen.render(*parts, Text(screen.say("where.unread")))
    parts += _uses(found.uses, teller.before, screen)
    return screen.render(*parts, *_gone(found.gone, teller))


def _head(spotted: Spotted, places: Places, screen: Screen) -> Iterator[RenderableType]:
    yield styled(_titled(spotted.collection, spotted.title, screen), "bold")
    yield styled(f"{clean(spotted.where)}  {places.show(spotted.at)}", "dim")
    if not spotted.whole:
        yield Text(screen.say("where.part", part=_route(spotted), place=places.show(spotted.part)))


def _titled(collection: str, title: Title, screen: Screen) -> str:
    """A record's kind and title; the kind once, where the title says it."""
    kind, said = screen.say(f"collection.{collection}"), screen.tell(title)
    return said if said.startswith(kind) else f"{kind} {said}".strip()


def _route(spotted: Spotted) -> str:
    """The way to a part inside its record, numbered from 1."""
    steps = spotted.part.route[len(spotted.at.route) :]
    told = (f"[{step + 1}]" if isinstance(step, int) else f".{step}" for step in steps)
    return clean("".join(told).removeprefix("."))


def _uses(uses: Uses, places: Places, screen: Screen) -> Iterator[RenderableType]:
    """Everything that it has to do with; each kind under a heading of its own."""
    yield from _listed("fulfils", _named(uses.fulfils, places, screen), screen)
    yield from _listed("fulfilled-by", _named(uses.fulfilled_by, places, screen), screen)
    yield from _listed("documents", [_paper(each, places) for each in uses.documents], screen)
    yield from _listed("named-by", _named(uses.named_by, places, screen), screen)
    yield from _listed("targets", [_line(each, screen) for each in uses.targets], screen)
    yield from _listed("nodes", [_node(each, screen) for each in uses.nodes], screen)
    if not (uses.targets or uses.nodes):
        yield Text("")
        yield Text(screen.say("where.counts-for-nothing"))


def _listed(key: str, lines: Sequence[str], screen: Screen) -> Iterator[RenderableType]:
    if lines:
        yield Text("")
        yield styled(screen.say(f"where.{key}", number=len(lines)), "bold")
        yield from (Hanging("  · ", "    ", Text(line)) for line in lines[:MOST])
    if len(lines) > MOST:
        yield Text("    " + screen.say("and-more", number=len(lines) - MOST))


def _named(found: Iterable[Named], places: Places, screen: Screen) -> list[str]:
    return [
        f"{_titled(each.collection, each.title, screen)}  {places.show(each.at)}" for each in found
    ]


def _paper(found: Provided, places: Places) -> str:
    return f"{clean(found.title)} {found.received.isoformat()}  {places.show(found.at)}"


def _line(found: LineUse, screen: Screen) -> str:
    return f"{_way(found.path, screen)}{screen.say('colon')}{_figures(found.line, screen)}"


def _figures(line: QuotaLine, screen: Screen) -> str:
    asked = asked_text(line.target)
    done = amount_text(line.done) + (f" / {asked}" if asked else "")
    unit = screen.say(f"unit.{line.unit}")
    return f"{done} {unit}, {screen.say(f'verdict.{line.verdict}')}"


def _way(path: Iterable[Title], screen: Screen) -> str:
    return " · ".join(screen.tell(title) for title in path)


def _node(found: NodeUse, screen: Screen) -> str:
    node = found.node
    path = [*(screen.tell(title) for title in (found.unit, *found.path[:-1]))]
    points = f"{rounded(node.earned)}/{rounded(node.maximum)}"
    state = screen.say(f"state.{state_seen(node)}")
    title = " · ".join([*path, leaf_title(node, screen)])
    return f"{title}{screen.say('colon')}{points} {state}"


def _gone(found: Difference | None, teller: Teller) -> Iterator[RenderableType]:
    """What would change without it."""
    yield Text("")
    if found is None:
        yield Text(teller.screen.say("where.cannot-go"))
        return
    found = _only_what_follows(found)
    yield styled(teller.screen.say("where.without"), "bold")
    for line in teller.summary(found):
        yield Hanging("  · ", "    ", Text(line))
    cause = teller.screen.say("diff.head.cause")
    sections = (_without(cause, section) for section in teller.sections(found))
    yield from printed(sections, teller.screen)


def _only_what_follows(found: Difference) -> Difference:
    """A difference without the record itself, which is known."""
    return replace(found, records=(), moves=(), followers=0, evidence=())


def _without(column: str, section: Section) -> Section:
    """A section without its last column, where that is the cause: it would be the same in every row."""
    if section.head[-1:] != (column,):
        return section
    return replace(section, head=section.head[:-1], rows=tuple(row[:-1] for row in section.rows))


def as_json(found: Where, errors: int, teller: Teller) -> str:
    """The same for machines; schema ``pairing.where/1``."""
    spotted, uses, places, screen = found.spotted, found.uses, teller.before, teller.screen
    document = {
        "schema": "pairing.where/1",
        "errors": errors,
        "where": clean(spotted.where),
        "collection": spotted.collection,
        "title": screen.tell(spotted.title),
        "read": spotted.read,
        "part": None if spotted.whole else _route(spotted),
        "at": places.json([spotted.part])[0],
        "fulfils": _named_json(uses.fulfils, places, screen),
        "fulfilled_by": _named_json(uses.fulfilled_by, places, screen),
        "documents": [
            {
                "title": clean(each.title),
                "received": each.received.isoformat(),
                **_at(each.at, places),
            }
            for each in uses.documents
        ],
        "named_by": _named_json(uses.named_by, places, screen),
        "targets": [_target_json(each, screen) for each in uses.targets],
        "items": [_item_json(each, screen) for each in uses.nodes],
        "without": None if found.gone is None else _gone_json(found.gone, teller),
    }
    return dump(document)


def _at(at: At, places: Places) -> dict[str, object]:
    return places.json([at])[0]


def _named_json(found: Iterable[Named], places: Places, screen: Screen) -> list[dict[str, object]]:
    return [
        {"collection": each.collection, "title": screen.tell(each.title), **_at(each.at, places)}
        for each in found
    ]


def _target_json(found: LineUse, screen: Screen) -> dict[str, object]:
    return {
        "id": found.line.id,
        "path": [screen.tell(title) for title in found.path],
        "done": number_json(found.line.done),
        "verdict": found.line.verdict.value,
    }


def _item_json(found: NodeUse, screen: Screen) -> dict[str, object]:
    node = found.node
    return {
        "rubric": found.rubric,
        "unit": screen.tell(found.unit),
        "path": [screen.tell(title) for title in found.path],
        "state": node.state.value,
        "earned": rounded(node.earned),
        "max": rounded(node.maximum),
    }


def _gone_json(found: Difference, teller: Teller) -> dict[str, object]:
    document = programme_json(_only_what_follows(found), teller)
    return {key: value for key, value in document.items() if key not in _LEFT_OUT}
