"""What is said of a bureau's own forms: codes W."""

from __future__ import annotations

from pairing_cli.messages.entry import Entry, Guide

MESSAGES = {
    "W001": Entry(
        "没有叫“{name}”的报表，这个文件不会用到{hint}",
        "no report is called “{name}”; this file is never used{hint}",
        "文件名是“报表.格式”，如 score-sheet.docx；pairing report list 列出全部报表。",
        "A form is named KIND.FORMAT, such as score-sheet.docx; pairing report list shows the kinds.",
    ),
    "W002": Entry("{why}", "{why}"),
    "W003": Entry(
        "“{found}”用了全角符号，标签不会起作用",
        "“{found}” is full-width, so this is no tag",
        "请改成半角的 {right}。",
        "Write {right}.",
    ),
    "W004": Entry(
        "“{found}”中间有空格，标签不会起作用",
        "“{found}” has a space inside, so this is no tag",
        "请改成 {right}。",
        "Write {right}.",
    ),
    "W004.single": Entry(
        "“{found}”只有一层括号，会原样印出来",
        "“{found}” has single braces and will be printed as it is",
        "请改成 {right}。",
        "Write {right}.",
    ),
    "W005": Entry(
        "标签没有结束：“{found}”后面没有配对的括号",
        "this tag does not end: nothing closes “{found}”",
        "{{{{ 要用 }}}} 结束，{{% 要用 %}} 结束。",
        "{{{{ ends with }}}}, and {{% with %}}.",
    ),
    "W005.stray": Entry(
        "“{found}”前面没有开头",
        "nothing opens this “{found}”",
        "{{{{ 要用 }}}} 结束，{{% 要用 %}} 结束。",
        "{{{{ ends with }}}}, and {{% with %}}.",
    ),
    "W005.split": Entry(
        "一个标签分在了两处：结尾在{place}",
        "this tag is split: its end stands in {place}",
        "请把整个标签放在同一段或同一格里。",
        "Put the whole tag into one paragraph or cell.",
    ),
    "W006": Entry(
        "{word} 没有结束",
        "this {word} is never closed",
        "请在该结束的地方写 {{% {closing} %}}。",
        "Write {{% {closing} %}} where it ends.",
    ),
    "W006.stray": Entry(
        "{word} 前面没有与它配对的开头",
        "nothing is open that {word} could belong to",
        "请补上开头，或删去它。",
        "Write what opens it, or remove it.",
    ),
    "W006.other": Entry(
        "{word} 结束不了 {open}（在{place}）",
        "{word} does not close the {open} of {place}",
        "请先写 {{% {closing} %}}。",
        "Write {{% {closing} %}} first.",
    ),
    "W007": Entry(
        "没有叫“{name}”的变量{hint}",
        "there is no variable “{name}”{hint}",
        "docs/templates.md 列出每种报表的全部变量。",
        "docs/templates.md lists every variable of every kind.",
    ),
    "W008": Entry(
        "这里没有“{name}”{hint}",
        "this has no “{name}”{hint}",
        "这里有：{names}",
        "It has: {names}",
    ),
    "W008.list": Entry(
        "这是一个列表，没有“{name}”{hint}",
        "this is a list and has no “{name}”{hint}",
        "请用 for 逐个取出，再写名称。",
        "Take its members one by one with for, and name what you want of each.",
    ),
    "W009": Entry(
        "没有叫“{name}”的过滤器{hint}",
        "there is no filter “{name}”{hint}",
        "可用的有：{names}",
        "There are: {names}",
    ),
    "W009.test": Entry(
        "is 后面不能用“{name}”{hint}",
        "there is no test “{name}” to stand behind is{hint}",
        "可用的有：{names}",
        "There are: {names}",
    ),
    "W010": Entry("标签写法有误：{why}", "this tag is not written rightly: {why}"),
    "W010.wide": Entry(
        "标签里有全角符号“{found}”",
        "this tag has the full-width “{found}”",
        "标签里的标点一律用半角。",
        "Punctuation inside tags is half-width.",
    ),
    "W010.word": Entry(
        "没有“{word}”这种标签{hint}",
        "there is no statement “{word}”{hint}",
        "常用的有 for、if、elif、else、set，以及 endfor、endif。",
        "There are for, if, elif, else, set, and endfor, endif.",
    ),
    "W010.refused": Entry(
        "模板里不能用“{word}”",
        "“{word}” is not allowed in a form",
        "每个模板自成一体，不引用别的文件，也不关闭转义。",
        "A form stands alone: it uses no other file, and values stay escaped.",
    ),
    "W011.unfilled": Entry(
        "批注和尾注里的标签不会填写", "tags in comments and endnotes are not filled"
    ),
    "W011.prefix": Entry(
        "这种格式里没有“{prefix}”标签",
        "this format has no “{prefix}” tags",
        "Word 有 p、tr、tc、r，Excel 有 tr、tc。",
        "Word has p, tr, tc and r; Excel has tr and tc.",
    ),
    "W011.no-table": Entry(
        "“{prefix}”标签不在表格里",
        "a “{prefix}” tag stands outside tables",
        "段落用 {{%p … %}}。",
        "For paragraphs write {{%p … %}}.",
    ),
    "W011.pair": Entry(
        "开头是 {begins}，结尾却是 {ends}",
        "this begins as {begins} and ends as {ends}",
        "请让两端一致。",
        "Make both alike.",
    ),
    "W011.scattered": Entry(
        "{word} 的开头在{place}，结尾却在另一处",
        "this {word} begins in {place} and ends elsewhere",
        "跨段落用 {{%p … %}}，跨表格行用 {{%tr … %}}，跨单元格用 {{%tc … %}}，各占一处。",
        "Over paragraphs write {{%p … %}}, over rows {{%tr … %}}, over cells {{%tc … %}}, "
        "each in a place of its own.",
    ),
    "W011.lost-p": Entry(
        "与 p 标签同在一段的文字会丢失",
        "what stands beside a p tag in its paragraph is lost",
        "请让 p 标签独占一段。",
        "Give the tag a paragraph of its own.",
    ),
    "W011.lost-tr": Entry(
        "与 tr 标签同在一行的内容会丢失",
        "what stands in the same row as a tr tag is lost",
        "请让 tr 标签独占一行。",
        "Give the tag a row of its own.",
    ),
    "W011.lost-tc": Entry(
        "与 tc 标签同在一格的内容会丢失",
        "what stands in the same cell as a tc tag is lost",
        "请让 tc 标签独占一格。",
        "Give the tag a cell of its own.",
    ),
    "W012": Entry("试填时出错：{why}", "filling it on trial fails: {why}"),
    "W013": Entry(
        "试填后还留有“{found}”",
        "after filling it on trial, “{found}” is left",
        "请检查这一处的括号。",
        "Look at the braces there.",
    ),
    "W014": Entry(
        "没有显示 warning 或 notice：数据有错误时，这份文件不会说明",
        "neither warning nor notice is shown: made of data with errors, it would not say so",
        "请在显眼处写上 {{{{ warning }}}}。",
        "Put {{{{ warning }}}} where it is seen first.",
    ),
    "place.line": Entry("第 {number} 行", "line {number}"),
    "place.paragraph": Entry("第 {number} 段", "paragraph {number}"),
    "place.header": Entry("页眉第 {number} 段", "paragraph {number} of the header"),
    "place.footer": Entry("页脚第 {number} 段", "paragraph {number} of the footer"),
    "place.footnote": Entry("脚注第 {number} 段", "paragraph {number} of the footnotes"),
    "place.endnote": Entry("尾注第 {number} 段", "paragraph {number} of the endnotes"),
    "place.comment": Entry("批注第 {number} 段", "paragraph {number} of the comments"),
    "place.cell": Entry(
        "{part}表 {table} 第 {row} 行第 {column} 格",
        "{part}table {table}, row {row}, cell {column}",
    ),
    "place.property": Entry("文档属性 {name}", "document property {name}"),
    "place.sheet": Entry("工作表名“{name}”", "name of sheet “{name}”"),
    "place.margin": Entry("{sheet} 的页眉页脚 {name}", "{name} of {sheet}"),
    "part.header": Entry("页眉", "header "),
    "part.footer": Entry("页脚", "footer "),
    "part.footnote": Entry("脚注", "footnotes "),
    "part.endnote": Entry("尾注", "endnotes "),
    "part.comment": Entry("批注", "comments "),
    "forms.none": Entry(
        "没有发现问题：检查了 {files} 个模板。", "No problems found: {files:form|forms} checked."
    ),
    "forms.no-files": Entry(
        "{folder} 里没有自己的模板，用的是随工具的模板。用 pairing template new 复制一份来改。",
        "There are no own forms in {folder}; those that come with the tool are used. "
        "Copy one with pairing template new.",
    ),
    "forms.summary": Entry(
        "错误 {error} 个，警告 {warning} 个，提示 {notice} 个；检查了 {files} 个模板。",
        "{error:error|errors}, {warning:warning|warnings}, {notice:notice|notices}; "
        "{files:form|forms} checked.",
    ),
    "help.template-group": Entry("使用本局自己的模板。", "Use a bureau's own forms."),
    "help.template-new": Entry(
        "把随工具的模板复制到方案的 templates/ 里来改。",
        "Copy a form that comes with the tool into the programme's templates/, to change it there.",
    ),
    "help.template-check": Entry(
        "检查自己的模板：变量、括号、循环，并试填一次。",
        "Check own forms: variables, braces, loops, and a trial with made-up facts.",
    ),
    "help.template-kind": Entry("哪一种报表。", "Which report."),
    "help.forms": Entry(
        "模板文件；不写则检查方案 templates/ 里的全部。",
        "Forms; without any, all in the programme's templates/.",
    ),
    "refuse.form-there": Entry(
        "{paths} 已经有了，没有改动。", "{paths} is there already; nothing was changed."
    ),
    "refuse.no-form": Entry(
        "报表 {name} 没有 {format} 格式的模板。", "The report {name} has no form in {format}."
    ),
}

