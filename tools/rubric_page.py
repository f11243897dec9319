"""docs/rubrics.md: its blocks as one programme, and what the tool prints for them.

Blocks that begin with ``# NAME`` are files, tables without that line. Blocks that are lists are items of
one rubric, ``ways``.
``<!-- proof: ITEM -->`` is followed by the item's proof, ``<!-- refused: right => wrong -->`` by what
``pairing validate`` says once the mistake is put in, ``<!-- shown: COMMAND -->`` by a command's output.
"""

from __future__ import annotations

import contextlib
import io
import os
import re
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

from pairing_cli.cli.app import run

HEAD = """rubrics:
  - id: ways
    title: 各种计分方式
    full_marks: {marks}
    sections:
      - id: all
        title: 各项
        items:
"""
DAY = "2020-12-31"
PROOF = f"score xian --as-of {DAY} --rubric ways --pairing xijie --explain"
_BLOCK = re.compile(r"^```yaml\n(.*?)^```", re.MULTILINE | re.DOTALL)
_TABLE = re.compile(r"^```csv\n# (\S+)\n(.*?)^```", re.MULTILINE | re.DOTALL)
_MADE = re.compile(r"(<!-- (proof|refused|shown): (.+?) -->)\n.*?(<!-- end -->)", re.DOTALL)


def files(page: str, mistakes: Sequence[tuple[str, str]] = ()) -> dict[str, str]:
    """The page's programme by file, with mistakes put into it; each must be there to be made."""
    found, items = dict(_TABLE.findall(page)), []
    for block in _BLOCK.findall(page):
        if block.startswith("- "):
            items.append("".join(f"          {line}\n" for line in block.splitlines()))
        else:
            found[block.split("\n", 1)[0].removeprefix("# ")] = block
    text = "".join(items)
    marks = sum(int(each) for each in re.findall(r"^ {12}points: (\d+)$", text, re.MULTILINE))
    found["xian/ways.yaml"] = HEAD.format(marks=marks) + text
    for right, wrong in mistakes:
        if not any(right in each for each in found.values()):
            raise ValueError(f"not on the page: {right}")
        found = {name: each.replace(right, wrong, 1) for name, each in found.items()}
    return found


def printed(programme: dict[str, str], command: str, language: str = "en") -> str:
    """What a command prints for a programme."""
    out = io.StringIO()
    with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder), _plain(language):
        for name, text in programme.items():
            Path(name).parent.mkdir(parents=True, exist_ok=True)
            Path(name).write_text(text, "utf-8")
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(out):
            run(command.split())
    return "\n".join(line.rstrip() for line in out.getvalue().strip("\n").splitlines())


@contextlib.contextmanager
def _plain(language: str):  # type: ignore[no-untyped-def]
    kept = dict(os.environ)
    os.environ |= {"PAIRING_LANG": language, "COLUMNS": "96", "NO_COLOR": "1", "TERM": "dumb"}
    try:
        yield
    finally:
        os.environ.clear()
        os.environ.update(kept)


def proof(page: str, item: str) -> str:
    """An item's proof, below the total."""
    text = printed(files(page), f"{PROOF} {item}")
    return text[text.index("\n\n", text.index("西街小学 →")) :].strip("\n")


def refusal(page: str, mistakes: str) -> str:
    """The errors that a mistake makes, without the page's own warnings and the closing count."""
    pairs = [tuple(each.split(" => ")) for each in mistakes.split(" | ")]
    text = printed(
        files(page, [(right, wrong) for right, wrong in pairs]), f"validate xian --as-of {DAY}"
    )
    found = re.split(r"\n(?=\S)", text.rsplit("\n", 1)[0])
    return "\n".join(each for each in found if re.match(r"\S+: error ", each))


def made(page: str) -> str:
    """The page with everything printed anew."""
    ways: dict[str, Callable[[str], str]] = {
        "proof": lambda asked: proof(page, asked),
        "refused": lambda asked: refusal(page, asked),
        "shown": lambda asked: f"$ {asked}\n{printed(files(page), asked.removeprefix('pairing '))}",
    }
    return _MADE.sub(
        lambda found: f"{found[1]}\n```text\n{ways[found[2]](found[3])}\n```\n{found[4]}", page
    )
