"""What is said of a record's fields: codes S."""

from pairing_cli.messages.entry import Entry, Guide

MESSAGES = {
    "S000": Entry("“{value}”不符合格式", "“{value}” does not fit the format"),
    "S001": Entry(
        "缺少“{field}”",
        "“{field}” is missing",
        "请补上这一栏。",
        "Fill it in.",
    ),
    "S002": Entry(
        "不认识“{field}”这一栏{hint}",
        "there is no field “{field}”{hint}",
        "请改正名称或删去。",
        "Correct the name, or delete it.",
    ),
    "S002.none": Entry(
        "不认识“{field}”这一栏",
        "there is no field “{field}”",
        "这里可以写的：{allowed}。",
        "What may stand here: {allowed}.",
    ),
    "S003": Entry(
        "这里应是{expected}",
        "this should be {expected}",
        "请对照 docs/format.md 中的例子。",
        "Compare the examples in docs/format.md.",
    ),
    "S004": Entry(
        "“{value}”不是日期",
        "“{value}” is not a date",
        "日期写成 2020-04-15；允许起止的地方写成 2020-04-15 to 2020-04-16。",
        "Write 2020-04-15; where a stretch is allowed, 2020-04-15 to 2020-04-16.",
    ),
    "S004.form": Entry(
        "日期“{value}”应写成 {meant}",
        "the date “{value}” should be written {meant}",
        "年月日用半角“-”连接，月、日各两位，不写时刻。",
        "Join year, month and day by hyphens; month and day have two digits, and no time follows.",
    ),
    "S004.year": Entry(
        "日期“{value}”没有写年份",
        "the date “{value}” has no year",
        "补上年份，写成 YYYY-{meant}，YYYY 换成四位年份。",
        "Write YYYY-{meant}, with the year for YYYY.",
    ),
    "S004.impossible": Entry(
        "没有“{value}”这一天",
        "there is no day “{value}”",
        "请核对月份和日子。",
        "Check month and day.",
    ),
    "S005": Entry(
        "“{value}”不是可用的整数",
        "“{value}” is not a usable whole number",
        "写阿拉伯数字，不带单位，不以 0 开头，最多 9 位，如 5。",
        "Write up to 9 digits, no unit, no leading zero, such as 5.",
    ),
    "S005.wide": Entry(
        "“{value}”是全角数字，应写成 {meant}",
        "“{value}” is in full-width digits; it should be {meant}",
        "数字用半角，请关掉输入法的全角。",
        "Type ordinary digits: switch the input method to half width.",
    ),
    "S005.form": Entry(
        "“{value}”应写成 {meant}",
        "“{value}” should be written {meant}",
        "只写阿拉伯数字，不带单位和引号，不以 0 开头。",
        "Write digits only: no unit, no quotes, no leading zero.",
    ),
    "S005.positive": Entry("“{value}”应是 1 或更大的整数", "“{value}” should be 1 or more"),
    "S005.negative": Entry(
        "“{value}”小于 0",
        "“{value}” is below 0",
        "写整数，不带负号。",
        "Write a whole number, without a sign.",
    ),
    "S005.percent": Entry(
        "“{value}”带了百分号，这里要写整数",
        "“{value}” has a per cent sign; a whole number belongs here",
        "写个数，不带 %。",
        "Write how many, without %.",
    ),
    "S005.most": Entry("“{value}”太大，最多 {limit}", "“{value}” is too large: {limit} at most"),
    "S006": Entry(
        "“{value}”不在可选值之内{hint}",
        "“{value}” is not one of the choices{hint}",
        "可选：{allowed}。",
        "Choose from: {allowed}.",
    ),
    "S007": Entry(
        "“{value}”不是可用的数",
        "“{value}” is not a usable number",
        "写成 10 或 2.5，不带单位，最多 9 位整数、6 位小数。",
        "Write 10 or 2.5, no unit, up to 9 digits before and 6 after the point.",
    ),
    "S007.signed": Entry(
        "“{value}”不是可用的数",
        "“{value}” is not a usable number",
        "写成 10、2.5 或 -5，不带单位，最多 9 位整数、6 位小数。",
        "Write 10, 2.5 or -5, no unit, up to 9 digits before and 6 after the point.",
    ),
    "S007.negative": Entry(
        "“{value}”小于 0",
        "“{value}” is below 0",
        "写 0 或更大的数，不带负号；是加是扣由栏目决定，如扣分在 deducts 中写 each: 5。",
        "Write 0 or more, without a sign: the field says whether points are added or taken, "
        "as each: 5 in deducts takes 5.",
    ),
    "S007.percent": Entry(
        "“{value}”带了百分号，这里要写数",
        "“{value}” has a per cent sign; a plain number belongs here",
        "只写数，不带 %；写了 share_of 的，90 就是百分之九十。",
        "Leave out the %: beside share_of, 90 means 90 per cent.",
    ),
    "S007.wide": Entry(
        "“{value}”是全角数字，应写成 {meant}",
        "“{value}” is in full-width digits; it should be {meant}",
        "数字用半角，请关掉输入法的全角。",
        "Type ordinary digits: switch the input method to half width.",
    ),
    "S007.form": Entry(
        "“{value}”应写成 {meant}",
        "“{value}” should be written {meant}",
        "只写阿拉伯数字和小数点，不带单位和引号，不以 0 开头。",
        "Write digits and a point only: no unit, no quotes, no leading zero.",
    ),
    "S008": Entry(
        "看不懂时限“{value}”",
        "the due date “{value}” is not understood",
        "可写 2020-03-30；3 days after the activity、2 weeks before the activity（也可用 "
        "the term）；first week of the term、end of the term、end of the month；"
        "或按学期写 {{spring: …, autumn: …}}。",
        "Write 2020-03-30; 3 days after the activity, 2 weeks before the activity "
        "(or the term); first week of the term, end of the term, end of the month;"
        " or one for each term: {{spring: …, autumn: …}}.",
    ),
    "S009": Entry(
        "“{value}”不是月份", "“{value}” is not a month", "写成 2020-04。", "Write 2020-04."
    ),
    "S010": Entry(
        "“{value}”应是 true 或 false",
        "“{value}” should be true or false",
        "true 表示是，false 表示否。",
        "Nothing else means yes or no.",
    ),
    "S011": Entry(
        "这里是空的", "this is empty", "请填写，或删去这一栏。", "Fill it in, or delete it."
    ),
    "S012": Entry("超过 {limit} 个字符或项", "longer than {limit}", "请缩短。", "Shorten it."),
    "S013": Entry(
        "“{value}”的写法不对",
        "“{value}” is not of the right form",
        "名称写在一行内；校验值是 64 位小写十六进制。",
        "Names stand on one line; a SHA-256 has 64 lower-case hexadecimal digits.",
    ),
    "S014": Entry(
        "编号“{value}”含有不能用的字符",
        "the id “{value}” contains characters that are not allowed",
        "编号用中文、字母、数字和 - _ .，不含空格和标点。",
        "Use letters of any script, digits, - _ and ., without blanks.",
    ),
    "S015": Entry(
        "{names} 中要填一个", "one of {names} must be given", "请填其中一个。", "Give one of them."
    ),
    "S015.many": Entry(
        "{names} 只能填一个",
        "only one of {names} may be given",
        "请留下一个。",
        "Keep one of them.",
    ),
    "S016": Entry(
        "下限 {least} 大于上限 {most}",
        "the least, {least}, is more than the most, {most}",
        "请对调或改正。",
        "Swap or correct them.",
    ),
    "S017": Entry(
        "写了 months 就要写 per: month",
        "months needs per: month",
        "在 per 中加上 month，或删去 months。",
        "Add month to per, or delete months.",
    ),
    "S017.schools": Entry(
        "写了 schools 就要写 per: school",
        "schools needs per: school",
        "在 per 中加上 school，或删去 schools。",
        "Add school to per, or delete schools.",
    ),
    "S017.roles": Entry(
        "写了 per: role 就要在 of 中列出 role",
        "per: role needs the roles in of",
        "写成 of: {{role: [教学主任, 德育主任]}}。",
        "Write of: {{role: [教学主任, 德育主任]}}.",
    ),
    "S019": Entry(
        "“{value}”不是可用的数量",
        "“{value}” is not a usable quantity",
        "写成 10、2.5 或 10 %，不带其他单位。",
        "Write 10, 2.5, or 10 %, and no other unit.",
    ),
    "S020": Entry(
        "“{value}”不是时长",
        "“{value}” is not a length of time",
        "写成 3 days、2 weeks、1 month 或 1 year。",
        "Write 3 days, 2 weeks, 1 month or 1 year.",
    ),
    "S021": Entry(
        "看不懂时间“{value}”",
        "the time “{value}” is not understood",
        "可写 2020-09；2020-09 to 2020-10；early 2020-06（上旬）、mid 2020-06（中旬）、"
        "late 2020-06（下旬）；2020-09-05；2020-09-05 to 2020-09-07。",
        "Write 2020-09; 2020-09 to 2020-10; early, mid or late 2020-06; 2020-09-05; "
        "2020-09-05 to 2020-09-07.",
    ),
    "S022": Entry(
        "百分比和数量混在一起",
        "a percentage and a number stand side by side",
        "上下限都写百分比，或都写数。",
        "Write both bounds as percentages, or both as numbers.",
    ),
    "S022.no-pool": Entry(
        "写了百分比，却没有写占什么的百分比",
        "it asks for a percentage and does not say of what",
        "请填 share_of：一个基数的编号，或 parent。",
        "Fill in share_of: the id of a figure, or parent.",
    ),
    "S022.no-share": Entry(
        "写了 share_of，却没有要求百分比",
        "share_of is given, but no percentage is asked for",
        "把要求写成百分比，如 at_least: 10 %，或删去 share_of。",
        "Ask for a percentage, such as at_least: 10 %, or delete share_of.",
    ),
    "S022.figure": Entry(
        "count: figure 和 figure 要一起写",
        "count: figure and figure go together",
        "写成 count: figure、figure: 基数编号。",
        "Write count: figure, and figure: the id of a figure.",
    ),
    "S006.time": Entry(
        "{value} 不是时间，这里只能按时间分别计算",
        "{value} is no time; here it can only be reckoned by time",
        "可写 year、school-year、half-year、term、quarter、month、week。",
        "Write year, school-year, half-year, term, quarter, month or week.",
    ),
    "S006.share": Entry(
        "“{value}”不是百分比，或超过 100 %",
        "“{value}” is no percentage, or more than 100 %",
        "写成 50 %。",
        "Write 50 %.",
    ),
    "S006.floor": Entry(
        "保底是一个数，或 none，不是“{value}”",
        "a floor is a number or none, not “{value}”",
        "0 表示扣完为止，-5 表示最多扣成负5分，none 表示不保底。",
        "0: never below nothing; -5: below it by 5 at most; none: it may go below.",
    ),
    "S015.awards": Entry(
        "each 和 awards 要填一个",
        "one of each and awards must be given",
        "每个同分写 each，按级别不同写 awards。",
        "each where all are worth the same, awards where it goes by level.",
    ),
    "S015.awards-count": Entry(
        "awards 只能用于 count: activities",
        "awards go with count: activities",
        "请把 count 改成 activities。",
        "Set count to activities.",
    ),
    "S015.alternatives": Entry(
        "任选（any_of）只能配 at_least，从 1 到 {most}",
        "alternatives (any_of) go with at_least alone, from 1 to {most}",
        "其中、组成、上限请写在各个选项里。",
        "Write parts and upper bounds in the alternatives themselves.",
    ),
    "S015.without-awards": Entry(
        "没有 awards，{names} 不起作用",
        "without awards {names} has no effect",
        "请填 awards，或删去 {names}；只计前几个写 first。",
        "Fill in awards, or leave out {names}; to count only so many, write first.",
    ),
    "S015.beside-awards": Entry(
        "awards 逐条按级别计分，{names} 不起作用",
        "awards go by each record, so {names} has no effect",
        "请删去 {names}；只取最好的几个写 best。",
        "Leave out {names}; to count only the best, write best.",
    ),
    "S022.no-parent": Entry(
        "最外层的指标没有上级，share_of 不能是 parent",
        "the outermost target has no parent to be a share of",
        "请写一个基数的编号。",
        "Name a figure.",
    ),
    "S018": Entry(
        "“{value}”应大于 {limit}",
        "“{value}” should be more than {limit}",
        "请改成正数。",
        "Write a positive number.",
    ),
    "S004.days": Entry(
        "起止“{value}”应写成 {meant}",
        "the stretch “{value}” should be written {meant}",
        "两个日期之间写 to，前后各空一格。",
        "Write “to” between the days, with a blank on either side.",
    ),
    "S015.needed": Entry(
        "这种情况还要填 {names}",
        "here {names} is needed too",
        "请补上。",
        "Fill it in.",
    ),
    "S016.pair": Entry(
        "介于要写两个数",
        "between needs two numbers",
        "写成 [下限, 上限]，如 [1, 2]。",
        "Write [least, most], such as [1, 2].",
    ),
}

