"""What of a workbook's sheets is printed, made wide enough for another column."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from pairing_cli.office.grids import letters
from pairing_cli.office.package import Package, attribute, elements, local
from pairing_cli.office.scan import column_of

_NAME = re.compile(rb"(<(?:\w+:)?definedName\s[^>]*>)([^<]*)<")
_SHEET = re.compile(rb'\slocalSheetId="([0-9]{1,4})"')
_AREA = re.compile(
    rb"((?:'(?:[^']|'')*'|&apos;(?:(?!&apos;).|&apos;&apos;)*&apos;|[^',]*)"
    rb"!\$[A-Z]{1,3}(?:\$[0-9]+)?:\$)([A-Z]{1,3})((?:\$[0-9]+)?)",
    re.DOTALL,
)
"""One range, of whole columns too; the sheet's name may hold anything where it is quoted."""


def widened(package: Package, columns: Mapping[str, int]) -> bytes:
    """The part that names the printed areas, in which those of some sheets reach to a column.

    ``columns`` are by the sheets' parts. A sheet without an area is printed whole; one of several ranges
    is left as it is.
    """
    wanted = {number: columns[part] for number, part in _sheets(package) if part in columns}

    def wide(found: re.Match[bytes]) -> bytes:
        sheet, area = _SHEET.search(found[1]), _AREA.fullmatch(found[2])
        if b'"_xlnm.Print_Area"' not in found[1] or sheet is None or area is None:
            return found[0]
        column = max(wanted.get(int(sheet[1]), 0), column_of(area[2].decode()))
        return b"%s%s%s%s<" % (found[1], area[1], letters(column).encode(), area[3])

    return _NAME.sub(wide, package.read(package.main))


def _sheets(package: Package) -> Iterator[tuple[int, str]]:
    """The parts of the sheets, by their numbers in the workbook."""
    relations = package.relations(package.main)
    sheets = next((e for e in elements(package.xml(package.main)) if local(e) == "sheets"), ())
    for number, sheet in enumerate(elements(sheets)):
        relation = relations.get(attribute(sheet, "id"))
        if relation is not None:
            yield number, relation.target
