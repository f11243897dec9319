"""An office file that was looked through: its parts, and how they are related (ECMA-376 part 2)."""

from __future__ import annotations

import posixpath
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache
from io import BytesIO
from zipfile import BadZipFile, ZipFile

from lxml import etree

from pairing_cli.model.diagnostics import Message, say
from pairing_cli.office import limits
from pairing_cli.office.guard import look_through
from pairing_cli.office.policy import Damaged, Unsafe
from pairing_cli.office.what import what_else

SHEETS, TEXTS = "xlsx", "docx"
_MAIN = {
    "spreadsheetml.sheet.main+xml": SHEETS,
    "spreadsheetml.template.main+xml": SHEETS,
    "wordprocessingml.document.main+xml": TEXTS,
    "wordprocessingml.template.main+xml": TEXTS,
}
_TYPES = "[Content_Types].xml"
_UNREADABLE = (
    ArithmeticError,
    AttributeError,
    EOFError,
    LookupError,
    NotImplementedError,
    OSError,
    RuntimeError,
    TypeError,
    ValueError,
    BadZipFile,
    etree.LxmlError,
    zlib.error,
)
"""What reading a damaged file may raise, wherever in it the damage shows."""


class Refused(Exception):
    """A file that is not read: why and what to do, in the words of the catalogue's ``office.*``."""

    def __init__(self, reason: str, **facts: str) -> None:
        """The reason is the key behind ``office.``."""
        super().__init__(reason)
        self.reason = reason
        self.message: Message = say(f"office.{reason}", **facts)


@contextmanager
def refusing() -> Iterator[None]:
    """Turn whatever a damaged or hostile file raises into Refused."""
    try:
        yield
    except Unsafe as unsafe:
        raise Refused(unsafe.reason, part=unsafe.part, limit=unsafe.limit) from unsafe
    except _UNREADABLE as error:
        raise Refused("damaged") from error


@dataclass(frozen=True, slots=True)
class Relation:
    """What a part refers to: the last word of the kind, and the other part's name.

    ``external`` targets are outside the file; they are never followed.
    """

    kind: str
    target: str
    external: bool


@dataclass(frozen=True)
class Package:
    """An office file, of which only what was looked through can be read as XML.

    ``notes`` say what is in it that is left alone.
    """

    data: bytes = field(repr=False)
    kind: str
    main: str
    xml_parts: frozenset[str] = field(repr=False)
    notes: tuple[Message, ...] = ()

    @cached_property
    def _archive(self) -> ZipFile:
        return ZipFile(BytesIO(self.data))

    @cached_property
    def _names(self) -> Mapping[str, str]:
        """Names as they are written, by their folded form: parts are found in any letter case."""
        return {name.casefold(): name for name in self._archive.namelist()}

    def has(self, part: str) -> bool:
        """Whether there is a part of that name."""
        return part.casefold() in self._names

    def size(self, part: str) -> int:
        """Bytes of a part; KeyError where there is none."""
        return self._archive.getinfo(self._names[part.casefold()]).file_size

    def read(self, part: str) -> bytes:
        """The bytes of a part; KeyError where there is none."""
        return self._archive.read(self._names[part.casefold()])

    def xml(self, part: str) -> etree._Element:
        """A part as a tree, without entities; KeyError where there is none that was looked through."""
        return etree.fromstring(self._looked_through(part), _parser())

    def each(self, part: str, *tags: str) -> Iterator[etree._Element]:
        """The elements of some local names in a part, each gone when the next is asked for.

        There are no comments inside them.
        """
        stream = BytesIO(self._looked_through(part))
        options = {
            "resolve_entities": False,
            "no_network": True,
            "encoding": "utf-8",
            "remove_comments": True,
            "remove_pis": True,
        }
        for _, element in etree.iterparse(stream, tag=[f"{{*}}{tag}" for tag in tags], **options):
            yield element
            element.clear()
            while element.getprevious() is not None:
                del element.getparent()[0]

    def _looked_through(self, part: str) -> bytes:
        name = self._names[part.casefold()]
        if name not in self.xml_parts:
            raise Damaged(part)
        return self.read(name)

    @cached_property
    def _related(self) -> dict[str, dict[str, Relation]]:
        return {}

    def relations(self, part: str) -> Mapping[str, Relation]:
        """What a part refers to, by id; nothing where it refers to nothing."""
        if part not in self._related:
            self._related[part] = self._relations(part)
        return self._related[part]

    def _relations(self, part: str) -> dict[str, Relation]:
        folder, name = posixpath.split(part)
        source = posixpath.join(folder, "_rels", f"{name}.rels")
        if not self.has(source):
            return {}
        return {each.get("Id", ""): _relation(folder, each) for each in elements(self.xml(source))}

    def related(self, part: str, kind: str) -> str | None:
        """The first part of a kind that a part refers to and that is there."""
        found = self.relations(part).values()
        inside = (each.target for each in found if each.kind == kind and not each.external)
        return next((target for target in inside if self.has(target)), None)


def _parser() -> etree.XMLParser:
    return etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        encoding="utf-8",
        remove_comments=True,
        remove_pis=True,
    )


def _relation(folder: str, element: etree._Element) -> Relation:
    target = element.get("Target", "")
    external = element.get("TargetMode", "").casefold() == "external"
    if not external:
        absolute = target.startswith("/")
        joined = target if absolute else posixpath.join("/", folder, target)
        target = posixpath.normpath(joined).lstrip("/")
    return Relation(element.get("Type", "").rpartition("/")[2], target, external)


def elements(parent: etree._Element) -> Iterator[etree._Element]:
    """The children that are elements: no comments."""
    return (child for child in parent if isinstance(child.tag, str))


def local(element: etree._Element) -> str:
    """An element's name without its namespace: strict and transitional files differ in those."""
    return _without_space(element.tag)


@lru_cache(maxsize=4096)
def _without_space(tag: object) -> str:
    return str(tag).rpartition("}")[2]


def attribute(element: etree._Element, name: str) -> str:
    """An attribute by its local name; empty where there is none."""
    found = (str(value) for key, value in element.items() if key.rpartition("}")[2] == name)
    return next(found, "")


def opened(data: bytes) -> Package:
    """The package of a filled-in form; Refused where it is none, is damaged, or not to be opened."""
    with refusing():
        other = what_else(data) if len(data) <= limits.PACKED else ""
        if other:
            raise Refused(other)
        seen = look_through(data)
        notes = tuple(say(f"office.{reason}", part=part) for reason, part in seen.notes.items())
        package = Package(data, "", "", seen.xml, notes)
        kind, main = _main(package)
        return replace(package, kind=kind, main=main)


def _main(package: Package) -> tuple[str, str]:
    """What kind of file it is, and the name of its main part."""
    if not package.has(_TYPES):
        raise Refused("open-document" if package.has("mimetype") else "archive")
    main = package.related("", "officeDocument") or ""
    stated = _type_of(package, main)
    kind = next((kind for ending, kind in _MAIN.items() if stated.endswith(ending)), "")
    if not kind:
        raise Refused("slides" if "presentationml" in stated else "damaged")
    return kind, main


def _type_of(package: Package, part: str) -> str:
    """The content type that is stated for a part; of its ending where none is stated for it alone."""
    ending = part.rpartition(".")[2].casefold()
    default = ""
    for each in elements(package.xml(_TYPES)):
        if each.get("PartName", "").lstrip("/").casefold() == part.casefold():
            return str(each.get("ContentType", ""))
        if each.get("Extension", "").casefold() == ending:
            default = str(each.get("ContentType", ""))
    return default
