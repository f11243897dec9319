"""Several files are written as one: after a failure or a kill at any step, all are old or all are new."""

from __future__ import annotations

import hashlib
import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from pairing_cli.cli.changes import changing
from pairing_cli.cli.journal import FOLDER, Change, locked, settle, write_all
from pairing_cli.cli.session import Refusal
from pairing_cli.edit import Append
from pairing_cli.load.events import parse
from tests.programmes import write

OLD = {"a.yaml": b"a: 1\n", "log/b.yaml": b"b: 1\n"}
NEW = {"a.yaml": b"a: 2\n", "log/b.yaml": b"b: 2\n", "log/neu/c.yaml": b"c: 2\n"}
CHANGES = [Change(path, OLD.get(path), data) for path, data in NEW.items()]
EVENTS = ("open", "os.rename", "os.remove", "os.mkdir", "os.chmod")

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="kills a child that was forked")


def state(root: Path) -> dict[str, bytes]:
    files = (path for path in root.rglob("*.yaml") if FOLDER not in path.parts)
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in files}


def in_child(work: Callable[[], None]) -> int:
    """Run in a process of its own; how it ended."""
    child = os.fork()
    if child == 0:
        try:
            work()
        except OSError:
            os._exit(3)
        except BaseException:  # noqa: BLE001  nothing of the test may run on in the child
            os._exit(4)
        os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def disturbed(root: Path, number: int, what: Callable[[], None]) -> Callable[[], None]:
    """Writing everything, with something happening before the nth step that touches the folder."""

    def work() -> None:
        steps = iter(range(1000))

        def hook(event: str, args: tuple[Any, ...]) -> None:
            if event in EVENTS and str(root) in str(args[0]) and next(steps) == number:
                what()

        with locked(root):
            sys.addaudithook(hook)
            write_all(root, CHANGES)

    return work


def kill() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def fail() -> None:
    raise OSError(28, "No space left on device")


def test_a_kill_at_any_step_leaves_all_old_or_all_new(tmp_path: Path) -> None:
    ends = []
    for number in range(100):
        root = write(tmp_path / str(number), OLD)
        code = in_child(disturbed(root, number, kill))
        settle(root)
        with locked(root):
            pass
        ends.append(state(root))
        assert ends[-1] in (OLD, NEW), number
        assert sorted(each.name for each in (root / FOLDER).iterdir()) == [
            *(".gitignore", "lock", "pending")
        ]
        assert list((root / FOLDER / "pending").iterdir()) == []
        if code == 0:
            break
    assert number > 15
    assert OLD in ends and NEW in ends
    assert ends == sorted(ends, key=lambda each: each == NEW)


def test_an_error_at_any_step_leaves_the_old_files(tmp_path: Path) -> None:
    codes = []
    for number in range(40):
        root = write(tmp_path / str(number), OLD)
        codes.append(in_child(disturbed(root, number, fail)))
        settle(root)
        assert state(root) == (NEW if codes[-1] == 0 else OLD), number
    assert set(codes) == {0, 3}
    assert codes.count(3) > 15
    assert codes[-1] == 0


def test_a_kill_while_going_back_is_finished_too(tmp_path: Path) -> None:
    """A rename fails, the old files are being put back, and the process dies at any step of that."""
    for number in range(100):
        root = write(tmp_path / str(number), OLD)

        def work(root: Path = root, number: int = number) -> None:
            steps = iter(range(1000))
            failed: list[int] = []

            def hook(event: str, args: tuple[Any, ...]) -> None:
                if event not in EVENTS or str(root) not in str(args[0]):
                    return
                if failed and next(steps) == number:
                    kill()
                if event == "os.rename" and str(args[1]).endswith("c.yaml") and not failed:
                    failed.append(1)
                    fail()

            with locked(root):
                sys.addaudithook(hook)
                write_all(root, CHANGES)

        code = in_child(work)
        settle(root)
        assert state(root) in (OLD, NEW), number
        if code == 3:
            break
        assert code == -signal.SIGKILL
    assert number > 8


