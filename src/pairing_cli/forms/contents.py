"""What is recorded, found by what it says: a row that says the same is no new record."""

from __future__ import annotations

from collections.abc import Iterable

from pairing_cli.forms.columns import Part, Route, get
from pairing_cli.forms.data import Data, Fields, digest
from pairing_cli.forms.form import Form
from pairing_cli.forms.lists import Lists
from pairing_cli.forms.rows import Recorded


class Contents:
    """Records by what a form says of them; each can be claimed by one row."""

    def __init__(self, form: Form, lists: Lists, rows: Iterable[Recorded]) -> None:
        """Know rows by what the form's columns say of them, names by what they name."""
        self._parts: list[tuple[Part, Route]] = [
            (part, route) for part in form.parts if not part.closed for route in part.routes
        ]
        self._lists = lists
        self._found: dict[str, list[Recorded]] = {}
        for row in rows:
            self._found.setdefault(self._content(row.fields), []).append(row)

    def claim(self, fields: Fields) -> Recorded | None:
        """A record that says the same and that no other row has claimed; None where there is none."""
        left = self._found.get(self._content(fields))
        return left.pop(0) if left else None

    def _content(self, fields: Fields) -> str:
        found: list[Data] = []
        for part, route in self._parts:
            data = get(fields, route)
            if data is not None:
                found.append(["/".join(route), _plain(data, self._lists, part)])
        return digest(found)


def _plain(data: Data, lists: Lists, part: Part) -> Data:
    """Data with every name replaced by the key of what it names; lists without order are sorted."""
    if isinstance(data, dict):
        return {key: _plain(each, lists, part) for key, each in data.items()}
    if isinstance(data, list):
        found = [_plain(each, lists, part) for each in data]
        return sorted(found, key=repr) if part.unordered else found
    return lists.same(data)
