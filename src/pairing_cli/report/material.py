"""What reports are made of."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from pairing_cli.model.overview import Overview, Scored
from pairing_cli.model.places import At
from pairing_cli.model.programme import Programme
from pairing_cli.model.repository import Repository
from pairing_cli.model.results import ScoreSheet


@dataclass(frozen=True, slots=True)
class Material:
    """What reports are made of: the programme, its scores, and how places and words are written.

    ``language`` is that of the words in the documents, whatever language people are spoken to in.
    ``errors``: how many errors the data have, which every report then says. ``rubric``: the id of the
    one that is meant, where nothing was scored that would say it. ``overview``: the programme as a whole,
    where a report shows that; ``compared``: the sheet with its means, where they are known.
    """

    repository: Repository
    programme: Programme
    as_of: date
    language: str
    sheet: ScoreSheet | None
    place: Callable[[At], str]
    errors: int = 0
    rubric: str | None = None
    overview: Overview | None = None
    compared: Scored | None = None
