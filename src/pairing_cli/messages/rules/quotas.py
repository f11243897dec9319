"""What the rules say of targets."""

from pairing_cli.messages.entry import Entry, Guide

MESSAGES = {
    "Q001": Entry(
        "其中“{title}”要求 {part}，多于整体上限 {whole}",
        "“{title}” asks for {part}, more than the whole allows, {whole}",
        "请改正其中之一。",
        "Correct one of them.",
    ),
    "Q002": Entry(
        "其中“{title}”选的 {kinds} 不在整体所选之内，永远数不到",
        "“{title}” selects {kinds}, which the whole leaves out, so nothing can count",
        "请让整体也选这些类别。",
        "Let the whole select them too.",
    ),
    "Q003": Entry(
        "“{title}”各组成部分合计 {total}，整体是 {whole}",
        "the parts of “{title}” add up to {total}, the whole is {whole}",
        "请改正其中之一；只是其中一部分、不必合计的，改放在 including 之下。",
        "Correct one of them; what is only some of the whole stands under including.",
    ),
    "Q004": Entry(
        "组成部分“{title}”按“{unit}”计，整体按“{whole}”计，不能相加",
        "the part “{title}” counts {unit}, the whole {whole}: they do not add up",
        "请改成同一单位，或改放在 including 之下。",
        "Count both in one unit, or move it to including.",
    ),
    "Q005": Entry(
        "“{title}”要求 {number}，而“{unit}”只有整数",
        "“{title}” asks for {number}, but {unit} come in whole numbers",
        "请改成整数；只有金额和课时可以有小数。",
        "Write a whole number; only money and class hours have fractions.",
    ),
    "Q006": Entry(
        "没有任何记录的 {field} 是“{word}”{hint}",
        "no record has “{word}” as its {field}{hint}",
        "如是笔误请改正，否则永远数不到。",
        "Correct it if it is a slip; otherwise nothing can be counted.",
    ),
    "Q007": Entry(
        "“{title}”要求累计时长，但计数单位不是人",
        "“{title}” asks for a length in total, but does not count people",
        "把 count 改成 people，或删去 in_total。",
        "Set count to people, or delete in_total.",
    ),
    "Q008": Entry(
        "“{title}”按每个{scope}计算，方案里却一个也没有",
        "“{title}” holds for each {scope}, and the programme has none",
        "请补上，或改正 per。",
        "Add them, or correct per.",
    ),
    "Q009": Entry(
        "基数“{figure}”还没有数，用到它的指标和得分都无法判断",
        "the figure “{figure}” has no value yet, so what goes by it has no data",
        "请填 values，写明数值、日期和来源。",
        "Fill in values, with number, date and source.",
    ),
    "Q010.born": Entry(
        "“{name}”没有出生年月，不会计入“{figure}”",
        "{name} has no month of birth and is not counted in “{figure}”",
        "请填 born，如 1980-05。",
        "Fill in born, such as 1980-05.",
    ),
    "Q010.since": Entry(
        "“{name}”没有到校日期，不会计入“{figure}”",
        "{name} has no day of arrival and is not counted in “{figure}”",
        "请填 at_school_since。",
        "Fill in at_school_since.",
    ),
    "Q011": Entry(
        "月份 {month} 不在计算期间之内，永远数不到",
        "the month {month} lies outside the period, so nothing can count in it",
        "请改正月份；年份写错最常见。",
        "Correct the month; a wrong year is the usual cause.",
    ),
    "Q012.activity": Entry(
        "指标没有某一次活动，“{due}”无从算起",
        "a target has no single activity, so “{due}” has nothing to be reckoned from",
        "请写一天，或按学期的 end of the term 等。",
        "Write a day, or a rule of the term.",
    ),
    "Q012.term": Entry(
        "指标不按学期计算，“{due}”无从算起",
        "the target is not held per term, so “{due}” has nothing to be reckoned from",
        "请在 per 中加上 term，或写一天。",
        "Add term to per, or write a day.",
    ),
    "Q013": Entry(
        "分项编号“{name}”重复，或只是数字",
        "the part's id “{name}” is used twice, or is a number",
        "请换一个编号；没有编号的分项按次序称呼。",
        "Choose another; parts without an id are known by their number.",
    ),
    "asked.least": Entry(
        "至少 {least} 项",
        "at least {least}",
    ),
    "asked.exactly": Entry(
        " {number} 项",
        "{number}",
    ),
    "asked.between": Entry(
        " {least} 至 {most} 项",
        "{least} to {most}",
    ),
}

GUIDES = {
    "Q001": Guide("其中的要求不超过整体的上限。", "“至多100，其中至少120”不可能成立。"),
    "Q002": Guide("其中所选在整体所选之内。", "整体不选的类别，其中永远数不到。"),
    "Q003": Guide(
        "指标的组成部分合计等于整体：196 = 100 + 96。", "只是其中一部分的放在 including 之下。"
    ),
    "Q004": Guide("组成部分与整体用同一单位。", "人次和人不能相加。"),
    "Q005": Guide("按人、次、件计的要求是整数。", "只有金额和课时可以有小数。"),
    "Q006": Guide(
        "指标和细则所选的身份、学科、学段等在记录中出现过。", "别的记录都没有这个词，多半是笔误。"
    ),
    "Q007": Guide("累计时长只用于数人。", "一次活动只有一段时长，累计的是人。"),
    "Q008": Guide("分别计算的对象在方案里存在。", "按校计算要有结对，按师徒计算要有师徒。"),
    "Q009": Guide(
        "指标和细则用到的基数有数。", "没有数时是“无数据”：指标既不算完成也不算未完成，得分待定。"
    ),
    "Q010": Guide("人员登记有基数口径要用的内容。", "缺了就不会计入基数，基数会偏小。"),
    "Q011": Guide("指标列出的月份在计算期间之内。", "期间之外永远数不到；年份写错最常见。"),
    "Q012": Guide("指标的截止按一天或学期算。", "指标没有某一次活动；不按学期计算也没有学期。"),
    "Q013": Guide("指标的分项编号互不相同。", "没有编号的分项按次序称呼，所以编号不能是数字。"),
}
