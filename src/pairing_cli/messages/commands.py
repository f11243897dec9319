"""The words of the command line: help, headings, summaries, and what cannot be done."""

from pairing_cli.messages.entry import Entry

MESSAGES = {
    "severity.error": Entry("错误", "error"),
    "severity.warning": Entry("警告", "warning"),
    "severity.notice": Entry("提示", "notice"),
    "findings.none": Entry(
        "没有发现问题：检查了 {files} 个文件、{records} 条记录。",
        "No problems found: {files:file|files} and {records:record|records} checked.",
    ),
    "findings.summary": Entry(
        "错误 {error} 个，警告 {warning} 个，提示 {notice} 个；检查了 {files} 个文件、{records} 条记录。",
        "{error:error|errors}, {warning:warning|warnings}, {notice:notice|notices}; "
        "{files:file|files} and {records:record|records} checked.",
    ),
    "findings.more": Entry("另有 {number} 条未列出。", "{number} more are not listed."),
    "findings.unannotated": Entry(
        "另有 {number} 条不作标注：", "{number} more, without annotations:"
    ),
    "published.done": Entry(
        "已公布到 {path}：{number} 个考核对象，截至 {as_of}",
        "published to {path}: {number:unit|units}, as of {as_of}",
    ),
    "published.rests-on": Entry(
        "依据 {files} 个文件；细则指纹 {scheme}；提交 {commit}",
        "rests on {files:file|files}; fingerprint of the scheme {scheme}; commit {commit}",
    ),
    "published.no-commit": Entry("无（不在 git 中）", "none (not in git)"),
    "published.same": Entry(
        "与公布的结果一致：{path}（截至 {as_of}）", "As published: {path} (as of {as_of})"
    ),
    "published.changed": Entry(
        "已公布后改动：{path}（截至 {as_of}）", "Changed after publication: {path} (as of {as_of})"
    ),
    "published.commit": Entry("公布时的提交 {commit}", "published at commit {commit}"),
    "published.scheme": Entry("考核细则或报送规则已改", "the rubric or the rules of reporting"),
    "published.tool": Entry(
        "程序版本与公布时不同", "the version of pairing is not the one that published"
    ),
    "file.changed": Entry("已改", "changed"),
    "file.added": Entry("新增", "added"),
    "file.removed": Entry("不在了", "removed"),
    "published.no-effect": Entry(
        "得分、名次、等次没有变化。", "No score, rank or grade has changed."
    ),
    "wrote": Entry("已写入 {path}", "wrote {path}"),
    "incomplete": Entry(
        "数据有 {number} 个错误，以上数字可能不完整。请运行 pairing validate {path}",
        "The data have {number:error|errors}, so these figures may be incomplete. "
        "Run: pairing validate {path}",
    ),
    "head.code": Entry("代码", "Code"),
    "head.severity": Entry("级别", "Level"),
    "head.place": Entry("位置", "Place"),
    "head.problem": Entry("问题", "Problem"),
    "head.truth": Entry("检查什么", "What holds"),
    "rules.next": Entry(
        "看一条的说明和例子：pairing rules T004", "One in full: pairing rules T004"
    ),
    "rules.passes": Entry("这样可以：", "This passes:"),
    "rules.fails": Entry("这样不行（{places}）：", "This does not ({places}):"),
    "refuse.usage": Entry(
        "命令写法有误：{why}。看用法：{command} --help", "{why}. See {command} --help."
    ),
    "refuse.internal": Entry(
        "程序内部错误 {id}（{kind}）。这不是您的数据的问题；请加 --debug 重跑，并把输出报给开发者。",
        "Internal error {id} ({kind}). This is not about your data; "
        "run again with --debug and report what it prints.",
    ),
    "refuse.day": Entry(
        "“{value}”不是日期，写成 2020-06-30。", "“{value}” is not a date; write 2020-06-30."
    ),
    "refuse.no-path": Entry("没有“{path}”这个文件或文件夹。", "There is no “{path}”."),
    "refuse.no-programme": Entry(
        "在“{path}”及其上下级都没有找到方案（含 programme: 的 YAML 文件）。"
        "可以照抄一份最小的例子：{example}",
        "No programme (a YAML file with programme:) at “{path}”, above it or below it. "
        "A small one to copy: {example}",
    ),
    "refuse.many-programmes": Entry(
        "这里有几个方案，请指定一个：{paths}", "There are several programmes; choose one: {paths}"
    ),
    "refuse.programme-unread": Entry(
        "方案本身没有读懂，无法计算。请先运行 pairing validate {path}",
        "The programme itself could not be read. Run: pairing validate {path}",
    ),
    "refuse.no-rubric": Entry(
        "方案里没有读到考核细则（rubrics）。", "The programme has no readable rubric."
    ),
    "refuse.rubric": Entry(
        "请用 --rubric 指定考核细则：{rubrics}", "Choose a rubric with --rubric: {rubrics}"
    ),
    "refuse.rubric-unknown": Entry(
        "没有考核细则“{name}”。有：{rubrics}", "There is no rubric “{name}”; there are: {rubrics}"
    ),
    "refuse.one-of": Entry(
        "{names} 每次只能用一个。", "Only one of these can be used at a time: {names}"
    ),
    "refuse.units-differ": Entry(
        "细则 {old} 和 {new} 考核的对象不同（结对、学校或人员），无法对比。",
        "The rubrics {old} and {new} assess different units (pairings, schools or persons), "
        "so they cannot be compared.",
    ),
    "refuse.publish-form": Entry(
        "公布的文件要写成 .json 或 .yaml：{path}", "a published file is .json or .yaml: {path}"
    ),
    "refuse.publish-inside": Entry(
        "{path} 在方案文件夹里，会被当作方案的记录来读；请写成 .json，或放到文件夹外。",
        "{path} is inside the programme's folder and would be read as its records; "
        "make it .json, or put it elsewhere.",
    ),
    "refuse.publish-exists": Entry(
        "{path} 已经有了。公布的结果不覆盖；请换个文件名，或先移走旧文件。",
        "{path} is already there. A published result is never overwritten; "
        "choose another name, or move the old file away.",
    ),
    "refuse.publish-errors": Entry(
        "数据有 {number} 个错误，不能公布。请运行 pairing validate {path}",
        "The data have {number:error|errors}, so the result cannot be published. "
        "Run: pairing validate {path}",
    ),
    "refuse.publish-whole": Entry(
        "公布的是全部考核对象的结果，不能与 --pairing 同用。",
        "A result is published for all units; leave out --pairing.",
    ),
    "refuse.published-unread": Entry(
        "{path} 不是能读懂的公布结果（pairing.published/1）。",
        "{path} is not a published result that can be read (pairing.published/1).",
    ),
    "refuse.published-other": Entry(
        "{path} 公布的是另一个方案（{other}），这里是 {name}。",
        "{path} was published for another programme ({other}); this is {name}.",
    ),
    "refuse.published-options": Entry(
        "--published 按公布时的细则和学期来比，不能与 {names} 同用。",
        "--published compares with the rubric and term that were published; leave out {names}.",
    ),
    "refuse.no-pairings": Entry(
        "方案里没有结对（pairings），没有可以说明的得分。",
        "The programme has no pairings, so there is no score to explain.",
    ),
    "refuse.no-pairing": Entry(
        "没有结对“{name}”。有：{pairings}", "There is no pairing “{name}”; there are: {pairings}"
    ),
    "refuse.no-unit": Entry(
        "这份细则不考核“{name}”。有：{units}",
        "This rubric does not assess “{name}”; there are: {units}",
    ),
    "refuse.no-term": Entry(
        "没有学期“{name}”。有：{terms}", "There is no term “{name}”; there are: {terms}"
    ),
    "refuse.no-item": Entry(
        "没有考核项目“{name}”。有：{items}", "There is no item “{name}”; there are: {items}"
    ),
    "refuse.no-target": Entry(
        "没有指标“{name}”。有：{targets}", "There is no target “{name}”; there are: {targets}"
    ),
    "refuse.no-code": Entry("没有代码“{name}”。", "There is no code “{name}”."),
    "refuse.output": Entry("无法输出：{why}", "cannot write the output: {why}"),
    "refuse.no-folder": Entry(
        "无法写入 {path}：没有“{folder}”这个文件夹。",
        "cannot write {path}: there is no folder “{folder}”.",
    ),
    "refuse.all-and-kind": Entry(
        "--all 已是全部报表，不能再写 {name}：两者留一个。",
        "--all makes every report; leave out either --all or “{name}”.",
    ),
    "usage.no-option": Entry("没有选项 {name}{hint}", "There is no option {name}{hint}"),
    "usage.no-command": Entry("没有命令“{name}”{hint}", "There is no command “{name}”{hint}"),
    "usage.perhaps": Entry("，也许是 {name}", "; perhaps {name}"),
    "usage.needs-value": Entry("选项 {name} 后面要有值", "The option {name} needs a value"),
    "usage.takes-no-value": Entry("选项 {name} 不带值", "The option {name} takes no value"),
    "usage.missing": Entry("缺少 {name}", "{name} is missing"),
    "usage.choice": Entry(
        "{name} 不能是“{value}”，可选：{choices}",
        "{name} cannot be “{value}”; choose from: {choices}",
    ),
    "usage.folder": Entry(
        "{name} 要写文件，这里给的是文件夹", "{name} needs a file, and this is a folder"
    ),
    "usage.file": Entry(
        "{name} 要写文件夹，这里给的是文件", "{name} needs a folder, and this is a file"
    ),
    "usage.value": Entry("{name} 的值不对（{why}）", "The value of {name} is wrong ({why})"),
    "usage.extra": Entry("多了“{arguments}”", "“{arguments}” is too much"),
    "usage.other": Entry("{why}", "{why}"),
    "refuse.open": Entry(
        "没有写入 {path}：它正在 Word、WPS、Excel 或 LibreOffice 里打开（{lock}）。"
        "请关闭后重做；如果并没有打开，请删去 {lock}。",
        "{path} was not written: it is open in Word, WPS, Excel or LibreOffice ({lock}). "
        "Close it and try again; if it is not open, delete {lock}.",
    ),
    "refuse.locked": Entry(
        "没有写入 {path}：没有权限，或者它正在别的程序里打开。请关闭后重做。",
        "{path} was not written: not permitted, or it is open in another program. Close it and try again.",
    ),
    "refuse.journal": Entry(
        "没有写入：{path} 不是本工具留下的，或指向别处。请看过之后删去它再试。",
        "nothing was written: {path} was not left by this tool, or leads elsewhere. Look at it, delete it, "
        "and try again.",
    ),
    "refuse.busy": Entry(
        "没有写入：另一个命令正在改 {path} 里的文件，等了一分钟还没有完成。请稍后再试。",
        "nothing was written: another command has been changing files in {path} for a minute. "
        "Try again later.",
    ),
    "refuse.changed": Entry(
        "没有写入：{path} 在读取之后被改动过。请重做一次。",
        "nothing was written: {path} was changed after it was read. Try again.",
    ),
    "refuse.cannot-edit": Entry(
        "没有写入：{path} 读不出来，无法在里面增改。请先运行 pairing validate，按提示改正。",
        "nothing was written: {path} cannot be read, and so not be added to. "
        "Run pairing validate and do what it says first.",
    ),
    "refuse.edit": Entry(
        "没有写入：{path} 改不成要写的内容，可能会超过文件大小的上限（docs/limits.md）。请分成几个文件。",
        "nothing was written: {path} cannot be made to hold this; it may get larger than files may be "
        "(docs/limits.md). Split it into several files.",
    ),
    "refuse.write": Entry("无法写入 {path}：{why}", "cannot write {path}: {why}"),
    "help.pairing-cli": Entry(
        "学校结对帮扶方案：用 YAML 和 git 管理，检查、计数、评分、出报表。",
        "School pairing-assistance programmes as YAML in git: checked, counted, scored, reported.",
    ),
    "help.usage": Entry(
        "用法：{command} [选项] {arguments}", "Usage: {command} [options] {arguments}"
    ),
    "help.default": Entry("（默认 {value}）", " (default: {value})"),
    "help.panel.arguments": Entry("参数：", "Arguments:"),
    "help.panel.options": Entry("选项：", "Options:"),
    "help.panel.commands": Entry("命令：", "Commands:"),
    "metavar.path": Entry("方案文件夹", "path"),
    "metavar.file": Entry("文件", "file"),
    "metavar.folder": Entry("文件夹", "folder"),
    "metavar.id": Entry("编号", "id"),
    "metavar.name": Entry("名称", "name"),
    "metavar.item": Entry("项目", "item"),
    "metavar.target": Entry("指标", "target"),
    "metavar.kind": Entry("报表", "report"),
    "metavar.code": Entry("代码", "code"),
    "metavar.formats": Entry("格式", "formats"),
    "metavar.command": Entry("命令 …", "command …"),
    "help.help": Entry("显示这份说明。", "Show this help."),
    "help.version": Entry("显示版本。", "Show the version."),
    "help.validate": Entry(
        "检查全部文件，一次列出所有问题及其位置。",
        "Check every file; list every problem with its place.",
    ),
    "help.quota": Entry(
        "对照指标：目标、计划、完成、还差、余量。",
        "Hold what was done against the targets.",
    ),
    "help.score": Entry(
        "按考核细则评分，每一分都可追到文件和行。",
        "Score the rubric; every point leads to a file and a line.",
    ),
    "help.report": Entry(
        "生成 Word、Excel、Markdown、网页报表。",
        "Make the reports: Word, Excel, Markdown, a web page.",
    ),
    "help.rules": Entry(
        "检查规则一览；给出代码则显示说明和例子。",
        "What is checked; with a code, why, and examples.",
    ),
    "help.schema": Entry(
        "输出 JSON Schema，供编辑器提示和检查；--install 装到编辑器里。",
        "Print the JSON Schema, for editors; --install sets them up.",
    ),
    "help.path": Entry(
        "方案文件夹，默认当前文件夹。", "The programme's folder; the current one by default."
    ),
    "help.paths": Entry(
        "方案文件夹或其中的文件，默认当前文件夹。",
        "Folders of programmes, or files in them; the current folder by default.",
    ),
    "help.lang": Entry("输出语言。", "Language of the output."),
    "help.lang-documents": Entry(
        "提示用的语言；表格和公文一律用中文。",
        "Language of messages; the documents themselves are in Chinese.",
    ),
    "help.as-of": Entry(
        "以哪一天为“今天”，默认今天（北京时间）。",
        "The day that counts as today; by default the day it is in China.",
    ),
    "help.color": Entry("是否使用颜色。", "Whether to use colours."),
    "help.output": Entry("写入文件，而不是显示。", "Write to this file instead."),
    "help.quiet": Entry("不显示附带说明。", "Say nothing beside the result."),
    "help.no-cache": Entry(
        "不用、也不留上次检查的结果。", "Neither use nor keep what was found out before."
    ),
    "help.format": Entry("输出格式。", "Format of the output."),
    "help.untrusted": Entry(
        "模板等设置按基准版本（来自分叉的拉取请求自动如此）；--trusted 按文件夹里的。",
        "Take settings, such as own forms, from the base, as for pull requests from forks; --trusted: from "
        "the folder.",
    ),
    "help.base": Entry(
        "与 --untrusted 合用：设置取自这个提交或分支与改动的分叉点。",
        "With --untrusted: take settings from where the change and this commit or branch parted.",
    ),
    "help.fail-on": Entry("达到哪一级就以 1 退出。", "From which level on to exit with 1."),
    "help.pairing": Entry("只看这个结对，可重复。", "Only this pairing; may be repeated."),
    "help.term": Entry("只计这个学期的份额。", "Only this term's share."),
    "help.explain": Entry(
        "显示依据：某项的编号、序号或名称；不写则全部。",
        "Show the proof of an item (id, number or title); of all if none is named.",
    ),
    "help.todo": Entry(
        "还差什么、最迟哪一天；也可导出日历（--format ics）。",
        "What is still needed, and by which day; also as a calendar (--format ics).",
    ),
    "help.school": Entry("只看这个单位要做的。", "Only what this organization has to do."),
    "help.side": Entry("只看这一方要做的。", "Only what this side has to do."),
    "help.days": Entry("只看今后几天之内的。", "Only what is due within that many days."),
    "refuse.no-school": Entry("没有单位“{name}”。", "There is no organization “{name}”."),
    "help.plan": Entry("只按计划核对，不看已开展的。", "Hold the plans alone against the targets."),
    "help.explain-target": Entry(
        "显示依据：哪些记录计入、哪些差一点；写指标编号，不写则全部。",
        "Show which records count towards a target (id) and which nearly do; all if none is named.",
    ),
    "help.what-if": Entry(
        "试算：加入这个 YAML 文件里的记录（同编号的替换），看得分变化。",
        "What would change with the records of this YAML file; one of the same id is replaced.",
    ),
    "help.against": Entry(
        "与另一份考核细则对比：谁升谁降。", "Compare with another rubric: who gains, who loses."
    ),
    "help.publish": Entry(
        "把结果连同所依据文件的指纹写入文件（.json 或 .yaml），作为公布的结果。",
        "Write the result, with fingerprints of all it rests on, to this file (.json or .yaml).",
    ),
    "help.published": Entry(
        "与已公布的结果比较，公布后有改动的以 1 退出。",
        "Compare with a published result; exit with 1 if anything changed since.",
    ),
    "help.rubric-group": Entry("查看考核细则。", "Look at rubrics."),
    "help.rubric-show": Entry(
        "把一份考核细则按纸面表格列出，便于与原件核对。",
        "Show a rubric as the paper table, to lay it beside the original.",
    ),
    "help.to-one": Entry("格式。", "Format."),
    "head.rubric-section": Entry("项目", "Section"),
    "head.rubric-title": Entry("考核要素", "Item"),
    "head.rubric-points": Entry("分值", "Points"),
    "head.rubric-criteria": Entry("考核评估细则", "Criteria"),
    "head.rubric-due": Entry("上报时间", "Due"),
    "help.rubric": Entry("用哪一份考核细则。", "Which rubric."),
    "help.code": Entry("代码，如 T004。", "A code, such as T004."),
}
