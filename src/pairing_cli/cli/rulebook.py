"""The rule book: codes of reading and of rules, with what each guards, from where each stands."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

from pairing_cli.load.trouble import severity_of
from pairing_cli.messages import catalogue, guides
from pairing_cli.model import forms, settings
from pairing_cli.model.diagnostics import Severity
from pairing_cli.output.rules import Example, RulePage
from pairing_cli.rules import RULES, Rule

EXAMPLES = Path(__file__).with_name("rule_examples.json")
"""A passing and a failing example of each code, made from the tests' cases."""

_NAMES = {"W": "form", "U": "settings"}
"""What families of codes are called that have neither rules nor files of ours behind them."""


def rulebook(language: str) -> dict[str, RulePage]:
    """Every code in order, with its page in a language."""
    rules = {rule.code: rule for rule in RULES}
    codes = sorted({key.partition(".")[0] for key in catalogue() if _is_code(key)})
    return {code: _page(code, rules.get(code), language) for code in codes}


def _severity(code: str) -> Severity:
    """How bad a finding is that no rule makes: about a form, a setting, or from reading."""
    if code in settings.SEVERITIES:
        return settings.SEVERITIES[code]
    return forms.severity_of(code) if code.startswith("W") else severity_of(code)


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
        rule.name if rule else _NAMES.get(code[0], "reading"),
        rule.severity if rule else _severity(code),
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