def test_what_somebody_changed_meanwhile_is_not_overwritten(tmp_path: Path) -> None:
    root = write(tmp_path, OLD)
    write(root, {"log/b.yaml": b"b: theirs\n"})
    with locked(root), pytest.raises(Refusal, match=r"refuse\.changed"):
        write_all(root, CHANGES)
    assert state(root) == {**OLD, "log/b.yaml": b"b: theirs\n"}


def test_what_was_changed_after_a_kill_stays_and_ours_is_kept_aside(tmp_path: Path) -> None:
    for number in range(100):
        root = write(tmp_path / str(number), OLD)
        in_child(disturbed(root, number, kill))
        if (root / FOLDER / "journal.json").exists():
            break
    write(root, {"log/b.yaml": b"b: theirs\n"})
    settle(root)
    assert state(root) == {**NEW, "log/b.yaml": b"b: theirs\n"}
    assert [each.read_bytes() for each in (root / FOLDER / "kept").iterdir()] == [b"b: 2\n"]


def test_a_process_that_was_killed_keeps_nobody_waiting(tmp_path: Path) -> None:
    root = write(tmp_path, OLD)

    def hold() -> None:
        with locked(root):
            kill()

    assert in_child(hold) == -signal.SIGKILL
    with locked(root):
        write_all(root, CHANGES)
    assert state(root) == NEW


ADDER = """
import sys
from pathlib import Path
from pairing_cli.cli.changes import changing
from pairing_cli.edit import Append
for number in range(6):
    with changing(Path(sys.argv[1])) as changes:
        changes.edit("log.yaml", Append(("activities",), {"id": f"{sys.argv[2]}-{number}"}))
        changes.edit("other.yaml", Append(("people",), {"name": f"{sys.argv[2]}-{number}"}))
        changes.save()
"""


def test_eight_processes_at_once_lose_nothing(tmp_path: Path) -> None:
    root = write(tmp_path, {"log.yaml": "activities:\n", "other.yaml": "people: []\n"})
    running = [
        subprocess.Popen([sys.executable, "-c", ADDER, str(root), str(number)])
        for number in range(8)
    ]
    assert [each.wait() for each in running] == [0] * 8
    expected = {f"{process}-{number}" for process in range(8) for number in range(6)}
    found = parse((root / "log.yaml").read_text("utf-8")).data["activities"]
    assert {each["id"] for each in found} == expected and len(found) == 48
    found = parse((root / "other.yaml").read_text("utf-8")).data["people"]
    assert {each["name"] for each in found} == expected


def test_a_diff_shows_what_will_be_written_and_a_new_file_has_the_header(tmp_path: Path) -> None:
    head = "# yaml-language-server: $schema=../schemas/pairing.schema.json\n"
    root = write(tmp_path, {"programme.yaml": head + "programme: {id: a}\n"})
    with changing(root) as changes:
        changes.edit("log/a/b.yaml", Append(("people",), {"name": "甲"}))
        assert changes.diff() == (
            "--- /dev/null\n+++ b/log/a/b.yaml\n@@ -0,0 +1,4 @@\n"
            "+# yaml-language-server: $schema=../../../schemas/pairing.schema.json\n+\n"
            "+people:\n+  - {name: 甲}\n"
        )
        changes.save()
    assert (root / "log/a/b.yaml").read_text("utf-8").endswith("people:\n  - {name: 甲}\n")


def test_pictures_are_written_with_the_records_that_name_them(tmp_path: Path) -> None:
    root = write(tmp_path, {"a.yaml": "people: []\n"})
    picture = b"\x89PNG\x00"
    with changing(root) as changes:
        changes.put("evidence/x/1.png", picture)
        changes.edit("a.yaml", Append(("people",), {"name": "甲"}))
        assert "Binary files /dev/null and b/evidence/x/1.png differ\n" in changes.diff()
        changes.save()
    assert (root / "evidence/x/1.png").read_bytes() == picture
    assert (root / "a.yaml").read_text("utf-8") == "people:\n  - {name: 甲}\n"


def test_a_file_that_cannot_be_read_is_not_edited(tmp_path: Path) -> None:
    root = write(tmp_path, {"a.yaml": "people: [\n"})
    with changing(root) as changes, pytest.raises(Refusal, match=r"refuse\.cannot-edit"):
        changes.edit("a.yaml", Append(("people",), {"name": "甲"}))


