"""The two states of a programme that ``pairing diff`` compares, read from git and from the disk."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from functools import cached_property, partial
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from pairing_cli.cli.findings_of import states_of
from pairing_cli.cli.reckon import reckoned
from pairing_cli.cli.session import Refusal
from pairing_cli.diff import Beside, SignedResult, State
from pairing_cli.diff.evidence import Files
from pairing_cli.load import limits
from pairing_cli.load.git import Change, Git, GitError, GitTree
from pairing_cli.load.positions import Positions
from pairing_cli.load.programme import Loaded, Memo, allowances, load
from pairing_cli.load.published import MARK, parse_published
from pairing_cli.load.tree import FolderTree, Tree
from pairing_cli.load.veil import Allowed, Veil
from pairing_cli.model.differences import Fate, Revision
from pairing_cli.model.repository import Repository
from pairing_cli.output.places import Places

if TYPE_CHECKING:
    from pairing_cli.model.published import Published
    from pairing_cli.model.results import ScoreSheet

_REFUSED = {"no-git": "refuse.no-git", "no-repository": "refuse.no-repository"}
_FATES = {"A": Fate.ADDED, "D": Fate.REMOVED, "M": Fate.CHANGED, "R": Fate.RENAMED}
_MOST_RESULTS = 200


@contextmanager
def asking_git(path: Path) -> Iterator[None]:
    """While it lasts, what git cannot give becomes a refusal that says so."""
    try:
        yield
    except GitError as error:
        key = _REFUSED.get(error.reason, "refuse.git")
        raise Refusal(key, path=str(path), why=error.words) from error


@dataclass(frozen=True)
class Compared:
    """Two states of a repository: a commit, and another or the files as they are on disk."""

    git: Git
    base: Revision
    head: Revision
    path: Path

    @classmethod
    def of(cls, base: str, head: str | None, path: Path, *, direct: bool) -> Compared:
        """The states that a user names; a refusal says what the clone lacks.

        Unless ``direct``, the base is where both parted: what the other side did since is no change.
        """
        if not path.exists():
            raise Refusal("refuse.no-path", path=str(path))
        git = Git((path if path.is_dir() else path.parent).resolve())
        git.top  # noqa: B018  says that there is no repository before anything else is asked
        old = _commit(git, base)
        new = _commit(git, head) if head else None
        if not direct:
            other = new or git.commit("HEAD")
            meeting = git.merge_base(old, other) if other else None
            if other and meeting is None:
                key = "refuse.shallow-base" if git.shallow else "refuse.no-merge-base"
                raise Refusal(key, base=base, head=head or "HEAD")
            old = meeting or old
        name = head or ""
        return cls(git, Revision(base, old), Revision(name or "worktree", new), path)

    @cached_property
    def changes(self) -> list[Change]:
        """The files that differ."""
        return self.git.changes(self.base.commit or "", self.head.commit)

    @cached_property
    def touched(self) -> frozenset[str]:
        """The paths that differ, old names too."""
        names = {change.old for change in self.changes if change.old}
        return frozenset({*names, *(change.path for change in self.changes)})

    def tree(self, revision: Revision, prefix: str) -> Tree:
        """A folder of one state; files that are the same on disk are read there."""
        folder = FolderTree(self.git.top / prefix)
        if revision.commit is None:
            return folder
        if self.head.commit is not None:
            return GitTree(self.git, revision.commit, prefix)
        lead = f"{prefix}/" if prefix else ""
        differing = frozenset(p.removeprefix(lead) for p in self.touched if p.startswith(lead))
        return GitTree(self.git, revision.commit, prefix, folder, differing)

    def folders(self) -> list[str]:
        """The folders, from the repository's top, of the programmes in either state that are meant."""
        asked = _inside(self.git.top, self.path)
        found = {
            each
            for revision in (self.base, self.head)
            for each in self.tree(revision, "").programmes()
        }
        if asked is None or asked == "":
            return sorted(found)
        below = sorted(each for each in found if each == asked or each.startswith(f"{asked}/"))
        above = [each for each in found if asked.startswith(f"{each}/") or each == ""]
        return below or sorted(above, key=len)[-1:]


def _commit(git: Git, name: str) -> str:
    found = git.commit(name)
    if found is None:
        key = "refuse.shallow" if git.shallow else "refuse.no-revision"
        raise Refusal(key, name=name)
    return found


def _inside(top: Path, path: Path) -> str | None:
    """A path from the repository's top; None where it lies outside."""
    here = path.resolve()
    if not here.is_relative_to(top.resolve()):
        return None
    found = here.relative_to(top.resolve()).as_posix()
    return "" if found == "." else found


