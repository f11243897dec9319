"""Templates that attack: none makes or reads a file, none goes on for long, none breaks the tool."""

from __future__ import annotations

import gc
import os
from pathlib import Path

import pytest

from tests.command import pairing
from tests.programmes import BASE, write
from tests.report.attacks import ATTACKS, CANARY, SECRET, Attack

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
