"""Facts of the brief of one activity (活动简报): what was held, who came, what there is to show."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Any

from pairing_cli.model.evidence import is_picture
from pairing_cli.model.log import Activity, Document
from pairing_cli.model.programme import Side
from pairing_cli.model.repository import Entry
from pairing_cli.model.words import Mode
from pairing_cli.report.chinese import days, listed
from pairing_cli.report.marks import Picture
from pairing_cli.report.material import Material
from pairing_cli.report.parties import common, organization_title, side_text
from pairing_cli.report.photographs import plain_picture


def activity_brief(material: Material, key: str) -> dict[str, Any]:
    """One activity: its facts in a sentence, those who took part, its documents and photographs."""
    entry = material.repository.activities.find(key)
    if entry is None:
        raise ValueError(f"no activity {key}")
    activity = entry.record
    papers = list(_documents(material, entry))
    return {
        **common(material, activity.title or _kind(material, activity)),
        "kind": _kind(material, activity),
        "pairing": _pairing(material, activity),
        "when": days(activity.days),
        "where": organization_title(material.repository, activity.at) if activity.at else "",
        "online": activity.mode is Mode.ONLINE,
        "lead": _lead(material, activity),
        "subjects": listed(activity.subjects),
        "audience": activity.audience or "",
        "groups": list(_groups(material, activity)),
        "heads": sum(line.heads for line in activity.participants),
        "documents": [_paper(material, document) for document in papers],
        "pictures": [each for document in papers for each in _pictures(material, document)],
        "note": activity.note or "",
        "record": material.place(entry.at),
        "day": days(activity.days),
    }


def _kind(material: Material, activity: Activity) -> str:
    found = material.repository.activity_kinds.get(activity.kind)
    return found.title if found else activity.kind


def _pairing(material: Material, activity: Activity) -> str:
    found = material.repository.pairings.get(activity.pairing)
    return material.repository.title_of(found) if found else activity.pairing


def _lead(material: Material, activity: Activity) -> str:
    """The activity in a sentence: when, who went where, what, how many came."""
    repository = material.repository
    subjects = listed(activity.subjects)
    what = f"开展{subjects}{_kind(material, activity)}活动"
    going = repository.going(activity)
    place = organization_title(repository, activity.at) if activity.at else ""
    if activity.mode is Mode.ONLINE or going is None:
        where = "在线上" if activity.mode is Mode.ONLINE else f"在{place}" if place else ""
        heads = sum(line.heads for line in activity.participants)
        came = f"，{heads}人参加" if heads else ""
        return f"{days(activity.days)}，{_sides(material, activity)}{where}{what}{came}。"
    place = place or _side(material, activity, going.other)
    hosts = _people(material, activity, going.other)
    came = f"，{hosts}参加" if hosts else ""
    goers = _people(material, activity, going) or _side(material, activity, going)
    return f"{days(activity.days)}，{goers}赴{place}{what}{came}。"


def _people(material: Material, activity: Activity, side: Side) -> str:
    """Those of a side who took part, by organization: 西街小学2人."""
    heads: dict[str, int] = {}
    for line in activity.participants:
        if material.repository.side_in(activity.pairing, line.from_) is side:
            home = organization_title(material.repository, line.from_)
            heads[home] = heads.get(home, 0) + line.heads
    return listed(f"{home}{number}人" for home, number in heads.items())


def _sides(material: Material, activity: Activity) -> str:
    """Both sides of its pairing."""
    return "与".join(_side(material, activity, side) for side in Side)


def _side(material: Material, activity: Activity, side: Side) -> str:
    """A side of its pairing."""
    found = material.repository.pairings.get(activity.pairing)
    return side_text(material.repository, found, side).replace("\n", "、") if found else ""


def _groups(material: Material, activity: Activity) -> Iterator[dict[str, Any]]:
    """Those who took part by their organization: names, and head counts of those not named."""
    groups: dict[str, list[Any]] = {}
    for line in activity.participants:
        groups.setdefault(material.repository.organizations.key(line.from_), []).append(line)
    for key, lines in groups.items():
        named = [line.name for line in lines if line.name]
        counted = sum(line.heads for line in lines if not line.name)
        heads = sum(line.heads for line in lines)
        yield {
            "organization": organization_title(material.repository, key),
            "names": listed(named, more=bool(named and counted)),
            "heads": heads,
        }


def _documents(material: Material, entry: Entry[Activity]) -> Iterator[Document]:
    """The documents of an activity, handed in with it or for it, by the day of the report."""
    yield from (each for each in entry.record.documents if each.received <= material.as_of)
    for submission in material.repository.submissions:
        name = submission.record.activity
        there = name is not None and material.repository.activities.key(name) == entry.key
        if there and submission.record.received <= material.as_of:
            yield submission.record


def _paper(material: Material, document: Document) -> dict[str, Any]:
    found = material.repository.document_types.get(document.type)
    return {
        "title": found.title if found else document.type,
        "who": listed(organization_title(material.repository, each) for each in document.from_),
        "received": f"{document.received.month}月{document.received.day}日",
        "copies": document.number,
        "files": "\n".join(file.path for file in document.file),
    }


def _pictures(material: Material, document: Document) -> Iterator[dict[str, Any]]:
    """The photographs of a document: shown where they can be, named where they cannot.

    For the public only those that are shown.
    """
    for file in document.file:
        if is_picture(file.path):
            data = material.picture(file.path)
            shown = plain_picture(data) if data else None
            if material.redacted and shown is None:
                continue
            name = PurePosixPath(file.path).stem
            yield {
                "path": file.path,
                "caption": name,
                "image": Picture(shown, file.path) if shown else Picture(),
            }
