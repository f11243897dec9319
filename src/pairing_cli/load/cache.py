"""What was found out about a large programme, kept for the next run (docs/adr/0018).

Of a file that holds nothing but the log it is kept what it holds and what rules of reach RECORD found in
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
    stands_alone,
)
from pairing_cli.load.positions import Positions
from pairing_cli.load.programme import Loaded, bound_alone
from pairing_cli.load.tree import Tree
from pairing_cli.model.diagnostics import Diagnostic
from pairing_cli.model.gist import Gist
from pairing_cli.model.places import At, Span
from pairing_cli.model.repository import Repository

SMALL = 2 * 1024 * 1024
"""Bytes of YAML up to which a programme is read in less than a second, and nothing is kept."""


@dataclass(frozen=True, slots=True)
class _Kept:
    """What is kept of a file, and the line that says so."""

    data: Data
    line: bytes


class Memo(dict[tuple[str, bytes], Bound]):
    """The files of this run, in their order; of those that have not changed, what is kept."""

    def __init__(self, kept: Mapping[str, _Kept]) -> None:
        """``kept`` is what is known of files, by path."""
        super().__init__()
        self.kept = kept
        self.digests: dict[str, str] = {}
        self.recalled: dict[str, Data] = {}
        self.logs: set[str] = set()
        self.alone: dict[str, Bound] = {}

    def __missing__(self, key: tuple[str, bytes]) -> Bound:
        """What is kept of a file's bytes; KeyError when nothing is."""
        path, data = key
        self.digests[path] = hashlib.sha256(data).hexdigest()
        found = self.unchanged(path)
        if "log" not in found:
            raise KeyError(path)
        bound = log_read(path, data, found["log"], bound_alone)
        super().__setitem__(key, bound)
        self.logs.add(path)
        self.alone[path] = bound
        self.recalled[path] = found
        return bound

    def __setitem__(self, key: tuple[str, bytes], bound: Bound) -> None:
        """Take a file that was read: of the log, perhaps of the log and alone, or of the rest."""
        super().__setitem__(key, bound)
        if is_log(bound):
            self.logs.add(key[0])
        if stands_alone(bound):
            self.alone[key[0]] = bound

    def unchanged(self, path: str) -> Data:
        """What is kept of a file, if it has the same bytes as then."""
        kept = self.kept.get(path)
        same = kept is not None and kept.data["bytes"] == self.digests.get(path)
        return kept.data if kept is not None and same else {}