@dataclass(frozen=True, slots=True)
class Two:
    """A programme in both states, what is known besides, and how to show its places."""

    root: str
    before: State
    after: State
    beside: Beside
    places_before: Places
    places_after: Places
    language: str | None


def two_states(compared: Compared, as_of: date, *, untrusted: bool = False) -> Iterator[Two]:
    """Every programme that is meant and of which files, or files beside it, differ.

    ``untrusted``: exceptions and allowances of the later state hold only if they are in the earlier.
    """
    for folder in compared.folders():
        lead = f"{folder}/" if folder else ""
        if any(path.startswith(lead) for path in compared.touched):
            yield _two(compared, folder, as_of, untrusted=untrusted)


def _two(compared: Compared, folder: str, as_of: date, *, untrusted: bool) -> Two:
    trees = [compared.tree(revision, folder) for revision in (compared.base, compared.head)]
    memo: Memo = {}
    states = zip(trees, (compared.base, compared.head), strict=True)
    (first, revision), (second, other) = states
    loaded = _loaded(first, memo)
    later = _loaded(second, memo, loaded, partial(allowances, first) if untrusted else None)
    read = (revision, loaded), (other, later)
    old, new = states_of(*read, as_of, untrusted=untrusted)
    before, after = reckoned(old, new, as_of)
    files = _files(compared, folder)
    results = tuple(_results(compared, folder, before.repository, after.repository))
    root = Path(os.path.relpath(compared.git.top / folder)).as_posix()
    prefix = "" if root == "." else f"{root}/"
    veils = [each.veil if each else Veil() for each in (loaded, later)]
    places = [Places(Positions(*both), prefix) for both in zip(trees, veils, strict=True)]
    programme = after.repository.programme or before.repository.programme
    language = programme.record.language.value if programme else None
    return Two(root, before, after, Beside(files, results), places[0], places[1], language)


def _loaded(
    tree: Tree, memo: Memo, beside: Loaded | None = None, allowing: Allowed | None = None
) -> Loaded | None:
    """A programme in one state; None where there is none."""
    if tree.programme_file() is None:
        return None
    return load(tree, evidence=True, memo=memo, beside=beside, allowing=allowing)


def _files(compared: Compared, folder: str) -> Files:
    """What became of the files of a folder, by their paths inside it."""
    lead = f"{folder}/" if folder else ""
    found: dict[str, tuple[Fate, str | None]] = {}
    for change in compared.changes:
        if not change.path.startswith(lead):
            continue
        path = change.path.removeprefix(lead)
        fate = _FATES.get(change.status, Fate.CHANGED)
        old = change.old.removeprefix(lead) if change.old and change.old.startswith(lead) else None
        found[path] = (fate, old)
    return found


def _results(
    compared: Compared, folder: str, before: Repository, after: Repository
) -> Iterator[SignedResult]:
    """The results of this programme that the old state had published, by the new state."""
    if before.programme is None:
        return
    for file, published in _published(compared, folder):
        if published.programme == before.programme.record.id:
            kept = file not in compared.touched
            then, now = (_reckoned(side, published) for side in (before, after))
            yield SignedResult(file, published, kept, then, now)


def _published(compared: Compared, folder: str) -> Iterator[tuple[str, Published]]:
    """The published results of a commit: JSON files anywhere, YAML files outside programmes."""
    lead = f"{folder}/" if folder else ""
    wanted: dict[str, str] = {}
    for path, (node, blob) in compared.git.entries(compared.base.commit or "").items():
        suffix = PurePosixPath(path).suffix.lower()
        outside = bool(lead) and not path.startswith(lead)
        if node.size <= limits.PUBLISHED_BYTES and (
            suffix == ".json" or (outside and suffix in (".yaml", ".yml"))
        ):
            wanted[path] = blob
    contents = compared.git.blobs(sorted(set(wanted.values())))
    marked = [path for path, blob in wanted.items() if MARK in contents.get(blob, b"")]
    for path in sorted(marked)[:_MOST_RESULTS]:
        found = parse_published(path, contents[wanted[path]])
        if found is not None:
            yield path, found


def _reckoned(side: Repository, published: Published) -> ScoreSheet | None:
    """What the day of a published result gives by one state."""
    from pairing_cli.measure.count import Counter
    from pairing_cli.measure.view import View
    from pairing_cli.score import score

    rubric = side.rubrics.find(published.rubric)
    if rubric is None or side.programme is None:
        return None
    counter = Counter(View(side, published.as_of))
    return score(counter, rubric, term=published.term)
