"""The documents of several tables: notices, bulletins, dossiers, briefs."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from official.form import Form
from official.layouts import UNIT
from official.prose import official_text
from official.tables import Column


def result_notice() -> bytes:
    """The notice of results: what was assessed, grades, ranks, schools in several pairings."""
    form = Form("result-notice")
    form.title()
    form.add(
        "GwBody",
        "根据《{{ programme }}》和《{{ rubric }}》，{{ office or issued_by }}对{{ number }}个"
        "{{ unit_word }}{{ term }}的工作进行了考核，满分{{ full_marks }}分。截至{{ day }}，"
        "结果通报如下。{{ published }}",
    )
    with form.given("open"):
        form.add("GwBody", "部分项目尚未到期或尚待评定，以下得分和名次为阶段结果。")
    with form.each("grade in grades"):
        then = "{% if grade.consequence %}{{ grade.consequence }}。{% endif %}"
        form.add(
            "GwBody",
            f"{{{{ grade.title }}}}（{{{{ grade.number }}}}个）：{{{{ grade.names }}}}。{then}",
        )
    columns = [
        Column("名次", "{{ row.rank }}", 14),
        Column("{{ unit_word }}", "{{ row.pairing }}", 38),
        Column("{{ helper_word }}", "{{ row.helper }}", 32),
        Column("{{ helped_word }}", "{{ row.helped }}", 48),
        Column("得分", "{{ row.points }}", 20),
        Column("等次", "{{ row.grade }}", 20, when="graded"),
    ]
    form.table(columns)
    with form.given("schools"):
        form.add("GwBody", "参加几个结对的学校，按各结对得分的平均数：")
        found = [
            Column("学校", "{{ row.school }}", 80),
            Column("结对数", "{{ row.number }}", 30),
            Column("平均得分", "{{ row.mean }}", 30),
        ]
        form.table(found, "row in schools")
    with form.given("explanation"):
        form.add("GwBelow", "{{ explanation }}")
    form.add("GwBody", "对得分有异议的，可以依据失分明细提出申诉。")
    form.signature()
    _notice(form)
    return form.file()


def _notice(form: Form) -> None:
    with form.given("notice"):
        form.add("GwBelow", "{{ notice }}")


def bulletin() -> bytes:
    """The month's bulletin: what was held, what is late, what was found, what is due."""
    form = Form("bulletin", landscape=True)
    form.title()
    form.add("GwBody", "{{ month }}　　{{ office }}　　{{ day }}")
    form.add("GwBody", "{{ summary }}")
    form.add("GwLevel1", "一、本月开展情况")
    why = "{% if row.why %}（{{ row.why }}）{% endif %}"
    held = [
        Column("结对", "{{ row.pairing }}", 40),
        Column("计划", "{{ row.planned }}", 16),
        Column("开展", "{{ row.held }}", 16),
        Column("开展的活动", f"{{{{ row.kinds }}}}{why}", 100, "left"),
        Column("不计入", "{{ row.not_counted }}", 18),
        Column("迟报、未报", "{{ row.unpaid }}", 24),
    ]
    form.table(held)
    form.add("GwLevel1", "二、资料迟报、未报和不合要求")
    unpaid = [
        Column("结对", "{{ row.pairing }}", 34),
        Column("考核要素", "{{ row.item }}", 32),
        Column("资料", "{{ row.title }}", 50, "left"),
        Column("报送单位", "{{ row.who }}", 26),
        Column("截止", "{{ row.due }}", 20),
        Column("状态", "{{ row.state }}", 18),
        Column("原因", "{{ row.reason }}", 60, "left"),
    ]
    _table_or(form, "unpaid", unpaid, "本月到期的资料全部按时报送。")
    form.add("GwLevel1", "三、核查情况通报")
    noticed = [
        Column("结对", "{{ row.pairing }}", 34),
        Column("关于", "{{ row.what }}", 54, "left"),
        Column("结论", "{{ row.verdict }}", 22),
        Column("来源", "{{ row.by }}", 26),
        Column("日期", "{{ row.date }}", 20),
        Column("结果", "{{ row.standing }}", 24),
        Column("说明", "{{ row.note }}", 60, "left"),
    ]
    _table_or(form, "noticed", noticed, "本月没有核查结论。")
    form.add("GwLevel1", "四、{{ coming_month }}到期")
    coming = [
        Column("截止", "{{ row.due }}", 24),
        Column("结对", "{{ row.pairing }}", 44),
        Column("事项", "{{ row.title }}", 110, "left"),
        Column("责任单位", "{{ row.who }}", 46),
    ]
    _table_or(form, "coming", coming, "没有到期的事项。")
    _notice(form)
    return form.file()