FOREIGN: dict[str, dict[str, Any]] = {
    "above": {"path": "../outside.yaml"},
    "elsewhere": {"path": "{outside}"},
    "git": {"path": ".git/hooks/post-checkout"},
    "git-in-capitals": {"path": "log/.GIT/config"},
    "through-a-link": {"path": "linked/outside.yaml"},
    "taken-from-above": {"path": "a.yaml", "staged": "../../secret"},
    "deleted": {"path": "../outside.yaml", "staged": None},
    "no-path": {"path": 3},
}


@pytest.mark.parametrize("case", FOREIGN)
def test_a_journal_that_came_with_a_clone_leads_nowhere(case: str, tmp_path: Path) -> None:
    root = write(tmp_path / "plans", {"a.yaml": "a: 1\n", ".pairing/pending/x": "boo"})
    write(tmp_path, {"outside.yaml": "mine\n", "secret": "mine\n"})
    (root / "linked").symlink_to(tmp_path)
    before = hashlib.sha256(b"mine\n").hexdigest()
    entry: dict[str, Any] = {"staged": "x", "before": before, **FOREIGN[case]}
    if case == "elsewhere":
        entry["path"] = str(tmp_path / "outside.yaml")
    if entry["path"] in ("a.yaml", ".git/hooks/post-checkout", "log/.GIT/config"):
        entry["before"] = (
            hashlib.sha256(b"a: 1\n").hexdigest() if entry["path"] == "a.yaml" else None
        )
    write(root, {".pairing/journal.json": json.dumps({"files": [entry]})})
    settle(root)
    with pytest.raises(Refusal, match="journal"), locked(root):
        pass
    assert (tmp_path / "outside.yaml").read_text() == (tmp_path / "secret").read_text() == "mine\n"
    assert (root / "a.yaml").read_text() == "a: 1\n"
    assert not (root / ".git").exists() and not (root / "log").exists()


@pytest.mark.parametrize("data", ["", "[", "[]", "{}", '{"files": 3}', '{"files": [3]}'])
def test_a_journal_that_says_nothing_is_no_traceback(data: str, tmp_path: Path) -> None:
    write(tmp_path, {".pairing/journal.json": data})
    settle(tmp_path)
    with pytest.raises(Refusal, match="journal"), locked(tmp_path):
        pass


@pytest.mark.parametrize("name", [FOLDER, f"{FOLDER}/pending", f"{FOLDER}/kept", f"{FOLDER}/lock"])
def test_nothing_is_swept_behind_a_link(name: str, tmp_path: Path) -> None:
    write(tmp_path, {"elsewhere/journal.json": '{"files": []}', "elsewhere/letter": "mine"})
    root = write(tmp_path / "plans", {"a.yaml": "a: 1\n"})
    (root / name).parent.mkdir(exist_ok=True)
    (root / name).symlink_to(tmp_path / "elsewhere")
    settle(root)
    with pytest.raises(Refusal, match="journal"), locked(root):
        pass
    assert {path.name for path in (tmp_path / "elsewhere").iterdir()} == {"journal.json", "letter"}


def test_new_files_that_hold_no_records_are_written_with_those_that_do(tmp_path: Path) -> None:
    (tmp_path / "programme.yaml").write_bytes(b"programme: {id: p}\n")
    with changing(tmp_path) as changes:
        changes.put("programme.yaml", b"programme: {id: q}\n")
        changes.attach("evidence/q/a.jpg", b"\xff\xd8\xff")
        assert "Binary files /dev/null and b/evidence/q/a.jpg differ" in changes.diff()
        assert "evidence/q/a.jpg" not in changes.files
        assert not (tmp_path / "evidence").exists()
        changes.save()
    assert (tmp_path / "evidence/q/a.jpg").read_bytes() == b"\xff\xd8\xff"


def test_a_new_file_takes_the_place_of_none(tmp_path: Path) -> None:
    (tmp_path / "programme.yaml").write_bytes(b"programme: {id: p}\n")
    (tmp_path / "a.jpg").write_bytes(b"old")
    with changing(tmp_path) as changes, pytest.raises(Refusal):
        changes.attach("a.jpg", b"new")
