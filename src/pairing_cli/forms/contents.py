"""What is recorded, found by what it says: a row that says the same is no new record."""

from __future__ import annotations

from collections.abc import Iterable

from pairing_cli.forms.columns import Part, Route, get
from pairing_cli.forms.data import Data, Fields, digest
from pairing_cli.forms.form import Form
from pairing_cli.forms.lists import Lists
from pairing_cli.forms.rows import Recorded

_FILES = "file"


class Contents:
    """Records by what a form says of them; each can be claimed by one row."""

    def __init__(self, form: Form, lists: Lists, rows: Iterable[Recorded]) -> None:
        """Know rows by what the form's columns say of them, names by what they name."""
        self._parts: list[tuple[Part, Route]] = [
            (part, route) for part in form.parts if not part.closed for route in part.routes
        ]
        self._lists = lists
        self._found: dict[str, list[Recorded]] = {}
        self._bare: dict[str, list[Recorded]] = {}
        self._claimed: set[int] = set()
        for row in rows:
            self._found.setdefault(self._content(row.shown), []).append(row)
            if _FILES in row.shown:
                self._bare.setdefault(self._content(_without_files(row.shown)), []).append(row)

    def claim(self, fields: Fields) -> Recorded | None:
        """A record that says the same and that no other row has claimed; None where there is none.

        A row that names no files is also the record that has some beside it: pictures of the activity
        that were recorded with it.
        """
        content = self._content(fields)
        found = self._left(self._found.get(content, []))
        if found is None and _FILES not in fields:
            found = self._left(self._bare.get(content, []))
        if found is not None:
            self._claimed.add(id(found))
        return found

    def _left(self, rows: list[Recorded]) -> Recorded | None:
        while rows and id(rows[0]) in self._claimed:
            rows.pop(0)
        return rows[0] if rows else None

    def _content(self, fields: Fields) -> str:
        found: list[Data] = []
        for part, route in self._parts:
            data = get(fields, route)
            if data is not None:
                found.append(["/".join(route), _plain(data, self._lists, part)])
        return digest(found)


def _without_files(fields: Fields) -> Fields:
    return {key: data for key, data in fields.items() if key != _FILES}


def _plain(data: Data, lists: Lists, part: Part) -> Data:
    """Data with every name replaced by the key of what it names; lists without order are sorted."""
    if isinstance(data, dict):
        return {key: _plain(each, lists, part) for key, each in data.items()}
    if isinstance(data, list):
        found = [_plain(each, lists, part) for each in data]
        return sorted(found, key=repr) if part.unordered else found
    return lists.same(data)
