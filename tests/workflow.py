"""A model of the runner that carries out the steps of an action or a job of a workflow, without network.

Expressions are worked out from contexts of plain data; ``run`` is given to the shell as the runner gives
it, with files for outputs, variables, paths and the summary. Steps that use other actions are only noted.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import sysconfig
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

from tests.programmes import REPOSITORY
from tests.runner import outputs

EXPRESSION = re.compile(r"\$\{\{(.*?)\}\}", re.DOTALL)
SHELLS = {"bash": ("bash", "--noprofile", "--norc", "-e", "-o", "pipefail"), "": ("bash", "-e")}

OFFLINE = {
    "PIP_NO_INDEX": "1",
    "PIP_NO_DEPS": "1",
    "PIP_NO_BUILD_ISOLATION": "0",  # pip reads this the wrong way round: no isolation
    "PIP_DISABLE_PIP_VERSION_CHECK": "1",
    "PYTHONPATH": sysconfig.get_paths()["purelib"],
}
"""pip without an index; the tool's dependencies are those that the tests run with."""


def read(path: Path) -> Any:
    """A YAML file, with ``on`` and dates as the texts that they are."""
    return YAML(typ="safe", pure=True).load(path.read_text("utf-8"))


def checkout(folder: Path) -> Path:
    """The repository as it stands, committed or not, as a repository of its own."""
    listing = ("ls-files", "-z", "--cached", "--others", "--exclude-standard")
    names = git(REPOSITORY, *listing).split("\0")
    for name in filter(None, names):
        source, target = REPOSITORY / name, folder / name
        if source.is_file() and not name.startswith(("tests/", "benchmarks/", "docs/")):
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(source.read_bytes())
            target.chmod(source.stat().st_mode)
    return committed(folder, "tool")


def git(folder: Path, *arguments: str) -> str:
    """Run git in a folder, as somebody."""
    names = {
        f"GIT_{who}_{what}": "x@example.org"
        for who in ("AUTHOR", "COMMITTER")
        for what in ("NAME", "EMAIL")
    }
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    ran = subprocess.run(
        ["git", "-c", "init.defaultBranch=main", "-c", "core.quotePath=false", *arguments],
        cwd=folder,
        env={**kept, **names, "GIT_CONFIG_GLOBAL": os.devnull},
        capture_output=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr.decode()
    return os.fsdecode(ran.stdout).rstrip("\n")


def committed(folder: Path, message: str) -> Path:
    """Commit all of a folder, which becomes a repository if it is none."""
    if not (folder / ".git").exists():
        git(folder, "init", "--quiet")
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--allow-empty", "--message", message)
    return folder


@dataclass
class Ran:
    """What a step did."""

    name: str
    code: int
    log: str
    outputs: dict[str, str]
    summary: str


@dataclass
class Job:
    """A job on a runner: its workspace, its contexts, and what its steps did."""

    workspace: Path
    temporary: Path
    contexts: dict[str, Any]
    environment: dict[str, str] = field(default_factory=dict)
    ran: list[Ran] = field(default_factory=list)
    used: list[dict[str, Any]] = field(default_factory=list)
    path: list[str] = field(default_factory=list)

    @property
    def failed(self) -> bool:
        return any(each.code for each in self.ran)

    def run(self, steps: list[dict[str, Any]]) -> None:
        """Carry out steps, in order; after a failure only those that want to run all the same."""
        for number, step in enumerate(steps):
            if not self._wanted(step.get("if", "success()")):
                continue
            environment = {name: self.text(value) for name, value in step.get("env", {}).items()}
            if "uses" in step:
                used = {name: self.text(value) for name, value in step.get("with", {}).items()}
                self.used.append({"uses": step["uses"], **used})
                continue
            assert "${{" not in step["run"], "an expression in a script is a hole"
            self._run(step, number, environment)

    def _run(self, step: Mapping[str, Any], number: int, environment: Mapping[str, str]) -> None:
        names = ("GITHUB_OUTPUT", "GITHUB_ENV", "GITHUB_PATH", "GITHUB_STEP_SUMMARY")
        files = {name: self.temporary / f"{name}-{number}" for name in names}
        for path in files.values():
            path.write_text("")
        script = self.temporary / f"{number}.sh"
        script.write_text(step["run"], "utf-8")
        ran = subprocess.run(
            [*SHELLS[step.get("shell", "")], script],
            cwd=self.workspace,
            env=self._environment({**environment, **{n: str(p) for n, p in files.items()}}),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            check=False,
            timeout=300,
        )
        found = outputs(files["GITHUB_OUTPUT"].read_text("utf-8"))
        summary = files["GITHUB_STEP_SUMMARY"].read_text("utf-8")
        log = ran.stdout.decode("utf-8", "replace")
        self.ran.append(Ran(step.get("name", ""), ran.returncode, log, found, summary))
        self.path += files["GITHUB_PATH"].read_text("utf-8").split()
        if "id" in step:
            self.contexts.setdefault("steps", {})[step["id"]] = {"outputs": found}

    def _environment(self, environment: Mapping[str, str]) -> dict[str, str]:
        kept = {name: os.environ[name] for name in ("HOME", "LANG", "TMPDIR") if name in os.environ}
        own = Path(sys.executable).parent
        return {
            **kept,
            **OFFLINE,
            "CI": "true",
            "GITHUB_ACTIONS": "true",
            "GITHUB_WORKSPACE": str(self.workspace),
            "RUNNER_TEMP": str(self.temporary),
            "PATH": os.pathsep.join([*reversed(self.path), str(own), os.environ["PATH"]]),
            **self.environment,
            **environment,
        }

    def text(self, value: object) -> str:
        """A value with its expressions worked out."""
        if not isinstance(value, str):
            return str(value).lower() if isinstance(value, bool) else str(value)
        return EXPRESSION.sub(lambda found: self._shown(self._worth(found[1])), value)

    def _shown(self, value: object) -> str:
        return "" if value is None else str(value)

    def _wanted(self, condition: str) -> bool:
        inner = EXPRESSION.fullmatch(condition.strip())
        return bool(self._worth(inner[1] if inner else condition))

    def _worth(self, expression: str) -> object:
        """Contexts, texts, ``&&``, ``||``, ``!``, ``==`` and the functions of the state; no more."""
        states = {
            "success()": str(not self.failed),
            "always()": "True",
            "cancelled()": "False",
            "failure()": str(self.failed),
        }
        for name, value in states.items():
            expression = expression.replace(name, value)
        parts = re.split(r"('[^']*'|\|\||&&|==|!|\(|\)|\s+)", expression)
        words = {"||": " or ", "&&": " and ", "!": " not "}
        python = "".join(
            words.get(part, part)
            if part in words or not re.match(r"[a-z]", part)
            else repr(self._context(part))
            for part in parts
            if part
        )
        return eval(python, {"__builtins__": {}})  # only what stands above can be in it

    def _context(self, name: str) -> object:
        found: Any = self.contexts
        for part in name.split("."):
            found = found.get(part) if isinstance(found, Mapping) else None
        return found


def job(tmp_path: Path, workspace: Path, **contexts: Any) -> Job:
    """A job in a workspace."""
    temporary = tmp_path / "runner"
    temporary.mkdir(parents=True, exist_ok=True)
    return Job(workspace, temporary, {"runner": {"temp": str(temporary)}, **contexts})
