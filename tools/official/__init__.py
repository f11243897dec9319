"""Making Word templates in the official form of GB/T 9704-2012, and the workbooks beside them.

`Form` is the builder; `layouts` has the documents that are tables. The figures are in
`pairing_cli.report.standard`, whose check measures what is made here.
"""

from official.form import Form
from official.tables import Column, Tail

__all__ = ["Column", "Form", "Tail"]
