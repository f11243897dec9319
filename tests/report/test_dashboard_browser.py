"""The dashboard in a real browser: by keyboard, on a phone, in the dark, on paper, and checked by axe.

Needs Chromium (``CHROMIUM`` names one that is not on the path); the check of accessibility also needs
axe-core: ``npm install --no-save axe-core`` in the repository, or ``AXE`` with the path to axe.min.js.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.command import pairing
from tests.programmes import GAOTAI, REPOSITORY

pytest.importorskip("fcntl", reason="the browser is driven through POSIX pipes")
from tests.browser import Page, browser, chromium

pytestmark = pytest.mark.skipif(chromium() is None, reason="no Chromium is installed")

AXE = Path(os.environ.get("AXE", REPOSITORY / "node_modules" / "axe-core" / "axe.min.js"))
SERIOUS = ("serious", "critical")
CHECK = """
axe.run(document).then(function (found) {
  return JSON.stringify(found.violations.map(function (each) {
    return {id: each.id, impact: each.impact, first: each.nodes[0].html};
  }));
})
"""
ROWS = """Array.from(document.querySelector("[aria-labelledby=r1-rank] tbody").rows)
  .map(function (row) { return row.cells[%d].textContent; })"""


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dashboard")
    ran = pairing("report", "dashboard", GAOTAI, "--as-of", "2020-12-18", "-o", folder)
    assert ran.code == 0, ran.err
    return folder / "情况总览.html"


@pytest.fixture(scope="module")
def window(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    with browser(tmp_path_factory.mktemp("profile")) as page:
        yield page


@pytest.fixture
def page(window: Page, path: Path) -> Page:
    window.prefer()
    window.problems.clear()
    window.requests.clear()
    window.open(path)
    return window


def test_it_runs_without_a_fault_and_asks_for_nothing(page: Page, path: Path) -> None:
    assert page.value("document.querySelectorAll('th button:disabled').length") == 0
    assert page.problems == []
    assert page.requests == [path.as_uri()]


def test_no_script_from_elsewhere_runs(page: Page) -> None:
    page.value(
        "var added = document.createElement('script');"
        "added.textContent = 'window.injected = 1'; document.body.append(added)"
    )
    page.value(
        "document.body.insertAdjacentHTML('beforeend', '<img src=x onerror=\"injected=1\">')"
    )
    assert page.value("typeof window.injected") == "undefined"
    assert any("Content Security Policy" in each for each in page.problems)


def test_a_column_is_sorted_by_keyboard(page: Page) -> None:
    page.value("document.querySelectorAll('[aria-labelledby=r1-rank] th button')[5].focus()")
    page.press("Enter")
    lost = [float(each) for each in page.value(ROWS % 5)]
    assert lost == sorted(lost) and lost[0] < lost[-1]
    head = "document.querySelectorAll('[aria-labelledby=r1-rank] th[aria-sort]')"
    assert page.value(f"{head}[5].ariaSort") == "ascending"
    assert page.value(f"{head}[0].ariaSort") == "none"
    page.press("Enter")
    assert [float(each) for each in page.value(ROWS % 5)] == lost[::-1]
    assert page.value("document.activeElement.textContent") == "失分"


def test_names_are_sorted_as_chinese_is_read(page: Page) -> None:
    page.value("document.querySelectorAll('[aria-labelledby=r1-rank] th button')[1].click()")
    names = page.value(ROWS % 1)
    assert names[0] == "城关初中结对组" and names[-1] == "西街小学结对组"  # c … x, by pinyin


def test_everything_is_reached_by_tab(page: Page) -> None:
    page.press("Tab")
    assert page.value("document.activeElement.textContent") == "跳到正文"
    reached = set()
    for _ in range(40):
        page.press("Tab")
        reached.add(page.value("document.activeElement.tagName"))
    assert {"A", "SUMMARY", "DIV", "BUTTON"} <= reached


def test_a_month_leads_to_its_list(page: Page) -> None:
    page.value("document.querySelector('a[href=\"#p2-2020-11\"]').click()")
    page.value("new Promise(function (done) { setTimeout(done, 50); })")
    heading = "document.getElementById('p2-2020-11')"
    assert page.value(f"{heading}.checkVisibility()")
    assert page.value(f"{heading}.closest('details').open")


def test_all_proofs_unfold_and_fold(page: Page) -> None:
    opened = "document.querySelectorAll('#r1-u1 details:not([open])').length"
    assert page.value(opened) > 50
    page.value("document.querySelector('#r1-proofs ~ .tools [data-unfold=open]').click()")
    assert page.value(opened) == 0
    page.value("document.querySelector('#r1-proofs ~ .tools [data-unfold=shut]').click()")
    assert page.value("document.querySelectorAll('#r1-u1[open]').length") == 0


@pytest.mark.parametrize("width", [320, 390, 768, 1280])
def test_the_page_is_never_wider_than_the_window(page: Page, width: int) -> None:
    page.resize(width)
    page.value("document.querySelectorAll('details').forEach(function (d) { d.open = true; })")
    assert page.value("document.documentElement.scrollWidth") <= width


def test_on_paper_no_table_is_cut_off(page: Page) -> None:
    page.call("Emulation.setEmulatedMedia", media="print")
    page.resize(703)  # A4 without its margins
    overflow = page.value(
        "Array.from(document.querySelectorAll('.wide')).filter(function (each) {"
        "return each.scrollWidth > each.clientWidth + 1; }).length"
    )
    assert overflow == 0
    assert page.value("getComputedStyle(document.querySelector('nav')).display") == "none"
    page.call("Emulation.setEmulatedMedia", media="")


@pytest.mark.skipif(not AXE.is_file(), reason="axe-core is not installed (npm install axe-core)")
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_axe_finds_nothing_serious(page: Page, scheme: str, width: int) -> None:
    page.resize(width)
    page.prefer(prefers_color_scheme=scheme)
    page.value("document.querySelectorAll('details').forEach(function (d) { d.open = true; })")
    page.value(AXE.read_text("utf-8") + "; 0")
    found = json.loads(page.value(CHECK))
    assert [each for each in found if each["impact"] in SERIOUS] == []