def _table_or(form: Form, rows: str, columns: list[Column], otherwise: str) -> None:
    """A table of what there is, or a sentence that there is nothing."""
    with form.given(rows):
        form.table(columns, f"row in {rows}", small=True)
    with form.given(f"not {rows}"):
        form.add("GwBody", otherwise)


def dossier() -> bytes:
    """A unit's dossier: what it did not earn and why, the rules, the files with their hashes."""
    form = Form("dossier", landscape=True)
    form.title()
    form.add("GwBody", UNIT)
    form.add(
        "GwBody",
        "截至{{ day }}：总分 {{ total.points }}（满分 {{ total.maximum }} 内得 {{ total.earned }}，"
        "加分 {{ total.bonus }}；失分 {{ total.lost }}，待定 {{ total.open }}），第 {{ total.rank }} 名",
    )
    with form.given("verdict"):
        form.add("GwBody", "{{ verdict }}")
    form.add("GwLevel1", "一、失分和待定")
    rows = [
        Column("考核要素", "{{ row.item }}", 26),
        Column("内容", "{{ row.what }}", 46, "left"),
        Column("失分", "{{ row.lost }}", 15),
        Column("待定", "{{ row.open }}", 15),
        Column("状态", "{{ row.state }}", 18),
        Column("原因", "{{ row.reason }}", 40, "left"),
        Column("要求", "{{ row.asked }}", 46, "left"),
        Column("佐证", "{{ row.files }}", 36, "left"),
    ]
    _table_or(form, "rows", rows, "没有失分和待定。")
    with form.given("explanation"):
        form.add("GwBelow", "{{ explanation }}")
    with form.given("criteria"):
        form.add("GwLevel1", "二、所依据的细则")
        found = [
            Column("考核要素", "{{ row.item }}", 28),
            Column("考核评估细则", "{{ row.criteria }}", 70, "left"),
            Column("查阅资料", "{{ row.materials }}", 80, "left"),
            Column("上报时间", "{{ row.due }}", 30),
        ]
        form.table(found, "row in criteria", small=True)
    form.add("GwLevel1", "{% if criteria %}三{% else %}二{% endif %}、报送规则和释义")
    with form.each("line in settings"):
        form.add("GwBelow", "{{ line }}")
    with form.given("files"):
        form.add("GwLevel1", "{% if criteria %}四{% else %}三{% endif %}、佐证文件")
        hashes = [
            Column("文件", "{{ row.path }}", 90, "left"),
            Column("SHA-256", "{{ row.sha256 }}", 130, "left"),
        ]
        form.table(hashes, "row in files", small=True)
    _notice(form)
    return form.file()


def activity_brief() -> bytes:
    """The brief of one activity: its facts, those who came, its documents, its photographs."""
    form = Form("activity-brief")
    form.title()
    form.add("GwBody", "{{ pairing }}　　{{ day }}")
    form.add("GwBody", "{{ lead }}")
    with form.given("audience"):
        form.add("GwBody", "对象：{{ audience }}")
    with form.given("note"):
        form.add("GwBody", "{{ note }}")
    with form.given("groups"):
        people = [
            Column("单位", "{{ row.organization }}", 50),
            Column("参加人员", "{{ row.names }}", 80, "left"),
            Column("人数", "{{ row.heads }}", 20),
        ]
        form.table(people, "row in groups", small=True)
    with form.each("picture in pictures"):
        form.tag("if picture.image")
        form.add("GwPicture", "{{ picture.image }}")
        form.add("GwTable", "{{ picture.caption }}")
        form.tag("else")
        form.add("GwBody", "照片：{{ picture.path }}")
        form.tag("endif")
    with form.given("documents"):
        form.add("GwTableTitle", "报送的资料")
        papers = [
            Column("资料", "{{ row.title }}", 56, "left"),
            Column("报送单位", "{{ row.who }}", 36),
            Column("收到", "{{ row.received }}", 22),
            Column("份数", "{{ row.copies }}", 14),
        ]
        form.table(papers, "row in documents", small=True)
    _notice(form)
    return form.file()


DOCUMENTS: Mapping[str, Callable[[], bytes]] = {
    "official-text": official_text,
    "result-notice": result_notice,
    "bulletin": bulletin,
    "dossier": dossier,
    "activity-brief": activity_brief,
}
"""The makers of the Word templates of documents that are no single table, by name."""
