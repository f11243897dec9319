"""Excel and Word files that people hand in: looked through, then read as plain values.

    book = read_workbook(data)             # Refused: .message says why, and what to do
    book.notes                             # Messages: what is in it that was left alone
    book.named("form_id")                  # what a defined name says; hidden sheets count
    for grid in book.grids:                # hidden ones too: grid.hidden
        grid.rows[7][3]                    # a Cell; blank ones are left out
        cell.value, cell.kind, cell.form   # 4.1 that was typed 4.10 is a Decimal, form "0.00"
        cell.of                            # the place of the merged cell that covers this one
    tables = read_word(data)               # the same, of a Word file; grid.before are the paragraphs
    pictures_of(book).items                # pictures, each with its cell, without its location
    attachments_in_zip(data).items         # files beside a form; names in GBK or UTF-8

``opened(data)`` tells an .xlsx from a .docx (``package.kind``) for `workbook_of` and `word_of`. Nothing
here writes a file, and nothing reads one but `attachments_in_folder`. What cells hold goes to
`model.typed`: ``read_day(cell.value, within, yearless=cell.kind is Kind.YEARLESS)``; of a cell that shows
a month alone (`Kind.MONTH`), and wherever only the text matters, ``cell.text``. `Cell.typed` is what to
hand on. The limits are in `office.limits` and docs/limits.md.
"""
