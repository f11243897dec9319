"""Nothing that identifies people is in any output of any command, wherever it stands in the files."""

from __future__ import annotations

import json
import shutil
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from io import BytesIO
from itertools import cycle
from pathlib import Path

import pytest
import typer
from docx import Document
from openpyxl import Workbook, load_workbook

from pairing_cli.cli.app import app
from pairing_cli.cli.diff import Format as DiffFormat
from pairing_cli.cli.figures import Form
from pairing_cli.cli.todo import TodoForm
from pairing_cli.cli.validate import Format
from pairing_cli.model.privacy import mask
from tests.command import Ran, pairing
from tests.history import commit, git
from tests.planted import (
    CHILDREN,
    LIST,
    NUMBERS,
    PUPIL,
    SCHEMA,
    SECRETS,
    TEXT_FIELDS,
    Sower,
    as_yaml,
    models_in,
    sow,
    squeezed,
)
from tests.programmes import GAOTAI, MINIMAL, write

AS_OF = "--as-of=2020-12-18"
MASKS = ("999*************15", "138******00", "622**************00", "110**********23")
CHILD = f"""activities:
  - id: aid-0601
    pairing: xijie号PAIRING
    kind: donation号KIND
    date: 2020-06-01
    participants: [{{from: 西街小学, role: pupil, name: {PUPIL}}}]
    note: |
      {LIST}
      其中{PUPIL}由班主任代领
"""


