"""``pairing new``: a record with an id of its own, in the file where its siblings are."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from pairing_cli.cli.changes import Changes, changing
from pairing_cli.cli.language import help_text, metavar
from pairing_cli.cli.mending import language_of
from pairing_cli.cli.options import AsOfOption, LangOption, PathArgument, QuietOption
from pairing_cli.cli.session import Refusal, Settings, one_root
from pairing_cli.messages import text, word
from pairing_cli.model.diagnostics import Diagnostic, Severity

if TYPE_CHECKING:
    from pairing_cli.load.programme import Loaded
    from pairing_cli.model.collections import Collection

TRIES = 3
"""How often somebody is asked again for a value that cannot be used."""


def new(
    kind: Annotated[str, typer.Argument(help=help_text("new-kind"), metavar=metavar("record"))],
    path: PathArgument = Path(),
    values: Annotated[
        list[str] | None,
        typer.Option("--set", "-s", help=help_text("new-set"), metavar=metavar("field=value")),
    ] = None,
    file: Annotated[
        str | None, typer.Option("--file", help=help_text("new-file"), metavar=metavar("file"))
    ] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help=help_text("dry-run"))] = False,
    as_of: AsOfOption = None,
    lang: LangOption = None,
    quiet: QuietOption = False,
) -> None:
    """Add a record."""
    settings = Settings(lang, as_of, quiet=quiet)
    collection = _collection(kind)
    root = one_root(path)
    record = _given(values or [])
    _ask(collection, record, settings)
    with changing(root, write=not dry_run) as changes:
        language = settings.speak(language_of(changes))
        place, line = _add(changes, collection, record, file, (settings, language))
        settings.emit(changes.diff())
        if not dry_run:
            changes.save()
            settings.note(word("new.done", language, path=(root / place).as_posix(), line=line))


def singular(key: str) -> str:
    """What one record of a collection is called on the command line: activities, activity."""
    if key == "people":
        return "person"
    one = f"{key[:-3]}y" if key.endswith("ies") else key.removesuffix("s")
    return one.replace("_", "-")


def _collection(name: str) -> Collection:
    """The collection of a kind of record, by its name in one or many, or its Chinese title."""
    from pairing_cli.model.collections import COLLECTIONS

    for key, collection in COLLECTIONS.items():
        if name in (key, singular(key), collection.title):
            return collection
    raise Refusal("refuse.no-record-kind", name=name, kinds=tuple(map(singular, COLLECTIONS)))


def _given(values: list[str]) -> dict[str, Any]:
    """The record that ``--set`` options make up; a field that is given twice is a list."""
    record: dict[str, Any] = {}
    for each in values:
        name, equals, value = each.partition("=")
        if not equals or not name.strip():
            raise Refusal("refuse.set", value=each)
        *above, last = name.strip().split(".")
        holder = record
        for step in above:
            holder = holder.setdefault(step, {})
        found = _value(value.strip())
        if last in holder:
            there = holder[last]
            found = [*(there if isinstance(there, list) else [there]), found]
        holder[last] = found
    return record


def _value(written: str) -> Any:
    """A value as it is given: what stands in brackets or braces is read as YAML."""
    from pairing_cli.load.events import parse

    if not written.startswith(("[", "{")):
        return written
    parsed = parse(written)
    if parsed.fatal or parsed.troubles:
        raise Refusal("refuse.set", value=written)
    return parsed.data


def _ask(collection: Collection, record: dict[str, Any], settings: Settings) -> None:
    """Ask on a terminal for what is required and not given; without one, refuse."""
    missing = [name for name in _required(collection) if name not in record]
    if not missing:
        return
    if not (sys.stdin.isatty() and sys.stderr.isatty()):
        raise Refusal("refuse.new-missing", fields=tuple(missing), example=f"--set {missing[0]}=…")
    for name in missing:
        _ask_one(collection, name, record, settings)


def _required(collection: Collection) -> Iterator[str]:
    """The fields that a record must have, but its id, which is made."""
    from pairing_cli.edit.shapes import fields

    for name, info in fields(collection.model).items():
        if info.is_required() and name != "id":
            yield name


def _ask_one(collection: Collection, name: str, record: dict[str, Any], settings: Settings) -> None:
    language = settings.speak()
    for _ in range(TRIES):
        record[name] = _value(typer.prompt(_label(collection, name, language), err=True).strip())
        wrong = [each for each in _slips(collection, record) if each.at.route[2:3] == (name,)]
        if not wrong:
            return
        for each in wrong:
            settings.note(text(each.message, language))
    raise Refusal("refuse.new-missing", fields=(name,), example=f"--set {name}=…")


def _label(collection: Collection, name: str, language: str) -> str:
    """What a field is called and what goes into it, in the language of the person who is asked."""
    from pairing_cli.edit.shapes import fields
    from pairing_cli.model.scalars import Doc

    marks = fields(collection.model)[name].metadata
    doc = next((mark for mark in marks if isinstance(mark, Doc)), Doc(name, "", ""))
    return f"{doc.title} {name}（{doc.zh}）" if language == "zh" else f"{name} ({doc.en})"


def _slips(collection: Collection, record: dict[str, Any]) -> list[Diagnostic]:
    from pairing_cli.load.bind import bind

    return bind("", {collection.key: [_as_meant(collection, record)]}).diagnostics


def _add(
    changes: Changes,
    collection: Collection,
    record: dict[str, Any],
    file: str | None,
    to: tuple[Settings, str],
) -> tuple[str, int]:
    """Put a record into its file; its path and line. Refused where it would bring errors with it."""
    from pairing_cli.edit import Append
    from pairing_cli.edit.naming import file_for, new_id

    settings, language = to
    before = changes.load()
    record = _as_meant(collection, record)
    if "id" in _fields(collection) and "id" not in record and _needs_id(collection):
        record["id"] = new_id(before.repository, collection.key, record)
    path = file or file_for(before.repository, collection.key, record)
    changes.edit(path, Append((collection.key,), record))
    after = changes.load()
    brought = _brought(before, after, settings.today)
    for each in brought:
        settings.note(f"{each.code} {text(each.message, language)}")
    if any(each.severity is Severity.ERROR for each in brought):
        raise Refusal("refuse.new-errors")
    return path, _line(changes, path, collection.key)


def _fields(collection: Collection) -> set[str]:
    return set(collection.model.model_fields)


def _needs_id(collection: Collection) -> bool:
    return collection.model.model_fields["id"].is_required()


def _as_meant(collection: Collection, record: dict[str, Any]) -> dict[str, Any]:
    """A record with dates and numbers as they are to be written, where what was typed leaves no doubt."""
    from pairing_cli.edit.edits import meaning
    from pairing_cli.edit.values import value_fixes

    data = {collection.key: [record]}
    fixes = value_fixes("", data, names=False)
    found: dict[str, Any] = meaning(data, [fix.edit for fix in fixes])[collection.key][0]
    return found


def _brought(before: Loaded, after: Loaded, today: date) -> list[Diagnostic]:
    """What is wrong after a change that was not before."""
    known = {(each.code, each.at) for each in _findings(before, today)}
    return [each for each in _findings(after, today) if (each.code, each.at) not in known]


def _findings(loaded: Loaded, today: date) -> list[Diagnostic]:
    from pairing_cli.rules import RULES, check

    return [*loaded.diagnostics, *check(loaded.repository, RULES, today)]


def _line(changes: Changes, path: str, key: str) -> int:
    """The line on which the last record of a collection in a file begins."""
    from pairing_cli.load.decode import decode
    from pairing_cli.load.events import parse

    parsed = parse(decode(changes.read(path) or b"").text or "", places=True)
    return parsed.values[key, len(parsed.data[key]) - 1].line
