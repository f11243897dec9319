"""A check that goes by what earlier checks found out says the very same as one that does not."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import stat
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pairing_cli.cli.cached import _folder, cache_of
from pairing_cli.cli.findings_of import state_of, states_of
from pairing_cli.cli.session import open_programme
from pairing_cli.diff import State
from pairing_cli.load import cache as kept_by
from pairing_cli.load import held
from pairing_cli.load import programme as reading_of
from pairing_cli.load.bind import Bound
from pairing_cli.load.kept import finding_kept
from pairing_cli.load.programme import Loaded, Memo
from pairing_cli.load.tree import FolderTree
from pairing_cli.load.unmoved import unmoved
from pairing_cli.model.differences import Revision
from tests.command import Ran, pairing
from tests.programmes import BASE, GAOTAI, write
from tests.rules.test_cases import ALL

CASES = [case["files"] for _, case in ALL]
PROGRAMMES = [BASE, *(files["programme.yaml"] for files in CASES if files.get("programme.yaml"))]
DAYS = ("2020-04-15", "2020-04-16", "2020-12-31", "2031-01-01")


@pytest.fixture(autouse=True)
def caching(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Keep something of every programme, in a folder of the test's own."""
    folder = tmp_path / "caches"
    monkeypatch.delenv("PAIRING_NO_CACHE")
    monkeypatch.setenv("XDG_CACHE_HOME", str(folder))
    monkeypatch.setattr(kept_by, "SMALL", 0)
    return folder / "pairing-cli"


@dataclass
class Folder:
    """A programme's folder that changes from check to check."""

    root: Path
    day: str = DAYS[2]
    language: str = "zh"
    older: list[bytes] = field(default_factory=list)
    before: Loaded | None = None
    memo: Memo = field(default_factory=dict)

    def check(self, *options: str) -> Ran:
        given = ("--as-of", self.day, "--lang", self.language, "--format", "json", *options)
        return pairing("validate", self.root, *given)

    def same(self) -> None:
        """What is said with the cache is what is said without; also about fingerprints.

        So it is with what is known from the state before this one.
        """
        assert self.check() == self.check("--no-cache")
        assert self.fingerprints(cached=True) == self.fingerprints(cached=False)
        now, day, name = self.load(self.memo), date.fromisoformat(self.day), Revision("state")
        if self.before is not None:
            _, found = states_of((name, self.before), (name, now), day, untrusted=False)
            assert _said(found) == _said(state_of(now, name, day))
        self.before = now

    def load(self, memo: Memo) -> Loaded:
        return reading_of.load(FolderTree(self.root), memo=memo)

    def fingerprints(self, *, cached: bool) -> list[tuple[str, str]]:
        cache = cache_of(self.root) if cached else None
        opened = open_programme(self.root, evidence=True, cache=cache)
        found = opened.findings(date.fromisoformat(self.day))
        return sorted((json.dumps(finding_kept(each)), each.fingerprint) for each in found)

    @property
    def caches(self) -> list[Path]:
        folder = Path(os.environ["XDG_CACHE_HOME"]) / "pairing-cli"
        return sorted(folder.glob("*.json")) if folder.is_dir() else []

    @property
    def files(self) -> list[Path]:
        found = (path for path in self.root.rglob("*") if path.is_file())
        return sorted(path for path in found if path.name != "programme.yaml")

    def add(self, number: int, name: str) -> None:
        """Add the files of a rule's case; its records under a name of their own."""
        for path, content in CASES[number % len(CASES)].items():
            if content is None or path == "programme.yaml":
                continue
            place = f"log/{name}-{path}" if path == "log.yaml" else path
            if all(part not in ("", "..") for part in place.split("/")):
                write(self.root, {place: content})

    def put(self, name: str, data: bytes) -> None:
        """Write a file as if it had been there from the beginning of time."""
        write(self.root, {name: data})
        os.utime(self.root / name, (0, 0))

    def programme(self, number: int) -> None:
        write(self.root, {"programme.yaml": PROGRAMMES[number % len(PROGRAMMES)]})

    def delete(self, number: int) -> None:
        for path in self._chosen(number):
            path.unlink()

    def rename(self, number: int, name: str) -> None:
        for path in self._chosen(number):
            path.rename(self.root / f"{name}{path.suffix}")

    def copy(self, number: int, name: str) -> None:
        for path in self._chosen(number):
            (self.root / f"{name}-copy{path.suffix}").write_bytes(path.read_bytes())

    def edit(self, number: int, line: int, how: str) -> None:
        """Delete, repeat or shift a line; or change a figure in it, keeping the file's size."""
        for path in self._chosen(number):
            lines = path.read_bytes().split(b"\n")
            at = line % len(lines)
            if how == "delete":
                del lines[at]
            elif how == "repeat":
                lines.insert(at, lines[at])
            elif how == "blank":
                lines.insert(0, b"")
            else:
                lines[at] = lines[at].replace(b"1", b"3").replace(b"4", b"1")
            times = path.stat()
            path.write_bytes(b"\n".join(lines))
            os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))  # time stamps tell nothing

    def damage(self, number: int, how: str) -> None:
        """Cut, change, empty, swap or forge what is kept."""
        for path in self.caches:
            data = path.read_bytes()
            self.older.append(data)
            at = number % max(len(data), 1)
            changed = {
                "cut": data[:at],
                "flip": data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :] if data else b"",
                "empty": b"",
                "noise": bytes(range(256)) * 4,
                "older": self.older[number % len(self.older)],
                "other version": _forged(b"another version\n" + data.partition(b"\n")[2]),
            }
            path.write_bytes(changed[how])

    def _chosen(self, number: int) -> list[Path]:
        return self.files[number % len(self.files) :][:1] if self.files else []


