"""A file is written as a whole or not at all, whatever fails and when."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from pairing_cli.cli.files import lock_of, write_bytes
from tests.command import pairing
from tests.programmes import BASE, write

STEPS = ("tempfile.mkstemp", "os.fdopen", "os.fsync", "pathlib.Path.replace", "pathlib.Path.chmod")


@pytest.mark.parametrize("step", STEPS)
def test_a_failing_step_leaves_the_old_file(
    step: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "report.docx"
    target.write_bytes(b"old")

    def fail(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(step, fail)
    with pytest.raises(OSError, match="No space"):
        write_bytes(target, b"new")
    monkeypatch.undo()
    assert target.read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir()] == ["report.docx"]


def test_permissions_are_kept_and_no_folder_is_made(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        write_bytes(tmp_path / "a" / "b.txt", b"1")
    assert list(tmp_path.iterdir()) == []
    target = tmp_path / "b.txt"
    write_bytes(target, b"1")
    target.chmod(0o640)
    write_bytes(target, b"2")
    assert (target.read_bytes(), target.stat().st_mode & 0o777) == (b"2", 0o640)


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may write everywhere")
def test_a_folder_that_cannot_be_written_to(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(PermissionError):
        write_bytes(tmp_path / "x", b"1")


LOCKS = [
    *("~$结对安排表.docx", "~$对安排表.docx", "~$安排表.docx"),
    *(".~结对安排表.docx", ".~lock.结对安排表.docx#"),
]


@pytest.mark.parametrize("lock", LOCKS)
def test_a_document_that_is_open_is_told_and_the_others_are_written(
    lock: str, tmp_path: Path
) -> None:
    root = write(tmp_path / "p", {"programme.yaml": BASE})
    folder = tmp_path / "out"
    write(folder, {lock: "someone", "结对安排表.docx": "old"})
    ran = pairing("report", "pairing-table", root, "-o", folder, "--lang", "en")
    assert ran.code == 2
    assert ran.err.startswith(f"{folder / '结对安排表.docx'} was not written: it is open in Word")
    assert lock in ran.err
    assert (folder / "结对安排表.docx").read_bytes() == b"old"
    assert ran.out.splitlines() == [str(folder / f"结对安排表.{each}") for each in ("xlsx", "md")]
    assert (folder / "结对安排表.xlsx").is_file() and (folder / "结对安排表.md").is_file()


def test_another_documents_lock_keeps_nothing_back(tmp_path: Path) -> None:
    write(tmp_path, {"~$考核细则.docx": "someone", ".~lock.结对安排表.xlsx#": "someone"})
    assert lock_of(tmp_path / "结对安排表.docx") is None
    assert lock_of(tmp_path / "考核细则.md") is None


def test_a_file_that_the_system_holds_is_told_and_the_others_are_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = write(tmp_path / "p", {"programme.yaml": BASE})
    replace = Path.replace

    def held(self: Path, target: Path) -> Path:
        if target.suffix == ".xlsx":
            raise PermissionError(13, "Permission denied")
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", held)
    ran = pairing("report", "pairing-table", root, "-o", tmp_path / "out", "--lang", "en")
    assert ran.code == 2
    assert "结对安排表.xlsx was not written: not permitted, or it is open" in ran.err
    names = sorted(path.name for path in (tmp_path / "out").iterdir())
    assert names == ["结对安排表.docx", "结对安排表.md"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_pipe_is_written_to_and_stays_one(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    try:
        write_bytes(pipe, b"1")
        assert os.read(reader, 10) == b"1"
    finally:
        os.close(reader)
    assert pipe.is_fifo()
