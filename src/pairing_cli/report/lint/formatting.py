"""What a paragraph or a run finally looks like: defaults, then styles, then what it says itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from functools import cached_property
from xml.etree.ElementTree import Element

from pairing_cli.report.lint.package import A, Parts, W
from pairing_cli.report.standard import TWIPS_OF_POINT

Properties = Mapping[str, str]
"""Properties by name: ``jc``, ``sz``, ``b``, and with their attribute ``ind.left``, ``rFonts.eastAsia``."""

DEEPEST = 40
"""Styles that one style may rest on."""

_OFF = ("0", "false", "off", "none")
_EXCLUDES = {"ind.firstLine": "ind.hanging", "ind.hanging": "ind.firstLine"}
_EXCLUDES |= {f"{key}Chars": f"{other}Chars" for key, other in _EXCLUDES.items()}


class Formatting:
    """Works out effective formatting from the styles and the theme of a file."""

    def __init__(self, parts: Parts) -> None:
        self._styles: dict[str, Element] = {}
        self._default = ""
        self._made: dict[tuple[str, str], Properties] = {}
        self._parts = parts
        for style in parts.styles.iter(f"{W}style") if parts.styles is not None else ():
            self._learn(style)

    def _learn(self, style: Element) -> None:
        identity = style.get(f"{W}styleId", "")
        self._styles[identity] = style
        if style.get(f"{W}type") == "paragraph" and style.get(f"{W}default") in ("1", "true"):
            self._default = identity

    def style(self, paragraph: Element) -> str:
        """The id of a paragraph's style."""
        found = paragraph.find(f"{W}pPr/{W}pStyle")
        identity = found.get(f"{W}val", "") if found is not None else ""
        return identity if identity in self._styles else self._default

    def paragraph(self, paragraph: Element, style: str) -> Properties:
        """The effective properties of a paragraph of a style."""
        return merged(self._styled(style, "pPr"), self._own(paragraph.find(f"{W}pPr")))

    def run(self, run: Element | None, style: str) -> Properties:
        """The effective properties of a run in a paragraph of a style; without one, of the style."""
        base = self._styled(style, "rPr")
        own = run.find(f"{W}rPr") if run is not None else None
        named = own.find(f"{W}rStyle") if own is not None else None
        if named is not None:
            for each in self._chain(named.get(f"{W}val", "")):
                base = merged(base, self._own(each.find(f"{W}rPr")))
        return merged(base, self._own(own))

    def _styled(self, identity: str, kind: str) -> Properties:
        """The defaults and a style with all that it rests on."""
        found = self._made.get((identity, kind))
        if found is None:
            found = self._defaults(kind)
            for style in self._chain(identity):
                found = merged(found, self._own(style.find(f"{W}{kind}")))
            self._made[identity, kind] = found
        return found

    def _defaults(self, kind: str) -> Properties:
        if self._parts.styles is None:
            return {}
        return self._own(self._parts.styles.find(f"{W}docDefaults/{W}{kind}Default/{W}{kind}"))

    def _chain(self, identity: str) -> list[Element]:
        """A style and those that it rests on, the first of these first."""
        found: list[Element] = []
        while identity in self._styles and len(found) < DEEPEST:
            found.insert(0, self._styles[identity])
            based = self._styles[identity].find(f"{W}basedOn")
            identity = based.get(f"{W}val", "") if based is not None else ""
        return found

    def _own(self, properties: Element | None) -> dict[str, str]:
        """What one element of properties says, fonts of the theme by their names."""
        if properties is None:
            return {}
        found = dict(pair for child in properties for pair in _flat(child))
        themed = found.pop("rFonts.eastAsiaTheme", None)
        if themed is not None:
            found["rFonts.eastAsia"] = self._theme_fonts.get(themed[:5], "")
        return found

    @cached_property
    def _theme_fonts(self) -> dict[str, str]:
        """The theme's East-Asian fonts: of Chinese text, else the general one."""
        found: dict[str, str] = {}
        for name in ("major", "minor"):
            theme = self._parts.theme
            fonts = theme.find(f".//{A}{name}Font") if theme is not None else None
            for each in fonts if fonts is not None else ():
                general = each.tag == f"{A}ea" and each.get("typeface")
                if each.get("script") == "Hans" or (general and name not in found):
                    found[name] = each.get("typeface", "")
        return found


def _flat(child: Element) -> Iterator[tuple[str, str]]:
    name = child.tag.rpartition("}")[2]
    if not child.attrib:
        yield name, "1"
    for key, value in child.attrib.items():
        attribute = key.rpartition("}")[2]
        yield (name if attribute == "val" else f"{name}.{attribute}"), value


def merged(base: Properties, own: Properties) -> Properties:
    """Properties with others over them."""
    if not own:
        return base
    dropped = {_EXCLUDES[key] for key in own if key in _EXCLUDES}
    return {**{key: value for key, value in base.items() if key not in dropped}, **own}


def number(properties: Properties, key: str) -> Fraction:
    """A property that is a whole number; 0 where it is not there, or is none."""
    text = properties.get(key, "0").removesuffix(".0")
    sign, digits = (-1, text[1:]) if text.startswith("-") else (1, text)
    return Fraction(sign * int(digits)) if digits.isdecimal() and len(digits) < 10 else Fraction(0)


def on(properties: Properties, key: str) -> bool:
    """Whether something is switched on."""
    return properties.get(key, "0") not in _OFF


def size(properties: Properties) -> Fraction:
    """The size of type in points; 10 where nothing says it, as programs take it."""
    return number(properties, "sz") / 2 or Fraction(10)


def tracking(properties: Properties) -> Fraction:
    """Points between characters."""
    return number(properties, "spacing") / TWIPS_OF_POINT


def characters(properties: Properties, key: str, em: Fraction) -> Fraction:
    """An indent in characters of ``em`` points, however it is given."""
    if f"ind.{key}Chars" in properties and number(properties, f"ind.{key}Chars"):
        return number(properties, f"ind.{key}Chars") / 100
    return number(properties, f"ind.{key}") / TWIPS_OF_POINT / em
