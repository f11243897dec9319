"""What a programme records and asks for, by which forms leave out columns that nobody there needs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

from pydantic import BaseModel

from pairing_cli.forms.columns import Part
from pairing_cli.forms.rows import Log, log_of
from pairing_cli.model.measures import Measure
from pairing_cli.model.repository import Repository
from pairing_cli.model.selections import Selection, Unit
from pairing_cli.model.targets import Quota

AMOUNTS = (Unit.CLASS_HOURS, Unit.MONEY, Unit.ITEMS)
"""Units that are entered as amounts of an activity."""

_AS_RECORDED = {"subject": "subjects"}
"""Fields by which targets and rubrics select, where activities have another name for them."""


class Asked:
    """What targets and rubrics of a programme select by and count."""

    def __init__(self, repository: Repository) -> None:
        """Look through a programme's targets and rubrics."""
        self.repository = repository

    @cached_property
    def _asked(self) -> frozenset[str]:
        every = [*self.repository.quotas, *self.repository.rubrics]
        return frozenset(name for entry in every for name in _asked_by(entry.record))

    def asks(self, part: Part) -> bool:
        """Whether something is selected by, or counted in, what a part fills."""
        return any(route[-1] in self._asked for route in part.routes)

    def columns(
        self, parts: Iterable[Part], used: frozenset[str], *, by_asking: bool = True
    ) -> tuple[Part, ...]:
        """Parts without the rare ones that no record uses, and, ``by_asking``, that nothing asks for."""
        return tuple(
            part
            for part in parts
            if not part.rare
            or (by_asking and self.asks(part))
            or any(route[0] in used for route in part.routes)
        )

    def of_activities(self, log: Log) -> frozenset[str]:
        """The fields that activities of a table state."""
        return self._of_logs.get(log, frozenset())

    @cached_property
    def _of_logs(self) -> Mapping[Log, frozenset[str]]:
        found: dict[Log, set[str]] = {}
        for entry in self.repository.activities:
            found.setdefault(log_of(entry.record), set()).update(entry.record.model_fields_set)
        return {log: frozenset(names) for log, names in found.items()}

    @cached_property
    def of_documents(self) -> frozenset[str]:
        """The fields that documents state, of activities and handed in on their own."""
        found: set[str] = set()
        for entry in self.repository.activities:
            for document in entry.record.documents:
                found |= document.model_fields_set
        for alone in self.repository.submissions:
            found |= alone.record.model_fields_set
        return frozenset(found)

    @cached_property
    def of_lines(self) -> frozenset[str]:
        """The fields that lines of schedules state, under the names that files have for them."""
        lines = (line for entry in self.repository.schedules for line in entry.record.lines)
        return frozenset(name.removesuffix("_") for line in lines for name in line.model_fields_set)

    @cached_property
    def amounts(self) -> tuple[str, ...]:
        """The names of the amounts that activities state or targets and rubrics count."""
        stated = [name for entry in self.repository.activities for name in entry.record.amounts]
        counted = [unit.value for unit in AMOUNTS if unit.value in self._asked]
        return tuple(dict.fromkeys((*counted, *stated)))


def _asked_by(record: BaseModel) -> Iterator[str]:
    """The fields that a record's selections state, and the units that it counts."""
    if isinstance(record, Selection):
        yield from (_AS_RECORDED.get(name, name) for name in record.model_fields_set)
    if isinstance(record, (Measure, Quota)) and record.count is not None:
        yield record.count.value
    for name in record.model_fields_set:
        yield from _inside(getattr(record, name))


def _inside(value: object) -> Iterator[str]:
    if isinstance(value, BaseModel):
        yield from _asked_by(value)
    elif isinstance(value, tuple):
        for each in value:
            yield from _inside(each)
