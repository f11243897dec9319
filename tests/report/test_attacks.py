"""Templates that attack: none makes or reads a file, none goes on for long, none breaks the tool."""

from __future__ import annotations

import gc
import os
from datetime import date
from pathlib import Path

import pytest

from pairing_cli.report.apart import Apart, ended, started
from pairing_cli.report.checked import slips_of
from pairing_cli.report.context import DAY
from pairing_cli.report.described import sample, shape_of
from pairing_cli.report.guard import look_through
from pairing_cli.report.kinds import KINDS
from pairing_cli.report.templates import TemplateError, Templates
from tests.command import pairing
from tests.programmes import BASE, write
from tests.report.attacks import ATTACKS, CANARY, SECRET, Attack, related

WORDS = "the secret of this machine"
LONGEST = 5.0
"""Seconds of processor time that any may take."""


def used() -> float:
    """Processor time of this process and of all that it started, whatever else this machine does."""
    gc.collect()
    return sum(os.times()[:4])


def entries(folder: Path) -> set[Path]:
    return {path.relative_to(folder) for path in folder.rglob("*")}


@pytest.mark.parametrize(
    "attack", ATTACKS, ids=[f"{attack.extension}: {attack.wants}" for attack in ATTACKS]
)
def test_an_attack_comes_to_nothing(
    attack: Attack, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    name = f"templates/pairing-table.{attack.extension}"
    root = write(tmp_path / "p", {"programme.yaml": BASE, name: attack.template, SECRET: WORDS})
    monkeypatch.chdir(root)
    before, begin = entries(tmp_path), used()
    ran = pairing(
        "report", "pairing-table", ".", "--to", attack.extension, "-o", "../out", "--lang", "en"
    )
    assert used() - begin < LONGEST
    assert ran.code == 2, ran.out
    assert name in ran.err and "internal" not in ran.err, ran.err
    assert "Traceback" not in ran.err and WORDS not in ran.err and "root:" not in ran.err
    assert "\x1b" not in ran.err and os.sep + "pairing_cli" not in ran.err
    assert entries(tmp_path) == before
    assert not Path(CANARY).exists()


def test_there_are_enough_attacks_and_no_two_alike() -> None:
    assert len({attack.wants for attack in ATTACKS if attack.extension == "md"}) >= 40
    assert len({(attack.extension, attack.template) for attack in ATTACKS}) == len(ATTACKS)


def test_checking_an_attack_comes_to_nothing_either(tmp_path: Path) -> None:
    templates, begin = Templates(), used()
    for number, attack in enumerate(ATTACKS):
        name = f"{number}/pairing-table.{attack.extension}"
        path = write(tmp_path, {name: attack.template}) / name
        found = slips_of(path, templates)
        assert found and all(slip.code != "W001" for slip in found), attack.wants
    assert len(entries(tmp_path)) == 2 * len(ATTACKS)
    templates.apart.close()
    assert used() - begin < len(ATTACKS)  # a second each; the process ends any that takes three


HYPERLINK = "word/_rels/document.xml.rels"


@pytest.mark.parametrize("target", ["https://example.invalid/", "mailto:office@example.invalid"])
def test_a_link_to_the_web_may_stay(target: str) -> None:
    look_through(related(HYPERLINK, "hyperlink", target))


def test_the_process_serves_again_after_it_was_ended() -> None:
    apart = Apart()
    facts = {**sample(shape_of(KINDS["pairing-table"].shape)), DAY: date(2020, 1, 1)}
    greedy = next(attack for attack in ATTACKS if "sorting" in attack.wants)
    for _ in range(2):
        _, data = apart.ask("render", "t.md", "md", b"{{ title }}", (), facts=facts)
        assert data == "示例".encode()
        with pytest.raises(TemplateError) as ended:
            apart.ask("render", "t.md", "md", greedy.template, (), facts=facts)
        assert ended.value.key == "template.bounds"
    apart.close()


def test_the_process_is_given_nothing_of_ours(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PAIRING_SECRET", WORDS)
    process = started()
    try:
        environment = Path(f"/proc/{process.pid}/environ")
        if environment.exists():
            assert WORDS.encode() not in environment.read_bytes()
    finally:
        ended(process)
