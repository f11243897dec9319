"""Pictures that Excel (since 2022) keeps inside cells: rich values, found over four parts ([MS-XLSX] 2.2.4.9).

A cell names a bundle of value metadata; that names a bundle of future metadata; that a rich value; its
first value a relation; and that the picture.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeVar

from lxml import etree

from pairing_cli.office.package import Package, attribute, elements, local

T = TypeVar("T")

_FOLDER = "xl/richData/"
_RELATIONS = f"{_FOLDER}richValueRel.xml"
_VALUES = f"{_FOLDER}rdrichvalue.xml"
_STRUCTURES = f"{_FOLDER}rdrichvaluestructure.xml"
_METADATA = "xl/metadata.xml"
_NAME = "XLRICHVALUE"
_KEY = "_rvRel:LocalImageIdentifier"


def rich_pictures(package: Package) -> dict[str, str]:
    """The parts of pictures inside cells, by what cells say of them: ``vm:1``."""
    if not all(map(package.has, (_RELATIONS, _VALUES, _METADATA))):
        return {}
    relations = package.relations(_RELATIONS)
    ids = [attribute(each, "id") for each in elements(package.xml(_RELATIONS))]
    targets = [relations[each].target if each in relations else "" for each in ids]
    pictures = list(_pictures(package, targets))
    return {
        f"vm:{number}": _at(pictures, value, "")
        for number, value in enumerate(_bundles(package.xml(_METADATA)), 1)
    }


def _pictures(package: Package, targets: list[str]) -> Iterator[str]:
    """The part of the picture of every rich value; empty where it is of another kind."""
    places = list(_places(package))
    for value in elements(package.xml(_VALUES)):
        if local(value) == "rv":
            texts = [each.text or "" for each in elements(value) if local(each) == "v"]
            place = _at(places, _number(value.get("s", "")), -1)
            yield _at(targets, _number(texts[place]), "") if 0 <= place < len(texts) else ""


def _places(package: Package) -> Iterator[int]:
    """At which place every structure holds the relation of a picture; -1 where it holds none."""
    if package.has(_STRUCTURES):
        for structure in elements(package.xml(_STRUCTURES)):
            keys = [each.get("n") for each in elements(structure)]
            yield keys.index(_KEY) if _KEY in keys else -1


def _bundles(root: etree._Element) -> Iterator[int]:
    """The number of the rich value of every bundle of value metadata; -1 where it has none."""
    groups = {(local(each), each.get("name", "")): each for each in elements(root)}
    future = [
        _number(next((one.get("i", "") for one in bundle.iter("{*}rvb")), ""))
        for bundle in _children(groups.get(("futureMetadata", _NAME)))
    ]
    for bundle in _children(groups.get(("valueMetadata", ""))):
        records = (one.get("v", "") for one in elements(bundle) if local(one) == "rc")
        yield _at(future, _number(next(records, "")), -1)


def _children(group: etree._Element | None) -> Iterator[etree._Element]:
    return iter(()) if group is None else elements(group)


def _number(text: str) -> int:
    return int(text) if text.isdecimal() and len(text) < 10 else -1


def _at(values: Sequence[T], place: int, other: T) -> T:
    return values[place] if 0 <= place < len(values) else other
