"""Programmes that Hypothesis makes: small, with every way of going wrong, held in memory."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from copy import deepcopy
from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st

from pairing_cli.load.bind import bind
from pairing_cli.measure.count import Counter
from pairing_cli.measure.view import View
from pairing_cli.model.collections import COLLECTIONS
from pairing_cli.model.repository import Index, Repository
from pairing_cli.model.results import ScoreNode
from pairing_cli.score import score
from tests.programmes import unit

Data = dict[str, Any]

HELPER, HELPED = "甲校", ("乙校", "丙校")
FIRST, LAST = date(2024, 2, 1), date(2024, 12, 31)

SCHEME: Data = {
    "programme": {
        "id": "p",
        "title": "方案",
        "period": "2024-02-01 to 2024-12-31",
        "terms": [
            {"id": "spring", "title": "春", "period": "2024-02-19 to 2024-06-28"},
            {"id": "autumn", "title": "秋", "period": "2024-09-02 to 2024-12-20"},
        ],
        "reporting": {},
    },
    "organizations": [{"title": name} for name in (HELPER, *HELPED)],
    "people": [{"name": name} for name in ("甲师", "乙师", "丙师")],
    "pairings": [{"id": "x", "helper": HELPER, "helped": list(HELPED)}],
    "mentorships": [
        {"id": "m1", "pairing": "x", "mentor": "甲师", "mentee": "乙师"},
        {"id": "m2", "pairing": "x", "mentor": "甲师", "mentee": "丙师"},
    ],
    "activity_kinds": [{"id": kind, "title": kind} for kind in ("visit", "exchange")],
    "document_types": [
        {"id": kind, "title": kind}
        for kind in ("plan", "records", "list", "minutes", "lesson", "pictures", "news")
    ],
    "rubrics": [
        {
            "id": "r",
            "title": "细则",
            "full_marks": "100",
            "sections": [
                {
                    "id": "s",
                    "title": "s",
                    "items": [
                        {
                            "id": "visits",
                            "title": "visits",
                            "points": "35",
                            "requires": [
                                {
                                    "per": "term",
                                    "activities": {"of": {"kind": "visit"}, "at_least": "2"},
                                    "due": "3 days after the activity",
                                    "documents": [
                                        {"type": "plan", "from": "helper"},
                                        {"type": "records", "from": "helped", "copies": "3"},
                                        {
                                            "type": "list",
                                            "from": "jointly",
                                            "seals": ["helper", "helped"],
                                        },
                                    ],
                                }
                            ],
                        },
                        {
                            "id": "papers",
                            "title": "papers",
                            "points": "25",
                            "requires": [
                                {
                                    "per": "term",
                                    "due": {"spring": "2024-06-20", "autumn": "2024-12-10"},
                                    "documents": [
                                        {"type": "minutes", "from": "each", "copies": "2"},
                                        {"type": "lesson", "from": "helped", "one_per": "mentee"},
                                        {
                                            "type": "pictures",
                                            "from": "helper",
                                            "complete_when": {
                                                "of": {"kind": "exchange"},
                                                "per": "mentorship",
                                                "at_least": "1",
                                            },
                                        },
                                    ],
                                }
                            ],
                        },
                        {
                            "id": "special",
                            "title": "special",
                            "points": "30",
                            "parts": [
                                {
                                    "id": "special-paper",
                                    "title": "p",
                                    "points": "10",
                                    "requires": [
                                        {
                                            "term": "spring",
                                            "due": "2024-04-01",
                                            "documents": [{"type": "plan", "from": "each"}],
                                        }
                                    ],
                                },
                                {"id": "asked", "title": "a", "points": "15", "survey": "q"},
                                {"id": "rated", "title": "r", "points": "5", "rating": {"by": "b"}},
                            ],
                        },
                        {
                            "id": "bonus",
                            "title": "bonus",
                            "bonus": "4",
                            "requires": [
                                {
                                    "due": "2024-12-10",
                                    "documents": [{"type": "news", "from": "either"}],
                                }
                            ],
                        },
                    ],
                },
                {
                    "id": "once",
                    "title": "once",
                    "items": [
                        {
                            "id": "yearly",
                            "title": "yearly",
                            "points": "10",
                            "requires": [
                                {
                                    "due": "2024-06-20",
                                    "documents": [{"type": "pictures", "from": "jointly"}],
                                },
                                {
                                    "activities": {"of": {"kind": "exchange"}},
                                    "due": "1 week before the activity",
                                    "documents": [{"type": "plan", "from": "helper"}],
                                },
                            ],
                        }
                    ],
                },
            ],
        }
    ],
}

days = st.dates(FIRST, LAST)
senders = st.sampled_from([[HELPER], [HELPED[0]], [HELPED[1]], [HELPER, HELPED[0]]])
TYPES = ("plan", "records", "list", "minutes", "lesson", "pictures", "news")


@st.composite
def documents(draw: st.DrawFn, around: date | None = None) -> Data:
    """A document; around an activity's date it is often just in time or just too late."""
    near = st.integers(-4, 6).map(lambda n: _inside((around or FIRST) + timedelta(days=n)))
    received = draw(near if around else days)
    found: Data = {
        "type": draw(st.sampled_from(TYPES)),
        "from": draw(senders),
        "received": received.isoformat(),
    }
    if draw(st.booleans()):
        found["copies"] = str(draw(st.integers(0, 4)))
    found["seals"] = draw(st.sampled_from([[], [HELPER], [HELPER, HELPED[0]]]))
    found["by"] = draw(st.sampled_from([[], ["乙师"], ["乙师", "丙师"]]))
    if draw(st.integers(0, 6)) == 0:
        rejected = _inside(received + timedelta(days=draw(st.integers(0, 5))))
        found["rejected"] = {"date": rejected.isoformat(), "by": "b", "reason": "r"}
    return {key: value for key, value in found.items() if value != []}


