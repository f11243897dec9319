"""The process in which a programme's own templates run: started by `apart`, ended with it.

It reads requests from its input and writes answers to its output, each a length of eight bytes and
that many bytes. A request is pickled, since it comes from ourselves; an answer is JSON and, behind a
line break, bytes, so that whatever a template may have done to this process, the other only reads data.
"""

from __future__ import annotations

import json
import pickle
import signal
import sys
from typing import Any, BinaryIO

MEMORY = 768 * 1024 * 1024
"""Bytes that the process may use, where the system can hold it to that."""

FILE = 64 * 1024 * 1024
"""Bytes of one file that it may write; openpyxl writes sheets through temporary files."""

SECONDS = 3
"""Processor time for one request, where the system can tell it; beside it goes `apart.WAIT`."""


def confine() -> None:
    """Hold this process to its memory, where the system has limits."""
    try:
        import resource
    except ImportError:  # Windows: the one who waits ends the process by its wall clock
        return
    for limit, most in (
        (resource.RLIMIT_AS, MEMORY),
        (resource.RLIMIT_FSIZE, FILE),
        (resource.RLIMIT_CORE, 0),
    ):
        _, hard = resource.getrlimit(limit)
        ceiling = most if hard == resource.RLIM_INFINITY else min(most, hard)
        resource.setrlimit(limit, (ceiling, ceiling))


def allow(seconds: float) -> None:
    """Give this process so much more processor time; beyond it the system ends it."""
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_PROF, seconds)


def send(stream: BinaryIO, data: bytes) -> None:
    """Write a message."""
    stream.write(len(data).to_bytes(8, "big") + data)
    stream.flush()


def receive(stream: BinaryIO, most: int = 1 << 40) -> bytes | None:
    """Read a message; None at the end, and where it is cut off or longer than may be."""
    head = stream.read(8)
    size = int.from_bytes(head, "big")
    if len(head) < 8 or size > most:
        return None
    data = stream.read(size)
    return data if len(data) == size else None


def answer(task: str, arguments: tuple[Any, ...]) -> bytes:
    """Do what is asked: an answer's bytes. A fault of the template is told by its name and words."""
    from pairing_cli.report.faults import TemplateError
    from pairing_cli.report.tasks import TASKS

    try:
        told, data = TASKS[task](*arguments)
    except TemplateError as error:
        told, data = error.told, b""
    except MemoryError:
        told, data = TemplateError(str(arguments[0]), "memory").told, b""
    except Exception as error:  # noqa: BLE001  whatever a template brings about, the template is at fault
        told, data = TemplateError(str(arguments[0]), "fails", why=type(error).__name__).told, b""
    return json.dumps(told).encode() + b"\n" + data


def main() -> None:
    """Answer until there is nothing more to read."""
    confine()
    incoming, outgoing = sys.stdin.buffer, sys.stdout.buffer
    while (request := receive(incoming)) is not None:
        task, arguments, seconds = pickle.loads(request)  # noqa: S301  our own, never a template's
        allow(seconds)
        answered = answer(task, arguments)
        allow(0)
        send(outgoing, answered)
