"""What the rules for surveys say."""

from __future__ import annotations

from pairing_cli.messages.entry import Entry, Guide

MESSAGES = {
    "J004": Entry(
        "平均分 {mean} 高于满分 {out_of}",
        "the mean {mean} is higher than the full marks {out_of}",
        "请改正 mean 或 out_of。",
        "Correct mean or out_of.",
    ),
    "J011": Entry(
        "有效问卷 {found} 份，应为 {least} 至 {most} 份",
        "{found:answer|answers}: the sample should be {least} to {most}",
        "请补充调查，或改正 respondents。",
        "Ask more people, or correct respondents.",
    ),
    "J011.answers": Entry(
        "“{whom}”有效问卷 {found} 份，应为 {least} 至 {most} 份",
        "“{whom}” has {found:answer|answers}: the sample should be {least} to {most}",
        "请补充调查。",
        "Ask more people.",
    ),
    "J020": Entry(
        "“{path}”不能用",
        "“{path}” cannot be used",
        "路径从方案文件夹算起，如 answers/2020.csv。",
        "The path begins at the programme's folder, such as answers/2020.csv.",
    ),
    "J020.missing": Entry("找不到答卷文件“{path}”", "the file of answers “{path}” is not there"),
    "J020.unsafe": Entry("路径“{path}”不能用", "the path “{path}” cannot be used"),
    "J020.link": Entry(
        "“{path}”是链接、文件夹或特殊文件",
        "“{path}” is a link, a folder or a special file, or lies behind one",
        "请放进文件本身。",
        "Put the file itself there.",
    ),
    "J020.case": Entry(
        "“{path}”与文件名写法不完全一致",
        "“{path}” is not spelt exactly as the file is",
        "请写得和文件名完全一样：大小写、后缀、全半角。",
        "Spell it exactly as the file: capitals, extension, accents.",
    ),
    "J020.suffix": Entry(
        "“{path}”不是 CSV 文件",
        "“{path}” is no CSV file",
        "请在表格软件中另存为“CSV UTF-8（逗号分隔）”。",
        "Save it as “CSV UTF-8 (comma delimited)” in your spreadsheet.",
    ),
    "J020.unreadable": Entry(
        "“{path}”无法读取", "“{path}” cannot be read", "请检查权限。", "Check its permissions."
    ),
    "J020.large": Entry(
        "“{path}”超过 8 MB，未读取",
        "“{path}” is larger than 8 MB, not read",
        "请拆成几个文件，都写在 answers 里。",
        "Split it, and name every part in answers.",
    ),
    "J020.rows": Entry(
        "“{path}”超过 100000 份答卷，未读取",
        "“{path}” holds more than 100,000 answers, not read",
        "请拆成几个文件，都写在 answers 里。",
        "Split it, and name every part in answers.",
    ),
    "J020.cell": Entry(
        "有一格超过 4000 个字符，文件未读取",
        "a cell is longer than 4,000 characters; the file is not read",
        "请删去长篇文字；引号没有成对也会这样。",
        "Drop long texts; quotes that are not closed have the same effect.",
    ),
    "J020.empty": Entry(
        "“{path}”里没有内容", "“{path}” is empty", "请重新导出。", "Export it again."
    ),
    "J020.twice": Entry(
        "“{path}”写了两次，只计一次",
        "“{path}” is named twice and counts once",
        "请删去一个。",
        "Delete one.",
    ),
    "J021": Entry(
        "列名不对",
        "the columns are not right",
        "第一行写列名：结对、单位或姓名，日期，分数或等级。",
        "Name the columns on the first line: pairing, organization or person; date; points or level.",
    ),
    "J021.whom": Entry(
        "没有写明评的是谁的一列，文件未计",
        "no column says whom the answers are about; the file does not count",
        "请加一列，第一行写 结对、单位 或 姓名。",
        "Add a column that is headed pairing, organization or person.",
    ),
    "J021.several": Entry(
        "还有一列“{name}”也写评的是谁，文件未计",
        "another column, “{name}”, says whom the answers are about; the file does not count",
        "结对、单位两列只留评的那一列。",
        "Keep the one that is assessed.",
    ),
    "J021.date": Entry(
        "没有“日期”一列，问卷也没有写 date，文件未计",
        "there is no column “date”, and the survey states none; the file does not count",
        "请在问卷中写 date，或加上这一列。",
        "State date in the survey, or add the column.",
    ),
    "J021.points": Entry(
        "没有“分数”一列，文件未计",
        "there is no column “points”; the file does not count",
        "请改正列名；填等级的写 scale，有几道题的写 questions。",
        "Correct its name; state scale where levels were given, questions where there are several.",
    ),
    "J021.level": Entry(
        "没有“等级”一列，文件未计",
        "there is no column “level”; the file does not count",
        "请改正列名；有几道题的，问卷中写 questions。",
        "Correct its name; where there are several questions, state questions in the survey.",
    ),
    "J021.question": Entry(
        "没有“{name}”一列，文件未计",
        "there is no column “{name}”; the file does not count",
        "请改正列名，或改正 questions。",
        "Correct its name, or questions.",
    ),
    "J021.again": Entry(
        "“{name}”一列有两个，文件未计",
        "there is a second column “{name}”; the file does not count",
        "请留下一个。",
        "Keep one.",
    ),
    "J021.separator": Entry(
        "各列不是用逗号，而是用“{name}”隔开的，文件未计",
        "columns are separated by “{name}” instead of commas; the file does not count",
        "请在表格软件中另存为“CSV（逗号分隔）”。",
        "Save it as “CSV (comma delimited)” in your spreadsheet.",
    ),
    "J022": Entry(
        "没有叫“{name}”的{what}，{number} 份答卷未计{hint}",
        "there is no {what} “{name}”: {number:answer does|answers do} not count{hint}",
        "请改正名称，或登记这个名称、加为别名。",
        "Correct the name, register it, or add it as an alias.",
    ),
    "J022.several": Entry(
        "叫“{name}”的{what}不止一个，{number} 份答卷未计",
        "“{name}” is the name of more than one {what}: {number:answer does|answers do} not count",
        "请写编号或全称。",
        "Write the id or the full title.",
    ),
    "J022.nobody": Entry(
        "没有写评的是谁，{number} 份答卷未计",
        "nobody is named: {number:answer does|answers do} not count",
        "请填写，或删去这几行。",
        "Fill it in, or delete these lines.",
    ),
    "J023": Entry(
        "{value} 不在 0 至满分 {out_of} 之间，{number} 份答卷未计",
        "{value} is not between 0 and the full marks {out_of}: "
        "{number:answer does|answers do} not count",
        "请改正分数或 out_of；没有答的留空。",
        "Correct the points, or out_of; leave blank what was not answered.",
    ),
    "J023.number": Entry(
        "“{value}”不是可用的数，{number} 份答卷未计",
        "“{value}” is not a usable number: {number:answer does|answers do} not count",
        "写成 10 或 2.5，不带单位；填等级的，问卷中写 scale；没有答的留空。",
        "Write 10 or 2.5, no unit; state scale where levels were given; leave blank what was not "
        "answered.",
    ),
    "J024": Entry(
        "“{value}”不在问卷的等级之内，{number} 份答卷未计",
        "“{value}” is no level of the survey: {number:answer does|answers do} not count",
        "等级有：{levels}。请改正，或加进 scale；没有答的留空。",
        "Levels are: {levels}. Correct it, or add it to scale; leave blank what was not answered.",
    ),
    "J025": Entry(
        "“{value}”不是日期，{number} 份答卷未计",
        "“{value}” is not a date: {number:answer does|answers do} not count",
        "写成 2020-12-08。",
        "Write 2020-12-08.",
    ),
    "J025.absent": Entry(
        "没有写日期，问卷也没有写 date，{number} 份答卷未计",
        "neither the answer nor the survey states a date: {number:answer does|answers do} not count",
        "请填写，或在问卷中写 date。",
        "Fill it in, or state date in the survey.",
    ),
    "J026": Entry(
        "“{name}”一列会看出是谁答的",
        "the column “{name}” tells who answered",
        "请删去这一列再提交；已经提交的，历史里还在，见 docs/privacy.md。",
        "Delete it before you commit; if it is committed, history keeps it: see docs/privacy.md.",
    ),
    "J027": Entry(
        "这一行有 {cells} 格，比第一行多，{number} 份答卷未计",
        "this line has {cells} cells, more than the first: {number:answer does|answers do} not count",
        "文字里有逗号的，整格用英文双引号括起来。",
        "Put a text that has a comma in double quotes.",
    ),
    "J027.quotes": Entry(
        "双引号没有成对，文件未读取",
        "double quotes are not closed; the file is not read",
        "引号括住整格；格里的引号写两个。",
        "Quotes go around a whole cell; inside one they are doubled.",
    ),
    "J028": Entry(
        "“{level}”折 {points} 分，高于满分 {out_of}",
        "“{level}” is worth {points}, more than the full marks {out_of}",
        "请改正 scale 或 out_of。",
        "Correct scale or out_of.",
    ),
    "J028.same": Entry(
        "“{level}”与“{other}”分不清",
        "“{level}” cannot be told from “{other}”",
        "请留下一个。",
        "Keep one.",
    ),
    "J028.level": Entry(
        "scale 里没有“{level}”",
        "“{level}” is not in scale",
        "等级有：{levels}。",
        "Levels are: {levels}.",
    ),
    "J028.share": Entry(
        "写了 counts_as，得数是百分比，满分却写 {out_of}",
        "with counts_as the value is in per cent, but the full marks are {out_of}",
        "请写 out_of: 100。",
        "Write out_of: 100.",
    ),
}

