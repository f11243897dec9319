"""Scores → the proof of any node, down to file and line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rich.console import RenderableType
from rich.text import Text

from pairing_cli.model.diagnostics import say
from pairing_cli.model.figures import plain, rounded
from pairing_cli.model.places import At
from pairing_cli.model.programme import Reporting
from pairing_cli.model.results import Receipt, ScoreNode, ScoreSheet, ScoreUnit
from pairing_cli.output.places import Places
from pairing_cli.output.scores import heading, leaf_title, state_word, style_of, total_line
from pairing_cli.output.screen import Hanging, Screen, styled


def settings_in_force(
    reporting: Reporting, at: At, places: Places, screen: Screen
) -> Iterator[str]:
    """The programme's rules of reporting, each with where it is stated, or that it is the default."""
    values = {
        "end_day_counts": str(reporting.end_day_counts).lower(),
        "not_held_when": reporting.not_held_when.value,
        "falsified_zeroes": reporting.falsified_zeroes.value,
    }
    for name, value in values.items():
        stated = name in reporting.model_fields_set
        where = places.show(at.sub("reporting", name)) if stated else screen.say("setting.default")
        yield screen.say("setting", what=say(f"setting.{name}.{value}"), where=where)


def explain(
    sheet: ScoreSheet,
    chosen: Iterable[tuple[ScoreUnit, list[ScoreNode]]],
    settings: Iterable[str],
    notice: str | None,
    places: Places,
    screen: Screen,
) -> str:
    """The proof tree of some nodes of some units, down to file and line.

    ``settings`` are the rules of reporting that were in force, in words.
    """
    lines: list[RenderableType] = list(heading(sheet, notice, screen))
    lines += [styled(setting, "dim") for setting in settings]
    for unit, nodes in chosen:
        lines += [Text(""), _head(unit, screen) if sheet.partial else total_line(unit, screen)]
        for node in nodes:
            lines += [Text(""), *_tree(node, "", "", places, screen)]
    return screen.render(*lines)


def _head(unit: ScoreUnit, screen: Screen) -> Text:
    """A unit of which only some items were scored, and which therefore has no total to show."""
    return styled(screen.tell(unit.node.title), "bold")


def _tree(
    node: ScoreNode, lead: str, below: str, places: Places, screen: Screen
) -> Iterator[RenderableType]:
    inner = below + ("│ " if node.children else "  ")
    line = Text()
    line.append(_figures(node), style=style_of(node.state))
    line.append(leaf_title(node, screen), style="bold" if node.children else "")
    line.append(f" {state_word(node, screen)}", style=style_of(node.state))
    yield Hanging(lead, inner, line)
    for detail in _details(node, places, screen):
        yield Hanging(inner, f"{inner}  ", styled(detail, "dim"))
    for number, child in enumerate(node.children):
        last = number == len(node.children) - 1
        corner, rest = ("└─", "  ") if last else ("├─", "│ ")
        yield from _tree(child, below + corner, below + rest, places, screen)


def _figures(node: ScoreNode) -> str:
    """Earned out of the maximum; of a document's share also the exact value that was rounded."""
    shown = f"{rounded(node.earned)}/{rounded(node.maximum)} "
    return f"{shown}({plain(node.maximum)}) " if node.rounds and not node.children else shown


def _details(node: ScoreNode, places: Places, screen: Screen) -> Iterator[str]:
    """The exact figures where rounding hides something, the reason, and the records behind it."""
    figures = (node.maximum, node.earned, node.lost, node.open)
    if node.rounds and (node.children or node.maximum not in figures[1:]):
        names = ("max", "earned", "lost", "open")
        exact = {name: plain(value) for name, value in zip(names, figures, strict=True)}
        yield screen.say("score.exact", **exact)
    if node.reason.key not in ("score.sum", "score.earned"):
        yield screen.tell(node.reason)
    if node.paper is not None:
        rule = places.show(node.paper.rule)
        yield screen.say("score.due", due=node.paper.due, place=rule)
    receipts = node.paper.receipts if node.paper else ()
    for receipt in receipts:
        yield _receipt(receipt, places, screen)
    shown = {receipt.at for receipt in receipts}
    for at in node.at:
        if at not in shown:
            yield places.show(at)


def _receipt(receipt: Receipt, places: Places, screen: Screen) -> str:
    key = "score.receipt" if receipt.counted else "score.receipt-not-counted"
    return screen.say(
        key, received=receipt.received, copies=receipt.copies, place=places.show(receipt.at)
    )


def find_nodes(unit: ScoreUnit, wanted: str) -> list[ScoreNode]:
    """The nodes a user means: by id, by an item's number, or by title."""
    matching = [node for node in unit.node.walk() if node.id == wanted]
    return matching or [
        node
        for node in unit.node.walk()
        if isinstance(node.title, str) and wanted in (node.title, *node.title.split(" ", 1))
    ]
