"""Who is assessed, as reports name them: a pairing with its sides, a school, or a person."""

from __future__ import annotations

from pairing_cli.model.programme import Side
from pairing_cli.report.material import Material
from pairing_cli.report.parties import organization_title, side_text, side_words
from pairing_cli.report.rubric import rubric_of


def unit_words(material: Material) -> dict[str, str]:
    """What the unit is called, and the two things that are said of it beside its name."""
    kind = rubric_of(material).unit
    if kind == "school":
        return {"unit_word": "学校", "helper_word": "类别", "helped_word": "所在结对"}
    if kind == "person":
        return {"unit_word": "姓名", "helper_word": "单位", "helped_word": "职务或称号"}
    helper, helped = side_words(material.repository)
    return {"unit_word": "结对", "helper_word": helper, "helped_word": helped}


def about_unit(material: Material, key: str) -> dict[str, str]:
    """The two things that are said of a unit, given by its key, beside its name."""
    kind = rubric_of(material).unit
    if kind == "school":
        return _about_school(material, key)
    if kind == "person":
        person = material.repository.people.get(key)
        home = organization_title(material.repository, person.organization or "") if person else ""
        return {"helper": home, "helped": (person.post or person.level or "") if person else ""}
    pairing = material.repository.pairings.get(key)
    return {
        side.value: side_text(material.repository, pairing, side) if pairing else ""
        for side in Side
    }


def _about_school(material: Material, key: str) -> dict[str, str]:
    repository = material.repository
    school = repository.organizations.get(key)
    pairings = [
        repository.title_of(entry.record)
        for entry in repository.pairings
        if repository.side_of(entry.key, key) is not None
    ]
    return {"helper": (school.type or "") if school else "", "helped": "\n".join(pairings)}
