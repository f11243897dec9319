"""What is said of templates: refusals, headings, help."""

from pairing_cli.messages.entry import Entry

MESSAGES = {
    "refuse.no-report": Entry(
        "没有报表“{name}”。有：{kinds}", "There is no report “{name}”; there are: {kinds}"
    ),
    "refuse.no-format": Entry(
        "没有格式“{name}”。有：{formats}", "There is no format “{name}”; there are: {formats}"
    ),
    "refuse.kind-format": Entry(
        "报表 {kind} 没有“{name}”格式。有：{formats}",
        "The report {kind} is not made as {name}; it is made as: {formats}",
    ),
    "refuse.report-needs": Entry(
        "报表 {name} 需要 {needs}，方案里没有读到。",
        "The report {name} needs {needs}, of which the programme has none that can be read.",
    ),
    "refuse.no-activity": Entry("没有活动“{name}”。", "There is no activity “{name}”."),
    "refuse.month": Entry(
        "“{value}”不是月份，请写成 2020-05。", "“{value}” is no month; write it 2020-05."
    ),
    "template.missing": Entry("没有模板 {template}。", "There is no template {template}."),
    "template.large": Entry(
        "模板 {template} 超过 {limit} KB。", "The template {template} is larger than {limit} KB."
    ),
    "template.broken": Entry(
        "模板 {template} 打不开：{why}", "The template {template} cannot be opened: {why}"
    ),
    "template.fails": Entry(
        "模板 {template} 有误：{why}", "The template {template} is wrong: {why}"
    ),
    "template.beyond": Entry(
        "模板 {template} 的 {place} 有内容，但只读前 {rows} 行、{columns} 列。",
        "The template {template} has something at {place}; "
        "only the first {rows} rows and {columns} columns are read.",
    ),
    "template.bounds": Entry(
        "模板 {template} 在 {seconds} 秒内没有完成，或用了太多内存，已停止。",
        "The template {template} was stopped: it took more than {seconds} s, or too much memory.",
    ),
    "template.memory": Entry(
        "模板 {template} 用了太多内存，已停止。",
        "The template {template} was stopped: it took too much memory.",
    ),
    "template.unpacks": Entry(
        "模板 {template} 解压后超过 {part}，或内含文件太多，没有使用。",
        "The template {template} unpacks to more than {part} or too many parts; it is not used.",
    ),
    "template.entry": Entry(
        "模板 {template} 内的文件名有问题（重名、加密或指向外面）：{part}，没有使用。",
        "The template {template} has a part named twice, encrypted or leading outside: {part}; it is not used.",
    ),
    "template.active": Entry(
        "模板 {template} 带有宏或控件（{part}），没有使用。请另存为不带宏的 .docx 或 .xlsx。",
        "The template {template} has macros or controls ({part}); it is not used. "
        "Save it as .docx or .xlsx without macros.",
    ),
    "template.embedded": Entry(
        "模板 {template} 嵌有其他文件或对象（{part}），没有使用。请删去后另存。",
        "The template {template} has another file or object inside ({part}); it is not used. Remove it.",
    ),
    "template.linked": Entry(
        "模板 {template} 链接到外部文件或数据（{part}），没有使用。请断开链接后另存。",
        "The template {template} links to files or data elsewhere ({part}); it is not used. "
        "Break the link.",
    ),
    "template.field": Entry(
        "模板 {template} 有引用其他文件或程序的域（{part}），没有使用。请删去这个域。",
        "The template {template} has a field that fetches files or starts programs ({part}); "
        "it is not used. Remove the field.",
    ),
    "template.calling": Entry(
        "模板 {template} 有调用外部程序或网络的公式（{part}），没有使用。请删去这个公式。",
        "The template {template} has a formula that calls out ({part}); it is not used. "
        "Remove the formula.",
    ),
    "template.entities": Entry(
        "模板 {template} 内有文档类型声明（{part}），没有使用。",
        "The template {template} declares a document type ({part}); it is not used.",
    ),
    "template.encoding": Entry(
        "模板 {template} 内的 {part} 不是 UTF-8 编码，没有使用。",
        "In the template {template}, {part} is not UTF-8; it is not used.",
    ),
    "template.elements": Entry(
        "模板 {template} 内的 {part} 太大，没有使用。模板只要版式，不要数据。",
        "In the template {template}, {part} is too large; it is not used. "
        "A template needs a layout, no data.",
    ),
    "template.merged": Entry(
        "模板 {template} 内合并的单元格太多（{part}），没有使用。",
        "The template {template} merges too many cells ({part}); it is not used.",
    ),
    "head.kind": Entry("报表", "Report"),
    "head.title": Entry("名称", "Title"),
    "head.for": Entry("每份对应", "One for each"),
    "head.needs": Entry("需要", "Needs"),
    "head.formats": Entry("格式", "Formats"),
    "help.kind": Entry("哪一种报表；list 列出全部。", "Which report; list shows all of them."),
    "help.all": Entry("生成全部报表。", "Make every report."),
    "help.to": Entry(
        "格式，用逗号隔开：docx、xlsx、md、html。默认该报表有的全部格式。",
        "Formats, with commas: docx, xlsx, md, html. All that the report has by default.",
    ),
    "help.activity": Entry(
        "活动简报：哪次活动；不填时，有照片的活动各一份。",
        "Activity brief: of which activity; if empty, of each that has photographs.",
    ),
    "help.month": Entry(
        "月度简报：哪个月；默认 --as-of 所在的月份。",
        "Monthly bulletin: of which month; that of --as-of if empty.",
    ),
    "help.notice-published": Entry(
        "考核结果通报：按 pairing score --publish 写的结果。",
        "Notice of results: as in a result that pairing score --publish wrote.",
    ),
    "help.redact": Entry(
        "公开版：除任职人员外姓名只留姓，未注明可公开的照片不显示。",
        "For the public: surnames only, but for office holders; only photographs marked as public.",
    ),
    "help.folder": Entry("写入哪个文件夹。", "The folder to write to."),
}