def _said(state: State) -> list[tuple[str, str]]:
    return sorted((json.dumps(finding_kept(each)), each.fingerprint) for each in state.findings)


def _forged(body: bytes) -> bytes:
    return hashlib.sha256(body).hexdigest().encode() + b"\n" + body


NUMBERS = st.integers(0, 10_000)
NAMES = st.sampled_from(["a", "b", "二月", "log/c", "z"])
STEPS = st.one_of(
    st.tuples(st.just("add"), NUMBERS, NAMES.map(lambda name: name.replace("/", "-"))),
    st.tuples(
        st.just("edit"), NUMBERS, NUMBERS, st.sampled_from(["delete", "repeat", "blank", "3"])
    ),
    st.tuples(st.just("delete"), NUMBERS),
    st.tuples(st.just("rename"), NUMBERS, NAMES),
    st.tuples(st.just("copy"), NUMBERS, NAMES),
    st.tuples(st.just("programme"), NUMBERS),
    st.tuples(
        st.just("damage"),
        NUMBERS,
        st.sampled_from(["cut", "flip", "empty", "noise", "older", "other version"]),
    ),
)
STATES = st.tuples(st.sampled_from(DAYS), st.sampled_from(["zh", "en"]))


@contextmanager
def new_folder() -> Iterator[Folder]:
    with tempfile.TemporaryDirectory() as name:
        root = Path(name) / "programme"
        (root / "log").mkdir(parents=True)
        folder = Folder(root)
        folder.programme(0)
        yield folder


@settings(max_examples=40, deadline=None)
@given(
    st.lists(NUMBERS, min_size=2, max_size=8),
    st.lists(st.tuples(STEPS, STATES), min_size=1, max_size=6),
)
def test_cached_and_cold_runs_say_the_same(
    begin: list[int], steps: list[tuple[tuple[Any, ...], tuple[str, str]]]
) -> None:
    with new_folder() as folder:
        for place, number in enumerate(begin):
            folder.add(number, f"{place}")
        folder.same()
        for (step, *arguments), (folder.day, folder.language) in steps:
            getattr(folder, step)(*arguments)
            folder.same()


