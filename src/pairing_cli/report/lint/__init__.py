"""Measuring a Word file against the official form of GB/T 9704-2012.

    parts = opened(data)          the file's parts, guarded against what nobody writes by hand
    word_file = read(parts)       pages, paragraphs with their effective formatting, tables
    departures(word_file)         what is not as the standard has it

Nothing is rendered: what a program decides when it breaks lines and pages is not seen.
"""

from pairing_cli.report.lint.measure import lint
from pairing_cli.report.lint.package import Unreadable

__all__ = ["Unreadable", "lint"]
