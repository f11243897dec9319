"""What reports are made of."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date

from pairing_cli.model.bulletin import Bulletin
from pairing_cli.model.overview import Overview, Scored
from pairing_cli.model.places import At
from pairing_cli.model.programme import Programme
from pairing_cli.model.published import Published
from pairing_cli.model.repository import Repository
from pairing_cli.model.results import QuotaTable, ScoreSheet
from pairing_cli.model.stated import Stated

Told = Mapping[tuple[str, str, str], Stated]
"""What the numbers of texts come to, by text, whom the document is for (or nothing), and number."""


@dataclass(frozen=True, slots=True)
class Material:
    """What reports are made of: the programme, its scores, and how places and words are written.

    ``language`` is that of the words in the documents, whatever language people are spoken to in.
    ``errors``: how many errors the data have, which every report then says. ``rubric``: the id of the
    one that is meant, where nothing was scored that would say it. ``targets``, ``told``, ``bulletin``
    and ``published`` are there for the kinds that use them. ``picture`` gives the bytes of a
    photograph by its path, or None where it cannot be shown. ``overview``: the programme as a whole,
    where a report shows that; ``compared``: the sheet with its means, where they are known.
    ``redacted``: made for the public, from records in which people are not named.
    """

    repository: Repository
    programme: Programme
    as_of: date
    language: str
    sheet: ScoreSheet | None
    place: Callable[[At], str]
    errors: int = 0
    rubric: str | None = None
    targets: QuotaTable | None = None
    told: Told = field(default_factory=dict)
    bulletin: Bulletin | None = None
    published: Published | None = None
    picture: Callable[[str], bytes | None] = lambda path: None
    overview: Overview | None = None
    compared: Scored | None = None
    redacted: bool = False
