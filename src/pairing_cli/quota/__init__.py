"""Targets against measures: what was asked, planned and done, what is left, and the verdict."""

from pairing_cli.quota.table import quota_table

__all__ = ["quota_table"]