@dataclass
class Cache:
    """What earlier runs left in a file, and what this one adds.

    ``tool`` stands for the very version of everything that reads and checks.
    """

    file: Path
    tool: str
    memo: Memo = field(init=False)
    asked: dict[At, Span] = field(default_factory=dict)
    _stands: set[str] = field(default_factory=set)
    _learnt: dict[str, Data] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Read what there is; nothing, where it is missing, damaged or of another version."""
        tool, *lines = read_held(self.file) or [b""]
        found = map(_kept, lines if tool == self.tool.encode() else ())
        self.memo = Memo({kept.data["path"]: kept for kept in found})

    def positions(self, tree: Tree, loaded: Loaded) -> Positions:
        """Where things stand; in files that have not changed, where they stood, for what was asked then."""
        known = {} if loaded.veil.names else self._spans()
        return Positions(tree, loaded.veil, known, dict(self.memo.keys()), self.asked)

    def known(self, loaded: Loaded, today: date) -> dict[str, tuple[Diagnostic, ...]]:
        """What rules of reach RECORD find in files of the log, as far as it still stands.

        Nothing is known where names are hidden everywhere, as those of children are: it is another text.
        """
        if loaded.veil.names:
            return {}
        seen = _Seen(loaded.repository, self._rest(loaded.repository))
        checked = {path: kept["checked"] for path, kept in self.memo.recalled.items()}
        self._stands = {path for path in checked if seen.stands(path, checked[path], today)}
        return {path: findings_read(checked[path]["found"]) for path in sorted(self._stands)}

    def learn(self, found: Iterable[Diagnostic], loaded: Loaded, today: date) -> None:
        """Keep what rules of reach RECORD found today in the other files of the log."""
        if loaded.veil.names:
            return
        by_file = defaultdict[str, list[Diagnostic]](list)
        for each in found:
            by_file[each.at.file].append(each)
        seen = _Seen(loaded.repository, self._rest(loaded.repository))
        for path in self.memo.alone.keys() - self._stands:
            with suppress(NotKeptError):
                self._learnt[path] = {
                    "rest": seen.rest,
                    "evidence": seen.evidence(path),
                    "today": today.isoformat(),
                    "found": [finding_kept(each) for each in by_file[path]],
                }

    def _rest(self, repository: Repository) -> str:
        """What stands for everything but the log: the names and bytes of the other files."""
        memo = self.memo
        others = [path for path in repository.files if path not in memo.logs]
        said = [(path, memo.digests.get(path)) for path in others]
        return _digest(json.dumps([said, sorted(repository.broken)]))

    def _spans(self) -> dict[At, Span]:
        """Where findings stand in the files that have not changed."""
        return {
            At(path, tuple(route), key): Span(*numbers)
            for path in self.memo.kept
            for route, key, *numbers in self.memo.unchanged(path).get("spans", ())
        }

    def save(self, loaded: Loaded) -> None:
        """Leave to the next run what is known now, and where what was asked about stands.

        Of a small programme nothing is left, and of one in which names are hidden everywhere.
        """
        if loaded.veil.names or sum(len(data) for _, data in self.memo) <= SMALL:
            drop_held(self.file)
            return
        spans = defaultdict[str, list[list[object]]](list)
        for at, span in self.asked.items():
            place = [span.line, span.column, span.end_line, span.end_column]
            spans[at.file].append([list(at.route), at.key, *place])
        lines = [self._line(path, spans[path], loaded.repository) for path, _ in self.memo]
        if lines != [kept.line for kept in self.memo.kept.values()]:
            write_held(self.file, [self.tool.encode(), *lines])

    def _line(self, path: str, spans: list[list[object]], repository: Repository) -> bytes:
        """The line that says what is known of a file now."""
        before = self.memo.unchanged(path)
        if before.get("spans") == spans and path not in self._learnt:
            return self.memo.kept[path].line
        data: Data = {"path": path, "bytes": self.memo.digests[path], "spans": spans}
        return _dumped(data | self._standing(path, before, repository))

    def _standing(self, path: str, before: Data, repository: Repository) -> Data:
        """What a file of the log holds and what was found in it, where that may be kept."""
        if path in self._stands:
            return {"log": before["log"], "checked": before["checked"]}
        if path not in self._learnt:
            return {}
        gist = repository.gists_by_file.get(path, Gist())
        checked = self._learnt[path]
        with suppress(NotKeptError):
            log = before.get("log") or log_kept(self.memo.alone[path], gist)
            return {"log": log, "checked": checked}
        return {}


def _dumped(data: Data) -> bytes:
    return json.dumps(data, separators=(",", ":")).encode()


def _kept(line: bytes) -> _Kept:
    return _Kept(json.loads(line), line)


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "backslashreplace")).hexdigest()


@dataclass(frozen=True, slots=True)
class _Seen:
    """What the findings in a file of the log rest on besides the file."""

    repository: Repository
    rest: str

    def evidence(self, path: str) -> str:
        """What stands for all that is known of the evidence that a file names; empty if it names none."""
        facts = self.repository.evidence or {}
        used = self.repository.gists_by_file.get(path, Gist()).used
        return _digest(repr([facts.get(each.path) for each in used])) if used else ""

    def stands(self, path: str, checked: Data, today: date) -> bool:
        """Whether what was found in a file would be found again."""
        before = date.fromisoformat(checked["today"])
        latest = self.repository.gists_by_file.get(path, Gist()).latest
        same_day = before == today or latest <= min(before, today)
        rest = checked["rest"] == self.rest
        return rest and same_day and checked["evidence"] == self.evidence(path)
