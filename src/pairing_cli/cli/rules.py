"""``pairing rules``: every code that a check may give, what it guards, and why."""

from __future__ import annotations

from typing import Annotated

import typer

from pairing_cli.cli.language import help_text, metavar
from pairing_cli.cli.options import Color, ColorOption, LangOption, OutputOption
from pairing_cli.cli.session import Refusal, Settings


def rules(
    code: Annotated[
        str | None, typer.Argument(help=help_text("code"), metavar=metavar("[code]"))
    ] = None,
    lang: LangOption = None,
    color: ColorOption = Color.AUTO,
    output: OutputOption = None,
) -> None:
    """Show what is checked."""
    from pairing_cli.cli.rulebook import rulebook
    from pairing_cli.output.rules import as_list, as_page

    settings = Settings(lang, None, color, output)
    screen = settings.screen(settings.speak())
    book = rulebook(screen.language)
    if code is None:
        settings.emit(as_list(tuple(book.values()), screen), ours=True)
        raise typer.Exit(0)
    page = book.get(code.upper())
    if page is None:
        raise Refusal("refuse.no-code", name=code)
    settings.emit(as_page(page, screen), ours=True)
