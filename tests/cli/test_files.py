"""A file is written as a whole or not at all, whatever fails and when."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from pairing_cli.cli.files import write_bytes

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
