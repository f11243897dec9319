"""Official texts: prose in clauses, annexes on sheets of their own, and where it is signed."""

from __future__ import annotations

from collections.abc import Mapping

from official.form import Form
from official.tables import Column

PAIRINGS = [
    Column("序号", "{{ row.number }}", 14),
    Column("{{ helper_word }}", "{{ row.helper }}", 45),
    Column("{{ helped_word }}", "{{ row.helped }}", 65),
    Column("负责人", "{{ row.responsible }}", 32),
]
PLAN = [
    Column("月份", "{{ row.month }}", 18),
    Column("内容", "{{ row.kind }}", 32),
    Column("开展的具体工作", "{{ row.work }}", 60, "left"),
    Column("责任人", "{{ row.responsible }}", 24),
    Column("完成时限", "{{ row.due }}", 22),
]
RUBRIC = [
    Column("项目", "{{ row.section }}", 18),
    Column("考核评估\n要素", "{{ row.item }}", 24),
    Column("考核评估细则", "{{ row.criteria }}", 62, "left"),
    Column("{{ annex.materials_word }}", "{{ row.materials }}", 84, "left"),
    Column("上报时间", "{{ row.due }}", 28),
    Column("得分", "", 18),
]
QUOTAS = [
    Column("序号", "{{ row.number }}", 14),
    Column("指标", "{{ row.title }}", 66, "left"),
    Column("分别计算", "{{ row.each }}", 26),
    Column("目标", "{{ row.asked }}", 28),
    Column("出处", "{{ row.clause }}", 22),
]
SCHEDULE = [
    Column("序号", "{{ row.number }}", 16),
    Column("项目名称", "{{ row.title }}", 42),
    Column("对象", "{{ row.audience }}", 22),
    Column("时间", "{{ row.when }}", 26),
    Column("人数", "{{ row.people }}", 20),
    Column("备注", "{{ row.note }}", 36, "left"),
]
GROUP = [
    Column("组内职务", "{{ row.role }}", 34),
    Column("姓名", "{{ row.name }}", 34),
    Column("职务", "{{ row.post }}", 88, "left"),
]
TABLES: Mapping[str, list[Column]] = {
    "leading-group": GROUP,
    "pairing-table": PAIRINGS,
    "plan-table": PLAN,
    "quotas": QUOTAS,
    "schedule": SCHEDULE,
}
"""The tables of annexes on upright sheets, by the annex's kind."""


def official_text() -> bytes:
    """A text that a bureau issues or two parties sign, with its annexes."""
    form = Form("official-text")
    form.red_head()
    form.title()
    form.addressee()
    form.lines()
    form.attachments()
    with form.given("parties"):
        _parties(form)
    with form.given("not parties"):
        form.signature()
    _note(form)
    with form.given("annexes"):
        form.close(landscape=False)
    with form.each("annex in annexes"):
        _annex(form)
    return form.file()


def _parties(form: Form) -> None:
    """Where the parties sign: who they are, their seal and hand, and the day."""
    with form.each("party in parties"):
        form.blank()
        mark = "{% if sealed %}（盖章）{% else %}（签字）{% endif %}"
        form.add("GwBody", f"{{{{ party.mark }}}}{mark}：{{{{ party.name }}}}")
        with form.given("sealed"):
            head = "{% if party.head %}（{{ party.head }}）{% endif %}"
            form.add("GwBody", f"负责人{head}签字：")
        form.add("GwBody", "签订日期：{{ signed_on }}")


def _annex(form: Form) -> None:
    """An annex on a new sheet; the assessment table, which is wide, on a turned one."""
    with form.given('annex.kind == "rubric"'), form.on(landscape=True):
        _annex_title(form)
        form.table(RUBRIC, "row in annex.rows", small=True)
        _below_annex(form)
    with form.given('annex.kind != "rubric"'), form.on(landscape=False):
        _annex_title(form)
        for kind, columns in TABLES.items():
            with form.given(f'annex.kind == "{kind}"'):
                form.table(columns, "row in annex.rows")
        _below_annex(form)


def _annex_title(form: Form) -> None:
    """附件1 on line 1, its title on line 3."""
    form.add("GwAnnexLabel", "{{ annex.label }}")
    form.blank()
    form.add("GwAnnexTitle", "{{ annex.title }}")
    form.blank()


def _below_annex(form: Form) -> None:
    with form.each("line in annex['lines']"):
        form.add("GwBelow", "{{ line }}")
    with form.given("annex.note"):
        form.tag('if annex.kind == "leading-group"')
        form.add("GwBody", "{{ annex.note }}")
        form.tag("else")
        form.add("GwBelow", "备注：{{ annex.note }}")
        form.tag("endif")


def _note(form: Form) -> None:
    """The programme's notice as 附注 below a text."""
    with form.given("notice"):
        form.add("GwNote", "（{{ notice }}）")
