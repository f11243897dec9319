"""The documents that are tables: what stands above, in and below each of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from official.form import Form
from official.tables import Column, Tail

TOTAL = (
    "截至{{ as_of }}：总分 {{ total.points }}"
    "（满分 {{ total.maximum }} 内得 {{ total.earned }}，加分 {{ total.bonus }}；"
    "失分 {{ total.lost }}，待定 {{ total.open }}），第 {{ total.rank }} 名"
)
UNIT = (
    "{{ pairing }}{% if helper %}　　{{ helper_word }}：{{ helper }}{% endif %}"
    "{% if helped %}　　{{ helped_word }}：{{ helped }}{% endif %}"
)
SIGNED = (
    "评分单位（盖章）：{{ office }}　　　　　　　　评分人：　　　　　　　　　　"
    "日期：　　　　年　　月　　日"
)

SELF_SIGNED = (
    "自评单位（盖章）：　　　　　　　　　　负责人：　　　　　　　　日期：　　　　年　　月　　日"
)


def by_item(items: str, points: str) -> list[Column]:
    """The columns of a table with one for each of some items of the rubric."""
    return [
        Column("{{ unit_word }}", "{{ row.pairing }}", 41),
        Column(
            "{{ item.label }}",
            "{{ points }}",
            23,
            number="0.00",
            each=f"item in {items}",
            among=f"points in {points}",
        ),
    ]


@dataclass(frozen=True)
class Layout:
    """A report: lines above its table, the table, and lines below.

    ``small``: many columns, set in small type. ``items``: further tables, in Excel a further sheet, have
    a column for each item of the rubric; in Word as many to a table as can be read. ``compared``: in
    Excel a further sheet draws the items beside their means.
    """

    name: str
    above: Sequence[str]
    columns: Sequence[Column]
    below: Sequence[str]
    landscape: bool = False
    tails: Sequence[Tail] = ()
    small: bool = False
    items: bool = False
    compared: bool = False

    def columns_in(self, extension: str) -> list[Column]:
        """The columns that stand in a format."""
        return [column for column in self.columns if column.only in ("", extension)]


def layouts() -> Iterator[Layout]:
    """Every report that is a table."""
    notice = "{{ notice }}"
    yield Layout(
        "pairing-table",
        [],
        [
            Column("序号", "{{ row.number }}", 20, number="0"),
            Column("{{ helper_word }}", "{{ row.helper }}", 45),
            Column("{{ helped_word }}", "{{ row.helped }}", 65),
            Column("负责人", "{{ row.responsible }}", 34),
            Column("层面", "{{ row.level }}", 32, when="shows.level"),
            Column("期限和备案", "{{ row.times }}", 40, when="shows.times"),
            Column("备注", "{{ row.remarks }}", 46, "left", when="shows.remarks"),
        ],
        [notice],
    )
    yield Layout(
        "plan-table",
        [],
        [
            Column("月份", "{{ row.month }}", 18),
            Column("内容", "{{ row.kind }}", 30),
            Column("开展的具体工作", "{{ row.work }}", 62, "left"),
            Column("责任人", "{{ row.responsible }}", 25),
            Column("完成时限", "{{ row.due }}", 28),
        ],
        ["{{ note }}", notice],
    )
    rubric = [
        Column("项目", "{{ row.section }}", 18),
        Column("考核评估\n要素", "{{ row.item }}", 24),
        Column("考核评估细则", "{{ row.criteria }}", 62, "left"),
        Column("{{ materials_word }}", "{{ row.materials }}", 84, "left"),
        Column("上报时间", "{{ row.due }}", 28),
    ]
    yield Layout(
        "rubric",
        [],
        [*rubric, Column("得分", "", 18)],
        ["{{ marks }}", "{{ gates }}", "{{ grades }}", "{{ note }}", notice],
        landscape=True,
        small=True,
    )
    yield Layout(
        "self-assessment",
        [UNIT],
        [
            *rubric[:4],
            Column("自评得分", "{{ row.own }}", 20, number="0.00"),
            Column("自评说明", "", 40, "left"),
        ],
        ["满分{{ full_marks }}分", "{{ note }}", notice, SELF_SIGNED],
        landscape=True,
        small=True,
    )
    yield Layout(
        "quota-progress",
        ["截至{{ as_of }}，共{{ number }}项指标：{{ summary }}。"],
        [
            Column("指标", "{{ row.title }}", 84, "left"),
            Column("单位", "{{ row.unit }}", 18),
            Column("目标", "{{ row.asked }}", 22),
            Column("计划", "{{ row.planned }}", 22),
            Column("完成", "{{ row.done }}", 22, number="0.##"),
            Column("尚差", "{{ row.remaining }}", 20, number="0.##"),
            Column("评定", "{{ row.verdict }}", 26),
            Column("说明", "{{ row.note }}", 40, "left"),
        ],
        [notice],
        landscape=True,
        small=True,
    )
    narrow = [
        Column("项目", "{{ row.section }}", 14),
        Column("考核评估\n要素", "{{ row.item }}", 24),
        Column("{{ materials_word }}", "{{ row.materials }}", 52, "left"),
        Column("上报时间", "{{ row.due }}", 28),
        Column("满分", "{{ row.maximum }}", 17, number="0.00"),
        Column("得分", "{{ row.earned }}", 17, number="0.00"),
        Column("失分", "{{ row.lost }}", 17, number="0.00"),
        Column("待定", "{{ row.open }}", 17, number="0.00"),
        Column("失分和待定的原因", "{{ row.reasons }}", 64, "left"),
        Column("依据", "{{ row.records }}", 60, "left", only="xlsx"),
    ]
    bonus = dict(
        zip(
            [column.heading for column in narrow],
            [column.value for column in narrow],
            strict=True,
        )
    )
    tails = [
        Tail(
            {
                "项目": "合计",
                "满分": "{{ total.maximum }}",
                "得分": "{{ total.earned }}",
                "失分": "{{ total.lost }}",
                "待定": "{{ total.open }}",
            },
            span=4,
        ),
        Tail(
            {**bonus, "失分": "", "待定": ""},
            "for row in bonus_rows",
            "endfor",
        ),
        Tail(
            {"项目": "总分（含加分）", "得分": "{{ total.points }}"},
            "if bonus_rows",
            "endif",
            span=4,
        ),
    ]
    yield Layout(
        "score-sheet",
        [
            UNIT,
            TOTAL,
        ],
        narrow,
        ["{{ verdict }}", "{{ explanation }}", "{{ note }}", notice, SIGNED],
        landscape=True,
        small=True,
        tails=tails,
        compared=True,
    )
    yield Layout(
        "ranking",
        ["截至{{ day }}"],
        [
            Column("名次", "{{ row.rank }}", 13, number="0"),
            Column("{{ unit_word }}", "{{ row.pairing }}", 40),
            Column("{{ helper_word }}", "{{ row.helper }}", 27),
            Column("{{ helped_word }}", "{{ row.helped }}", 58),
            Column("总分", "{{ row.points }}", 22, number="0.00"),
            Column("得分", "{{ row.earned }}", 18, number="0.00"),
            Column("加分", "{{ row.bonus }}", 18, number="0.00"),
            Column("失分", "{{ row.lost }}", 18, number="0.00"),
            Column("待定", "{{ row.open }}", 18, number="0.00"),
        ],
        ["{{ explanation }}", notice],
        landscape=True,
        items=True,
    )


def word_template(layout: Layout) -> bytes:
    """The Word template of a layout."""
    form = Form(layout.name, landscape=layout.landscape)
    form.title()
    for line in layout.above:
        form.add("GwAbove", line)
    further = " or ".join(column.when for column in layout.columns if column.when)
    if further:  # more columns than the page holds in type of the usual size
        with form.given(f"not ({further})"):
            form.table([column for column in layout.columns if not column.when])
        with form.given(further):
            form.table(layout.columns, small=True)
    else:
        form.table(layout.columns, small=layout.small, tails=layout.tails)
    if layout.items:
        with form.each("part in parts"):
            form.add("GwTableTitle", "各项得分{% if not loop.first %}（续）{% endif %}")
            form.table(by_item("part['items']", "row.points"), "row in part.rows")
    for line in layout.below:
        _below(form, layout, line)
    return form.file()


def _below(form: Form, layout: Layout, line: str) -> None:
    """A line below the table, which stands only where its fact is not empty."""
    style = "GwSmallBelow" if layout.landscape else "GwBelow"
    if not line.startswith("{{"):
        form.add(style, line)
        return
    name = line.strip("{} ")
    with form.given(name):
        form.add(style, f"{'备注：' if name == 'note' else ''}{line}")
