"""Settings with comments: what is added is added in place, and nothing else changes."""

from __future__ import annotations

import pytest

from pairing_cli.load.jsonc import NotJsoncError, read, with_item, with_member
from pairing_cli.load.modelines import with_modeline

MINE = """{
    // mine
    "editor.tabSize": 2, // two
    "yaml.schemas": {
        "x.json": "a/*.yaml" /* old */
    },
    "last": ["a", "b",], // end
}
"""


def added(before: str, after: str) -> list[str]:
    """The lines that are new; every line of before has to be there still, but for a comma."""
    left = after.split("\n")
    for line in before.split("\n"):
        found = next(each for each in left if each.replace(",", "") == line.replace(",", ""))
        left.remove(found)
    return [line.strip() for line in left]


def test_a_member_is_added_and_every_comment_stays() -> None:
    text = with_member(MINE, ("yaml.schemas", "p.json"), "b/*.yaml")
    assert added(MINE, text) == ['"p.json": "b/*.yaml"']
    assert read(text).value["yaml.schemas"] == {"x.json": "a/*.yaml", "p.json": "b/*.yaml"}
    text = with_member(MINE, ("new", "inner"), 1)
    assert read(text).value["new"] == {"inner": 1}
    assert "// mine" in text and "// two" in text and "// end" in text


def test_a_member_is_replaced_and_an_item_added() -> None:
    text = with_member(MINE, ("editor.tabSize",), 4)
    assert text == MINE.replace('Size": 2', 'Size": 4')
    assert read(with_item(MINE, ("last",), "c")).value["last"] == ["a", "b", "c"]
    assert read(with_item('{"a": []}', ("a",), 1)).value == {"a": [1]}


@pytest.mark.parametrize(
    "text", ["{}", "{ }\n", "{\n}\n", "{ // c\n}", '{"b": 1}', '{\r\n\t"b": 1\r\n}']
)
def test_small_files(text: str) -> None:
    changed = with_member(text, ("a",), [1])
    assert read(changed).value == {**read(text).value, "a": [1]}
    assert ("\r\n" in changed) == ("\r\n" in text)
    assert changed.count("\r") in (0, changed.count("\n"))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        '{"a" 1}',
        "{a: 1}",
        '{"a": 1} x',
        '{"a": 01}',
        '{"a": 1, "a": 2}',
        "[" * 99,
        "{/*",
        '{"a\n": 1}',
    ],
)
def test_what_is_no_json_is_refused(text: str) -> None:
    with pytest.raises(NotJsoncError):
        with_member(text, ("b",), 1)


def test_a_first_line_is_put_in_and_no_other_byte_changes() -> None:
    line = b"# yaml-language-server: $schema=s.json"
    for before, after in (
        (b"a: 1\nb: 2", line + b"\na: 1\nb: 2"),
        (b"a: 1\r\nb: 2\r\n", line + b"\r\na: 1\r\nb: 2\r\n"),
        (b"\xef\xbb\xbfa: 1\n", b"\xef\xbb\xbf" + line + b"\na: 1\n"),
        ("标题: 一".encode("gb18030"), line + b"\n" + "标题: 一".encode("gb18030")),
        (b"# x\n# yaml-language-server: $schema=../o.json\na: 1\n", b"# x\n" + line + b"\na: 1\n"),
        (b"# $schema: ../o.json\r\na: 1", b"# $schema: s.json\r\na: 1"),
        (
            b"a: 1\n# yaml-language-server: $schema=o\n",
            line + b"\na: 1\n# yaml-language-server: $schema=o\n",
        ),
    ):
        assert with_modeline(before, "s.json") == after
        assert with_modeline(after, "s.json") == after
    assert with_modeline("a: 1\n".encode("utf-16"), "s.json") is None
