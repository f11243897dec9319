"""Make the packaged Word and Excel templates.

    python tools/build_templates.py            write templates/*.docx and templates/*.xlsx
    python tools/build_templates.py --check    say whether they are what this script makes

The results are ordinary files that Word, WPS and Excel open; a bureau that wants its own copies one
into its programme's ``templates`` folder and changes it there.
"""

from __future__ import annotations

import sys
from pathlib import Path

from chart_templates import charts_document, charts_workbook
from official.documents import DOCUMENTS
from official.excel import excel_template
from official.layouts import layouts, word_template

FOLDER = Path(__file__).parents[1] / "templates"


def files() -> dict[str, bytes]:
    """Every template by file name."""
    made: dict[str, bytes] = {}
    for layout in layouts():
        made[f"{layout.name}.docx"] = word_template(layout)
        made[f"{layout.name}.xlsx"] = excel_template(layout)
    made |= {f"{name}.docx": make() for name, make in DOCUMENTS.items()}
    made["charts.xlsx"] = charts_workbook()
    made["charts.docx"] = charts_document()
    return made


def main() -> int:
    """Write the templates, or check them."""
    made = files()
    if "--check" in sys.argv:
        stale = [
            name
            for name, data in made.items()
            if not (FOLDER / name).is_file() or (FOLDER / name).read_bytes() != data
        ]
        for name in stale:
            print(f"stale: templates/{name} (run: make generate)")
        return 1 if stale else 0
    for name, data in made.items():
        (FOLDER / name).write_bytes(data)
    print(f"{len(made)} templates written")
    return 0


if __name__ == "__main__":
    sys.exit(main())