GUIDES = {
    "W001": Guide(
        "自己的模板与某种报表同名。",
        "名称拼错的模板从来不会用到，印出来的还是随工具的样式。",
        "An own form is called after a report.",
        "A form of another name is never used, and what is printed still looks as before.",
    ),
    "W002": Guide(
        "模板能够打开，不带宏、链接、嵌入的文件和调用外部的域或公式。",
        "模板只管版式；能运行或能取数的内容会跟着每一份文件发出去。",
        "A form can be opened, and brings no macros, links, embedded files, or fields and formulas "
        "that call out.",
        "Forms are for looks; what can run or fetch would go out with every document.",
    ),
    "W003": Guide(
        "标签的括号是半角的。",
        "中文输入法打出的｛｛不是标签，会原样印出来。",
        "The braces of tags are half-width.",
        "What a Chinese input method types is no tag, and is printed as it is.",
    ),
    "W004": Guide(
        "标签的括号成对，中间没有空格。", en="The braces of tags are double, without a space."
    ),
    "W005": Guide(
        "标签在同一处开始和结束。",
        "分在两段的标签会把两段并成一段，或者原样印出来。",
        "A tag begins and ends in one place.",
        "One that is split over paragraphs joins them, or is printed as it is.",
    ),
    "W006": Guide(
        "for、if 等都有自己的结束标签。", en="Every for, if and the like is closed by its own end."
    ),
    "W007": Guide(
        "模板里的变量都是这种报表有的。", en="Every variable in a form is one that its report has."
    ),
    "W008": Guide(
        "点后面的名称是那里有的。", en="Every name behind a dot is one that stands there."
    ),
    "W009": Guide(
        "过滤器和 is 后面的词是可用的。", en="Every filter and test is one that forms may use."
    ),
    "W010": Guide("标签的写法正确。", en="Every tag is written rightly."),
    "W011": Guide(
        "标签放在能起作用的地方，旁边没有会丢失的内容。",
        "tr 标签代表整行，p 标签代表整段：同处的文字不会印出来。",
        "A tag stands where it works, and nothing beside it is lost.",
        "A tr tag stands for its whole row and a p tag for its paragraph: what else is there is not "
        "printed.",
    ),
    "W012": Guide(
        "用编造的数据和最少的数据都能填写。",
        en="A form can be filled with much data, and with as little as can be.",
    ),
    "W013": Guide("填写以后没有剩下的括号。", en="Nothing of a tag is left in what is made."),
    "W014": Guide(
        "模板显示 warning 或 notice。",
        "数据有错误时，印出来的文件自己要说明。",
        "A form shows the warning or the notice.",
        "What is made of data with errors must say so itself.",
    ),
}
