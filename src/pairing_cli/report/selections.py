"""Which records count, in the words of a paper table: 送课指导（级别：省级；时长：6个月及以上）."""

from __future__ import annotations

from collections.abc import Iterator

from pairing_cli.messages import catalogue
from pairing_cli.model.figures import plain
from pairing_cli.model.lengths import Length
from pairing_cli.model.repository import Repository
from pairing_cli.model.scalars import Doc
from pairing_cli.model.selections import Lasting, Limits, Selection

_OWN_WORDS = {
    "level": "level",
    "award": "level",
    "mode": "mode",
    "direction": "direction",
    "side": "side",
    "pairing_level": "pairing-level",
    "stage": "stage",
    "at_type": "type",
    "from_type": "type",
}
"""Fields whose values the format has words for, and where the catalogue has these."""

_REFER_TO = {"at": "organizations", "from_": "organizations", "among": "figures"}
"""Fields that name records, and the collection in which their titles stand."""


def selected(selection: Selection, repository: Repository, general: str = "活动") -> str:
    """What counts, or a general word, and in brackets whatever else is asked of it."""
    kinds = [(name, repository.activity_kinds.get(name)) for name in selection.kind]
    papers = [(name, repository.document_types.get(name)) for name in selection.document]
    title = "或".join(found.title if found else name for name, found in (*kinds, *papers))
    limits = [
        f"{_field_title(name)}：{_value(name, getattr(selection, name), repository)}"
        for name in sorted(selection.model_fields_set - {"kind", "document"})
    ]
    title = title or general
    return f"{title}（{'；'.join(limits)}）" if limits else title


def _field_title(name: str) -> str:
    found = Selection.model_fields[name].metadata
    return next((each.title for each in found if isinstance(each, Doc)), name)


def _value(name: str, value: object, repository: Repository) -> str:
    """What a field asks for."""
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, Lasting):
        return lasting(value)
    if isinstance(value, Limits):
        return _bounds(value, "人")
    if isinstance(value, dict):
        return "，".join(f"{_own('amount', key)}{_bounds(each)}" for key, each in value.items())
    values = value if isinstance(value, tuple) else (value,)
    return "或".join(_said(name, str(each), repository) for each in values)


def _said(name: str, value: str, repository: Repository) -> str:
    """One of several values: a word of the format in Chinese, a record by its title."""
    if name in _OWN_WORDS:
        return "".join(_own(_OWN_WORDS[name], part) for part in value.split(" "))
    if name == "pairing":
        pairing = repository.pairings.get(value)
        return repository.title_of(pairing) if pairing else value
    found = repository.index(_REFER_TO[name]).get(value) if name in _REFER_TO else None
    return str(getattr(found, "title", value))


def _own(kind: str, value: str) -> str:
    """A word of the format in Chinese; any other as it stands."""
    found = catalogue().get(f"{kind}.{value}")
    return found.zh if found else value


def _bounds(found: Limits, unit: str = "") -> str:
    """How many: 3人及以上, 3人至5人."""
    least = None if found.at_least is None else f"{plain(found.at_least)}{unit}"
    most = None if found.at_most is None else f"{plain(found.at_most)}{unit}"
    return _between(least, most)


def _between(least: str | None, most: str | None) -> str:
    if least is None or most is None:
        return f"{most}及以下" if least is None else f"{least}及以上"
    return least if least == most else f"{least}至{most}"


def lasting(found: Lasting) -> str:
    """How long: 6个月及以上, 不足1个月, 累计12个月至18个月."""
    said = "，".join(_stretches(found))
    said = f"累计{said}" if found.in_total else said
    return f"{said}，按派出期限计" if found.as_agreed else said


def _stretches(found: Lasting) -> Iterator[str]:
    """The length that is asked, and apart from it the one that it stays below."""
    shortest, longest = found.between or (found.at_least, found.at_most)
    least, most = (None if each is None else _length(each) for each in (shortest, longest))
    if least is not None or most is not None:
        yield _between(least, most)
    if found.below is not None:
        yield f"不足{_length(found.below)}"


def _length(length: Length) -> str:
    """A length of time: 6个月, 2周."""
    return f"{length.number}{_own('length', length.unit)}"
