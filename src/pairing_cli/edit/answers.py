"""Answers added to a survey's CSV file; what is in it stays byte for byte, but for a new column's header."""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Mapping, Sequence

from pairing_cli.edit.edits import EditError
from pairing_cli.load.decode import decode_table
from pairing_cli.load.tables import parse_table
from pairing_cli.model.columns import BATCH
from pairing_cli.model.repository import plain_name


def appended(
    data: bytes | None, rows: Sequence[Mapping[str, str]], mark: str
) -> tuple[bytes, list[int]]:
    """A file of answers with more rows.

    Args:
        data: The file's bytes, in UTF-8 or GB18030; None where there is no file yet.
        rows: The new rows, by the names of their columns.
        mark: What all of them get in the column 批次, by which they are known for one file's.

    Returns:
        The bytes, in the same encoding and with the same line ends; and the line of each new row.

    Raises:
        EditError: The file cannot be read, or has no header.
    """
    if data is None:
        names = [*dict.fromkeys(name for row in rows for name in row), BATCH]
        header, text, encoding, end = _line(names), "", "utf-8", "\n"
    else:
        encoding, end = _encoding(data), "\r\n" if b"\r\n" in data else "\n"
        text = data.decode(encoding)
        names, header, text = _with_batch(text, end)
    added = [_line([_cell(name, row, mark) for name in names]) for row in rows]
    before = header + end + text
    if not before.endswith(end):
        before += end
    first = before.count("\n") + 1
    found = before + "".join(line + end for line in added)
    return found.encode(encoding), list(range(first, first + len(rows)))


def _encoding(data: bytes) -> str:
    if decode_table(data).text is None:
        raise EditError("unreadable")
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return "gb18030"
    return "utf-8-sig" if data.startswith(codecs.BOM_UTF8) else "utf-8"


def _with_batch(text: str, end: str) -> tuple[list[str], str, str]:
    """The names of a file's columns, its header with 批次, and what follows the header."""
    table = parse_table("", text.replace("\r\n", "\n"))
    if not table.rows:
        raise EditError("no header")
    names = [plain_name(cell) for cell in table.header.cells]
    reader = csv.reader(io.StringIO(text.replace("\r\n", "\n")))
    next(reader)
    lines = text.split(end)
    header = end.join(lines[: reader.line_num])
    if BATCH not in names:
        names.append(BATCH)
        header += f",{BATCH}"
    return names, header, end.join(lines[reader.line_num :])


def _cell(name: str, row: Mapping[str, str], mark: str) -> str:
    if plain_name(name) == BATCH:
        return mark
    return next((text for key, text in row.items() if plain_name(key) == plain_name(name)), "")


def _line(cells: Sequence[str]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="").writerow(cells)
    return out.getvalue()