PICTURE = b"\x89PNG\r\n\x1a\n" + b"a" * 20
LOG = f"""activities:
  - id: a-1
    pairing: one
    kind: lesson-delivery
    date: 2020-04-15
    at: 丁小学
    subjects: 体育
    documents:
      - type: listening-records
        from: 乙小学
        received: 2020-04-16
        file: {{path: photo.png, sha256: {hashlib.sha256(PICTURE).hexdigest()}}}
"""
OTHER = LOG.replace("a-1", "a-2").replace("photo.png", "copy.png")
CHANGES: dict[str, Callable[[Folder], object]] = {
    "a file of evidence of the same size and time": lambda folder: folder.put(
        "photo.png", b"b" * 28
    ),
    "a file of evidence gone": lambda folder: (folder.root / "photo.png").unlink(),
    "a copy of the evidence under another activity": lambda folder: folder.put(
        "log/b.yaml", OTHER.encode()
    ),
    "a day before the activity": lambda folder: setattr(folder, "day", "2020-04-14"),
    "another language": lambda folder: setattr(folder, "language", "en"),
    "a school of another name": lambda folder: folder.put(
        "programme.yaml", BASE.replace("乙小", "庚小").encode()
    ),
    "a programme of another year": lambda folder: folder.put(
        "programme.yaml", BASE.replace("2020", "2021").encode()
    ),
    "the same id in another file": lambda folder: folder.put("log/b.yaml", LOG.encode()),
    "the same file under another name": lambda folder: (folder.root / "log/a.yaml").rename(
        folder.root / "log/c.yaml"
    ),
    "a line more above": lambda folder: folder.put("log/a.yaml", b"#\n" + LOG.encode()),
    "an own word of a target that nothing has": lambda folder: folder.put(
        "quotas.yaml",
        "quotas: [{id: q, title: 指标, of: {subject: 音乐}, at_least: 1}]".encode(),
    ),
}


@pytest.mark.parametrize("change", CHANGES)
def test_each_kind_of_change_is_noticed(change: str) -> None:
    with new_folder() as folder:
        folder.put("log/a.yaml", LOG.encode())
        folder.put("photo.png", PICTURE)
        folder.put("copy.png", PICTURE)
        folder.same()
        before = folder.check()
        CHANGES[change](folder)
        folder.same()
        assert folder.check().out != before.out


def test_what_has_not_changed_is_not_read_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(GAOTAI, tmp_path / "gaotai")
    folder = Folder(tmp_path / "gaotai")
    first = folder.check()
    read: list[str] = []

    real = reading_of._bound

    def reading(path: str, data: bytes, gathered: reading_of.Gathered) -> Bound:
        read.append(path)
        return real(path, data, gathered)

    monkeypatch.setattr(reading_of, "_bound", reading)
    assert folder.check() == first
    assert [path for path in read if not path.startswith("log/")] == read != []
    (changed := sorted((folder.root / "log").rglob("*.yaml"))[3]).write_bytes(b"activities: []\n")
    read.clear()
    assert folder.check() != first
    assert [path for path in read if path.startswith("log/")] == [
        changed.relative_to(folder.root).as_posix()
    ]


def test_only_files_of_the_log_that_did_not_change_are_unmoved(tmp_path: Path) -> None:
    folder = Folder(tmp_path)
    folder.programme(0)
    (tmp_path / "log").mkdir()
    folder.put("log/a.yaml", LOG.encode())
    folder.put("log/b.yaml", LOG.replace("a-1", "b-1").encode())
    memo: Memo = {}
    old = folder.load(memo)
    folder.put("log/b.yaml", LOG.replace("a-1", "b-2").encode())
    assert unmoved(old, folder.load(memo)) == {"log/a.yaml"}
    folder.put("programme.yaml", BASE.replace("2020", "2021").encode())
    assert unmoved(old, folder.load(memo)) == frozenset()


def test_nothing_is_unmoved_beside_a_register_with_something_masked_in_it(tmp_path: Path) -> None:
    folder = Folder(tmp_path)
    folder.programme(0)
    (tmp_path / "log").mkdir()
    folder.put("log/a.yaml", LOG.encode())
    register = "organizations:\n  - {title: 戊小学, side: helper, note: 联系电话13800000000}\n"
    memo: Memo = {}
    folder.put("schools.yaml", register.encode())
    old = folder.load(memo)
    folder.put("schools.yaml", register.replace("戊", "己").encode())
    assert unmoved(old, folder.load(memo)) == frozenset()
    folder.put("schools.yaml", b"organizations:\n  - {title: \xe6}")
    assert unmoved(folder.load(memo), old) == frozenset()


