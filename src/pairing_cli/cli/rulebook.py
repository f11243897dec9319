"""The rule book: codes of reading and of rules, with what each guards, from where each stands."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

from pairing_cli.load.trouble import severity_of
from pairing_cli.messages import catalogue, guides
from pairing_cli.model import forms
from pairing_cli.output.rules import Example, RulePage
from pairing_cli.rules import RULES, Rule

EXAMPLES = Path(__file__).with_name("rule_examples.json")
"""A passing and a failing example of each code, made from the tests' cases."""


def rulebook(language: str) -> dict[str, RulePage]:
    """Every code in order, with its page in a language."""
    rules = {rule.code: rule for rule in RULES}
    codes = sorted({key.partition(".")[0] for key in catalogue() if _is_code(key)})
    return {code: _page(code, rules.get(code), language) for code in codes}


def _of_form(code: str) -> bool:
    """Whether a code is about a bureau's own forms."""
    return code.startswith("W")


def _is_code(key: str) -> bool:
    code = key.partition(".")[0]
    return len(code) == 4 and code[0].isupper() and code[1:].isdigit()


def _page(code: str, rule: Rule | None, language: str) -> RulePage:
    guide = guides()[code]
    chinese = language == "zh"
    truth = guide.zh if chinese else rule.truth if rule else guide.en
    why = guide.why_zh if chinese else rule.why if rule else guide.why_en
    found = _examples().get(code, {})
    return RulePage(
        code,
        rule.name if rule else "form" if _of_form(code) else "reading",
        rule.severity if rule else forms.severity_of(code) if _of_form(code) else severity_of(code),
        truth,
        why,
        _example(found.get("pass")),
        _example(found.get("fail")),
    )


@cache
def _examples() -> dict[str, dict[str, Any]]:
    found: dict[str, dict[str, Any]] = json.loads(EXAMPLES.read_text("utf-8"))
    return found


def _example(found: dict[str, Any] | None) -> Example | None:
    if found is None:
        return None
    return Example(tuple(found["files"].items()), tuple(found.get("at", ())))
