"""The titles of reports, and what they say of themselves."""

from pairing_cli.messages.entry import Entry

MESSAGES: dict[str, Entry] = {
    "report.pairing-table": Entry("结对安排表", "pairing table"),
    "report.plan-table": Entry("计划表", "plan table"),
    "report.rubric": Entry("考核细则", "rubric"),
    "report.score-sheet": Entry("考核得分表", "score sheet"),
    "report.ranking": Entry("得分排名", "ranking"),
    "report.draft": Entry("草案，尚未印发", "draft, not issued"),
    "report.warning": Entry(
        "数据有 {number} 个错误，数字未经核定。",
        "The data have {number:error|errors}; the figures are not final.",
    ),
}
