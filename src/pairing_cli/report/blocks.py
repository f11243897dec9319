"""Walking the tags of a template in order: loops and conditions that open and close, and names in them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

import jinja2
from jinja2 import nodes

from pairing_cli.model.diagnostics import Message, Value, say
from pairing_cli.model.forms import Slip
from pairing_cli.report.described import Shape
from pairing_cli.report.names import LOOP_SHAPE, Names, Scope, bound, meant
from pairing_cli.report.pieces import Piece
from pairing_cli.report.tags import Tag

CLOSING = {"for": "endfor", "if": "endif", "set": "endset", "macro": "endmacro"}
CLOSING |= {"call": "endcall", "filter": "endfilter", "with": "endwith"}
"""Every statement that opens a block, and what closes it."""

_BETWEEN = {"else": ("if", "for"), "elif": ("if",)}
_OTHER = (
    "include",
    "import",
    "from",
    "extends",
    "block",
    "endblock",
    "autoescape",
    "endautoescape",
)
_WORDS = (*CLOSING, *CLOSING.values(), *_BETWEEN)
_PARSER = jinja2.Environment(autoescape=True)
_QUOTES = str.maketrans("“”‘’", "\"\"''")


@dataclass(slots=True)
class _Open:
    """A block that is open: its tag, the piece it stands in, and the names known only inside it."""

    tag: Tag
    piece: Piece
    scope: Scope = field(default_factory=dict)


class Walk:
    """Tags in the order in which they are filled; `slips` grows as they are taken."""

    def __init__(self, shape: Shape, *, quotes: bool) -> None:
        self.slips: list[Slip] = []
        self._quotes = quotes
        self._open: list[_Open] = []
        self._scopes: list[Scope] = [{name: each.shape for name, each in shape.fields.items()}]
        self._names = Names(self._scopes, self._told)
        self._at: tuple[Piece, Tag] | None = None

    @property
    def used(self) -> set[str]:
        """Every name that was asked for."""
        return self._names.used

    def take(self, piece: Piece, tag: Tag) -> None:
        """Take the next tag."""
        self._at = (piece, tag)
        inside = tag.inside.translate(_QUOTES) if self._quotes else tag.inside
        if not tag.block:
            self._parsed(f"{{{{ {inside} }}}}")
        elif tag.word in CLOSING.values():
            self._close(piece, tag)
        elif tag.word in _BETWEEN:
            self._between(tag, inside)
        elif tag.word in CLOSING:
            self._begin(piece, tag, inside)
        elif tag.word in _OTHER:
            self._told("W010", say("W010.refused", word=tag.word))
        else:
            hint = meant(tag.word, _WORDS)
            self._told("W010", say("W010.word", word=tag.word or tag.inside, hint=hint))

    def end(self) -> None:
        """Tell of every block that is still open."""
        for each in self._open:
            self._at = (each.piece, each.tag)
            closing = CLOSING[each.tag.word]
            self._told("W006", say("W006", word=each.tag.word, closing=closing))

    def _begin(self, piece: Piece, tag: Tag, inside: str) -> None:
        if tag.word == "set" and "=" in inside:
            self._parsed(f"{{% {inside} %}}")
            return
        opened = _Open(tag, piece)
        self._open.append(opened)
        self._scopes.append(opened.scope)
        self._parsed(f"{{% {inside} %}}{{% {CLOSING[tag.word]} %}}", opened)

    def _between(self, tag: Tag, inside: str) -> None:
        around = self._open[-1].tag.word if self._open else ""
        if around not in _BETWEEN[tag.word]:
            self._told("W006", say("W006.stray", word=tag.word))
        elif tag.word == "elif":
            self._parsed(f"{{% {inside[2:]} %}}{{% endif %}}")

    def _close(self, piece: Piece, tag: Tag) -> None:
        if not self._open:
            self._told("W006", say("W006.stray", word=tag.word))
            return
        opened = self._open[-1]
        if CLOSING[opened.tag.word] != tag.word:
            self._told("W006", self._other(tag, opened))
            if any(CLOSING[each.tag.word] == tag.word for each in self._open):
                while CLOSING[self._open[-1].tag.word] != tag.word:
                    self._leave()
        elif opened.tag.prefix != tag.prefix:
            said = say("W011.pair", begins=_begins(opened.tag), ends=_begins(tag))
            self._told("W011", said)
        elif self._scattered(opened, piece):
            self._told(
                "W011", say("W011.scattered", word=opened.tag.word, place=opened.piece.place)
            )
        self._leave()

    def _leave(self) -> None:
        self._open.pop()
        self._scopes.pop()

    def _other(self, tag: Tag, opened: _Open) -> Message:
        place = opened.piece.place or say("place.line", number=_line(opened))
        closing = CLOSING[opened.tag.word]
        return say("W006.other", word=tag.word, open=opened.tag.word, closing=closing, place=place)

    @staticmethod
    def _scattered(opened: _Open, piece: Piece) -> bool:
        """Whether a block without prefix begins in one paragraph or cell and ends in another."""
        return not opened.tag.prefix and opened.piece is not piece

    def _parsed(self, source: str, opened: _Open | None = None) -> None:
        """Look at a statement or value by itself, and at the names in it."""
        try:
            tree = _PARSER.parse(source)
        except jinja2.TemplateSyntaxError as error:
            self._told("W010", _worded(error, source))
            return
        for node in tree.body:
            self._look(node, opened)

    def _look(self, node: nodes.Node, opened: _Open | None) -> None:
        """Look at the names of a statement or value; what it gives names to is known from here on."""
        inner: Scope = opened.scope if opened is not None else self._scopes[-1]
        match node:
            case nodes.For():
                members = self._names.shape(node.iter)
                found = bound(node.target, members.members if members is not None else None)
                inner.update({**found, "loop": LOOP_SHAPE})
                if node.test is not None:
                    self._names.shape(node.test)
            case nodes.Assign():
                inner.update(bound(node.target, self._names.shape(node.node)))
            case nodes.With():
                for target, value in zip(node.targets, node.values, strict=True):
                    inner.update(bound(target, self._names.shape(value)))
            case nodes.AssignBlock() | nodes.Macro():
                self._named(node, inner)
            case _:
                for child in node.iter_child_nodes(exclude=("body", "else_", "elif_")):
                    self._names.shape(child)

    def _named(self, node: nodes.AssignBlock | nodes.Macro, inner: Scope) -> None:
        """A text or macro that gets a name, outside of itself."""
        if isinstance(node, nodes.AssignBlock):
            self._scopes[-2].update(bound(node.target, Shape()))
            return
        self._scopes[-2][node.name] = None
        inner.update({each.name: None for each in node.args})
        inner.update(dict.fromkeys(("caller", "varargs", "kwargs")))

    def _told(self, code: str, message: Message) -> None:
        if self._at is not None:
            self.slips.append(slip(code, message, self._at[0], self._at[1].start, self._at[1].end))


def _line(opened: _Open) -> int:
    return opened.piece.text.count("\n", 0, opened.tag.start) + 1


def _begins(tag: Tag) -> str:
    return f"{{%{tag.prefix} {tag.word} %}}"


_FULL_WIDTH = re.compile(r"[，：（）“”‘’｜＝。]")


def _worded(error: jinja2.TemplateSyntaxError, source: str) -> Message:
    """A syntax error; where punctuation is full-width, that is the reason."""
    found = _FULL_WIDTH.search(source)
    if found is not None:
        return say("W010.wide", found=found[0])
    return say("W010", why=error.message or "?")


def slip(code: str, message: Message, piece: Piece, start: int, end: int) -> Slip:
    """A mistake in a piece, at a stretch of its text."""
    lead = piece.text.rfind("\n", 0, start) + 1
    rest = piece.text.find("\n", start)
    source = piece.text[lead : rest if rest >= 0 else len(piece.text)]
    line = piece.text.count("\n", 0, start) + 1
    place: Value = piece.place
    return Slip(code, message, place, line, start - lead + 1, max(end - start, 1), source)