GUIDES = {
    "S000": Guide("值符合格式。", en="A value fits the format."),
    "S001": Guide("必填栏都填了。", en="Required fields are given."),
    "S002": Guide("只有本格式规定的栏目。", en="A record has no unknown fields."),
    "S003": Guide(
        "值的形式（一组、列表、文字）正确。", en="A value has the right shape: group, list or text."
    ),
    "S004": Guide(
        "日期写成 2020-04-15，而且确有这一天。",
        en="Dates are written 2020-04-15, and exist.",
    ),
    "S005": Guide("个数是整数。", en="Counts are whole numbers."),
    "S006": Guide("选项在可选值之内。", en="A choice is one of the choices."),
    "S007": Guide("分值是数。", en="Points are numbers."),
    "S008": Guide("时限是日期或规定的说法。", en="A due date is a day or a known rule."),
    "S009": Guide("月份写成 2020-04。", en="Months are written 2020-04."),
    "S010": Guide("是否只写 true 或 false。", en="Yes and no are true and false."),
    "S011": Guide("必填的栏目不为空。", en="A required field is not empty."),
    "S012": Guide("文字不超过长度上限。", en="Texts keep within their length."),
    "S013": Guide("文字的写法符合要求。", en="Texts have the right form."),
    "S014": Guide(
        "编号不含空格和标点。",
        "编号会出现在路径、命令和链接里。",
        "Ids have no blanks or punctuation.",
        "They appear in paths, commands and links.",
    ),
    "S015": Guide("几选一的栏目正好填一个。", en="Of alternatives, exactly one is given."),
    "S016": Guide("下限不大于上限。", en="The least is not more than the most."),
    "S017": Guide("列出月份的指标按月计算。", en="A target that lists months is held per month."),
    "S019": Guide("要求的数量是数或百分比。", en="What is asked is a number or a percentage."),
    "S020": Guide("时长带单位。", en="A length of time has its unit."),
    "S021": Guide("计划的时间是规定的说法。", en="A planned time is a month, a range, or a day."),
    "S022": Guide(
        "百分比说明占什么的百分比。",
        "不写分母，20% 占谁的 20% 就会有争议。",
        "A percentage says what it is of.",
        "20 % of the wrong pool is a mistake that real schemes made.",
    ),
    "S018": Guide("分值大于 0。", en="Points are more than 0."),
}
