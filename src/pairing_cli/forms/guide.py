"""The first sheet: whose form it is, how to fill it in, what is in it, and what is still due (填写说明)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from pairing_cli.forms import looks
from pairing_cli.forms.layout import Layout
from pairing_cli.forms.lists import Lists
from pairing_cli.forms.scope import For
from pairing_cli.forms.sheet import print_on_a4, protect
from pairing_cli.messages import text, word
from pairing_cli.model.agenda import Agenda, Deed, Task
from pairing_cli.model.figures import plain, rounded
from pairing_cli.model.programme import Programme
from pairing_cli.office.cells import height, put

TITLE = "填写说明"
_WIDTHS = (15, 46, 22, 27)
_LAST = len(_WIDTHS)
_WHOM = {For.SCHOOL: "填报单位", For.PAIRING: "结对", For.PROGRAMME: "范围"}

_STEPS = (
    "用 Excel 或 WPS 打开，在白色格中填写。浅蓝色格是已经登记的，有变化直接改；灰色格不用改。",
    "一行填一条，行数不够时可在表中插入行。带 * 的必填，漏填的格显示为红色。",
    "有下拉箭头的格，请从列表中选。点到一格，旁边会显示怎么填。",
    "日期写成 {example}；人数、份数只写数字，不写“人”“份”；几个人、几个单位用“、”隔开。",
    "已经登记的不要再填一遍。不要改表头、删列或合并单元格，不要另存为 .xls。",
    "照片、扫描件连同本表放在一个文件夹里报送，文件名填在“文件”一栏；照片也可以插入到那一格。",
)
_SURVEY = "问卷不记名：不写答卷人的姓名、电话。每份答卷填一行。"


@dataclass(frozen=True, slots=True)
class Guide:
    """What the first sheet is made of; ``mark`` says which form it is, at its foot."""

    programme: Programme
    lists: Lists
    agenda: Agenda
    layouts: tuple[tuple[str, Layout], ...]
    mark: str


class _Page:
    """A sheet that is written from the top down."""

    def __init__(self, sheet: Worksheet) -> None:
        self.sheet = sheet
        self.row = 0
        for number, width in enumerate(_WIDTHS, 1):
            sheet.column_dimensions[get_column_letter(number)].width = width

    def line(self, cells: tuple[str, ...], *, head: bool = False, boxed: bool = True) -> None:
        """A row of a table; the last cell reaches to the edge."""
        self.row += 1
        tall = 18.0
        for number in range(1, _LAST + 1):
            cell: Any = self.sheet.cell(self.row, number)
            value = cells[number - 1] if number <= len(cells) else ""
            put(cell, value)
            cell.font = looks.HEAD if head else looks.BODY
            cell.alignment = looks.MIDDLE if head else looks.LEFT
            if boxed:
                cell.border = looks.BOX
            if head:
                cell.fill = looks.HEADED
            width = sum(_WIDTHS[number - 1 :]) if number == len(cells) else _WIDTHS[number - 1]
            tall = max(tall, height(value, looks.SIZE, width)) if value else tall
        if len(cells) < _LAST:
            self.merge(len(cells), _LAST)
        self.sheet.row_dimensions[self.row].height = tall

    def heading(self, title: str) -> None:
        """A heading over a part, after an empty row."""
        self.row += 2
        cell: Any = self.sheet.cell(self.row, 1)
        put(cell, title)
        cell.font = looks.STRONG
        self.sheet.row_dimensions[self.row].height = 22
        self.merge(1, _LAST)

    def merge(self, first: int, last: int) -> None:
        """Merge cells of the current row."""
        self.sheet.merge_cells(
            start_row=self.row, end_row=self.row, start_column=first, end_column=last
        )


def write(sheet: Worksheet, guide: Guide) -> None:
    """Write the first sheet."""
    page = _Page(sheet)
    page.line((f"{guide.programme.title}填报表",), boxed=False)
    top: Any = sheet.cell(1, 1)
    top.font, top.alignment = looks.TITLE, looks.MIDDLE
    sheet.row_dimensions[1].height = height(guide.programme.title, 16, sum(_WIDTHS)) + 12
    for fact in _facts(guide):
        page.line(fact)
    page.heading("怎样填")
    example = f"{guide.programme.period.start.year}-04-15"
    anonymous = any(layout.form.anonymous for _, layout in guide.layouts)
    steps = [*_STEPS, *([_SURVEY] if anonymous else [])]
    for number, step in enumerate(steps, 1):
        page.line((f"{number}. {step.format(example=example)}",), boxed=False)
    page.heading("本表各页")
    page.line(("页", "填什么", "已登记"), head=True)
    for name, layout in guide.layouts:
        page.line((name, _what(layout), f"{layout.recorded} 条" if layout.recorded else "无"))
    _due(page, guide)
    page.row += 1
    page.line((guide.mark,), boxed=False)
    foot: Any = sheet.cell(page.row, 1)
    foot.font = looks.SMALL
    print_on_a4(sheet, landscape=False)
    sheet.print_area = f"A1:{get_column_letter(_LAST)}{page.row}"
    protect(sheet)
    sheet.sheet_view.showGridLines = False


def _facts(guide: Guide) -> Iterator[tuple[str, str]]:
    """Whose it is, to whom it goes, by when."""
    scope, programme = guide.lists.scope, guide.programme
    yield _WHOM[scope.whom], scope.title
    if scope.whom is For.SCHOOL:
        titles = (guide.lists.labels("pairings").get(key, key) for key in sorted(scope.pairings))
        yield "结对", "、".join(titles)
    if scope.term is not None:
        yield "学期", scope.term.title
    to = programme.reporting.office or "、".join(programme.issued_by)
    if to:
        yield "报送至", to
    open_ = [task.safe for task in guide.agenda.tasks if task.safe != date.max]
    due = [day for day in open_ if day >= guide.agenda.as_of]
    if due:
        yield "最近的期限", f"{min(due)}（见下面“还要完成的工作”）"
    yield "数据截至", str(guide.agenda.as_of)
    if programme.notice:
        yield "声明", programme.notice


def _what(layout: Layout) -> str:
    titles = [column.title for column in layout.columns if column.needed and not column.locked]
    fixed = "；".join(
        f"{layout.form.column(key).title}：{value}" for key, value in layout.fixed.items()
    )
    return f"必填：{'、'.join(titles)}{f'（{fixed}）' if fixed else ''}"


def _due(page: _Page, guide: Guide) -> None:
    """What is still to be done, and by when."""
    tasks = [task for task in guide.agenda.tasks if task.deed is not Deed.JUDGE]
    page.heading(f"还要完成的工作（截至 {guide.agenda.as_of}）")
    if not tasks:
        page.line(("没有还要完成的工作。",), boxed=False)
        return
    page.line(("最迟", "事项", "谁来做", "说明"), head=True)
    for task in tasks:
        page.line((_by(task), _title(task), _who(task, guide.lists), "；".join(_more(task))))


def _by(task: Task) -> str:
    return "没有固定期限" if task.safe == date.max else str(task.safe)


def _title(task: Task) -> str:
    return task.title if isinstance(task.title, str) else text(task.title, "zh")


def _who(task: Task, lists: Lists) -> str:
    named = [each if isinstance(each, str) else text(each, "zh") for each in task.who]
    several = len(lists.scope.pairings) > 1 and task.pairing is not None
    pairing = [lists.labels("pairings").get(task.pairing or "", "")] if several else []
    return "、".join(dict.fromkeys(each for each in (*pairing, *named) if each))


def _more(task: Task) -> Iterator[str]:
    """How much is missing, what it is worth, when it has to begin."""
    if task.number:
        yield f"还差 {plain(Fraction(task.number))} {word(f'unit.{task.unit}', 'zh')}"
    if task.points:
        exact = (task.points * 100).denominator == 1
        yield f"{plain(task.points) if exact else rounded(task.points)} 分"
    if task.begin_by is not None and task.due is not None and task.begin_by != task.due:
        yield f"{task.begin_by} 前开始，{task.due} 截止"
