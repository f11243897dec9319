"""What is said by the commands that write into a programme's files."""

from pairing_cli.messages.entry import Entry

MESSAGES: dict[str, Entry] = {
    "fixed": Entry("已改正 {where} {code} {what}", "mended {where} {code} {what}"),
    "fixed.sum": Entry(
        "共改正 {number} 处；下面是留下的问题。",
        "{number:place|places} mended; what is left follows.",
    ),
    "fmt.done": Entry("已整理 {path}", "formatted {path}"),
    "fmt.would": Entry("需要整理 {path}", "would be formatted {path}"),
    "fmt.left": Entry(
        "{path} 读不出来，没有整理完。请运行 pairing validate，按提示改正。",
        "{path} cannot be read and is not formatted in full. Run pairing validate and do what it says.",
    ),
    "help.fmt": Entry(
        "整理文件：字段按次序排列，日期、数字和全角标点改成规定写法，去掉行尾空格，"
        "编码和行尾统一；注释和空行不动。",
        "Put files into the house layout: fields in order, dates, numbers and full-width punctuation "
        "as they are to be written, no blanks at line ends, UTF-8 without BOM and with LF; comments "
        "and blank lines stay.",
    ),
    "help.fmt-check": Entry(
        "只检查，不写文件；有需要整理的，退出码为 1。",
        "Write nothing; exit with 1 if a file would change.",
    ),
    "help.fmt-diff": Entry(
        "不写文件，只显示会怎样改。", "Write nothing; show what would change as a diff."
    ),
    "help.encode": Entry(
        "把 GBK、GB18030 和 UTF-16 的文件转成 UTF-8。",
        "Put files in GBK, GB18030 or UTF-16 into UTF-8.",
    ),
    "help.encode-fix": Entry(
        "与 --fix 同用：把 GBK、GB18030 和 UTF-16 的文件转成 UTF-8。",
        "With --fix: put files in GBK, GB18030 or UTF-16 into UTF-8.",
    ),
    "help.fix": Entry(
        "先改正可以放心改的：提示里已写明应写什么的日期、数字、字段名，全角标点，缩进，"
        "只可能指一个单位或类别的简称。",
        "First mend what is safe: dates, numbers and names of fields whose message says what was meant, "
        "full-width punctuation, indentation, short names that can mean one record only.",
    ),
    "help.fix-dry-run": Entry(
        "与 --fix 同用：不写文件，只显示会怎样改；有要改的，退出码为 1。",
        "With --fix: write nothing, show the diff; exit with 1 if there is one.",
    ),
    "new.done": Entry("已写入 {path}:{line}", "written {path}:{line}"),
    "metavar.record": Entry("记录", "RECORD"),
    "metavar.field=value": Entry("字段=值", "FIELD=VALUE"),
    "help.new": Entry(
        "新增一条记录：编号自动取，不与别人重复；写进同类记录所在的文件。",
        "Add a record: with an id that nobody else will make, in the file where its siblings are.",
    ),
    "help.new-kind": Entry(
        "记录的种类：activity 活动、submission 上报资料、pairing 结对、organization 单位、person 人员、"
        "mentorship 师徒、plan 计划、rating 评分、finding 核查结论、waiver 顺延豁免等，中文名也可以。",
        "What to add: activity, submission, pairing, organization, person, mentorship, plan, rating, "
        "finding, waiver, and so on.",
    ),
    "help.new-set": Entry(
        "一个字段的值，可以写多次；同一字段写几次就是几个值。如 --set date=2026-04-15，"
        "--set focus.goal=…，--set 'documents=[{{type: 听课记录, from: 西街小学, received: 2026-04-18}}]'。"
        "没有给出的必填字段，在终端上会逐个询问。",
        "The value of a field; may be repeated, and a field given twice holds both. Such as --set "
        "date=2026-04-15, --set focus.goal=…, --set 'documents=[{{type: a, from: b, received: "
        "2026-04-18}}]'. On a terminal, required fields that are not given are asked for.",
    ),
    "help.new-file": Entry(
        "写进方案文件夹里的哪个文件；默认按同类记录所在的文件。",
        "The file, inside the programme's folder; by default where its siblings are.",
    ),
    "help.dry-run": Entry("不写文件，只显示会怎样改。", "Write nothing; show the diff."),
    "refuse.no-record-kind": Entry(
        "没有“{name}”这种记录。有：{kinds}",
        "There is no record called “{name}”; there are: {kinds}",
    ),
    "refuse.set": Entry(
        "“{value}”不是 字段=值 的形式，或方括号、花括号里的写法有误。",
        "“{value}” is not FIELD=VALUE, or what stands in brackets or braces is wrong.",
    ),
    "refuse.new-missing": Entry(
        "还缺：{fields}。请用 {example} 写出，或在终端上运行，逐个回答。",
        "Still missing: {fields}. Give them with {example}, or run this on a terminal to be asked.",
    ),
    "refuse.new-errors": Entry(
        "没有写入：这条记录有上面所说的错误。",
        "Nothing was written: the record has the errors above.",
    ),
    "metavar.folder": Entry("文件夹", "FOLDER"),
    "metavar.period": Entry("期限", "PERIOD"),
    "init.title": Entry("示例县{year}年学校结对帮扶工作方案", "示例县{year}年学校结对帮扶工作方案"),
    "init.period": Entry("{year}", "{year}"),
    "init.helper": Entry("示例实验小学", "示例实验小学"),
    "init.helped": Entry("示例乡中心小学", "示例乡中心小学"),
    "init.kept": Entry(
        "{path} 已经有了，没有改动。", "{path} is there already and was left as it is."
    ),
    "init.next": Entry(
        "检查：pairing validate {path}；新增记录：pairing new activity {path}",
        "To check it: pairing validate {path}; to add a record: pairing new activity {path}",
    ),
    "help.init": Entry(
        "新建方案文件夹，建好即可通过检查；或复制一个例子。已有的文件不覆盖。",
        "Make a programme's folder that validates at once, or copy an example. Nothing is overwritten.",
    ),
    "help.init-folder": Entry("新方案的文件夹", "The folder of the new programme"),
    "help.init-example": Entry(
        "复制随工具提供的例子：minimal、gaotai-2020 等。",
        "Copy an example that comes with the tool: minimal, gaotai-2020 and others.",
    ),
    "help.init-title": Entry("方案名称", "The programme's title"),
    "help.init-period": Entry(
        "方案期限：2026，2025-2026（学年），或 首日 to 末日",
        "The programme's period: 2026, 2025-2026 (a school year), or FIRST to LAST",
    ),
    "help.init-helper": Entry("帮扶学校", "The helping school"),
    "help.init-helped": Entry("受援学校", "The helped school"),
    "help.init-id": Entry(
        "方案编号，默认 pairing-年份", "The programme's id; by default pairing-YEAR"
    ),
    "help.init-ci": Entry(
        "加上推送时自动检查的配置文件。",
        "Add the files that run the checks when something is pushed.",
    ),
    "refuse.init-there": Entry(
        "{path} 里已经有一个方案，没有改动。",
        "There is a programme in {path} already; nothing was changed.",
    ),
    "refuse.no-example": Entry(
        "没有例子“{name}”。有：{examples}", "There is no example “{name}”; there are: {examples}"
    ),
    "refuse.no-ci": Entry(
        "这个版本没有 {name} 的自动检查配置。", "This version has no files for {name}."
    ),
    "refuse.period": Entry(
        "“{value}”不是期限，写成 2026、2025-2026 或 2026-02-01 to 2026-12-31。",
        "“{value}” is no period; write 2026, 2025-2026, or 2026-02-01 to 2026-12-31.",
    ),
}
