"""Running the command line inside the test's own process."""

from __future__ import annotations

import contextlib
import io
from dataclasses import dataclass

from pairing_cli.cli.app import run


@dataclass(frozen=True)
class Ran:
    """What a command came to."""

    code: int
    out: str
    err: str


def pairing(*arguments: object) -> Ran:
    """Run ``pairing`` with these arguments."""
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        code = run([str(argument) for argument in arguments])
    return Ran(code, out.getvalue(), err.getvalue())
