"""Running a programme's own templates apart from us: in a process with bounds on time and memory.

The sandbox keeps templates from code, files and size, but a comparison or a sort inside Python cannot
be interrupted from within. The process is started with the first such template, serves all that follow,
and is started anew after it was ended. It has no arguments of a user's, an empty environment, and reads
nothing but what it is sent.
"""

from __future__ import annotations

import json
import os
import pickle
import subprocess
import sys
import threading
import weakref
from typing import Any, BinaryIO, cast

from pairing_cli.report import worker
from pairing_cli.report.faults import TemplateError

WAIT = 4
"""Seconds by the wall clock for each second of processor time: other work may go on beside."""

SHARE = 100_000
"""Bytes of facts for which a second is allowed beside `worker.SECONDS`: a county takes longer."""

LARGEST = 256 * 1024 * 1024
"""Bytes of an answer."""

_START = """import json, sys
sys.path[:] = json.loads(sys.argv[1])
from pairing_cli.report.worker import main
main()"""
_KEPT = ("SYSTEMROOT", "TEMP", "TMP", "TMPDIR")


class Apart:
    """A process for templates that are not trusted."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None
        self._end: Any = None

    def ask(
        self, task: str, label: str, *arguments: Any, facts: Any = None
    ) -> tuple[dict[str, Any], bytes]:
        """Have something done; TemplateError when the template fails or goes beyond its bounds.

        The larger the facts, the more time is allowed.
        """
        seconds = worker.SECONDS + len(pickle.dumps(facts)) // SHARE
        request = pickle.dumps((task, (label, *arguments, facts), seconds))
        found = self._exchange(request, seconds * WAIT)
        if found is None:
            self.close()
            raise TemplateError(label, "bounds", seconds=str(seconds))
        head, _, data = found.partition(b"\n")
        told = json.loads(head)
        if "template" in told:
            raise TemplateError(**told)
        return told, data

    def _exchange(self, request: bytes, wait: float) -> bytes | None:
        """Send a request and read its answer; None where the process ended first."""
        process = self._running()
        timer = threading.Timer(wait, process.kill)
        timer.start()
        try:
            worker.send(cast("BinaryIO", process.stdin), request)
            return worker.receive(cast("BinaryIO", process.stdout), LARGEST)
        except BrokenPipeError:
            return None
        finally:
            timer.cancel()

    def _running(self) -> subprocess.Popen[bytes]:
        if self._process is None or self._process.poll() is not None:
            self._process = started()
            self._end = weakref.finalize(self, ended, self._process)
        return self._process

    def close(self) -> None:
        """End the process; it is started again when something is asked."""
        if self._end is not None:
            self._end()
        self._process = self._end = None


def started() -> subprocess.Popen[bytes]:
    """A process that waits for what is asked; it is given our search path and no environment."""
    paths = [os.path.abspath(path) for path in sys.path if path]  # noqa: PTH100
    return subprocess.Popen(  # noqa: S603  our own interpreter and our own module
        [sys.executable, "-I", "-B", "-X", "utf8", "-c", _START, json.dumps(paths)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={name: os.environ[name] for name in _KEPT if name in os.environ},
    )


def ended(process: subprocess.Popen[bytes]) -> None:
    """End a process, whatever it does."""
    process.kill()
    process.wait()
    for stream in (process.stdin, process.stdout):
        if stream is not None:
            stream.close()
