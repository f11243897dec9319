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
}
