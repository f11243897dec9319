"""The ``pairing`` command: its parts, and the one place where everything that escapes is caught."""

from __future__ import annotations

import errno
import gc
import hashlib
import os
import sys
import traceback
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

import pairing_cli
from pairing_cli.cli import (
    diff,
    figures,
    fmt,
    form_export,
    form_import,
    form_map,
    init,
    new,
    report,
    rubric,
    rules,
    schema,
    template,
    todo,
    validate,
    where,
)
from pairing_cli.cli.language import HELP, asked_for, help_text
from pairing_cli.cli.options import Command, translated
from pairing_cli.cli.session import Refusal, drop_output, flush
from pairing_cli.cli.streams import aside
from pairing_cli.messages import text, word
from pairing_cli.model.system import why

COULD_NOT_RUN = 2
INTERRUPTED = 130


class Group(TyperGroup):
    """The command group, with its help option translated and commands in the order of use."""

    def get_help_option(self, ctx: Any) -> Any:
        """The help option, in the language of the help."""
        return translated(super().get_help_option(ctx))

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """The help, in the language of the help."""
        from pairing_cli.cli.help import help_of

        formatter.write(help_of(self, ctx))

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
    ("init", init.init),
    ("validate", validate.validate),
    ("fmt", fmt.fmt),
    ("new", new.new),
    ("quota", figures.quota),
    ("score", figures.score),
    ("todo", todo.todo),
    ("diff", diff.diff),
    ("report", report.report),
    ("rules", rules.rules),
    ("schema", schema.schema),
    ("where", where.where),
):
    app.command(_name, cls=Command, help=help_text(_name))(_function)


_rubric = typer.Typer(cls=Group, no_args_is_help=True, pretty_exceptions_enable=False)
_rubric.callback()(lambda: None)
_rubric.command("show", cls=Command, help=help_text("rubric-show"))(rubric.show)
app.add_typer(_rubric, name="rubric", help=help_text("rubric-group"))


_template = typer.Typer(cls=Group, no_args_is_help=True, pretty_exceptions_enable=False)
_template.callback()(lambda: None)
_template.command("new", cls=Command, help=help_text("template-new"))(template.new)
_template.command("check", cls=Command, help=help_text("template-check"))(template.check)
app.add_typer(_template, name="template", help=help_text("template-group"))


_form = typer.Typer(cls=Group, no_args_is_help=True, pretty_exceptions_enable=False)
_form.callback()(lambda: None)
_form.command("export", cls=Command, help=help_text("form-export"))(form_export.export)
_form.command("import", cls=Command, help=help_text("form-import"))(form_import.import_)
_form.command("map", cls=Command, help=help_text("form-map"))(form_map.map_table)
app.add_typer(_form, name="form", help=help_text("form-group"))


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
    language = asked_for(arguments, os.environ) or HELP
    try:
        return _call(arguments)
    except Refusal as refusal:
        return _refuse(word(refusal.key, refusal.language or language, **refusal.facts))
    except (KeyboardInterrupt, typer.Abort):
        return INTERRUPTED
    except BrokenPipeError:
        drop_output()
        return 0
    except Exception as error:  # noqa: BLE001  the outermost boundary: a bug never looks like a finding
        return _escaped(error, language, debug=debug)


def _call(arguments: list[str]) -> int:
    """Run the command; without any, show what there is."""
    try:
        code = app(args=arguments, standalone_mode=False, prog_name="pairing")
    except Exception as error:
        if type(error).__name__ != "NoArgsIsHelpError":
            raise
        flush(f"{error}\n")
        return 0
    flush()
    return code if isinstance(code, int) else 0


def _escaped(error: Exception, language: str, *, debug: bool) -> int:
    if isinstance(error, OSError) and error.errno == errno.ENOSPC:
        drop_output()
        return _refuse(word("refuse.output", language, why=why(error)))
    if hasattr(error, "format_message"):
        from pairing_cli.cli.usage import wrong_usage

        return _refuse(text(wrong_usage(error), language))
    if debug:
        aside("".join(traceback.format_exception(error)).rstrip())
    frames = traceback.extract_tb(error.__traceback__)
    last = f"{frames[-1].name}:{frames[-1].lineno}" if frames else ""
    mark = hashlib.sha256(f"{type(error).__name__}:{last}".encode()).hexdigest()[:8]
    kind = type(error).__name__
    return _refuse(word("refuse.internal", language, id=mark, kind=kind))


def _refuse(message: str) -> int:
    from pairing_cli.output.sanitize import clean

    aside(clean(message))
    return COULD_NOT_RUN
