"""Make what is made from the code: schema, rule book, field tables, READMEs' transcripts, templates.

python tools/generate.py            write
python tools/generate.py --check    say what is stale, and fail
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "src"))

from facts_page import made as facts_page  # noqa: E402
from pairing_cli.cli.rulebook import rulebook  # noqa: E402
from pairing_cli.messages import guides  # noqa: E402
from pairing_cli.model.collections import COLLECTIONS, ROOT_MODELS  # noqa: E402
from pairing_cli.model.json_schema import json_schema  # noqa: E402
from pairing_cli.output.findings import dump  # noqa: E402
from rubric_page import made as rubric_page  # noqa: E402

COMMANDS = (
    "init",
    "validate",
    "fmt",
    "new",
    "quota",
    "score",
    "todo",
    "report",
    "rubric show",
    "template new",
    "template check",
    "form export",
    "rules",
    "schema",
    "where",
)
CASES = ROOT / "tests" / "cases" / "rules"


def schema() -> str:
    """The JSON Schema of the files."""
    return dump(json_schema())


def rule_examples() -> str:
    """The first passing and the first failing case of each code, for ``pairing rules``."""
    found: dict[str, Any] = {}
    for path in sorted(CASES.glob("*.yaml")):
        cases = YAML(typ="safe", pure=True).load(path.read_text("utf-8"))["cases"]
        passing = next((case for case in cases if not case["expect"]), None)
        failing = next((case for case in cases if case["expect"]), None)
        found[path.stem] = {
            **({"pass": {"files": _shown(passing["files"])}} if passing else {}),
            **(
                {"fail": {"files": _shown(failing["files"]), "at": sorted(failing["expect"])}}
                if failing
                else {}
            ),
        }
    return dump(found)


def _shown(files: dict[str, str | None]) -> dict[str, str]:
    return {name: _printable(text) for name, text in files.items() if text is not None}


def _printable(text: str) -> str:
    if text.startswith("base64:"):
        return "(binary)"
    if len(text) > 2000:
        text = text[:2000] + "…"
    kept = (
        letter if letter.isprintable() or letter == "\n" else f"\\u{ord(letter):04x}"
        for letter in text
    )
    return "".join(kept)


def rule_pages() -> str:
    """docs/rules.md: every code, with what it guards, why, and an example of each."""
    book = rulebook("en")
    lines = [
        "# What is checked",
        "",
        "Made from the code by `make generate`; do not edit. `pairing rules CODE` shows the same.",
        "",
        "| code | level | what holds | 检查什么 |",
        "|---|---|---|---|",
    ]
    lines += [
        f"| [{code}](#{code.lower()}) | {page.severity} | {_cell(page.truth)} | {_cell(guides()[code].zh)} |"
        for code, page in book.items()
    ]
    for code, page in book.items():
        lines += ["", f"## {code}", "", f"**{page.truth}** {page.why}".strip(), ""]
        lines += [f"{guides()[code].zh}{guides()[code].why_zh}"]
        for title, example in (("Passes", page.passing), ("Fails", page.failing)):
            if example is not None:
                where = (
                    f" at {', '.join(f'`{place}`' for place in example.places)}"
                    if example.places
                    else ""
                )
                lines += ["", f"{title}{where}:", "", "```yaml"]
                for name, text in example.files:
                    lines += [f"# {name}", text.rstrip("\n")]
                lines += ["```"]
    return "\n".join(lines) + "\n"


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ")


def fields() -> str:
    """docs/fields.md: every field of every record, in Chinese and English."""
    found = json_schema()["definitions"]
    lines = [
        "# Fields",
        "",
        "Made from the code by `make generate`; do not edit. `docs/format.md` explains the format.",
        "Fields in **bold** are required.",
    ]
    tops = {model.__name__: key for key, model in ROOT_MODELS.items()}
    titles = {key: collection.title for key, collection in COLLECTIONS.items()}
    titles["programme"] = "方案"
    order = sorted(
        found,
        key=lambda name: (name not in tops, list(tops).index(name) if name in tops else 0, name),
    )
    for name in order:
        properties = found[name].get("properties")
        if not properties:
            continue
        heading = f"`{tops[name]}` {titles[tops[name]]}" if name in tops else name
        lines += ["", f"## {heading}", "", "| field | 名称 | 说明 | meaning |", "|---|---|---|---|"]
        for key, field in properties.items():
            chinese, _, english = str(field.get("description", "")).partition("\n")
            label = f"**`{key}`**" if key in found[name].get("required", ()) else f"`{key}`"
            lines.append(
                f"| {label} | {field.get('title', '')} | {_cell(chinese)} | {_cell(english)} |"
            )
    return "\n".join(lines) + "\n"


def readme(name: str, language: str) -> str:
    """A README with the help of every command, and with what the commands in it really print.

    ``<!-- shown: COMMAND | right => wrong -->`` is followed by the output of the command, run on the
    examples or on the programme that the README's own blocks make up, with mistakes put into it.
    """
    text = (ROOT / name).read_text("utf-8")
    text = _SHOWN.sub(
        lambda found: f"{found[1]}\n{_transcript(found[2], text, language)}{found[3]}", text
    )
    parts = [_fenced(_run([*command.split(), "--help"], ROOT, language)) for command in COMMANDS]
    return _HELP.sub(lambda found: found[1] + "\n".join(parts) + found[2], text)


_SHOWN = re.compile(r"(<!-- shown: (.+?) -->)\n.*?(<!-- end -->)", re.DOTALL)
_HELP = re.compile(r"(<!-- help begins -->\n).*?(<!-- help ends -->)", re.DOTALL)
_FILE = re.compile(r"^```yaml\n# (\S+)\n(.*?)^```", re.MULTILINE | re.DOTALL)


def _transcript(shown: str, text: str, language: str) -> str:
    command, *mistakes = shown.split(" | ")
    arguments = command.split()[1:]
    if "examples/" in command:
        return _fenced(f"$ {command}\n{_run(arguments, ROOT, language)}")
    with tempfile.TemporaryDirectory() as folder:
        for name, content in _FILE.findall(text):
            written = f"# {name}\n{content}"
            for right, wrong in (mistake.split(" => ") for mistake in mistakes):
                written = written.replace(right, wrong, 1)
            path = Path(folder) / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(written, "utf-8")
        return _fenced(f"$ {command}\n{_run(arguments, Path(folder), language)}")


def _run(arguments: list[str], folder: Path, language: str) -> str:
    environment = {
        **os.environ,
        "PAIRING_LANG": language,
        "COLUMNS": "90",
        "NO_COLOR": "1",
        "TERM": "dumb",
    }
    command = [sys.executable, "-m", "pairing_cli", *arguments]
    ran = subprocess.run(
        command,
        cwd=folder,
        capture_output=True,
        check=False,
        env={**environment, "PYTHONPATH": str(ROOT / "src")},
    )
    if ran.returncode not in (0, 1):
        sys.exit(f"{' '.join(arguments)}: {ran.stderr.decode()}")
    return ran.stdout.decode()


def _fenced(output: str) -> str:
    lines = [line.rstrip() for line in output.strip("\n").splitlines()]
    return "```text\n" + "\n".join(lines) + "\n```\n"


def made() -> Iterator[tuple[Path, Callable[[], str]]]:
    """Every generated file and how it is made, in order: later ones use earlier ones."""
    yield ROOT / "schemas" / "pairing.schema.json", schema
    yield ROOT / "src" / "pairing_cli" / "cli" / "rule_examples.json", rule_examples
    yield ROOT / "docs" / "rules.md", rule_pages
    yield ROOT / "docs" / "fields.md", fields
    rubrics = ROOT / "docs" / "rubrics.md"
    yield rubrics, lambda: rubric_page(rubrics.read_text("utf-8"))
    forms = ROOT / "docs" / "templates.md"
    yield forms, lambda: facts_page(forms.read_text("utf-8"), ROOT / "examples" / "gaotai-2020")
    yield ROOT / "README.md", lambda: readme("README.md", "en")
    yield ROOT / "README.zh-CN.md", lambda: readme("README.zh-CN.md", "zh")


def main() -> int:
    """Write everything, or check it."""
    check = "--check" in sys.argv
    stale = []
    for path, make in made():
        text = make()
        if not path.is_file() or path.read_text("utf-8") != text:
            stale.append(path.relative_to(ROOT))
            if not check:
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(text, "utf-8")
    templates = [
        sys.executable,
        str(ROOT / "tools" / "build_templates.py"),
        *(["--check"] if check else []),
    ]
    code = subprocess.run(templates, check=False).returncode
    for name in stale:
        print(
            f"{'stale' if check else 'written'}: {name}"
            + (" (run: make generate)" if check else "")
        )
    return 1 if code or (check and stale) else 0


if __name__ == "__main__":
    sys.exit(main())