def test_nothing_is_kept_of_a_small_programme(
    caching: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.undo()
    monkeypatch.delenv("PAIRING_NO_CACHE", raising=False)
    monkeypatch.setenv("XDG_CACHE_HOME", str(caching.parent))
    assert pairing("validate", GAOTAI, "--as-of", "2020-12-31").code == 0
    assert not caching.exists()


def test_what_was_kept_goes_when_the_programme_gets_small(
    caching: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with new_folder() as folder:
        folder.check()
        assert len(folder.caches) == 1
        monkeypatch.setattr(kept_by, "SMALL", 1 << 20)
        folder.check()
        assert folder.caches == []


@pytest.mark.parametrize("how", ["option", "variable"])
def test_nothing_is_kept_where_that_is_asked_for(
    how: str, caching: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with new_folder() as folder:
        if how == "variable":
            monkeypatch.setenv("PAIRING_NO_CACHE", "1")
        folder.check(*(["--no-cache"] if how == "option" else []))
        assert not caching.exists()


def test_only_its_owner_may_read_what_is_kept(caching: Path) -> None:
    with new_folder() as folder:
        folder.check()
        assert stat.S_IMODE(caching.stat().st_mode) == 0o700
        assert [stat.S_IMODE(path.stat().st_mode) for path in folder.caches] == [0o600]


@pytest.mark.parametrize("how", ["for all to write", "a link", "a folder", "others' folder"])
def test_what_others_could_have_written_is_not_believed(how: str, caching: Path) -> None:
    with new_folder() as folder:
        folder.add(0, "a")
        folder.check()
        (kept,) = folder.caches
        assert held.read_held(kept)
        if how == "for all to write":
            kept.chmod(0o666)
        elif how == "a link":
            kept.rename(elsewhere := kept.with_suffix(".other"))
            kept.symlink_to(elsewhere)
        elif how == "a folder":
            kept.unlink()
            kept.mkdir()
        else:
            caching.chmod(0o777)
        assert not held.read_held(kept)
        folder.same()


@pytest.mark.parametrize("place", ["/dev/null/caches", "relative", "/proc/none"])
def test_no_place_for_a_cache_fails_nothing(place: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", place)
    with new_folder() as folder:
        folder.same()
        folder.same()


def test_a_full_disk_leaves_nothing_half_written(
    caching: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with new_folder() as folder:
        monkeypatch.setattr(Path, "replace", full)
        folder.same()
        assert [*caching.iterdir()] == []


def test_old_and_many_caches_are_dropped(caching: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(held, "MOST", 2)
    with new_folder() as folder, new_folder() as second, new_folder() as third:
        folder.check()
        os.utime(folder.caches[0], (0, 0))
        second.check()
        (left,) = folder.caches
        third.check()
        assert left in folder.caches and len(folder.caches) == 2


def test_another_version_of_the_tool_begins_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    with new_folder() as folder:
        folder.add(0, "a")
        folder.check()
        before = cache_of(folder.root)
        monkeypatch.setattr("pairing_cli.load.tool.tool", lambda: "another")
        after = cache_of(folder.root)
        assert before and before.memo.kept
        assert after and not after.memo.kept


def test_where_caches_stand_on_each_system() -> None:
    home = {"HOME": "/srv/a", "LOCALAPPDATA": "/c/local"}
    assert _folder(home, "linux") == Path("/srv/a/.cache/pairing-cli")
    assert _folder(home, "darwin") == Path("/srv/a/Library/Caches/pairing-cli")
    assert _folder(home, "win32") == Path("/c/local/pairing-cli")
    assert _folder({}, "linux") is None


def test_personal_numbers_are_not_kept(caching: Path) -> None:
    log = "activities:\n  - {id: a, pairing: one, kind: 13800138000, date: '2020-04-15 13900139000'}\n"
    with new_folder() as folder:
        write(
            folder.root,
            {"log.yaml": log, "other.yaml": log.replace("138", "x").replace("139", "x")},
        )
        folder.same()
        folder.same()
        (kept,) = folder.caches
        assert b"0013" not in kept.read_bytes()
        assert b'"path":"other.yaml","bytes"' in kept.read_bytes()
        assert kept.read_bytes().count(b'"checked"') == 1
