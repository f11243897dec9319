"""What came with filled-in forms: the pictures in them, and a folder or an archive of attachments."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from pairing_cli.cli.session import Refusal, Settings, bytes_of
from pairing_cli.model.system import why

if TYPE_CHECKING:
    from pairing_cli.cli.handed import Handed
    from pairing_cli.forms.reading import Extras
    from pairing_cli.model.repository import Repository
    from pairing_cli.office.media import Item, Media


def companions(
    root: Path,
    repository: Repository,
    handed: list[Handed],
    attachments: Path | None,
    settings: Settings,
) -> Callable[[], Extras] | None:
    """What makes the files that go with rows; None where there are none and no row names one."""
    from pairing_cli.forms.accompanying import Accompanying
    from pairing_cli.forms.attached import Attachments
    from pairing_cli.forms.evidence import Keeping
    from pairing_cli.office.media import Media

    pictures = {str(each.path): each.pictures for each in handed}
    media = Media() if attachments is None else _attachments(attachments)
    names_files = any("file" in table.header.columns for each in handed for table in each.tables)
    if not (names_files or media.items or media.losses or any(map(_any, pictures.values()))):
        return None
    items = [item for each in (media, *pictures.values()) for item in each.items]
    known, taken = _there(root, _named(repository), items)

    def made() -> Extras:
        keeping = Keeping(known, taken, Attachments(media))
        return Accompanying(keeping, pictures, settings.today)

    return made


def _any(media: Media) -> bool:
    return bool(media.items or media.losses)


def _attachments(path: Path) -> Media:
    """The files of a folder or archive. A refusal says why it cannot be read."""
    from pairing_cli.office.attachments import attachments_in_folder, attachments_in_zip
    from pairing_cli.office.limits import ARCHIVE
    from pairing_cli.office.package import Refused

    try:
        if path.is_dir():
            return attachments_in_folder(path)
        return attachments_in_zip(bytes_of(path, ARCHIVE))
    except OSError as error:
        raise Refusal("refuse.read", path=str(path), why=why(error)) from error
    except Refused as refused:
        raise Refusal("refuse.form-file", path=str(path), why=refused.message) from refused


def _there(
    root: Path, named: list[str], items: list[Item]
) -> tuple[dict[str, str], Callable[[str], bool]]:
    """The evidence files that are as large as one of the items, by SHA-256; and which paths are taken."""
    from pairing_cli.forms.filing import FOLDER
    from pairing_cli.load.evidence import hashes
    from pairing_cli.load.tree import FolderTree

    sizes = {len(item.data) for item in items}
    alike = [path for path in named if _size(root / path) in sizes]
    known = {sha256: path for path, sha256 in hashes(FolderTree(root), alike).items() if sha256}
    beside = (each for each in (root / FOLDER).rglob("*") if each.is_file())
    there = {each.relative_to(root).as_posix() for each in beside} | set(named)
    return known, frozenset(path.casefold() for path in there).__contains__


def _named(repository: Repository) -> list[str]:
    """The paths of the evidence files that records name."""
    activities = (document for e in repository.activities for document in e.record.documents)
    alone = (entry.record for entry in repository.submissions)
    every = (*activities, *alone)
    return list(dict.fromkeys(file.path for document in every for file in document.file))


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return -1
