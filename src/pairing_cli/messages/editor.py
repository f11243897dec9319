"""What is said when editors are set up, and of what stands at a line."""

from pairing_cli.messages.entry import Entry

MESSAGES: dict[str, Entry] = {
    "help.project": Entry(
        "本方案的 JSON Schema：单位、人员、结对、资料类型等只能写已登记的名称。",
        "The schema of this very programme: organizations, people, pairings, kinds of documents "
        "and so on can only be those that there are.",
    ),
    "help.install": Entry(
        "写入方案文件夹的 .pairing/schema，并设置 VS Code（保留原有设置和注释）。",
        "Write it into .pairing/schema in the programme's folder, and set up VS Code; "
        "what is set already stays.",
    ),
    "help.modelines": Entry(
        "同时在每个 YAML 文件的第一行写明所用的 Schema，其他编辑器也认得。",
        "Also name the schema in the first line of every YAML file, for other editors.",
    ),
    "help.dry-run": Entry("只列出会写哪些文件，不写。", "Only list which files would be written."),
    "refuse.only-with": Entry(
        "{names} 要和 {needed} 一起用。", "{names} can only be used with {needed}."
    ),
    "schema.made": Entry("新建 {path}", "made {path}"),
    "schema.changed": Entry("改动 {path}", "changed {path}"),
    "schema.made-dry": Entry("会新建 {path}", "would make {path}"),
    "schema.changed-dry": Entry("会改动 {path}", "would change {path}"),
    "schema.same": Entry("不变 {path}", "unchanged {path}"),
    "schema.paste": Entry(
        "没有改动 {path}：读不懂它。请自己加入：\n{paste}",
        "not changed: {path} cannot be read. Add this yourself:\n{paste}",
    ),
    "schema.no-modeline": Entry(
        "没有改动 {path}：它不是 UTF-8，或者太大。",
        "not changed: {path} is not UTF-8, or too large",
    ),
    "schema.unlisted": Entry(
        "超过 {most} 个名称的不逐一列出，编辑器不检查：{names}",
        "Not listed, for there are more than {most} names, so editors do not check them: {names}",
    ),
    "schema.by-hand": Entry(
        "JetBrains（IDEA、PyCharm）：在设置的 JSON Schema 映射（JSON Schema Mappings）里，"
        "Schema 文件选 {path}，文件模式写 {pattern}。",
        "JetBrains (IDEA, PyCharm): in Settings, JSON Schema Mappings, add the schema file {path} "
        "with the file path pattern {pattern}.",
    ),
    "help.where": Entry(
        "说明文件某一行是哪条记录、计入什么、没有它会怎样。",
        "Say which record stands at a line, what it counts for, and what would change without it.",
    ),
    "help.place": Entry(
        "文件:行，或 文件:行:列；只写文件时，列出它的记录。",
        "FILE:LINE, or FILE:LINE:COLUMN; of a file alone, its records are listed.",
    ),
    "metavar.place": Entry("文件:行", "file:line"),
    "refuse.nothing-there": Entry(
        "{path} 第 {line} 行没有记录。",
        "No record stands at line {line} of {path}.",
    ),
    "refuse.not-of-programme": Entry(
        "{path} 不是方案 {root} 的数据文件。", "{path} is not a data file of the programme {root}."
    ),
    "head.line": Entry("行", "Line"),
    "head.record": Entry("记录", "Record"),
    "where.part": Entry("这一行是其中的 {part}  {place}", "this line is {part} of it  {place}"),
    "where.unread": Entry(
        "这条记录读不出，没有计入；问题见 pairing validate。",
        "This record cannot be read and counts for nothing; pairing validate says why.",
    ),
    "where.fulfils": Entry("落实的计划项", "It fulfils"),
    "where.fulfilled-by": Entry(
        "已由 {number} 次活动落实", "Fulfilled by {number:activity|activities}"
    ),
    "where.documents": Entry("其中的资料（{number} 份）", "Documents in it ({number})"),
    "where.named-by": Entry("{number} 条记录提到它", "Named by {number:record|records}"),
    "where.targets": Entry("计入的指标", "It counts towards these targets"),
    "where.nodes": Entry("计入的考核项目", "These points rest on it"),
    "where.counts-for-nothing": Entry(
        "没有指标或考核项目直接计入它。", "No target and no points rest on it directly."
    ),
    "where.without": Entry("如果没有它", "Without it"),
    "where.cannot-go": Entry(
        "它是方案本身，不试算没有它的情形。", "It is the programme itself: nothing would be left."
    ),
}
