"""Repository → problems. One small pure generator per rule, one module per subject.

`RULES` is the whole list, to be read. To add a rule: write the function, put it into its module's
list, word it in `messages`, and give it a passing and a failing case in ``tests/cases/rules``.
"""

from pairing_cli.rules import (
    evidence,
    judgements,
    measures,
    official,
    papers,
    parties,
    plans,
    privacy,
    quotas,
    references,
    rubrics,
    schedules,
    shapes,
    suppressions,
    surveys,
    texts,
    times,
    ways,
)
from pairing_cli.rules.base import Reach, Rule
from pairing_cli.rules.engine import check
from pairing_cli.rules.sift import sift

RULES: tuple[Rule, ...] = (
    *references.RULES,
    *times.RULES,
    *papers.RULES,
    *parties.RULES,
    *shapes.RULES,
    *plans.RULES,
    *schedules.RULES,
    *evidence.RULES,
    *privacy.RULES,
    *quotas.RULES,
    *rubrics.RULES,
    *ways.RULES,
    *measures.RULES,
    *surveys.RULES,
    *judgements.RULES,
    *texts.RULES,
    *official.RULES,
    *suppressions.RULES,
)

OF_RECORDS = frozenset(rule.code for rule in RULES if rule.reach is Reach.RECORD)
"""The codes of rules that look at one record at a time."""

__all__ = ["OF_RECORDS", "RULES", "Reach", "Rule", "check", "sift"]
