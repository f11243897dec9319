"""Changing the files of a programme: edits, the house style, formatting, and the mending of slips.

    edited(data, [Put(("programme", "title"), "…"), Append(("activities",), {...})]) -> data

Texts and bytes in, texts and bytes out; nothing here opens a file. `cli.changes` writes.
"""

from pairing_cli.edit.apply import edited
from pairing_cli.edit.edits import Append, Edit, EditError, Put, Remove, Rename

__all__ = ["Append", "Edit", "EditError", "Put", "Remove", "Rename", "edited"]
