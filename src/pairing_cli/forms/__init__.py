"""The Excel forms that schools fill: what they are, made for somebody, and read back as records.

Making them (`pairing form export`):

    every = Lists(repository, programme_scope(repository), assessed)
    lists = every.for_(school_scope(repository, key, term))
    forms = forms_of(lists)                           # kinds: with the columns this programme needs
    book.workbook(lists, forms, agenda, entries)      # -> Made(name, data), the same bytes every time

What the import of filled-in forms builds on. Nothing of it knows Excel; cells are `columns.Cell`, which
`columns.Shape` explains (DAY: date, WHOLE: int, CHOICES: tuple of labels, …; None: empty; KEPT: left alone):

- `stamp.Stamp.of(named cells, rows of form_sheets)`: id, version, fingerprint of the definition, programme,
  whose, as of when; and for each sheet its form, its header and first row, the letters of its columns and
  what is ``fixed`` (the same in every row, so that it has no column). Columns are found again by their
  titles (`Column.title`, with `words.REQUIRED` behind where it is needed) when they were moved.
- The first column of a row holds ``address digest``. `rows.by_address(form.rows(lists.everywhere()))` finds
  the record: `Recorded.at` is its file and route. A digest other than `Recorded.digest` means that it was
  changed since the form was made. An address that finds nothing is that of a record that is gone;
  `rows.Address.of` gives the key it had. No address: a new row; ``新3`` in the second column is its number,
  by which 材料报送 may name an activity that is new in the same workbook.
- `form.is_blank(cells)`: nothing was filled in. ``cells`` are by the keys of columns, `fixed` ones included.
- `form.changes(row, cells, lists)`: what of a recorded row the cells change, as routes inside the record at
  `Recorded.at` and their data (None: taken away). Unchanged cells, missing columns and KEPT change nothing.
- `form.fields(cells, lists)`: the data of a new record, `form.destination(fields)` where it goes
  (`Destination`: a collection, or a list inside a record; fields in ``outer`` are not the record's own).
  It has no id yet. `form.people(cells, lists)` are people to be registered, or changed (with their ``id``).
  Columns that are locked and not prefilled are never read.
- `Lists.parted(choices, text)` takes a cell of several labels apart, `Lists.offered(choices)` is what the
  drop-down held, `Lists.reference(choices, label)` what files say; an unknown label stays as it is.
- `columns.Unreadable` names the column and a message where a cell says nothing that a record can hold.
- Import in the order of `kinds.KINDS`, with new `Lists` after each form that adds what others name.
- ``survey:ID`` forms are anonymous: `fields` are a row of the answers' CSV by its headers, and the
  destination names the survey whose ``answers`` file it is appended to.
"""
