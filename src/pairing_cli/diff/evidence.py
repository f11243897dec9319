"""What became of evidence files: those that records of either state name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from pairing_cli.model.differences import EvidenceDifference, Fate
from pairing_cli.model.places import At
from pairing_cli.model.repository import Repository

Files = Mapping[str, tuple[Fate, str | None]]
"""What became of files, by path: and the old path of one that was renamed."""


def named_files(repository: Repository) -> dict[str, list[At]]:
    """The evidence files that records name, with the places that do."""
    found: dict[str, list[At]] = {}
    for activity in repository.activities:
        for number, document in enumerate(activity.record.documents):
            for file in document.file:
                found.setdefault(file.path, []).append(activity.place("documents", number))
    for submission in repository.submissions:
        for file in submission.record.file:
            found.setdefault(file.path, []).append(submission.at)
    return found


def evidence_differences(
    before: Repository, after: Repository, files: Files
) -> Iterator[EvidenceDifference]:
    """The evidence that came, went, changed or was renamed, sorted by path."""
    old, new = named_files(before), named_files(after)
    for path in sorted({*old, *new} & {*files, *_old_paths(files)}):
        fate, was = files.get(path, (Fate.REMOVED, None))
        if path in _old_paths(files) and path not in files and path not in new:
            continue  # said of the name that it has now
        yield EvidenceDifference(path, fate, tuple(new.get(path) or old[path]), was)


def _old_paths(files: Files) -> Iterable[str]:
    return {was for fate, was in files.values() if was is not None}
