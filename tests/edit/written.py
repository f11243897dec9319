"""Texts that Hypothesis writes: the same data in every style that people use, with comments."""

from __future__ import annotations

from typing import Any, TypeVar

from hypothesis import strategies as st

from pairing_cli.edit.scalars import scalar

T = TypeVar("T")

WORDS = st.sampled_from(
    [
        *(
            "甲校",
            "2020-04-15",
            "6",
            "true",
            "null",
            "~",
            "a: b",
            "a #b",
            "#c",
            "-",
            "- x",
            "[",
            "a,b",
        ),
        *(
            "“引”",
            "",
            "kind:送课",
            "date：x",
            " 前空",
            "后空 ",
            "'",
            '"',
            "a'b\"c",
            "一\n二",
            "一\n\n二\n",
        ),
        *("\n", "x\n  y", "*", "&a", "?", "!t", "%d", "@a", "`", ":", "a:", "---", "...", "12:30"),
        *("=", "<<", "{x}", "10 %", "a\\b", "01", "　", "- "),
    ]
)
TEXTS = WORDS | st.text(
    st.characters(exclude_categories=("Cs", "Cc", "Cf", "Zl", "Zp", "Co", "Cn")), max_size=6
)
KEYS = st.sampled_from(["id", "date", "at", "note", "by", "title", "丙", "x-y", "count"])


def data(depth: int = 3) -> st.SearchStrategy[Any]:
    """Plain data: texts, nothing, lists and mappings."""
    leaf = TEXTS | st.none()
    return st.recursive(
        leaf,
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3),
        max_leaves=8,
    )


ROOTS = st.dictionaries(
    st.sampled_from(["activities", "people", "x", "texts"]),
    st.lists(st.dictionaries(KEYS, data(), min_size=1, max_size=4) | TEXTS, max_size=3) | data(),
    min_size=1,
    max_size=3,
)


@st.composite
def texts(draw: st.DrawFn, value: Any) -> str:
    """A text that means a root mapping."""
    writer = _Writer(draw)
    head = draw(st.sampled_from(["", "# 表头\n", "\n", "# 一\n\n# 二\n"]))
    body = "".join(line + "\n" for line in writer.mapping(value, 0)) if value else "{}\n"
    tail = draw(st.sampled_from(["", "# 末\n", "\n\n"]))
    found = head + body + tail
    return found[:-1] if draw(st.booleans()) and not tail and "|" not in found else found


class _Writer:
    def __init__(self, draw: st.DrawFn) -> None:
        self.draw = draw
        self.number = 0

    def pick(self, *choices: T) -> T:
        return self.draw(st.sampled_from(choices))

    def remark(self) -> str:
        """A comment at the end of a line, sometimes."""
        self.number += 1
        return self.pick("", "", "", f"  # 注{self.number}")

    def above(self, indent: int) -> list[str]:
        """Lines above something, sometimes."""
        self.number += 1
        none: list[str] = []
        return self.pick(none, none, none, [""], [" " * indent + f"# 上{self.number}"])

    def mapping(self, value: dict[str, Any], indent: int) -> list[str]:
        found = []
        for number, (key, inner) in enumerate(value.items()):
            found += self.above(indent) if number else []
            found += self.pair(key, inner, indent)
        return found

    def pair(self, key: str, value: Any, indent: int) -> list[str]:
        lead = " " * indent + scalar(key) + ":"
        if isinstance(value, (dict, list)) and value and self.pick(True, True, False):
            extra = self.pick(2, 0, 4) if isinstance(value, list) else self.pick(2, 4)
            return [lead + self.remark(), *self.below(value, indent + extra)]
        if value is None:
            return [lead + self.pick("", " ~", " null") + self.remark()]
        return [f"{lead} {self.flow(value)}{self.remark()}"]

    def below(self, value: Any, indent: int) -> list[str]:
        if isinstance(value, dict):
            return self.mapping(value, indent)
        found: list[str] = []
        for number, inner in enumerate(value):
            found += self.above(indent) if number else []
            found += self.item(inner, indent)
        return found

    def item(self, value: Any, indent: int) -> list[str]:
        if isinstance(value, (dict, list)) and value and self.pick(True, True, False):
            first, *rest = self.below(value, indent + 2)
            return [" " * indent + "- " + first.lstrip(" "), *rest]
        if value is None:
            return [" " * indent + self.pick("-", "- ~") + self.remark()]
        return [f"{' ' * indent}- {self.flow(value)}{self.remark()}"]

    def flow(self, value: Any) -> str:
        if isinstance(value, dict):
            inner = (f"{scalar(key, flow=True)}: {self.flow(each)}" for key, each in value.items())
            return "{" + ", ".join(inner) + self.pick("", ",") * bool(value) + "}"
        if isinstance(value, list):
            return "[" + ", ".join(map(self.flow, value)) + self.pick("", ",") * bool(value) + "]"
        style = self.pick("", "", '"', "'") if isinstance(value, str) else ""
        return scalar(value, flow=True, style=style)
