"""How large an office file may be that somebody hands in (docs/limits.md).

Each limit is tested at its value and one above. A form of one school has some hundred rows; a year of a
county some thousand.
"""

MIB = 1024 * 1024

PACKED = 20 * MIB
"""Bytes of an office file as it is handed in."""

ENTRIES = 2_000
"""Files inside it."""

UNPACKED = 200 * MIB
"""Bytes of all that it unpacks to."""

PART = 64 * MIB
"""Bytes of one XML part, such as a sheet."""

WORD_PART = 16 * MIB
"""Bytes of one XML part of a Word file: all of it is held in memory at once."""

RATIO = 200
"""How many times larger a part is when unpacked."""

RATIO_FROM = 1 * MIB
"""Bytes from which on a part's ratio matters: a small part that repeats itself harms nobody."""

ROWS = 25_000
"""Rows of one sheet, blank ones too: a form of 20,000 rows, and those that are begun for new records."""

CELLS = 800_000
"""Cells of one sheet, blank ones too: a form of that many rows has some thirty columns."""

WORD_CELLS = 400_000
"""Cells of the tables of one Word file."""

MERGED = 20_000
"""Cells that the merged ranges of a sheet cover together; links over ranges count too."""

SPAN = 200
"""Columns of a Word table that one cell covers."""

ELEMENTS = 2_000_000
"""XML elements of one part."""

WORD_ELEMENTS = 200_000
"""XML elements of one part of a Word file."""

DEPTH = 256
"""XML elements inside each other."""

TEXT = 32_767
"""Characters of one cell; Excel holds no more."""

BLANK_ROWS = 200
"""Blank rows after which nothing more is looked for."""

COLUMNS = 256
"""Columns of a sheet that are read."""

SHEETS = 200
"""Sheets of a workbook."""

PICTURE = 20 * MIB
"""Bytes of a picture."""

ATTACHMENT = 64 * MIB
"""Bytes of a file that is no picture; evidence files are no larger."""

ARCHIVE = 200 * MIB
"""Bytes of all attachments together, and of an archive of them."""

PICTURES = 2_000
"""Pictures in a file, the same ones in several places counted each time."""

PIXELS = 40_000_000
"""Pixels of a picture."""
