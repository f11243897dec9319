"""Finding templates: the programme's own folder first, then those that come with the tool."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from pairing_cli.report.apart import Apart
from pairing_cli.report.faults import TemplateError, blame

OWN = "templates"
"""The folder, inside a programme's, of its own templates."""

LIMIT = 1024 * 1024
"""Size of a template in bytes."""


def packaged() -> Path:
    """The folder of the templates that come with the tool."""
    installed = Path(__file__).parent.parent / "_data" / "templates"
    return installed if installed.is_dir() else Path(__file__).parents[3] / "templates"


@dataclass(frozen=True, slots=True)
class Templates:
    """The templates of a programme: ``own`` is its folder of templates, which need not exist.

    ``apart`` is the process in which those run.
    """

    own: Path | None = None
    apart: Apart = field(default_factory=Apart, compare=False)

    def find(self, *names: str) -> tuple[str, bytes]:
        """A template's label and bytes, by file name such as ``score-sheet.docx``.

        Of several names the first that there is: for each, in the programme's own folder before the
        packaged one. Names are looked up in a listing of the folder, never joined into paths.
        """
        for name in names:
            for folder, label in ((self.own, f"{OWN}/{name}"), (packaged(), name)):
                found = _listed(folder, name) if folder else None
                if found is not None:
                    return label, read(found, label)
        raise TemplateError(names[0], "missing")

    @staticmethod
    def trusted(label: str) -> bool:
        """Whether a template of this label came with the tool."""
        return not label.startswith(f"{OWN}/")


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


def read(path: Path, label: str) -> bytes:
    """A template's bytes; TemplateError when it is too large."""
    with path.open("rb") as stream:
        data = stream.read(LIMIT + 1)
    if len(data) > LIMIT:
        raise TemplateError(label, "large", limit=str(LIMIT // 1024))
    return data


__all__ = ["OWN", "TemplateError", "Templates", "blame", "packaged", "read"]