def _inside(day: date) -> date:
    return min(max(day, FIRST), LAST)


@st.composite
def activities(draw: st.DrawFn, identity: str) -> Data:
    """An activity with documents."""
    day = draw(days)
    kind = draw(st.sampled_from(["visit", "visit", "exchange"]))
    found: Data = {"id": identity, "pairing": "x", "kind": kind, "date": day.isoformat()}
    if kind == "exchange":
        found["mentorship"] = draw(st.sampled_from(["m1", "m2"]))
    found["documents"] = draw(st.lists(documents(day), max_size=5))
    return found


@st.composite
def waivers(draw: st.DrawFn, identity: str, *, excusing: bool | None = None) -> Data:
    """A waiver that moves deadlines, or excuses."""
    found: Data = {"id": identity, "pairing": "x", "reason": "r", "approved_by": "b"}
    found["date"] = draw(days).isoformat()
    if draw(st.booleans()) if excusing is None else excusing:
        found["excused"] = "true"
    else:
        found["until"] = draw(days).isoformat()
    found |= draw(
        st.sampled_from(
            [
                {"document": ["records"]},
                {"document": ["plan", "records", "list"], "item": "visits"},
                {"item": "papers", "term": "spring"},
                {"activity": "a0"},
                {"side": "helped", "term": "autumn"},
                {"item": "special-paper"},
                {"document": ["pictures"]},
                {"item": "bonus"},
                {"item": "yearly", "term": "spring"},
                {"term": "autumn"},
            ]
        )
    )
    return found


@st.composite
def findings(draw: st.DrawFn) -> Data:
    """An upheld finding of falsification, of an activity or of documents."""
    on = draw(days)
    found: Data = {"id": "f", "verdict": "falsified", "date": on.isoformat(), "by": "b"}
    about: list[Data] = [{"activity": "a0"}, {"activity": "a0", "document": ["news"]}]
    about += [{"pairing": "x", "document": [kind]} for kind in ("minutes", "pictures")]
    found |= draw(st.sampled_from(about))
    if "pairing" in found and draw(st.booleans()):
        found["term"] = "spring"
    found["decisions"] = [{"date": on.isoformat(), "status": "upheld", "by": "b"}]
    return found


@st.composite
def programmes(draw: st.DrawFn) -> Data:
    """A programme's data: the scheme with a log, judgements, and settings."""
    data = deepcopy(SCHEME)
    data["programme"]["reporting"] = {
        "not_held_when": draw(st.sampled_from(["no-document-on-time", "any-document-late"])),
        "falsified_zeroes": draw(st.sampled_from(["item-for-the-year", "item-for-the-term"])),
        "end_day_counts": draw(st.sampled_from(["true", "false"])),
    }
    number = draw(st.integers(0, 6))
    data["activities"] = [draw(activities(f"a{n}")) for n in range(number)]
    data["submissions"] = [
        {"pairing": "x", **found, **draw(st.sampled_from([{}, {}, {"term": "spring"}]))}
        for found in draw(st.lists(documents(), max_size=8))
    ]
    data["waivers"] = [draw(waivers(f"w{n}")) for n in range(draw(st.integers(0, 2)))]
    data["findings"] = [draw(findings())] if draw(st.booleans()) else []
    results = [{"pairing": "x", "date": "2024-11-01", "respondents": "9", "mean": "8.3"}]
    data["surveys"] = [{"id": "q", "title": "q", "by": "b", "out_of": "10"}]
    data["surveys"][0]["results"] = results if draw(st.booleans()) else []
    rating = {"id": "g", "item": "rated", "pairing": "x", "points": "3", "by": "b"}
    data["ratings"] = [{**rating, "date": "2024-11-01"}] if draw(st.booleans()) else []
    return data


def repository(data: Data) -> Repository:
    """The repository of a programme's data; everything in it must be readable."""
    bound = bind("data.yaml", data)
    assert not bound.diagnostics, bound.diagnostics
    indexes: dict[str, Any] = {key: Index(bound.entries.get(key, ())) for key in COLLECTIONS}
    return Repository(programme=bound.programmes[0], **indexes)


def tree(data: Data, as_of: date = date(2025, 6, 30)) -> ScoreNode:
    """The score of the only pairing on a day."""
    found = repository(data)
    return unit(score(Counter(View(found, as_of)), found.rubrics.entries[0]), "x")


def changed(data: Data, change: Callable[[Data], None]) -> Data:
    """A copy with a change made."""
    copy = deepcopy(data)
    change(copy)
    return copy


def document_places(data: Data) -> Iterator[tuple[list[Data], int]]:
    """Every document as the list that holds it and its index."""
    for activity in data["activities"]:
        for index in range(len(activity["documents"])):
            yield activity["documents"], index
    for index in range(len(data["submissions"])):
        yield data["submissions"], index
