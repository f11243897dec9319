"""What is shipped works by itself: the wheel, installed into a clean place, without network."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

from tests.programmes import GAOTAI, REPOSITORY


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    code = f"from hatchling.build import build_wheel; print(build_wheel({str(folder)!r}))"
    subprocess.run([sys.executable, "-c", code], cwd=REPOSITORY, check=True, capture_output=True)
    return next(folder.glob("*.whl"))


def test_the_wheel_holds_schema_templates_and_an_example(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    for name in (
        "schemas/pairing.schema.json",
        "templates/score-sheet.docx",
        "examples/minimal/programme.yaml",
    ):
        assert f"pairing_cli/_data/{name}" in names
    assert "pairing_cli/py.typed" in names
    assert "pairing_cli/cli/rule_examples.json" in names
    assert not any(name.startswith(("tests/", "benchmarks/", "tools/")) for name in names)


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The ``pairing`` command of a new environment that sees only our dependencies beside it."""
    folder = tmp_path_factory.mktemp("installed")
    venv.create(folder, with_pip=True, symlinks=True)
    binary = folder / "bin"
    install = ["-m", "pip", "install", "--quiet", "--no-index", "--no-deps", str(wheel)]
    subprocess.run([binary / "python", *install], check=True, capture_output=True)
    site = next((folder / "lib").glob("python*/site-packages"))
    (site / "dependencies.pth").write_text(sysconfig.get_paths()["purelib"] + "\n", "utf-8")
    return binary / "pairing"


def run(command: Path, *arguments: object, cwd: Path) -> subprocess.CompletedProcess[str]:
    clean = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    return subprocess.run(
        [command, *map(str, arguments)],
        cwd=cwd,
        capture_output=True,
        text=True,
        check=False,
        env={**clean, "PAIRING_LANG": "en"},
        timeout=120,
    )


def test_the_installed_command_does_the_main_job(installed: Path, tmp_path: Path) -> None:
    where = subprocess.run(
        [installed.parent / "python", "-c", "import pairing_cli; print(pairing_cli.__file__)"],
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    assert str(installed.parent.parent) in where
    for command in (("validate",), ("quota",), ("score", "--explain", "7")):
        ran = run(installed, *command, GAOTAI, cwd=tmp_path)
        assert ran.returncode == 0, ran.stderr
    ran = run(installed, "report", "--all", GAOTAI, "-o", "out", cwd=tmp_path)
    assert ran.returncode == 0, ran.stderr
    assert len(list((tmp_path / "out").iterdir())) == len(ran.stdout.splitlines()) > 150


def test_nothing_needs_the_network(installed: Path, tmp_path: Path) -> None:
    code = (
        "import socket\n"
        "def refuse(*a, **k): raise AssertionError('network')\n"
        "socket.socket.connect = socket.getaddrinfo = refuse\n"
        "from pairing_cli.cli.app import run\n"
        f"raise SystemExit(run(['validate', {str(GAOTAI)!r}]) or run(['report', '--all', {str(GAOTAI)!r}]))"
    )
    ran = subprocess.run(
        [installed.parent / "python", "-c", code],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
