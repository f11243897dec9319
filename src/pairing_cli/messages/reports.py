"""The titles of reports, and what they say of themselves."""

from pairing_cli.messages.entry import Entry

MESSAGES: dict[str, Entry] = {
    "report.scheme": Entry("实施方案", "scheme"),
    "report.work-plan": Entry("工作计划", "work plan"),
    "report.agreement": Entry("结对协议", "agreement"),
    "report.pledge": Entry("责任书", "pledge"),
    "report.annual-summary": Entry("工作总结", "annual summary"),
    "report.notice": Entry("通知", "notice"),
    "report.pairing-table": Entry("结对安排表", "pairing table"),
    "report.plan-table": Entry("计划表", "plan table"),
    "report.rubric": Entry("考核细则", "rubric"),
    "report.score-sheet": Entry("考核得分表", "score sheet"),
    "report.self-assessment": Entry("自评表", "self-assessment"),
    "report.result-notice": Entry("考核结果通报", "notice of results"),
    "report.dossier": Entry("失分明细", "dossier for appeals"),
    "report.bulletin": Entry("月度简报", "monthly bulletin"),
    "report.quota-progress": Entry("指标完成情况", "progress of targets"),
    "report.activity-brief": Entry("活动简报", "activity brief"),
    "report.ranking": Entry("得分排名", "ranking"),
    "head.formats": Entry("格式", "Formats"),
    "head.there": Entry("方案里", "There"),
    "there.yes": Entry("有", "yes"),
    "there.no": Entry("没有", "no"),
    "made-for.programme": Entry("整个方案", "the programme"),
    "made-for.pairing": Entry("结对", "pairing"),
    "made-for.unit": Entry("考核对象", "unit assessed"),
    "made-for.text": Entry("文稿", "text"),
    "made-for.party": Entry("结对或师徒", "pairing or teacher pair"),
    "made-for.activity": Entry("活动", "activity"),
    "report.draft": Entry("草案，尚未印发", "draft, not issued"),
    "report.warning": Entry(
        "数据有 {number} 个错误，数字未经核定。",
        "The data have {number:error|errors}; the figures are not final.",
    ),
}
