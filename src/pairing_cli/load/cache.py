"""What was found out about a large programme, kept for the next run (docs/adr/0015).

Of a file that holds nothing but activities it is kept what it holds and what rules of reach RECORD found in
it. The first stands while the file's bytes stay the same; the second also needs the rest of the
programme, the evidence it names, and, while any of its days is still to come, the day to be the same.
Whatever is missing, damaged or of another version is found out anew.
"""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from pairing_cli.load.bind import Bound
from pairing_cli.load.held import drop_held, read_held, write_held
from pairing_cli.load.kept import (
    Data,
    NotKeptError,
    finding_kept,
    findings_read,
    is_log,
    log_kept,
    log_read,
)
from pairing_cli.load.programme import Loaded, bound_file
from pairing_cli.model.diagnostics import Diagnostic
from pairing_cli.model.gist import Gist
from pairing_cli.model.places import At, Span
from pairing_cli.model.repository import Repository

SMALL = 2 * 1024 * 1024
"""Bytes of YAML up to which a programme is read in less than a second, and nothing is kept."""


class Memo(dict[tuple[str, bytes], Bound]):
    """The files of this run, in their order; of those that have not changed, what is kept."""

    def __init__(self, kept: Mapping[str, Data]) -> None:
        """``kept`` is what is known of files, by path."""
        super().__init__()
        self.kept = kept
        self.digests: dict[str, str] = {}
        self.recalled: dict[str, Data] = {}

    def __missing__(self, key: tuple[str, bytes]) -> Bound:
        """What is kept of a file's bytes; KeyError when nothing is."""
        path, data = key
        self.digests[path] = hashlib.sha256(data).hexdigest()
        kept = self.kept.get(path, {})
        if kept.get("bytes") != self.digests[path] or "log" not in kept:
            raise KeyError(path)
        bound = self[key] = log_read(path, data, kept["log"], bound_file)
        self.recalled[path] = kept
        return bound

    @property
    def logs(self) -> dict[str, Bound]:
        """The files that hold activities and nothing else."""
        return {path: bound for (path, _), bound in self.items() if is_log(bound)}


@dataclass
class Cache:
    """What earlier runs left in a file, and what this one adds.

    ``tool`` stands for the very version of everything that reads and checks.
    """

    file: Path
    tool: str
    memo: Memo = field(init=False)
    _checked: dict[str, Data] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Read what there is; nothing, where it is missing, damaged or of another version."""
        held = read_held(self.file)
        self.memo = Memo(held["files"] if held.get("tool") == self.tool else {})

    @property
    def bytes_read(self) -> dict[str, bytes]:
        """The bytes of the files that were read."""
        return dict(self.memo.keys())

    def known(self, loaded: Loaded, today: date) -> dict[str, tuple[Diagnostic, ...]]:
        """What rules of reach RECORD find in files of activities, as far as it still stands."""
        seen = _Seen(loaded.repository, self._rest(loaded.repository))
        stands = {
            path: kept["checked"]
            for path, kept in self.memo.recalled.items()
            if "checked" in kept and seen.stands(path, kept["checked"], today)
        }
        self._checked |= stands
        return {path: findings_read(checked["found"]) for path, checked in stands.items()}

    def learn(self, found: Iterable[Diagnostic], loaded: Loaded, today: date) -> None:
        """Keep what rules of reach RECORD found today in files of activities."""
        by_file = defaultdict[str, list[Diagnostic]](list)
        for each in found:
            by_file[each.at.file].append(each)
        seen = _Seen(loaded.repository, self._rest(loaded.repository))
        for path in self.memo.logs.keys() - self._checked.keys():
            with suppress(NotKeptError):
                self._checked[path] = {
                    "rest": seen.rest,
                    "evidence": seen.evidence(path),
                    "today": today.isoformat(),
                    "found": [finding_kept(each) for each in by_file[path]],
                }

    def _rest(self, repository: Repository) -> str:
        """What stands for everything but the files of activities: the others' names and bytes."""
        logs = self.memo.logs
        rest = [
            (path, self.memo.digests.get(path)) for path in repository.files if path not in logs
        ]
        said = json.dumps([rest, sorted(repository.broken)])
        return hashlib.sha256(said.encode()).hexdigest()

    def spans(self) -> dict[At, Span]:
        """Where findings stand in the files that have not changed."""
        return {
            At(path, tuple(route), key): Span(*numbers)
            for path, kept in self.memo.kept.items()
            if kept["bytes"] == self.memo.digests.get(path)
            for route, key, *numbers in kept["spans"]
        }

    def save(self, spans: Mapping[At, Span], loaded: Loaded) -> None:
        """Leave to the next run what is known now; of a small programme nothing."""
        if sum(map(len, self.bytes_read.values())) <= SMALL:
            drop_held(self.file)
            return
        files = self._files(spans, loaded.repository)
        if files != self.memo.kept:
            write_held(self.file, {"tool": self.tool, "files": files})

    def _files(self, spans: Mapping[At, Span], repository: Repository) -> dict[str, Data]:
        """What is known of each file now."""
        found: dict[str, Data] = {
            path: {"bytes": self.memo.digests[path], "spans": []} for path, _ in self.memo
        }
        for path, bound in self.memo.logs.items():
            gist = repository.gists_by_file.get(path, Gist())
            with suppress(NotKeptError):
                recalled = self.memo.recalled.get(path)
                found[path]["log"] = recalled["log"] if recalled else log_kept(bound, gist)
                found[path]["checked"] = self._checked[path]
        for at, span in spans.items():
            if at.file in found:
                place = [span.line, span.column, span.end_line, span.end_column]
                found[at.file]["spans"].append([list(at.route), at.key, *place])
        return found


@dataclass(frozen=True, slots=True)
class _Seen:
    """What the findings in a file of activities rest on besides the file."""

    repository: Repository
    rest: str

    def evidence(self, path: str) -> str:
        """What stands for all that is known of the evidence that a file names."""
        facts = self.repository.evidence or {}
        used = self.repository.gists_by_file.get(path, Gist()).used
        said = repr([facts.get(each.path) for each in used])
        return hashlib.sha256(said.encode("utf-8", "backslashreplace")).hexdigest()

    def stands(self, path: str, checked: Data, today: date) -> bool:
        """Whether what was found in a file would be found again."""
        before = date.fromisoformat(checked["today"])
        latest = self.repository.gists_by_file.get(path, Gist()).latest
        same_day = before == today or latest <= min(before, today)
        rest = checked["rest"] == self.rest
        return rest and same_day and checked["evidence"] == self.evidence(path)
