"""What is said of approved exceptions and of the baseline: findings that are not shown, and why."""

from pairing_cli.messages.entry import Entry, Guide

MESSAGES: dict[str, Entry] = {
    "N001": Entry(
        "没有检查代码 {code}",
        "there is no check {code}",
        "全部代码见 pairing rules。",
        "pairing rules lists them.",
    ),
    "N002": Entry(
        "{code} 不能列为例外",
        "no exception can be made to {code}",
        "请改正它提示的问题，删去这条例外。",
        "Put right what it reports, and delete the exception.",
    ),
    "N003": Entry(
        "没有记录“{name}”{hint}",
        "there is no record “{name}”{hint}",
        "写成 集合/编号，如 activities/xijie-0415-songke。",
        "Write collection/id, such as activities/xijie-0415-songke.",
    ),
    "N003.file": Entry(
        "方案里没有文件或文件夹“{name}”",
        "the programme has no file or folder “{name}”",
        "写方案文件夹内的路径，如 activities/2020-04.yaml。",
        "Write its path inside the programme's folder, such as activities/2020-04.yaml.",
    ),
    "N004": Entry(
        "{name} 没有 {code} 的问题，这条例外没有用上",
        "{name} has no finding {code}: the exception hides nothing",
        "请删去。",
        "Delete it.",
    ),
    "N005": Entry(
        "对 {code} 的例外 {until} 已到期",
        "the exception to {code} expired on {until}",
        "请改正问题，或重新报批，或删去这条例外。",
        "Put the finding right, have the exception renewed, or delete it.",
    ),
    "hint.collections": Entry("；前一半可以是：{allowed}", "; its first part is one of: {allowed}"),
    "collection.suppressions": Entry("例外", "approved exception"),
    "findings.excepted": Entry(
        "已按 {exceptions} 条例外隐去 {number} 个问题（--show-suppressed 列出）。",
        "{number:finding is|findings are} hidden by {exceptions:approved exception|approved exceptions} "
        "(--show-suppressed lists them).",
    ),
    "findings.excepted-shown": Entry(
        "以下 {number} 个问题已按 {exceptions} 条例外隐去：",
        "{number:finding|findings} hidden by {exceptions:approved exception|approved exceptions}:",
    ),
    "findings.because": Entry(
        "例外：{reason}（{by}批准，{where}）", "exception: {reason} (approved by {by}, {where})"
    ),
    "findings.none-new": Entry(
        "没有新的问题：检查了 {files} 个文件、{records} 条记录。",
        "No new problems: {files:file|files} and {records:record|records} checked.",
    ),
    "findings.known": Entry(
        "基线隐去 {number} 个已知问题（--no-baseline 列出）。",
        "{number:known finding is|known findings are} hidden by the baseline (--no-baseline lists them).",
    ),
    "findings.gone": Entry(
        "基线里 {number} 个问题已不再出现，可用 --write-baseline 重写。",
        "{number:finding|findings} of the baseline no longer occur; rewrite it with --write-baseline.",
    ),
    "help.write-baseline": Entry(
        "把现有的问题写进基线，以后只提示新的。",
        "Accept today's findings: write them into the baseline, and report new ones only.",
    ),
    "help.baseline": Entry(
        "基线文件；默认方案文件夹里的 .pairing/baseline.json。",
        "The baseline; .pairing/baseline.json in the programme's folder if empty.",
    ),
    "help.no-baseline": Entry("不用基线，列出全部问题。", "Take no notice of the baseline."),
    "help.show-suppressed": Entry(
        "把例外隐去的问题也列出来（text 和 json）。",
        "List what approved exceptions hide, too (text and json).",
    ),
    "refuse.baseline-whole": Entry(
        "基线是整个方案的：--write-baseline 后请写方案的文件夹，不写单个文件。",
        "A baseline is of a whole programme: with --write-baseline name its folder, not one file.",
    ),
    "refuse.baseline-name": Entry(
        "基线文件名须以 .json 结尾：{path}", "The name of a baseline ends with .json: {path}"
    ),
    "refuse.baseline-damaged": Entry(
        "{path} 不是能读懂的基线。请从 git 里恢复，或用 --write-baseline 重写；--no-baseline 可以先不用它。",
        "{path} is not a baseline that can be read. Restore it from git, or rewrite it with "
        "--write-baseline; --no-baseline does without.",
    ),
    "refuse.baseline-newer": Entry(
        "{path} 是更新的版本写的基线，请升级 pairing；--no-baseline 可以先不用它。",
        "{path} was written by a newer version; update pairing. --no-baseline does without.",
    ),
}

GUIDES = {
    "N001": Guide(
        "例外写的是有的检查代码。",
        "代码写错的例外什么也隐不去，也没有人会发现。",
    ),
    "N002": Guide(
        "使数字不完整的、暴露个人信息的问题，不列例外。",
        "读不出、不合格式、名称不认得的记录没有计入，改好之前必须一直看得见；个人信息必须删去。",
    ),
    "N003": Guide(
        "例外写的是有的记录或文件。",
        "记录写成 集合/编号，如 activities/xijie-0415-songke；方案写 programme；"
        "文件、文件夹写方案文件夹内的路径。",
    ),
    "N004": Guide(
        "每条例外都用上了。",
        "已经没有问题可隐的例外，日后会把新的错误一起隐去，请删去。",
    ),
    "N005": Guide(
        "例外都在有效期内。",
        "过了最后一天，问题会重新提示。",
    ),
}
