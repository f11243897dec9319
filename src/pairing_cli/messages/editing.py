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
}
