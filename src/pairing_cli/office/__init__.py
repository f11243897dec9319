"""Excel and Word files that people hand in: looked through, then read as plain values.

    book = workbook.read_workbook(data)    # package.Refused: .message says why, and what to do
    book.notes                             # Messages: what is in it that was left alone
    book.named("form_id")                  # what a defined name says; hidden sheets count
    for grid in book.grids:                # hidden ones too: grid.hidden
        cell = grid.rows[7][3]             # a grids.Cell; blank ones are left out
        cell.value, cell.kind, cell.form   # 4.1 that was typed 4.10 is a Decimal, form "0.00"
        cell.of                            # the place of the merged cell that covers this one
    tables = word.read_word(data)          # the same, of a Word file; grid.before are the paragraphs
    media.pictures_of(book).items          # pictures, each with its cell, without where it was taken
    media.duplicates(items)                # the same picture twice
    attachments.attachments_in_zip(data)   # files beside a form; names in GBK or UTF-8

`package.opened` tells an .xlsx from a .docx (``.kind``), for `workbook.workbook_of` and `word.word_of`.
Nothing here writes a file; `attachments.attachments_in_folder` alone reads one. What cells hold goes to
`model.typed`: ``read_day(cell.typed, within, yearless=cell.kind is Kind.YEARLESS)``; where only the text
matters, there is ``cell.text``. The limits are in `office.limits` and docs/limits.md.
"""
