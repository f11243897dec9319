"""The baseline of ``pairing validate``: written, read again, and held against the findings."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from pairing_cli.cli.session import Opened, Refusal, make_folder, save

if TYPE_CHECKING:
    from pairing_cli.model.baseline import Baseline, Since
    from pairing_cli.model.diagnostics import Diagnostic

FILE = ".pairing/baseline.json"
"""Where a programme's baseline stands, inside its folder."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked for: another file than the usual, a new baseline, or none."""

    file: Path | None = None
    write: bool = False
    none: bool = False

    def check(self, paths: list[Path]) -> None:
        """Refuse what cannot be meant: no baseline and one, or a baseline of a part."""
        if self.none and (self.write or self.file is not None):
            raise Refusal(
                "refuse.one-of", names=("--baseline", "--write-baseline", "--no-baseline")
            )
        if self.write and any(path.is_file() for path in paths):
            raise Refusal("refuse.baseline-whole")
        if self.file is not None and self.file.suffix.lower() != ".json":
            raise Refusal("refuse.baseline-name", path=str(self.file))

    def check_one(self, roots: list[Path]) -> None:
        """Refuse one file for several programmes: each has its own baseline."""
        if self.file is not None and len(roots) > 1:
            paths = tuple(root.as_posix() for root in roots)
            raise Refusal("refuse.many-programmes", paths=paths)

    def since(self, opened: Opened, found: tuple[Diagnostic, ...]) -> Since:
        """The findings held against the baseline, which is written before where that is asked for."""
        from pairing_cli.model.baseline import Baseline, baseline_of

        if self.write:
            self._write(opened, baseline_of(found, opened.identities))
        return (self._read(opened) or Baseline()).since(found)

    def place(self, opened: Opened) -> Path:
        """The file of a programme's baseline."""
        return self.file or opened.root / FILE

    def _write(self, opened: Opened, baseline: Baseline) -> None:
        from pairing_cli.output.findings import dump

        path = self.place(opened)
        make_folder(path.parent)
        save(path, dump(baseline.document()).encode("utf-8"))

    def _read(self, opened: Opened) -> Baseline | None:
        """The baseline, None where there is none; a refusal where it cannot be used."""
        from pairing_cli.load.baseline import Fault, read_baseline
        from pairing_cli.load.tree import FolderTree

        if self.none:
            return None
        if self.file is None and not self.write:
            found = read_baseline(opened.tree, FILE)
        else:
            path = self.place(opened)
            found = read_baseline(FolderTree(path.parent), path.name)
        if isinstance(found, Fault):
            key = "refuse.baseline-newer" if found is Fault.NEWER else "refuse.baseline-damaged"
            raise Refusal(key, path=self.place(opened).as_posix())
        if found is None and self.file is not None:
            raise Refusal("refuse.no-path", path=str(self.file))
        return found
