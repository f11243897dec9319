"""What an office file may not hold: it is looked through before anything else opens it.

One guard, two policies: a `Policy` states how large a file and its parts may be, and which things in it
are refused. Templates are refused for anything that does more than look well (`report.guard`); forms
that people fill in hold pictures, links and embedded files, which are noted and left alone (`FORM`).

The directory of the archive is judged before a byte is unpacked; then every XML part is read once as a
stream, without a tree, without entities. Parts that were not looked through are given to nobody
(`office.package`).
"""

from __future__ import annotations

import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from io import BytesIO
from zipfile import BadZipFile, ZipFile, ZipInfo

from pairing_cli.office import limits
from pairing_cli.office.directory import check_names, check_size
from pairing_cli.office.policy import Damaged, Policy
from pairing_cli.office.scan import Scan, is_xml

FORM = Policy(
    packed=limits.PACKED,
    entries=limits.ENTRIES,
    unpacked=limits.UNPACKED,
    ratio=limits.RATIO,
    part=limits.PART,
    word_part=limits.WORD_PART,
    elements=limits.ELEMENTS,
    word_elements=limits.WORD_ELEMENTS,
    rows=limits.ROWS,
    cells=limits.CELLS,
    merged=limits.MERGED,
    span=limits.SPAN,
    notes=frozenset({"embedded", "linked", "controls"}),
)
"""What a filled-in form may hold."""

_CHUNK = 256 * 1024
_UNREADABLE = (EOFError, NotImplementedError, OSError, RuntimeError, ValueError, zlib.error)
"""What reading a damaged archive may raise besides BadZipFile."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What was found in a file that may be opened.

    ``notes`` are things that are left alone (``embedded``, ``linked``, ``controls``), each with the
    first part that holds it; ``xml`` are the names of the parts that were looked through.
    """

    notes: Mapping[str, str] = field(default_factory=dict)
    xml: frozenset[str] = frozenset()


def look_through(data: bytes, policy: Policy = FORM) -> Seen:
    """Look a file through; Unsafe when its policy refuses it, Damaged (a BadZipFile) when it is none."""
    check_size(data, policy)
    try:
        with ZipFile(BytesIO(data)) as archive:
            infos = archive.infolist()
            check_names(infos, policy)
            return _seen(archive, infos, policy)
    except BadZipFile as error:
        raise error if isinstance(error, Damaged) else Damaged(str(error)) from error
    except _UNREADABLE as error:
        raise Damaged(type(error).__name__) from error


def _seen(archive: ZipFile, infos: list[ZipInfo], policy: Policy) -> Seen:
    notes: dict[str, str] = {}
    xml = set()
    for info in infos:
        scan = Scan(info.filename, policy)
        if _scanned(archive, info, scan):
            xml.add(info.filename)
        for reason in scan.notes:
            notes.setdefault(reason, info.filename)
    return Seen(notes, frozenset(xml))


def _scanned(archive: ZipFile, info: ZipInfo, scan: Scan) -> bool:
    """Whether a part was XML, which is then looked through."""
    with archive.open(info) as stream:
        head = stream.read(_CHUNK)
        if not is_xml(info.filename, head):
            return False
        scan.allow(info.file_size)
        scan.begin(head)
        while chunk := stream.read(_CHUNK):
            scan.go_on(chunk)
        scan.end()
    return True
