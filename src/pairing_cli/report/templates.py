"""Finding templates: the programme's own folder first, then those that come with the tool."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from zipfile import BadZipFile, ZipFile

import jinja2

LIMIT = 1024 * 1024
"""Size of a template in bytes."""

UNPACKED = 16 * 1024 * 1024
"""Size in bytes of all that a Word or Excel template unpacks to."""


class TemplateError(Exception):
    """A template cannot be used: which, and why, in the words of the catalogue's ``template.*``."""

    def __init__(self, template: str, key: str, **facts: str) -> None:
        """A template's trouble."""
        super().__init__(f"{template}: {key}")
        self.key = f"template.{key}"
        self.facts = {"template": template, **facts}


_ANY_FAULT = (
    jinja2.TemplateError,
    ArithmeticError,
    AttributeError,
    BadZipFile,
    LookupError,
    OSError,
    RecursionError,
    SyntaxError,
    TypeError,
    ValueError,
)
"""What opening or running a template may raise: whatever it is, the template is at fault."""


@contextmanager
def blame(template: str, key: str = "fails", place: str = "") -> Iterator[None]:
    """Turn what a template raises into a TemplateError that names it."""
    try:
        yield
    except _ANY_FAULT as error:
        line = getattr(error, "lineno", None)
        why = str(getattr(error, "message", None) or error) or type(error).__name__
        parts = (place, str(line) if line else "", why)
        raise TemplateError(template, key, why=": ".join(filter(None, parts))) from error


def packaged() -> Path:
    """The folder of the templates that come with the tool."""
    installed = Path(__file__).parent.parent / "_data" / "templates"
    return installed if installed.is_dir() else Path(__file__).parents[3] / "templates"


@dataclass(frozen=True, slots=True)
class Templates:
    """The templates of a programme: ``own`` is its folder of templates, which need not exist."""

    own: Path | None = None

    def find(self, *names: str) -> tuple[str, bytes]:
        """A template's label and bytes, by file name such as ``score-sheet.docx``.

        Of several names the first that there is: for each, in the programme's own folder before the
        packaged one. Names are looked up in a listing of the folder, never joined into paths.
        """
        for name in names:
            for folder, label in ((self.own, f"templates/{name}"), (packaged(), name)):
                found = _listed(folder, name) if folder else None
                if found is not None:
                    return label, _read(found, label)
        raise TemplateError(names[0], "missing")


def _listed(folder: Path, name: str) -> Path | None:
    if not folder.is_dir():
        return None
    return next(
        (
            path
            for path in folder.iterdir()
            if path.name == name and path.is_file() and not path.is_symlink()
        ),
        None,
    )


def _read(path: Path, label: str) -> bytes:
    with path.open("rb") as stream:
        data = stream.read(LIMIT + 1)
    if len(data) > LIMIT:
        raise TemplateError(label, "large", limit=str(LIMIT // 1024))
    if _unpacked(data) > UNPACKED:
        raise TemplateError(label, "large", limit=str(UNPACKED // 1024))
    return data


def _unpacked(data: bytes) -> int:
    """The size of an office file's contents, more than which is never read out of it; else 0."""
    try:
        with ZipFile(BytesIO(data)) as archive:
            return sum(info.file_size for info in archive.infolist())
    except (BadZipFile, ValueError, OSError):
        return 0  # no archive: whoever reads it says so
