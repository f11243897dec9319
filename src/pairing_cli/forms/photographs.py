"""Pictures beside an activity: as which document of it they are recorded.

By what rubrics ask of that kind of work, and what is recorded of it already. Where that leaves it open, it
is said, and not guessed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from pairing_cli.forms.data import Fields
from pairing_cli.forms.lists import Lists
from pairing_cli.model.diagnostics import Message, say
from pairing_cli.model.log import Activity
from pairing_cli.model.programme import Side
from pairing_cli.model.requirements import DocumentNeed, Provider

_PICTURES = re.compile("照片|图片|相片|影像|截图|图像")

_SIDES = {
    Provider.HELPER: (Side.HELPER,),
    Provider.HELPED: (Side.HELPED,),
}


def picture_type(kind: str, side: Side | None, lists: Lists) -> str | Message:
    """The type of document that pictures of a kind of work are, handed in by a side."""
    key = lists.repository.activity_kinds.key(kind)
    asked = list(dict.fromkeys(_asked(key, side, lists)))
    used = list(dict.fromkeys(_used(key, lists)))
    both = [each for each in asked if each in used]
    for found in (asked, both, used if not asked else []):
        if len(found) == 1:
            return found[0]
    word = lists.label("activity_kinds", key)
    every = tuple(lists.label("document_types", each) for each in asked or used)
    return say("form.pictures-several" if every else "form.pictures-none", kind=word, types=every)


def _asked(kind: str, side: Side | None, lists: Lists) -> Iterator[str]:
    """The types of pictures that rubrics ask for beside activities of a kind."""
    for entry in lists.repository.rubrics:
        for block in (block for item in entry.record.all_items() for block in item.requires):
            of = block.activities.of.kind if block.activities else ()
            if kind in map(lists.repository.activity_kinds.key, of):
                for need in block.documents:
                    yield from _pictures(need, side, lists)


def _pictures(need: DocumentNeed, side: Side | None, lists: Lists) -> Iterator[str]:
    if side is None or side in _SIDES.get(need.from_, tuple(Side)):
        types = map(lists.repository.document_types.key, need.type)
        yield from (each for each in types if _is_picture(each, lists))


def _used(kind: str, lists: Lists) -> Iterator[str]:
    for entry in lists.repository.activities:
        if lists.repository.activity_kinds.key(entry.record.kind) == kind:
            for document in entry.record.documents:
                key = lists.repository.document_types.key(document.type)
                if _is_picture(key, lists):
                    yield key


def _is_picture(key: str, lists: Lists) -> bool:
    found = lists.repository.document_types.get(key)
    return found is not None and any(map(_PICTURES.search, (found.title, *found.aliases)))


def document_of(
    activity: Activity, home: str | None, received: date, lists: Lists
) -> Fields | Message:
    """The document of an activity that its pictures are, without its files.

    ``home`` is the key of the organization whose form it is; None for a form of several, where only who
    went can tell who hands them in.
    """
    home = home if home is not None else _goes(activity, lists)
    if home is None:
        return say("form.pictures-whose")
    side = lists.repository.side_of(activity.pairing, home)
    kind = picture_type(activity.kind, side, lists)
    if isinstance(kind, Message):
        return kind
    title = lists.reference("organizations", lists.label("organizations", home))
    return {"type": kind, "from": title, "received": received.isoformat()}


def _goes(activity: Activity, lists: Lists) -> str | None:
    """The one member of the side that went."""
    side = lists.repository.going(activity)
    record = lists.repository.pairings.get(activity.pairing)
    members = record.members(side) if record is not None and side is not None else ()
    if len(members) != 1:
        return None
    return lists.repository.organizations.key(members[0].organization)
