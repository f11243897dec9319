"""Differences as text, as a Markdown comment, and as JSON."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from rich.console import RenderableType
from rich.text import Text

from pairing_cli.model.changes import NodeChange
from pairing_cli.model.diagnostics import Diagnostic
from pairing_cli.model.differences import (
    Causes,
    Difference,
    RecordChange,
    Revision,
    ScoreDifference,
    SignedDifference,
    TargetDifference,
    UnitDifference,
)
from pairing_cli.model.figures import rounded
from pairing_cli.model.results import QuotaLine, ScoreNode, ScoreUnit
from pairing_cli.output.difference import Cell, Section, Teller, told
from pairing_cli.output.findings import as_finding, dump, place
from pairing_cli.output.marked import COMMENT, code, escaped
from pairing_cli.output.places import Places
from pairing_cli.output.quotas import number_json
from pairing_cli.output.sanitize import clean
from pairing_cli.output.screen import Hanging, Screen, styled, table

Told = Sequence[tuple[Difference, Teller]]
"""The differences of all programmes, each with who words it."""


def as_text(found: Told, notes: Sequence[str], screen: Screen) -> str:
    """Every difference, section by section."""
    parts: list[RenderableType] = [Text(note, style="yellow") for note in notes]
    for difference, teller in found:
        parts += [*([Text("")] if parts else []), *_printed(difference, teller, screen)]
    return screen.render(*parts)


def _printed(found: Difference, teller: Teller, screen: Screen) -> Iterator[RenderableType]:
    yield styled(clean(found.title or found.root), "bold")
    yield styled(_about(found, screen), "dim")
    for line in teller.summary(found):
        yield Hanging("  · ", "    ", Text(line))
    yield from printed(teller.sections(found), screen)


def printed(sections: Iterable[Section], screen: Screen) -> Iterator[RenderableType]:
    """Sections as text."""
    for section in sections:
        yield Text("")
        yield styled(section.title, "bold")
        if section.rows:
            yield _grid(section)
        if section.more:
            yield Text(screen.say("diff.more", number=section.more))
        yield from (Hanging("  · ", "    ", Text(note)) for note in section.notes)


def _grid(section: Section) -> RenderableType:
    rows = table(*((name, "wide") for name in section.head))
    for row in section.rows:
        rows.add_row(
            *(styled(cell.lead + clean(cell.data), "bold" if cell.bold else "") for cell in row)
        )
    return rows


def _about(found: Difference, screen: Screen) -> str:
    return screen.say(
        "diff.about", base=_revision(found.base), head=_revision(found.head), as_of=found.as_of
    )


def _revision(revision: Revision) -> str:
    if revision.commit is None or revision.name == revision.commit:
        return clean(revision.short)
    return f"{clean(revision.name)} ({revision.short})"


def as_markdown(found: Told, notes: Sequence[str], screen: Screen) -> str:
    """A comment for a pull request, of at most `marked.COMMENT` characters; it says what was cut."""
    blocks = [f"> ⚠️ {escaped(note)}\n" for note in notes]
    for difference, teller in found:
        blocks += _marked(difference, teller, screen)
    return _fitted(blocks, screen)


def _fitted(blocks: Sequence[str], screen: Screen) -> str:
    """The blocks that fit, and how many do not."""
    text, room = "", COMMENT - 200
    for number, block in enumerate(blocks):
        if len(text) + len(block) + 1 > room:
            return text + "\n" + screen.say("diff.cut", number=len(blocks) - number) + "\n"
        text += ("\n" if text else "") + block
    return text


def _marked(found: Difference, teller: Teller, screen: Screen) -> Iterator[str]:
    lines = "".join(f"- {escaped(line)}\n" for line in teller.summary(found))
    about = screen.say(
        "diff.about",
        base=code(_revision(found.base)),
        head=code(_revision(found.head)),
        as_of=found.as_of,
    )
    yield f"### {code(found.title or found.root)}\n\n{about}\n\n{lines}"
    for section in teller.sections(found):
        yield _marked_section(section, screen)


def _marked_section(section: Section, screen: Screen) -> str:
    rows = [_row(map(escaped, section.head)), _row("---" for _ in section.head)]
    rows += [_row(map(_marked_cell, row)) for row in section.rows]
    body = "".join(rows) if section.rows else ""
    body += f"\n{screen.say('diff.more', number=section.more)}\n" if section.more else ""
    notes = "".join(f"- {escaped(note)}\n" for note in section.notes)
    body += ("\n" if body and notes else "") + notes
    title = escaped(section.title)
    if section.folded:
        count = len(section.rows) + section.more + len(section.notes)
        return f"<details><summary><b>{title}</b> ({count})</summary>\n\n{body}\n</details>\n"
    return f"#### {title}\n\n{body}"


def _row(cells: Iterable[str]) -> str:
    return "| " + " | ".join(cells) + " |\n"


def _marked_cell(cell: Cell) -> str:
    text = " ".join(part for part in (escaped(cell.lead), code(cell.data)) if part)
    return f"**{text}**" if cell.bold and text else text


def as_json(found: Told, notes: Sequence[str], screen: Screen) -> str:
    """The differences for machines; schema ``pairing.diff/1``."""
    document = {
        "schema": "pairing.diff/1",
        "notes": list(notes),
        "programmes": [programme_json(difference, teller) for difference, teller in found],
    }
    return dump(document)


def programme_json(found: Difference, teller: Teller) -> dict[str, object]:
    """A programme's difference as plain data."""
    return {
        "path": found.root,
        "title": found.title,
        "as_of": found.as_of.isoformat(),
        "base": _side(found.base),
        "head": _side(found.head),
        "presence": found.presence,
        "summary": {
            "new_errors": found.new_errors,
            "new": len(found.new),
            "fixed": len(found.fixed),
            "standing": found.standing,
            "lowered": found.lowered,
            "followers": found.followers,
            "errors_before": found.unsure[0],
            "errors_after": found.unsure[1],
            "unread": list(found.unread),
            "only_changed_pairings": found.few,
        },
        "new": _findings(found.new, teller, teller.after),
        "fixed": _findings(found.fixed, teller, teller.before),
        "signed": [_signed(each, teller) for each in found.signed],
        "late": [
            {
                "unit": told(each.unit, teller.screen.language),
                "item": told(each.item, teller.screen.language),
                "paper": clean(each.paper.title),
                "due": each.paper.due.isoformat(),
                "due_before": each.old_due.isoformat() if each.old_due else None,
                "state_before": each.before.value if each.before else None,
                "state": each.after.value,
                "causes": _causes(each.causes, teller),
            }
            for each in found.late
        ],
        "scores": [_score(each, teller) for each in found.scores],
        "targets": [_target(each, teller) for each in found.targets],
        "evidence": [
            {"file": each.path, "old_file": each.old, "change": each.fate.value}
            for each in found.evidence
        ],
        "records": [_record(each, teller) for each in found.records],
        "moves": [
            {"old_file": each.old, "file": each.new, "records": each.records}
            for each in found.moves
        ],
    }


