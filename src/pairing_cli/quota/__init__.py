"""Targets against measures: what was asked, planned and done, what is left, and the verdict."""

from pairing_cli.quota.explain import explain
from pairing_cli.quota.stated import Teller
from pairing_cli.quota.table import quota_table

__all__ = ["Teller", "explain", "quota_table"]
