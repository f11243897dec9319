"""People whom rows describe: those to be registered, and those of whom more is said than the register does."""

from __future__ import annotations

from collections.abc import Mapping

from pairing_cli.forms.columns import Cell, Unreadable
from pairing_cli.forms.data import Data, Fields, plain
from pairing_cli.forms.draft import Draft
from pairing_cli.forms.form import Form
from pairing_cli.forms.lists import Lists
from pairing_cli.forms.rows import Recorded
from pairing_cli.model.repository import plain_name


class Registering:
    """The people whom the rows of a table describe."""

    def __init__(self, lists: Lists) -> None:
        """Nobody is described yet."""
        self._lists = lists
        self._described: dict[str, Fields] = {}

    def described(self, form: Form, cells: Mapping[str, Cell]) -> tuple[Fields, ...]:
        """Whom a row describes otherwise than the register; Unreadable where another row disagrees."""
        people = form.people(cells, self._lists)
        for person in people:
            known = self._described.get(_key(person), {})
            for field, data in person.items():
                if known.get(field, data) != data:
                    facts = {"name": str(person.get("name", person.get("id", "")))}
                    raise Unreadable(_column(form, cells, data), "take.person-differs", **facts)
        return people

    def look_at(self, people: tuple[Fields, ...], draft: Draft) -> None:
        """Look at people as the register would hold them; `draft.Unreadable` where it cannot."""
        for person in people:
            entry = self._lists.repository.people.find(str(person.get("id", "")))
            before = plain(entry.record) if entry is not None else {}
            own = {field: data for field, data in person.items() if field != "id"}
            draft.look_at("people", {**before, **own})

    def take(self, people: tuple[Fields, ...]) -> None:
        """Let people be registered as a row describes them."""
        for person in people:
            self._described.setdefault(_key(person), {}).update(person)

    def into(self, draft: Draft) -> None:
        """Register them, and change those who are registered."""
        for person in self._described.values():
            if "id" not in person:
                draft.add("people", person)
                continue
            entry = self._lists.repository.people.find(str(person["id"]))
            if entry is not None:
                row = Recorded(f"people/{entry.key}", entry.at, plain(entry.record))
                changes: dict[tuple[str, ...], Data | None] = {
                    (field,): data for field, data in person.items() if field != "id"
                }
                draft.change(row, changes)


def _key(person: Fields) -> str:
    return str(person["id"]) if "id" in person else plain_name(str(person["name"]))


def _column(form: Form, cells: Mapping[str, Cell], data: Data) -> str:
    """A column of the people's part that says something."""
    parts = [part for part in form.parts if part.beside is not None]
    found = [c.key for part in parts for c in part.columns if cells.get(c.key) == data]
    return (found or [parts[0].columns[0].key])[0]