GUIDES = {
    "J004": Guide("问卷平均分不高于满分。", "请改正平均分或满分。"),
    "J011": Guide("问卷结果的样本量合乎方案。", "结果照常计分。"),
    "J020": Guide(
        "问卷所写的答卷文件是方案文件夹里可以读取的 CSV 文件。",
        "路径从方案文件夹算起，用 / 分隔，与文件名完全一致，不经过链接；一个文件只写一次。",
    ),
    "J021": Guide(
        "答卷文件有问卷所需的各列，每列一次。",
        "第一行写列名：评的是谁（结对、单位或姓名），分数（问卷写了 scale 的是等级）或问卷的各题，以及日期"
        "（问卷写了 date 的可以没有）。",
    ),
    "J022": Guide("每份答卷评的是登记过的对象。", "不认识的名称，答卷就会从平均分里漏掉。"),
    "J023": Guide("答卷的分数是 0 至满分之间的数。", "没有答的留空。范围以外的不计。"),
    "J024": Guide("按等级答的，等级在问卷的 scale 之内。", "scale 里没有的不计。"),
    "J025": Guide(
        "答卷的日期是一天。", "写成 2020-12-08，表格软件的写法也可以；留空的按问卷的 date。"
    ),
    "J026": Guide(
        "答卷文件看不出是谁答的。",
        "姓名、电话、微信、IP 等列，提交之前请删去；git 会永远保存每个版本（docs/privacy.md）。",
    ),
    "J027": Guide(
        "答卷的一行不比第一行多出格子，双引号成对。",
        "文字里的逗号要用双引号括起来，否则后面各列都会错位。",
    ),
    "J028": Guide(
        "scale 不超过问卷的满分；百分比只计其中的等级，满分为 100。",
        "只差空格、全半角的两个等级分不清。",
    ),
}