@pytest.fixture(scope="module")
def sown(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The Gaotai programme with a secret in every text, children by name, and forms with numbers."""
    root = tmp_path_factory.mktemp("sown")
    known = sow(GAOTAI, root, "sanzhong", "erzhong", "jiefangjie", "guoqing").known
    child = CHILD.replace("PAIRING", known["xijie"]).replace("KIND", known["donation"])
    child = child.replace("西街小学", f"西街小学号{known['西街小学']}")
    write(root, {f"log/{NUMBERS[1]}.yaml": child, "log/escaped.yaml": _escaped(NUMBERS[0])})
    form = Document()
    paragraph = form.add_paragraph("{{ title }} {{ notice }} 值班 1380")
    paragraph.add_run("0138000")
    form.core_properties.subject = NUMBERS[0]
    out = BytesIO()
    form.save(out)
    text = f"{{{{ title }}}} {{{{ notice }}}} {NUMBERS[0]}"
    return write(root, {"templates/charts.docx": out.getvalue(), "templates/ranking.md": text})


def _escaped(number: str) -> str:
    """A record in whose text a number only shows once the escapes are read."""
    escapes = "".join(f"\\x{ord(each):02x}" for each in number)
    return f'organizations: [{{title: 临时教学点, note: "{escapes}"}}]\n'


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A programme in which each collection has a record with every field, a secret in each text."""
    root = tmp_path_factory.mktemp("whole")
    sower = Sower()
    for key, schema in SCHEMA["properties"].items():
        if key != "programme":
            record = sower.whole(next(models_in(schema)))
            write(root, {f"{key}.yaml": as_yaml({key: [record]})})
    record = sower.whole("Programme")
    copy = (MINIMAL / "programme.yaml").read_text("utf-8")
    write(root, {"programme.yaml": copy, "more.yaml": as_yaml({"programme": record})})
    assert TEXT_FIELDS - sower.sown <= {("EvidenceFile", "path"), ("SideMember", "campuses")}
    return root


def _leaks(text: str) -> set[str]:
    plain = squeezed(text)
    return {secret for secret in SECRETS if secret in text or secret in plain}


def _files(folder: Path) -> Iterator[tuple[str, str]]:
    """The name and text of every file in a folder, those inside office files too."""
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            yield path.name, path.name
            data = path.read_bytes()
            if data.startswith(b"PK"):
                with zipfile.ZipFile(BytesIO(data)) as archive:
                    for name in archive.namelist():
                        yield f"{path.name}/{name}", archive.read(name).decode("utf-8", "replace")
            else:
                yield path.name, data.decode("utf-8")


def _clean(ran: Ran, folder: Path | None = None) -> str:
    assert _leaks(ran.out) == set()
    assert _leaks(ran.err) == set()
    for name, text in _files(folder) if folder else ():
        assert _leaks(text) == set(), name
    return ran.out


Runs = Callable[[Path, Path], Iterator[tuple[Ran, Path | None]]]
"""Runs a command on a programme in every way, writing into a folder."""


def _without_rules(ran: Ran) -> Ran:
    """SARIF without the rule book, whose made-up examples may be called like anybody."""
    document = json.loads(ran.out)
    for run in document["runs"]:
        del run["tool"]
    return replace(ran, out=json.dumps(document, ensure_ascii=False))


def _validate(root: Path, out: Path) -> Iterator[tuple[Ran, Path | None]]:
    for form, lang in zip(Format, cycle(("zh", "en"))):
        ran = pairing("validate", root, "-f", form, "--lang", lang, AS_OF)
        yield _without_rules(ran) if form is Format.SARIF else ran, None
    yield pairing("validate", root, AS_OF, "-o", out / "found.txt"), out
    baseline = ("--write-baseline", "--baseline", out / "known.json")
    yield pairing("validate", root, AS_OF, "--show-suppressed", "-f", "json", *baseline), out
    yield pairing("validate", root / "log" / f"{NUMBERS[1]}.yaml", AS_OF), None
    yield pairing("validate", out / NUMBERS[1]), None


def _quota(root: Path, out: Path) -> Iterator[tuple[Ran, Path | None]]:
    for more in ((), ("--explain",), ("--plan",), ("--pairing", NUMBERS[1])):
        for form in ("text", "json"):
            yield pairing("quota", root, AS_OF, "-f", form, *more), None


def _score(root: Path, out: Path) -> Iterator[tuple[Ran, Path | None]]:
    what_if = write(
        out, {f"{NUMBERS[1]}.yaml": f"people: [{{name: 戊老师, note: {NUMBERS[0]}}}]\n"}
    )
    results = write(out, {"old.yaml": f"programme: {NUMBERS[1]}\n"})
    for form in ("text", "json"):
        yield pairing("score", root, AS_OF, "-f", form), None
        yield pairing("score", root, AS_OF, "-f", form, "--explain"), None
        yield pairing("score", root, AS_OF, "-f", form, "--term", NUMBERS[1]), None
        file = what_if / f"{NUMBERS[1]}.yaml"
        yield pairing("score", root, AS_OF, "-f", form, "--what-if", file), None
    yield pairing("score", root, AS_OF, "--against", NUMBERS[2]), None
    yield pairing("score", root, AS_OF, "--publish", out / "result.json"), None
    yield pairing("score", root, AS_OF, "--published", results / "old.yaml"), None


def _todo(root: Path, out: Path) -> Iterator[tuple[Ran, Path | None]]:
    for form in TodoForm:
        yield pairing("todo", root, AS_OF, "-f", form), None
    yield pairing("todo", root, AS_OF, "--school", NUMBERS[1]), None


def _report(root: Path, out: Path) -> Iterator[tuple[Ran, Path | None]]:
    known = {entry["id"].partition("号")[0]: entry["id"] for entry in _pairings(root)}
    only = ("--pairing", mask(known["xijie"]), "-o", out)
    yield pairing("report", "list", root, AS_OF), None
    yield pairing("report", "activity-brief", root, AS_OF, "--activity", "aid-0601", "-o", out), out
    yield pairing("report", "--all", root, AS_OF, *only), out
    yield pairing("report", "--all", root, AS_OF, *only, "--redact", "--to", "md,html"), out
    yield pairing("report", "--lint", out / f"{NUMBERS[1]}.docx"), None


def _pairings(root: Path) -> list[dict[str, str]]:
    text = (root / "pairings.yaml").read_text("utf-8").partition("\n")[2]
    found: list[dict[str, str]] = json.loads(text)["pairings"]
    return found


def _rubric(root: Path, out: Path) -> Iterator[tuple[Ran, Path | None]]:
    yield pairing("rubric", "show", root, AS_OF), None
    yield pairing("rubric", "show", root, AS_OF, "--to", "md"), None
    for to in ("docx", "xlsx"):
        yield pairing("rubric", "show", root, AS_OF, "--to", to, "-o", out / f"t.{to}"), out


def _new_record(root: Path, out: Path) -> Iterator[tuple[Ran, Path | None]]:
    copy = shutil.copytree(root, out / "copy")
    given = ("--set", f"name=戊{NUMBERS[0]}", "--set", f"note={PUPIL}")
    yield pairing("new", "person", copy, *given, "--dry-run", AS_OF), None
    yield pairing("new", "person", copy, *given, AS_OF), None
    yield pairing("new", "person", copy, *given, "--set", "post=学生", AS_OF), None
    yield pairing("new", "person", copy, "--set", f"{NUMBERS[1]}=1", AS_OF), None
    yield pairing("new", NUMBERS[1], copy, AS_OF), None


def _fmt(root: Path, out: Path) -> Iterator[tuple[Ran, Path | None]]:
    copy = shutil.copytree(root, out / "copy")
    before = (copy / "judgements.yaml").read_text("utf-8")
    yield pairing("fmt", copy, "--check"), None
    yield pairing("fmt", copy, "--diff"), None
    yield pairing("fmt", copy), None
    after = (copy / "judgements.yaml").read_text("utf-8")
    assert all((secret in after) == (secret in before) for secret in SECRETS)
    yield pairing("validate", copy, "--fix", "--diff", AS_OF), None
    yield pairing("validate", copy, "--fix", AS_OF), None


def _form(root: Path, out: Path) -> Iterator[tuple[Ran, Path | None]]:
    yield pairing("form", "export", root, "-o", out, AS_OF), out
    yield pairing("form", "export", root, "--programme", "-o", out, AS_OF), out
    yield pairing("form", "export", root, "--for", NUMBERS[1], AS_OF), None


def _import(root: Path, out: Path) -> Iterator[tuple[Ran, Path | None]]:
    form = _filled_in(root, out)
    for more in ((), ("--partial",), ("--format", "json")):
        yield pairing("form", "import", form, "--path", root, "--dry-run", *more, AS_OF), None
    yield pairing("form", "import", out / NUMBERS[1], "--path", root, "--dry-run", AS_OF), None


def _map(root: Path, out: Path) -> Iterator[tuple[Ran, Path | None]]:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (("日期", "活动内容", "备注"), ("2020-06-03", NUMBERS[0], f"电话{NUMBERS[1]}")):
        sheet.append(row)
    book.save(out / "own.xlsx")
    yield pairing("form", "map", out / "own.xlsx", "--path", root), None


def _filled_in(root: Path, out: Path) -> Path:
    """A form in whose cells a school wrote what must not be told."""
    assert pairing("form", "export", root, "--programme", "-o", out, AS_OF).code in (0, 1)
    (path,) = out.glob("*.xlsx")
    book = load_workbook(path)
    for sheet in book.worksheets[1:]:
        for cell in sheet[sheet.max_row] if sheet.sheet_state == "visible" else ():
            cell.value = NUMBERS[(cell.column or 0) % 2]
    book.save(path)
    return path


def _init(root: Path, out: Path) -> Iterator[tuple[Ran, Path | None]]:
    yield pairing("init", out / "new", "--example", NUMBERS[1]), None


def _template(root: Path, out: Path) -> Iterator[tuple[Ran, Path | None]]:
    for form in ("text", "concise", "json", "github"):
        yield pairing("template", "check", root, "-f", form), None


def _where(root: Path, out: Path) -> Iterator[tuple[Ran, Path | None]]:
    child = root / "log" / f"{NUMBERS[1]}.yaml"
    for form in Form:
        yield pairing("where", f"{child}:2", "-f", form, AS_OF), None
        yield pairing("where", f"{child}:6", "-f", form, AS_OF), None
        yield pairing("where", root / "parties.yaml", "-f", form, AS_OF), None


def _new(root: Path, out: Path) -> Iterator[tuple[Ran, Path | None]]:
    yield pairing("template", "new", NUMBERS[1], root), None


def _diff(root: Path, out: Path) -> Iterator[tuple[Ran, Path | None]]:
    repository = out / "repository"
    shutil.copytree(root, repository)
    git(repository, "init", "-q", "-b", NUMBERS[1])
    commit(repository, NUMBERS[0])
    child = repository / "log" / f"{NUMBERS[1]}.yaml"
    child.write_text(child.read_text("utf-8").replace("2020-06-01", "2020-06-02"), "utf-8")
    more = f"people: [{{name: 戊老师, note: {NUMBERS[0]}}}]\n"
    write(repository, {f"{NUMBERS[4]}.yaml": more})
    for path in (repository / "log").rglob("2020-04.yaml"):
        path.unlink()
    for form in DiffFormat:
        yield pairing("diff", "HEAD", repository, "-f", form, AS_OF), None
    yield pairing("diff", NUMBERS[2], repository, AS_OF), None


def _rules(root: Path, out: Path) -> Iterator[tuple[Ran, Path | None]]:
    yield pairing("rules"), None
    yield pairing("rules", NUMBERS[1]), None


def _schema(root: Path, out: Path) -> Iterator[tuple[Ran, Path | None]]:
    yield pairing("schema"), None
    yield pairing("schema", root, "--project", "-o", out / "schema.json"), out
    copy = shutil.copytree(root, out / "copy", ignore=shutil.ignore_patterns("*.yaml"))
    for path in root.rglob("*.yaml"):
        shutil.copy(path, copy / path.relative_to(root))
    yield pairing("schema", root, "--project", "--install", "--modelines", "--dry-run"), None
    yield pairing("schema", root, "--project"), None
    yield pairing("schema", copy, "--project", "--install"), None
    for name, text in _files(copy / ".pairing"):
        assert _leaks(text) == set(), name


COMMANDS: dict[str, Runs] = {
    "validate": _validate,
    "quota": _quota,
    "score": _score,
    "diff": _diff,
    "todo": _todo,
    "report": _report,
    "where": _where,
    "new": _new_record,
    "fmt": _fmt,
    "init": _init,
    "form export": _form,
    "form import": _import,
    "form map": _map,
    "rules": _rules,
    "schema": _schema,
    "rubric show": _rubric,
    "template new": _new,
    "template check": _template,
}
"""Every command, in every format. A new one belongs here before it is of use to anybody."""

SILENT = {"init", "rules", "template new"}
"""Commands that show nothing of a programme."""


def _names(command: object, prefix: str = "") -> Iterator[str]:
    inside = getattr(command, "commands", None)
    if inside is None:
        yield prefix.strip()
    else:
        for name, each in inside.items():
            yield from _names(each, f"{prefix} {name}")


def test_every_command_is_held_to_it() -> None:
    assert set(_names(typer.main.get_command(app))) == set(COMMANDS)


@pytest.mark.parametrize("command", COMMANDS)
def test_no_output_holds_what_was_sown(command: str, sown: Path, tmp_path: Path) -> None:
    shown = "".join(_clean(ran, folder) for ran, folder in COMMANDS[command](sown, tmp_path))
    if command in ("report", "form export"):
        made = {name.rpartition(".")[2] for name, _ in _files(tmp_path)}
        assert made >= ({"docx", "xlsx", "md", "html"} if command == "report" else {"xlsx"})
        shown += "".join(text for _, text in _files(tmp_path))
    assert any(mask in shown for mask in MASKS) or command in SILENT


@pytest.mark.parametrize("form", Format)
def test_no_finding_says_what_stands_in_a_field_that_is_wrong(whole: Path, form: str) -> None:
    shown = _clean(pairing("validate", whole, "-f", form, AS_OF))
    cut = form == Format.MARKDOWN  # a comment has no room for all of them
    assert cut or ("V001" in shown and any(mask in shown for mask in MASKS))


def test_a_list_of_children_is_shown_by_surnames(sown: Path, tmp_path: Path) -> None:
    pairing("report", "activity-brief", sown, AS_OF, "--activity", "aid-0601", "-o", tmp_path)
    briefs = {name: text for name, text in _files(tmp_path) if "受助学生" in text}
    assert {name.rpartition(".")[2] for name in briefs} == {"md", "xml"}
    for text in briefs.values():
        assert all(f"{child[0]}某" in text for child in (*CHILDREN, PUPIL))


def test_a_crash_says_nothing_of_it(sown: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> str:
        raise ValueError(f"cannot show {NUMBERS[0]} and {NUMBERS[1]}")

    monkeypatch.setattr("pairing_cli.output.quotas.as_text", fail)
    for more in ((), ("--debug",)):
        ran = pairing("quota", sown, AS_OF, *more)
        assert ran.code == 2
        assert ("Traceback" in ran.err) == bool(more)
        _clean(ran)
