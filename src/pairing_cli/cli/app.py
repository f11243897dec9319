"""The ``pairing`` command: its parts, and the one place where everything that escapes is caught."""

from __future__ import annotations

import gc
import hashlib
import os
import sys
import traceback
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

import pairing_cli
from pairing_cli.cli import figures, report, rules, schema, todo, validate
from pairing_cli.cli.language import HELP, Language, asked_for, help_text
from pairing_cli.cli.options import Command, translated
from pairing_cli.cli.session import Refusal
from pairing_cli.messages import word

COULD_NOT_RUN = 2
INTERRUPTED = 130


class Group(TyperGroup):
    """The command group, with its help option translated and commands in the order of use."""

    def get_help_option(self, ctx: Any) -> Any:
        """The help option, in the language of the help."""
        return translated(super().get_help_option(ctx))

    def list_commands(self, ctx: Any) -> list[str]:
        """Commands in the order in which they are registered."""
        return list(self.commands)


app = typer.Typer(
    name="pairing",
    cls=Group,
    help=help_text("pairing-cli"),
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    add_completion=False,
)


def _version(value: bool) -> None:
    if value:
        typer.echo(f"pairing {pairing_cli.__version__}")
        raise typer.Exit(0)


@app.callback()
def callback(
    version: Annotated[
        bool,
        typer.Option("--version", callback=_version, is_eager=True, help=help_text("version")),
    ] = False,
) -> None:
    """Programmes as YAML in git, checked, counted and scored."""


for _name, _function in (
    ("validate", validate.validate),
    ("quota", figures.quota),
    ("score", figures.score),
    ("todo", todo.todo),
    ("report", report.report),
    ("rules", rules.rules),
    ("schema", schema.schema),
):
    app.command(_name, cls=Command, help=help_text(_name))(_function)


def main(arguments: list[str] | None = None) -> None:
    """Run the command line and exit: 0 clean, 1 findings, 2 could not run."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="backslashreplace")
    gc.disable()  # a command ends before its garbage matters, and its records are not garbage
    sys.exit(run(sys.argv[1:] if arguments is None else arguments))


def run(arguments: list[str]) -> int:
    """Run the command line; the exit code."""
    debug = "--debug" in arguments
    arguments = [argument for argument in arguments if argument != "--debug"]
    _translate_panels()
    language = asked_for(arguments, os.environ) or HELP
    try:
        code = app(args=arguments, standalone_mode=False, prog_name="pairing")
        sys.stdout.flush()
    except Refusal as refusal:
        return _refuse(word(refusal.key, language, **refusal.facts))
    except (KeyboardInterrupt, typer.Abort):
        return INTERRUPTED
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except Exception as error:  # noqa: BLE001  the outermost boundary: a bug never looks like a finding
        return _escaped(error, language, debug=debug)
    return code if isinstance(code, int) else 0


def _escaped(error: Exception, language: str, *, debug: bool) -> int:
    wording = getattr(error, "format_message", None)
    if wording is not None:
        return _refuse(word("refuse.usage", language, why=wording()))
    if debug:
        traceback.print_exception(error)
    frames = traceback.extract_tb(error.__traceback__)
    last = f"{frames[-1].name}:{frames[-1].lineno}" if frames else ""
    mark = hashlib.sha256(f"{type(error).__name__}:{last}".encode()).hexdigest()[:8]
    kind = type(error).__name__
    return _refuse(word("refuse.internal", language, id=mark, kind=kind))


def _refuse(message: str) -> int:
    from pairing_cli.output.sanitize import clean

    sys.stderr.write(clean(message) + "\n")
    return COULD_NOT_RUN


def _translate_panels() -> None:
    """Give the help's panels Chinese titles; typer has no setting for it."""
    if HELP != Language.ZH or not {"--help", "-h"} & set(sys.argv):
        return
    from typer import rich_utils

    rich_utils.ARGUMENTS_PANEL_TITLE = word("help.panel.arguments", HELP)
    rich_utils.OPTIONS_PANEL_TITLE = word("help.panel.options", HELP)
    rich_utils.COMMANDS_PANEL_TITLE = word("help.panel.commands", HELP)