def _side(revision: Revision) -> dict[str, object]:
    return {"name": clean(revision.name), "commit": revision.commit}


def _findings(
    found: Iterable[Diagnostic], teller: Teller, places: Places
) -> list[dict[str, object]]:
    placed = place(found, places.locator, places.prefix, teller.screen.language)
    placed.sort(key=lambda each: each.order)
    return [{**as_finding(each), "fingerprint": each.fingerprint} for each in placed]


def _record(record: RecordChange, teller: Teller) -> dict[str, object]:
    language = teller.screen.language
    return {
        "change": record.fate.value,
        "collection": record.collection,
        "key": clean(record.key),
        "title": told(record.title, language),
        "old_title": told(record.old_title, language) if record.old_title is not None else None,
        "fields": list(record.fields),
        "before": teller.before.json([record.before])[0] if record.before else None,
        "after": teller.after.json([record.after])[0] if record.after else None,
    }


def _causes(causes: Causes, teller: Teller) -> dict[str, object]:
    return {
        "cited": causes.cited,
        "records": [_record(each, teller) for each in causes.records],
    }


def _signed(found: SignedDifference, teller: Teller) -> dict[str, object]:
    return {
        "file": found.file,
        "title": clean(found.title) if found.title else None,
        "as_of": found.as_of.isoformat() if found.as_of else None,
        "gone": found.gone,
        "units": [
            {
                "title": clean(unit.title),
                "published": rounded(unit.published),
                "now": rounded(unit.now) if unit.now is not None else None,
            }
            for unit in found.units
        ],
        "records": [_record(each, teller) for each in found.records],
        "files": list(found.files),
    }


def _score(found: ScoreDifference, teller: Teller) -> dict[str, object]:
    return {
        "rubric": found.rubric,
        "title": clean(found.title),
        "units": [_unit(unit, teller) for unit in found.units],
    }


def _unit(unit: UnitDifference, teller: Teller) -> dict[str, object]:
    change = unit.change
    return {
        "id": change.unit.pairing,
        "title": told(change.unit.node.title, teller.screen.language),
        "before": _total(change.before),
        "after": _total(change.after),
        "difference": rounded(change.difference),
        "items": [
            {**_item(item.change, teller), "causes": _causes(item.causes, teller)}
            for item in unit.items
        ],
    }


def _total(unit: ScoreUnit | None) -> dict[str, object] | None:
    if unit is None:
        return None
    return {
        "total": rounded(unit.node.earned),
        "exact": str(unit.node.earned),
        "rank": unit.rank or None,
    }


def _item(change: NodeChange, teller: Teller) -> dict[str, object]:
    return {
        "id": change.node.id,
        "title": told(change.node.title, teller.screen.language),
        "before": _node(change.before),
        "after": _node(change.after),
        "difference": rounded(change.difference),
    }


def _node(node: ScoreNode | None) -> dict[str, object] | None:
    if node is None:
        return None
    return {
        "state": node.state.value,
        "max": rounded(node.maximum),
        "earned": rounded(node.earned),
        "lost": rounded(node.lost),
        "open": rounded(node.open),
    }


def _target(found: TargetDifference, teller: Teller) -> dict[str, object]:
    language = teller.screen.language
    line = found.line
    return {
        "id": line.id,
        "path": [told(title, language) for title in found.path],
        "title": told(line.scope if line.is_scope else line.title, language),
        "before": _line(found.before),
        "after": _line(found.after),
        "causes": _causes(found.causes, teller),
    }


def _line(line: QuotaLine | None) -> dict[str, object] | None:
    if line is None:
        return None
    return {"done": number_json(line.done), "verdict": line.verdict.value}


FORMATS = {"text": as_text, "json": as_json, "markdown": as_markdown}
"""Every format of differences, by the name it has on the command line."""
