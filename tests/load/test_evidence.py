"""Evidence paths are judged by their letters first; photographs say when they were taken."""

from __future__ import annotations

import os
import struct
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pairing_cli.load.exif import taken_on
from pairing_cli.load.programme import load
from pairing_cli.load.tree import FolderTree
from pairing_cli.model.evidence import unsafe
from tests.programmes import BASE, write

HOSTILE = [
    *(
        "../x",
        "a/../b",
        "/etc/passwd",
        "//evil/share",
        "\\\\evil\\share\\x",
        "C:\\x",
        "C:x",
        "a\\b",
    ),
    *(
        "",
        "a//b",
        "./a",
        "a/.",
        "a/",
        "~/x",
        "a\0b",
        "a\nb",
        "a\u202eb",
        "CON",
        "nul.txt",
        "a/COM1",
    ),
    *("aux.jpg", "x.", "x ", " x", ".git/config", ".GIT/x", "a*b", "a?b", 'a"b', "a|b", "a<b"),
    *("x" * 201, "cafe\u0301.jpg", "file:///etc/passwd"),
]
GOOD = ["evidence/xijie/04-15-送课.jpg", "a.b/c-d_e.docx", "%2e%2e/x", "console.txt", ".hidden/x"]


@pytest.mark.parametrize("path", HOSTILE)
def test_hostile_paths(path: str) -> None:
    assert unsafe(path)


@pytest.mark.parametrize("path", GOOD)
def test_plain_paths(path: str) -> None:
    assert not unsafe(path)


def test_a_hostile_path_never_reaches_the_system(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    listed = ", ".join(f'"{path}"' for path in ("//evil/share/x", "../../etc/passwd"))
    document = f"{{type: listening-records, from: 乙小学, received: 2020-04-16, file: [{listed}]}}"
    log = f"activities: [{{id: a, pairing: one, kind: mentoring, date: 2020-04-15, documents: [{document}]}}]"
    write(tmp_path, {"programme.yaml": BASE, "log.yaml": log})
    asked: list[str] = []
    for name in ("stat", "lstat", "open", "scandir"):
        original = getattr(os, name)

        def watch(
            path: object, *rest: object, _original: object = original, **more: object
        ) -> object:
            asked.append(str(path))
            return _original(path, *rest, **more)  # type: ignore[operator]

        monkeypatch.setattr(os, name, watch)
    facts = load(FolderTree(tmp_path)).repository.evidence
    assert facts is not None
    assert {fact.trouble for fact in facts.values()} == {"unsafe"}
    assert not any("evil" in path or "passwd" in path for path in asked)


def test_links_are_not_followed(tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    write(outside, {"secret.jpg": b"\xff\xd8\xff"})
    root = tmp_path / "programme"
    document = (
        "{type: listening-records, from: 乙小学, received: 2020-04-16, file: [e/secret.jpg, l.jpg]}"
    )
    log = f"activities: [{{id: a, pairing: one, kind: mentoring, date: 2020-04-15, documents: [{document}]}}]"
    write(root, {"programme.yaml": BASE, "log.yaml": log})
    (root / "e").symlink_to(outside)
    (root / "l.jpg").symlink_to(outside / "secret.jpg")
    facts = load(FolderTree(root)).repository.evidence
    assert facts is not None
    assert {fact.trouble for fact in facts.values()} == {"link"}


def photograph(day: str, order: str = "<", tag: int = 0x9003) -> bytes:
    """The beginning of a JPEG with an EXIF block that says when it was taken."""
    mark = b"II" if order == "<" else b"MM"
    text = day.encode() + b" 10:30:00\0"
    head = mark + struct.pack(order + "HI", 42, 8)
    first = struct.pack(order + "H", 1) + struct.pack(order + "HHII", 0x8769, 4, 1, 26) + bytes(4)
    inner = (
        struct.pack(order + "H", 1) + struct.pack(order + "HHII", tag, 2, len(text), 44) + bytes(4)
    )
    block = b"Exif\0\0" + head + first + inner + text
    return b"\xff\xd8\xff\xe1" + struct.pack(">H", len(block) + 2) + block + b"\xff\xd9"


@pytest.mark.parametrize("order", ["<", ">"])
def test_the_day_a_photograph_was_taken(order: str) -> None:
    assert taken_on(photograph("2020:04:15", order)) == date(2020, 4, 15)
    assert taken_on(photograph("2020:04:15", order, tag=0x9004)) == date(2020, 4, 15)
    assert taken_on(photograph("0000:00:00", order)) is None
    assert taken_on(photograph("2020:13:15", order)) is None


@given(st.binary(max_size=300))
def test_no_picture_breaks_the_reader(data: bytes) -> None:
    for head in (data, b"\xff\xd8" + data, photograph("2020:04:15")[:20] + data):
        assert taken_on(head) is None or isinstance(taken_on(head), date)
