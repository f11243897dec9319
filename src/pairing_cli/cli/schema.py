"""``pairing schema``: the JSON Schema of the files, for editors."""

from __future__ import annotations

from pairing_cli.cli.options import LangOption, OutputOption
from pairing_cli.cli.session import Settings


def schema(output: OutputOption = None, lang: LangOption = None) -> None:
    """Print the JSON Schema that editors check files with."""
    from pairing_cli.model.json_schema import json_schema
    from pairing_cli.output.findings import dump

    Settings(lang, output=output).emit(dump(json_schema()))
