"""The options that commands share, with their help."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer
from typer.core import TyperCommand

from pairing_cli.cli.language import Language, help_text, metavar


class Color(StrEnum):
    """When to use colours."""

    AUTO = "auto"
    ALWAYS = "always"
    NEVER = "never"


def choices(words: type[StrEnum]) -> str:
    """The words that an option takes, as they stand in its help."""
    return "|".join(words)


PathArgument = Annotated[Path, typer.Argument(help=help_text("path"), metavar=metavar("[path]"))]
LangOption = Annotated[
    Language | None,
    typer.Option("--lang", help=help_text("lang"), metavar=choices(Language)),
]
DocumentLangOption = Annotated[
    Language | None,
    typer.Option("--lang", help=help_text("lang-documents"), metavar=choices(Language)),
]
"""For what is in Chinese in any case: documents, and the paper table of a rubric."""

AsOfOption = Annotated[
    str | None, typer.Option("--as-of", help=help_text("as-of"), metavar="YYYY-MM-DD")
]
ColorOption = Annotated[
    Color, typer.Option("--color", help=help_text("color"), metavar=choices(Color))
]
OutputOption = Annotated[
    Path | None,
    typer.Option(
        "--output", "-o", help=help_text("output"), dir_okay=False, metavar=metavar("file")
    ),
]
QuietOption = Annotated[bool, typer.Option("--quiet", "-q", help=help_text("quiet"))]
PairingOption = Annotated[
    list[str] | None, typer.Option("--pairing", help=help_text("pairing"), metavar=metavar("id"))
]

RubricOption = Annotated[
    str | None, typer.Option("--rubric", help=help_text("rubric"), metavar=metavar("id"))
]
EVERYTHING = "*"
"""What ``--explain`` without an item means."""


class Command(TyperCommand):
    """A command whose ``--explain`` may stand without a value, and whose help is translated."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Give ``--explain`` its value where none follows."""
        names = {name for param in self.params for name in param.opts}
        if "--explain" in names:
            args = with_explain_value(args)
        return super().parse_args(ctx, args)

    def get_help_option(self, ctx: Any) -> Any:
        """The help option, in the language of the help."""
        return translated(super().get_help_option(ctx))

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """The help, in the language of the help."""
        from pairing_cli.cli.help import help_of

        formatter.write(help_of(self, ctx))


def translated(option: Any) -> Any:
    """A help option with its text in the language of the help; its type is private to typer."""
    if option is not None:
        option.help = help_text("help")
    return option


def with_explain_value(args: list[str]) -> list[str]:
    """The arguments with a value after an ``--explain`` that has none.

    A value follows unless the next argument is an option, a folder that exists, or nothing.
    """
    if "--explain" not in args:
        return args
    after = args.index("--explain") + 1
    following = args[after] if after < len(args) else "-"
    if following.startswith("-") or Path(following).exists():
        return [*args[:after], EVERYTHING, *args[after:]]
    return args
