"""What the rules say: one entry for each code, and what each guards, in Chinese."""

from pairing_cli.messages.entry import Entry, Guide

MESSAGES = {
    "R001": Entry(
        "没有名为“{name}”的{what}{hint}",
        "there is no {what} called “{name}”{hint}",
        "请改正名称；简称可以加进 aliases。",
        "Correct the name, or add it as an alias.",
    ),
    "R001.no-alias": Entry(
        "没有名为“{name}”的{what}{hint}",
        "there is no {what} called “{name}”{hint}",
        "请改正名称，或补上登记。",
        "Correct the name, or add the record.",
    ),
    "R002": Entry(
        "{what}“{name}”重复，{first} 已有",
        "the {what} “{name}” is already there: {first}",
        "重复登记的，删去一条；不是同一个的，给其中一个写上不同的编号 id。",
        "If it is the same, delete one; if not, give one of them an id of its own.",
    ),
    "R003": Entry(
        "“{name}”可能指几个：{keys}",
        "“{name}” may mean several: {keys}",
        "请写全称或编号。",
        "Write the full title or the id.",
    ),
    "R004": Entry(
        "{what}编号“{name}”与“{other}”只差大小写、空格或全半角",
        "the {what} id “{name}” differs from “{other}” only in case, blanks or width",
        "请换一个看得出区别的编号。",
        "Choose one that people can tell apart.",
    ),
    "R005": Entry(
        "{what}的名称“{name}”与“{other}”共用",
        "the {what} name “{name}” is also one of “{other}”",
        "请改掉其中一个，否则两边都不能用它来指称。",
        "Change one of them; as it is, neither can be referred to by it.",
    ),
    "T001": Entry(
        "结束日 {end} 早于开始日 {start}",
        "the end {end} is before the start {start}",
        "请对调或改正日期。",
        "Swap or correct the dates.",
    ),
    "T002": Entry(
        "{term}在{other}结束（{end}）之前就开始了",
        "{term} begins before {other} has ended ({end})",
        "请改正起止日期，学期按先后排列。",
        "Correct the dates; terms stand in order of time.",
    ),
    "T003": Entry(
        "{term}不在方案期限 {start} 至 {end} 之内",
        "{term} lies outside the programme's period, {start} to {end}",
        "请核对年份。",
        "Check the year.",
    ),
    "T004": Entry(
        "活动日期 {date} 不在方案期限 {start} 至 {end} 之内",
        "the activity's date {date} is outside the programme's period, {start} to {end}",
        "请核对年份；别的年度的活动记在那一年的方案里。",
        "Check the year; another year's activity belongs to that year's programme.",
    ),
    "T005": Entry(
        "活动日期 {date} 不在任何学期之内，不计入学期要求",
        "the activity's date {date} is in no term, so it counts for none",
        "请核对日期，或调整学期的起止。",
        "Check the date, or let the term reach further.",
    ),
    "T006": Entry(
        "活动日期 {date} 不在结对“{pairing}”的有效期 {start} 至 {end} 之内",
        "the activity's date {date} is outside the validity of “{pairing}”, {start} to {end}",
        "请改正日期或结对的 period。",
        "Correct the date, or the pairing's period.",
    ),
    "T007": Entry(
        "{type}收到日期 {received} 早于活动日期 {date}",
        "{type} was received on {received}, before the activity on {date}",
        "请核对日期；活动前就有的资料，其类型应写 written: before。",
        "Check the date; a type that is written beforehand says written: before.",
    ),
    "T008": Entry(
        "日期 {date} 晚于今天（{today}）",
        "the date {date} is later than today, {today}",
        "记录只写已经发生的；将来的写进计划。",
        "The log holds what has happened; what is to come belongs into the plan.",
    ),
    "T009": Entry(
        "决定日期 {date} 早于前面的 {earlier}",
        "the decision of {date} stands after one of {earlier}",
        "请按时间先后排列，且不早于核查日期。",
        "Put them in order of time, none before the finding.",
    ),
    "T010": Entry(
        "“{title}”的日期 {date} 不在方案期限 {start} 至 {end} 之内",
        "the date of “{title}”, {date}, is outside the programme's period, {start} to {end}",
        "请核对年份。",
        "Check the year.",
    ),
    "T011": Entry(
        "收到日期 {date} 不在任何学期之内，又没有写 term",
        "received on {date}, in no term, and no term is stated",
        "请写明属于哪个学期，例如 term: {term}。",
        "State which it is of, such as term: {term}.",
    ),
    "P001": Entry(
        "“{name}”登记为{registered}，这里却写在{side}",
        "“{name}” is registered as {registered} but stands here as {side}",
        "请对调双方，或改正单位的 side。",
        "Swap the sides, or correct the organization's side.",
    ),
    "P002": Entry(
        "“{name}”同时在帮扶方和受援方",
        "“{name}” stands on both sides",
        "请删去一处。",
        "Remove it from one of them.",
    ),
    "P003": Entry(
        "“{name}”在“{other}”和“{pairing}”中都是受援方，成绩将分别列出并取平均",
        "“{name}” is helped in “{other}” and in “{pairing}”: each score is shown, and their mean",
        "这样安排可以；不是有意的才需改正。",
        "That may be so; correct it only if it was not meant.",
    ),
    "P004": Entry(
        "结对“{pairing}”没有负责人",
        "the pairing “{pairing}” names nobody responsible",
        "请填写 responsible。",
        "Fill in responsible.",
    ),
    "P005": Entry(
        "结对“{pairing}”没有年度重点帮扶目标",
        "the pairing “{pairing}” has no focus target for the year",
        "请填写 focus: {{aspect: 方面, goal: 具体目标}}。",
        "Fill in focus: {{aspect: …, goal: …}}.",
    ),
    "P006": Entry(
        "校区“{name}”不属于“{school}”",
        "the campus “{name}” does not belong to “{school}”",
        "请改正名称，或填写该校区的 parent。",
        "Correct the name, or set the campus's parent.",
    ),
    "P007": Entry(
        "“{name}”不是结对“{pairing}”的成员，资料不计入",
        "“{name}” is not part of the pairing “{pairing}”; the document counts for nobody",
        "请改正单位或结对。",
        "Correct the organization or the pairing.",
    ),
    "P008": Entry(
        "“{name}”不是结对“{pairing}”的成员",
        "“{name}” is not part of the pairing “{pairing}”",
        "请核对参加人员的单位。",
        "Check where the participants come from.",
    ),
    "P009": Entry(
        "地点“{name}”不属于结对“{pairing}”的任何一方",
        "the place “{name}” belongs to neither side of “{pairing}”",
        "请核对地点。",
        "Check the place.",
    ),
    "P010": Entry(
        "“{name}”在“{organization}”，不属于本结对的{side}",
        "“{name}” works at “{organization}”, not on the {side} of this pairing",
        "请改正人员的单位，或对调师徒。",
        "Correct the person's organization, or swap mentor and mentee.",
    ),
    "P011": Entry(
        "师徒“{pair}”与“{other}”是同样两个人",
        "the teacher pair “{pair}” is the same two people as “{other}”",
        "请删去一个，并把交流归到另一个。",
        "Delete one, and let its exchanges point to the other.",
    ),
    "P012": Entry(
        "师徒“{pair}”属于结对“{pairing}”，与活动的结对不同",
        "the teacher pair “{pair}” belongs to “{pairing}”, not to the activity's pairing",
        "请改正 pairing 或 mentorship。",
        "Correct pairing or mentorship.",
    ),
    "P013": Entry(
        "“{name}”的上级最终又是它自己",
        "“{name}” belongs, in the end, to itself",
        "请改正 parent。",
        "Correct parent.",
    ),
    "P014": Entry(
        "方向是“{direction}”，却在{side}的“{name}”举行",
        "the direction is {direction}, but it was held on the {side} at “{name}”",
        "请改正地点，或为这次活动写明 direction。",
        "Correct the place, or state this activity's direction.",
    ),
    "P015": Entry(
        "活动“{activity}”属于结对“{pairing}”，这份资料不计入",
        "the activity “{activity}” belongs to “{pairing}”; this document counts for nobody",
        "请改正 pairing 或 activity。",
        "Correct pairing or activity.",
    ),
    "L001": Entry(
        "结对“{pairing}”没有计划表",
        "the pairing “{pairing}” has no plan",
        "请在 plans 中补上。",
        "Add one to plans.",
    ),
    "L002": Entry(
        "{month} 的这项任务没有责任人",
        "this task of {month} names nobody responsible",
        "请填写 responsible。",
        "Fill in responsible.",
    ),
    "L003": Entry(
        "{month} 的这项任务没有完成时限",
        "this task of {month} has no deadline",
        "请填写 due。",
        "Fill in due.",
    ),
    "L004": Entry(
        "完成时限 {due} 不在 {month} 之内",
        "the deadline {due} is not in {month}",
        "请改正月份或日期。",
        "Correct the month or the day.",
    ),
    "L005": Entry(
        "月份 {month} 不在方案期限 {start} 至 {end} 之内",
        "the month {month} is outside the programme's period, {start} to {end}",
        "请核对年份。",
        "Check the year.",
    ),
    "L006.few": Entry(
        "“{pairing}”{month} 只安排了 {found} 项，应有{asked}",
        "“{pairing}” has {found:task|tasks} in {month}; {asked} are asked for",
        "请补足。",
        "Add what is missing.",
    ),
    "L006.many": Entry(
        "“{pairing}”{month} 安排了 {found} 项，应有{asked}",
        "“{pairing}” has {found:task|tasks} in {month}; {asked} are asked for",
        "请把一部分移到别的月份。",
        "Move some to another month.",
    ),
    "L007": Entry(
        "结对“{pairing}”在 {first} 中已有计划",
        "the pairing “{pairing}” already has a plan in {first}",
        "请合并成一个计划。",
        "Put the tasks into one plan.",
    ),
    "E001": Entry(
        "路径“{path}”不能用",
        "the path “{path}” cannot be used",
        "写成 evidence/xijie/2020-04/照片.jpg 这样的相对路径：用 /，不含 ..、~ 和 "
        '\\ : * ? " < > |，每段不以点或空格结尾，不用 CON、NUL 等保留名。',
        "Write a relative path such as evidence/xijie/2020-04/a.jpg: with /, without "
        '.., ~ and \\ : * ? " < > |, no part ending in a dot or blank, no reserved '
        "name such as CON or NUL.",
    ),
    "E002": Entry(
        "找不到文件“{path}”",
        "the file “{path}” is not there",
        "路径从方案文件夹算起，请核对，或补上文件。",
        "The path begins at the programme's folder: correct it, or add the file.",
    ),
    "E003": Entry(
        "“{path}”是链接、文件夹或特殊文件",
        "“{path}” is a link, a folder or a special file, or lies behind one",
        "请放进文件本身。",
        "Put the file itself there.",
    ),
    "E004": Entry(
        "“{path}”与文件名写法不完全一致",
        "“{path}” is not spelt exactly as the file is",
        "请写得和文件名完全一样：大小写、后缀、全半角。",
        "Spell it exactly as the file: capitals, extension, accents.",
    ),
    "E005": Entry(
        "“{path}”的内容与登记时不同（登记 {stated}…，现为 {found}…）",
        "“{path}” has changed since it was recorded (then {stated}…, now {found}…)",
        "如确属更换，请登记新的 sha256 并说明。",
        "If that is right, record the new sha256 and say why.",
    ),
    "E006": Entry(
        "“{path}”已用作 {other} 的佐证",
        "“{path}” is already evidence for {other}",
        "一份文件只证明一次活动，请换成这次活动自己的。",
        "A file proves one activity; use this one's own.",
    ),
    "E007": Entry(
        "“{path}”也用于已查实造假的 {other}，这里存疑",
        "“{path}” also documents {other}, which was falsified; this one is suspect",
        "请核查这次活动是否开展、这份资料是否属实。",
        "Look into whether this activity was held, or this document is true.",
    ),
    "E008": Entry(
        "“{path}”其实是{content}，与后缀不符",
        "“{path}” is {content}, not what its extension says",
        "请重新导出，不要只改后缀。",
        "Export it again; renaming is not enough.",
    ),
    "E009": Entry(
        "照片“{path}”摄于 {taken}，不是活动日期 {date}",
        "the photograph “{path}” was taken on {taken}, not on {date}",
        "请核对是否放错照片；相机时间不准的，请在 note 说明。",
        "Check that it is the right one; if the camera's clock was wrong, say so in a note.",
    ),
    "E010.large": Entry(
        "“{path}”太大",
        "“{path}” is too large",
        "请压缩到 64 MB 以下。",
        "Make it smaller than 64 MB.",
    ),
    "E010.unreadable": Entry(
        "“{path}”无法读取", "“{path}” cannot be read", "请检查权限。", "Check its permissions."
    ),
    "E011": Entry("“{path}”是空文件", "“{path}” is empty", "请重新复制。", "Copy it again."),
    "K001": Entry(
        "各项分值之和是 {total}，满分却写 {whole}",
        "the items add up to {total}, but the full marks are {whole}",
        "请核对各项分值；加分项写 bonus，不计入满分。",
        "Check the points; a bonus item says bonus and stands outside the full marks.",
    ),
    "K001.of": Entry(
        "“{of}”的各项分值之和是 {total}，满分却写 {whole}",
        "the items asked of “{of}” add up to {total}, but the full marks are {whole}",
        "请核对各项分值和 only_for；由其余各项分摊的写 otherwise: shared。",
        "Check the points and only_for; where the others share the points, say otherwise: shared.",
    ),
    "K002.of": Entry(
        "“{of}”在“{title}”中的各项之和是 {total}，这里写 {whole}",
        "the items of “{title}” asked of “{of}” add up to {total}, not {whole}",
        "请核对各项分值和 only_for。",
        "Check the points and only_for.",
    ),
    "K002.outside": Entry(
        "“{title}”是加分或倒扣，却在折算的部分之内",
        "“{title}” is a bonus or a penalty inside a section that is converted",
        "请放到另一部分，按折算后的分值写。",
        "Put it into another section, in converted points.",
    ),
    "K025": Entry(
        "至多 {share} 个不是整数",
        "at most {share} units is no whole number",
        "占比写百分比，如 30 %；名额写整数。",
        "Write a share in per cent, such as 30 %, or a whole number of units.",
    ),
    "K026": Entry(
        "单项要求 {least} 超过了 {most}，没有人达得到",
        "a minimum of {least} is more than there is, {most}: nobody can reach it",
        "请改正 at_least。",
        "Correct at_least.",
    ),
    "K027": Entry(
        "“{figure}”没有按本细则的考核对象（{wanted}）登记的数，永远没有数据",
        "no value of “{figure}” states a {wanted}, which this rubric assesses: there will be no data",
        "请在数值中填 {wanted}。",
        "State {wanted} with the values.",
    ),
    "K002": Entry(
        "“{title}”各项之和是 {total}，这里写 {whole}",
        "the items of “{title}” add up to {total}, not {whole}",
        "请改正其中之一。",
        "Correct one of them.",
    ),
    "K003": Entry(
        "“{title}”各部分之和是 {total}，本项是 {whole}",
        "the parts of “{title}” add up to {total}, not {whole}",
        "请改正其中之一。",
        "Correct one of them.",
    ),
    "K004": Entry(
        "资料“{type}”没有上报时间",
        "the document “{type}” has no due date",
        "请在这一块或这份资料写 due。",
        "State due for the block or the document.",
    ),
    "K005.activity": Entry(
        "“{due}”从活动算起，但这一块没有要求活动",
        "“{due}” is reckoned from an activity, but the block asks for none",
        "请写日期，或加上 activities。",
        "State a day, or add activities.",
    ),
    "K005.term": Entry(
        "“{due}”从学期算起，但这一块不按学期要求",
        "“{due}” is reckoned from a term, but the block does not ask by term",
        "请写日期，或加上 per: term。",
        "State a day, or add per: term.",
    ),
    "K006.unknown": Entry(
        "没有名为“{term}”的学期",
        "there is no term “{term}”",
        "请用方案中学期的编号。",
        "Use the ids of the programme's terms.",
    ),
    "K006.absent": Entry(
        "没有写“{term}”学期的上报时间",
        "no due date is given for the term “{term}”",
        "请补上。",
        "Add it.",
    ),
    "K007": Entry(
        "同一方的“{type}”要求了两次",
        "“{type}” is asked for twice of the same side",
        "多份用 copies，不同资料用不同类型。",
        "Use copies for several, and another type for another document.",
    ),
    "K008": Entry(
        "按学期计算，但方案没有写学期",
        "held by term, but the programme has no terms",
        "请在 programme 中写 terms。",
        "Add terms to the programme.",
    ),
    "K009": Entry(
        "资料类型“{type}”没有考核项目要求，也没有人报送过",
        "no item of a rubric asks for “{type}”, and nobody has handed one in",
        "如是笔误请改正，用不着的可以删去。",
        "Correct it if it is a slip, or delete it.",
    ),
    "K002.no-points": Entry(
        "“{title}”写了 out_of，要写明折算成几分",
        "“{title}” has out_of and does not say how many points it is converted into",
        "请填 points。",
        "Fill in points.",
    ),
    "K010.overlap": Entry(
        "这一档与 {first} 的一档在 {value} 处重叠",
        "this band overlaps that at {first}, at {value}",
        "每个界限只属于一档：at_least、up_to 含本数，above、below 不含。",
        "A bound belongs to one band: at_least and up_to include it, above and below do not.",
    ),
    "K010.gap": Entry(
        "这一档与 {first} 的一档之间在 {value} 处留空",
        "there is a gap between this band and that at {first}, at {value}",
        "每个数值都要有一档。",
        "Every value needs a band.",
    ),
    "K011.overlap": Entry(
        "等次“{grade}”与 {first} 的“{other}”在 {value} 处重叠",
        "the grades “{grade}” and “{other}” at {first} overlap at {value}",
        "每个界限只属于一个等次：at_least、up_to 含本数，above、below 不含。",
        "A bound belongs to one grade: at_least and up_to include it, above and below do not.",
    ),
    "K011.gap": Entry(
        "等次“{grade}”与 {first} 的“{other}”之间在 {value} 处留空",
        "between the grades “{grade}” and “{other}” at {first} there is a gap at {value}",
        "每个总分都要有等次。",
        "Every total needs a grade.",
    ),
    "K010.empty": Entry(
        "这一档不含任何数",
        "no value lies in this band",
        "请改正上下限。",
        "Correct its bounds.",
    ),
    "K010.below": Entry(
        "{value} 以下的数没有一档",
        "no band takes what is below {value}",
        "请补一档，或不写最低一档的下限。",
        "Add a band, or leave out the lowest bound.",
    ),
    "K010.above": Entry(
        "{value} 以上的数没有一档",
        "no band takes what is above {value}",
        "请补一档，或不写最高一档的上限。",
        "Add a band, or leave out the highest bound.",
    ),
    "K011.empty": Entry(
        "等次“{grade}”不含任何总分",
        "no total lies in the grade “{grade}”",
        "请改正上下限。",
        "Correct its bounds.",
    ),
    "K011.below": Entry(
        "{value} 以下的总分没有等次，最低的是“{grade}”",
        "no grade takes totals below {value}, where “{grade}” begins",
        "请补一个等次，或不写最低等次的下限。",
        "Add a grade, or leave out the lowest bound.",
    ),
    "K011.above": Entry(
        "{value} 以上的总分没有等次，最高的是“{grade}”",
        "no grade takes totals above {value}, where “{grade}” ends",
        "请补一个等次，或不写最高等次的上限；加分也计入总分。",
        "Add a grade, or leave out the highest bound; a bonus counts towards the total.",
    ),
    "K012": Entry(
        "等次“{grade}”比前一个还高",
        "the grade “{grade}” is higher than the one before it",
        "请从高到低排列。",
        "Let them stand from the best to the last.",
    ),
    "K013": Entry(
        "各方权重之和是 {total}，应为 100 %",
        "the weights add up to {total}; they should make 100 %",
        "权重写成 weight: 60 %，各方相加为 100 %；也可都写成小数，相加为 1。",
        "Write weight: 60 %, and so on, 100 % together; or decimals throughout, 1 together.",
    ),
    "K014": Entry(
        "{points} 分超过了本项的满分 {most}",
        "{points} points are more than the item has, {most}",
        "请改正其中之一；倒扣项（penalty）的分数写成负数。",
        "Correct one of them; the points of a penalty are below 0.",
    ),
    "K014.below": Entry(
        "{points} 分低于本项最低的 {least}",
        "{points} points are less than the item may fall to, {least}",
        "请改正其中之一；可以为负的写 floor: none。",
        "Correct one of them; say floor: none where it may be below 0.",
    ),
    "K015": Entry(
        "写了百分比，却没有写占什么的百分比",
        "it states a percentage and does not say of what",
        "请填 share_of；登记的数本身就是百分数时，界限写成数。",
        "Fill in share_of; where the figure is itself a percentage, write a plain number.",
    ),
    "K016": Entry(
        "本细则没有“{name}”",
        "this rubric has no “{name}”",
        "请写部分、项目或其组成的编号，或等次的名称。",
        "Write the id of a section, an item or a part, or the title of a grade.",
    ),
    "K016.no-grades": Entry(
        "写了一票否决，却没有等次可以评为最低",
        "it fails the whole, but there are no grades to fall to",
        "请填 grades。",
        "Fill in grades.",
    ),
    "K017": Entry(
        "考核对象是 {unit}，不能按上报资料得分",
        "the units are {unit}s: documents are handed in by pairings",
        "请改用计数、评分或问卷，或把 unit 改成 pairing。",
        "Count, rate or survey instead, or set unit to pairing.",
    ),
    "K018": Entry(
        "“{item}”是倒扣项，却没有写扣什么",
        "“{item}” is a penalty and deducts nothing",
        "请填 deducts，或分数为负的 bands、levels，或由人扣分的 rating。",
        "Fill in deducts, bands or levels with points below 0, or a rating of what is taken.",
    ),
    "K019": Entry(
        "“{item}”的得分取决于它自己",
        "the points of “{item}” depend on themselves",
        "请改正 item。",
        "Correct item.",
    ),
    "K019.rubric": Entry(
        "“{rubric}”的总分取决于它自己",
        "the total under “{rubric}” depends on itself",
        "请改正 rubric。",
        "Correct rubric.",
    ),
    "K020.item": Entry(
        "“{name}”是另一份细则的项目",
        "“{name}” is an item of another rubric",
        "请写本细则的项目编号。",
        "Write the id of an item of this rubric.",
    ),
    "K020.parent": Entry(
        "parent 只能用在指标的组成部分里",
        "parent only makes sense in the part of a target",
        "请写基数的编号。",
        "Write the id of a figure.",
    ),
    "K021": Entry(
        "“{title}”永远不会发生",
        "“{title}” can never happen",
        "请改正 below、above、first 或 step。",
        "Correct below, above, first or step.",
    ),
    "K022.never": Entry(
        "不少于 {least} 又不多于 {most}，不可能做到",
        "at least {least} and at most {most}: it can never be so",
        "请改正其中之一。",
        "Correct one of them.",
    ),
    "K022.always": Entry(
        "不少于 0 总是成立",
        "at least 0 is always so",
        "请改正 at_least；“一次也没有”写 at_most: 0。",
        "Correct at_least; “none at all” is at_most: 0.",
    ),
    "K023": Entry(
        "最多 {cap} 分超过了本项的 {most} 分，等于没有上限",
        "a cap of {cap} in an item of {most} points holds nothing back",
        "请改正 at_most，或删去。",
        "Correct at_most, or leave it out.",
    ),
    "K023.floor": Entry(
        "保底 {floor} 分不低于本项的 {most} 分，扣不了分",
        "a floor of {floor} in an item of {most} points lets nothing be taken",
        "请改正 floor，或删去。",
        "Correct floor, or leave it out.",
    ),
    "K023.each-item": Entry(
        "每个 {each} 分，超过了本项的 {most} 分",
        "{each} points each, in an item of {most}",
        "请改正其中之一。",
        "Correct one of them.",
    ),
    "K023.each": Entry(
        "每个 {each} 分，却最多 {cap} 分",
        "{each} points each, and at most {cap}",
        "请改正其中之一。",
        "Correct one of them.",
    ),
    "K024": Entry(
        "加分合计最多 {cap} 分，各项加起来也只有 {most} 分",
        "a cap of {cap} on bonus items that come to {most} holds nothing back",
        "请改正 bonus_at_most，或删去。",
        "Correct bonus_at_most, or leave it out.",
    ),
    "K024.total": Entry(
        "总分最多 {cap} 分，应不低于满分 {whole}，并低于满分加加分 {most}",
        "the total at most {cap} must lie between the full marks, {whole}, and those with bonus, {most}",
        "请改正 at_most，或删去。",
        "Correct at_most, or leave it out.",
    ),
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
    "L008": Entry(
        "合计写的是 {total} 人，各行相加是 {sum} 人",
        "the total says {total}, the lines add up to {sum}",
        "请改正合计或各行人数。",
        "Correct the total or the lines.",
    ),
    "L009": Entry(
        "计划时间 {when} 不在方案期限 {start} 至 {end} 之内",
        "it is planned for {when}, outside the programme, {start} to {end}",
        "请改正时间；年份写错最常见。",
        "Correct the time; a wrong year is the usual cause.",
    ),
    "L010": Entry(
        "“{title}”没有工作类别，按类别或方向选择的指标都数不到它",
        "“{title}” has no kind of work, so no target that selects by kind or direction counts it",
        "请在这一行或整表填 kind。",
        "Fill in kind, here or for the whole schedule.",
    ),
    "L011": Entry(
        "计划项“{line}”已于 {end} 过期，没有活动落实它",
        "the planned “{line}” was to be done by {end}, and no activity fulfils it",
        "请登记活动并在 fulfils 中写上它，或调整计划。",
        "Record the activity and name the line under fulfils, or move the line.",
    ),
    "L012": Entry(
        "活动“{activity}”没有写明落实计划中的哪一项",
        "the activity “{activity}” does not say which planned line it fulfils",
        "属于计划的请填 fulfils；计划外的不必。",
        "Fill in fulfils if it was planned.",
    ),
    "L013": Entry(
        "计划项“{line}”的类别是“{kind}”，与活动不同",
        "the planned “{line}” is of the kind “{kind}”, the activity of another",
        "请改正类别，或改正 fulfils。",
        "Correct the kind, or fulfils.",
    ),
    "L014": Entry(
        "计划项“{line}”定在 {when}，活动开始于 {date}",
        "the planned “{line}” was for {when}, the activity began on {date}",
        "如是笔误请改正；确实改期的可写在备注里。",
        "Correct it if it is a slip, or note why it was moved.",
    ),
    "L015": Entry(
        "个人起止 {days} 超出活动的起止",
        "{days} lies outside the activity's days",
        "请改正其中之一。",
        "Correct one of them.",
    ),
    "L016": Entry(
        "不知道 {year} 年的放假调休，只按周末算工作日",
        "the holidays of {year} are not known: only weekends count as days off",
        "请在方案的 calendar 中写明放假和调休，或更新本工具。",
        "Write them under calendar in the programme, or update this tool.",
    ),
    "P016": Entry(
        "所属结对“{pairing}”是 {level} 层面，不是区域结对",
        "the pairing “{pairing}” it lies within is of level {level}, not area",
        "within 只能写区域结对（level: area）。",
        "Name a pairing of level area.",
    ),
    "P017": Entry(
        "接替的结对“{pairing}”到 {ended} 才结束，这一对 {began} 就开始了",
        "“{pairing}”, which it took over from, ends on {ended}; this one begins on {began}",
        "请给两对分别填 period，前一对先结束。",
        "Give both a period; the earlier one ends first.",
    ),
    "P018": Entry(
        "“{name}”在这一对的时间是 {days}，活动不在其间",
        "“{name}” belongs to this pairing {days}; the activity is not in that time",
        "请改正活动日期，或成员的 period。",
        "Correct the activity's date, or the member's period.",
    ),
    "P019": Entry(
        "日期 {date} 晚于结对结束的 {end}",
        "{date} is after the pairing ended, {end}",
        "请改正日期或 period。",
        "Correct the date or the period.",
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
    "J001": Entry(
        "“{item}”最多 {most} 分，这里给了 {points} 分",
        "“{item}” has at most {most} points; {points} are given",
        "请改正得分。",
        "Correct the points.",
    ),
    "J001.too-low": Entry(
        "“{item}”给分至少 {least} 分（或 0 分不给），这里给了 {points} 分",
        "“{item}” gives {least} points or more, or 0 for none; {points} are given",
        "请改正得分。",
        "Correct the points.",
    ),
    "J002": Entry(
        "评分“{rating}”与“{other}”是同一天对同一项目的",
        "the ratings “{rating}” and “{other}” are of the same item on the same day",
        "请留下一个。",
        "Keep one.",
    ),
    "J003": Entry(
        "“{item}”不由人评分，这条评分不起作用",
        "“{item}” is not rated by people; this rating changes nothing",
        "请改正项目编号。",
        "Correct the item.",
    ),
    "J005": Entry(
        "“{pairing}”在 {date} 已有一条结果",
        "there is already a result for “{pairing}” on {date}",
        "请留下一个。",
        "Keep one.",
    ),
    "J006": Entry(
        "活动“{activity}”属于结对“{pairing}”，这条不起作用",
        "the activity “{activity}” belongs to “{pairing}”; this waiver has no effect",
        "请改正 pairing 或 activity。",
        "Correct pairing or activity.",
    ),
    "J007": Entry(
        "“{waiver}”没有写明范围，将适用于“{pairing}”的全部资料",
        "“{waiver}” states no limits: it applies to everything “{pairing}” hands in",
        "请写明 activity、item、term 或 document。",
        "State an activity, an item, a term or a kind of document.",
    ),
    "J008": Entry(
        "“{types}”只随活动报送，这条结论不影响任何项目",
        "“{types}” is asked for with activities only; this finding touches no item",
        "请写明 activity（哪次活动），而不是 pairing。",
        "Name the activity instead of the pairing.",
    ),
    "J015": Entry(
        "“{item}”不是按资料得分的，这条顺延或免报没有作用",
        "“{item}” asks for no documents, so this waiver changes nothing",
        "整项免除时只写 item 和 excused: true。",
        "To excuse the item as a whole, state item and excused: true alone.",
    ),
    "J009": Entry(
        "“{item}”全年评一次，这条评分却写了学期",
        "“{item}” is rated once, but this rating states a term",
        "请删去 term；如每学期都评，请在细则中写 rating: {{by: …, per: term}}。",
        "Leave out term; if every term is rated, write rating: {{by: …, per: term}} in the rubric.",
    ),
    "J009.absent": Entry(
        "“{item}”按学期评分，这条评分没有写学期，不计",
        "“{item}” is rated by term; this rating states none and does not count",
        "请写明 term。",
        "State its term.",
    ),
    "J010": Entry(
        "“{item}”没有这一等，只有 {levels}",
        "“{item}” asks for one of these levels: {levels}",
        "请改正 level。",
        "Correct the level.",
    ),
    "J010.points": Entry(
        "“{item}”按分数评，不按等级",
        "“{item}” is rated in points, not by a level",
        "请写 points。",
        "Write points.",
    ),
    "J012": Entry(
        "“{name}”不是本项的评分方{hint}",
        "“{name}” is not one of those who rate this item{hint}",
        "评分方：{known}；个人代表一方评分时写 as。",
        "Those are: {known}; who rates for one of them says so by as.",
    ),
    "J013": Entry(
        "“{item}”自评 {own} 分，评分 {official} 分，相差 {differs} %",
        "“{item}”: the self-rating of {own} differs from {official} by {differs} %",
        "请复核后再确定。",
        "Look at both again.",
    ),
    "J014": Entry(
        "“{rubric}”考核的对象写在 {wanted}",
        "“{rubric}” assesses what stands in {wanted}",
        "请改写 {wanted}，或改正项目。",
        "Write {wanted} instead, or correct the item.",
    ),
    "C001": Entry(
        "定稿的方案里还有占位符“{text}”",
        "a placeholder is left in a final programme: “{text}”",
        "请填写实际内容，或把 status 改成 draft。",
        "Fill it in, or set status to draft.",
    ),
    "C002": Entry(
        "“{clause}”的矛盾还没有采用的读法",
        "the contradiction in “{clause}” has no reading yet",
        "请填写 reading 和 decided_by。",
        "Fill in reading and decided_by.",
    ),
    "P002.twice": Entry(
        "“{name}”在同一方写了两次",
        "“{name}” is named twice on the same side",
        "请删去一处。",
        "Delete one.",
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
    "content.jpeg": Entry(
        " JPEG 图片",
        "a JPEG picture",
    ),
    "content.png": Entry(
        " PNG 图片",
        "a PNG picture",
    ),
    "content.gif": Entry(
        " GIF 图片",
        "a GIF picture",
    ),
    "content.pdf": Entry(
        " PDF 文件",
        "a PDF file",
    ),
    "content.zip": Entry(
        "新版 Office 文件或压缩包",
        "an Office file or an archive",
    ),
    "content.ole": Entry(
        "旧版 Office 文件",
        "an old Office file",
    ),
    "content.program": Entry(
        "程序",
        "a program",
    ),
    "content.html": Entry(
        "网页",
        "a web page",
    ),
    "content.bmp": Entry(
        " BMP 图片",
        "a BMP picture",
    ),
    "content.tiff": Entry(
        " TIFF 图片",
        "a TIFF picture",
    ),
    "content.webp": Entry(
        " WebP 图片",
        "a WebP picture",
    ),
    "content.heic": Entry(
        " HEIC 图片",
        "a HEIC picture",
    ),
    "content.film": Entry(
        "视频",
        "a film",
    ),
    "content.archive": Entry(
        "压缩包",
        "an archive",
    ),
    "content.unknown": Entry(
        "别的内容",
        "something else",
    ),
    "K006.unasked": Entry(
        "这里没有要求“{term}”学期",
        "the term “{term}” is not asked for here",
        "请删去这一项，或在 term、per 中写明要求的学期。",
        "Delete it, or ask for that term.",
    ),
}

GUIDES = {
    "R001": Guide(
        "记录中提到的名称都有对应的登记。",
        "记录用编号、名称或别名指称学校、结对、类别、资料类型、人员和学期。"
        "名称对不上，这条记录就会悄悄漏算。请补上登记或改正名称；"
        "单位、工作类别、资料类型的简称可以加为别名。",
    ),
    "R002": Guide(
        "同一类记录的编号不重复。",
        "两个分支各加一条同编号的记录，合并时不会冲突，但有一条会漏算。"
        "请换一个编号，例如 结对-日期-类别。",
    ),
    "R003": Guide(
        "提到的名称只对应一条记录。",
        "“中心小学”这样的简称、重名的人，可能指几个。请写编号或全称。",
    ),
    "R004": Guide(
        "编号之间的区别不只是大小写、空格或全半角。",
        "人和某些文件系统都分不清 Xijie-1 和 xijie-1。请换一个。",
    ),
    "R005": Guide("一个名称或别名只属于一条记录。", "两条记录共用的名称，对哪一条都不能用。"),
    "T001": Guide("起止日期中，结束日不早于开始日。", "先写首日，再写末日。"),
    "T002": Guide("学期按先后排列，互不重叠。", "落在两个学期里的活动，会两边都算，或两边都不算。"),
    "T003": Guide("学期与方案期限有重叠。", "学期可以略早于方案开始；完全不重叠多是写错了年份。"),
    "T004": Guide("活动在方案期限之内。", "多是写错了年份。别的年度的活动属于那一年的方案。"),
    "T005": Guide(
        "有按学期计算的要求时，活动在某个学期之内开始。",
        "假期里的活动不属于任何学期，不计入学期要求。如非本意，请延长学期。",
    ),
    "T006": Guide("活动在结对有效期之内。", "请改正日期或结对的有效期。"),
    "T007": Guide(
        "活动后形成的资料，收到日期不早于活动。",
        "方案和通知可以在前（类型写 written: before），记录和总结不可能。",
    ),
    "T008": Guide(
        "活动和资料的日期不晚于今天。",
        "记录写已经做的，计划写将要做的。晚于检查日的记录在检查时视为不存在。",
    ),
    "T009": Guide("对核查结论的决定按时间先后排列。", "最后一条有效，所以先后不能含糊。"),
    "T010": Guide("实施步骤和节点在方案期限之内。", "请核对年份。"),
    "T011": Guide(
        "按学期要求、不属于活动、又在学期之外收到的资料，写明所属学期。",
        "不写时归入最近已开始的学期，不一定对；时限在学期结束之后的，不必写。",
    ),
    "P001": Guide("单位在结对中的一方与登记的一致。", "不一致多是把帮扶方和受援方写反了。"),
    "P002": Guide("一个单位在一个结对中只出现一次。", "自己不能帮扶自己，也不必写两遍。"),
    "P003": Guide(
        "一个受援单位同一时间只在一个结对中。",
        "允许有几个，成绩分别列出并取平均；不是有意安排的请改正。"
        "双轨时区域结对和校际结对层面不同，不算几个。",
    ),
    "P004": Guide("结对写明负责人。", "安排表要打印负责人；校长是第一责任人。"),
    "P005": Guide(
        "方案设有年度重点帮扶目标时，每个校际结对都有。",
        "特色帮扶要围绕它开展并考核；方案没有这项要求的，都不写。",
    ),
    "P006": Guide("学校后面列的校区属于该校。", "请填写校区的 parent，或改正名称。"),
    "P007": Guide("资料由本结对的单位报送和盖章。", "别的结对的学校报来的资料不计入任何一方。"),
    "P008": Guide(
        "参加活动的学校属于本结对。", "教育局、教研室可以参加任何活动；别的学校多半是写错了。"
    ),
    "P009": Guide("活动在本结对的单位举行。", "地点决定是否算在教学点举行，请核对。"),
    "P010": Guide("师傅在帮扶方，徒弟在受援方。", "请改正人员的单位，或对调。"),
    "P011": Guide("同样两个人只结一次对。", "结两次，交流次数就会分散到两处。"),
    "P012": Guide("师徒交流属于师徒所在的结对。", "否则哪一方都不计。"),
    "P013": Guide("单位的上级关系不成环。", "请改正其中一个 parent。"),
    "P014": Guide(
        "实地活动在它的方向所指的一方举行。",
        "帮扶方到受援方，就应在受援方举行。请改正地点，或写明这次活动的方向。",
    ),
    "P015": Guide("为某次活动补报的资料属于该活动的结对。", "否则既不算那次活动的，也不单独计。"),
    "L001": Guide("方案有计划时，每个结对都有计划表。", "没有计划就无从对照。"),
    "L002": Guide("每项任务有具体责任人。", "没有人负责的任务做不成。"),
    "L003": Guide("每项任务有完成时限。", "计划表有这一栏，提醒也由此产生。"),
    "L004": Guide("完成时限在所列月份之内。", "请改正月份或日期。"),
    "L005": Guide("任务的月份在方案期限之内。", "多是写错了年份。"),
    "L006": Guide(
        "每月任务数符合方案的指标。", "按结对、按月数 plan-tasks 的指标规定了项数，如 1 至 2 项。"
    ),
    "L007": Guide("一个结对只有一份计划。", "两份会被合在一起数，谁也看不出来。"),
    "E001": Guide(
        "佐证路径在任何系统上都指向方案文件夹内的文件。",
        "相对路径，用 / 分隔，不含 ..、盘符和 Windows 不允许的字符。先看写法，再碰文件。",
    ),
    "E002": Guide("记录的佐证文件都在。", "请补上文件，或改正路径。"),
    "E003": Guide("佐证是普通文件，不经过链接。", "不跟随链接，检查就不会读到文件夹以外。"),
    "E004": Guide(
        "佐证路径与文件名完全一致，包括大小写。",
        "照片.JPG 在 Windows 上写 照片.jpg 也能找到，到了服务器上就找不到。",
    ),
    "E005": Guide(
        "佐证文件与登记的 SHA-256 一致。", "登记之后被换过或改过。确需更换的，登记新值。"
    ),
    "E006": Guide("一份佐证只用于一次活动。", "同一张照片放在两次活动下，至多证明其中一次。"),
    "E007": Guide("活动和资料不与已查实造假的共用佐证。", "共用的存疑，须核查。"),
    "E008": Guide("佐证文件的内容与后缀相符。", "改名为 .jpg 的网页哪里都打不开。"),
    "E009": Guide("照片摄于活动当天。", "日期取自照片本身。相机时间不准的，请在备注说明。"),
    "E010": Guide("佐证文件可以读取，不超过上限。", "照片请先压缩，git 会永远保存每个版本。"),
    "E011": Guide("佐证文件不是空的。", "0 字节的文件证明不了什么，多半是复制失败。"),
    "K001": Guide(
        "各项分值之和等于满分，加分另计。",
        "不是所有项目都考核所有对象时，对每个对象都成立；不适用的项目由其余各项分摊时写 otherwise: shared。",
    ),
    "K002": Guide(
        "写出的部分分值等于其各项之和。", "不是所有项目都考核所有对象时，对每个对象都成立。"
    ),
    "K003": Guide("各组成部分之和等于该项分值。", "请改正其中之一。"),
    "K004": Guide("要求的每份资料都有上报时间。", "没有时间就无所谓迟交。"),
    "K005": Guide("上报时间的起算点是存在的。", "“活动后3日”要有活动，“学期末”要按学期要求。"),
    "K006": Guide(
        "按学期写的上报时间与学期一一对应。", "写成 {spring: 2020-06-30, autumn: 2020-12-20}。"
    ),
    "K007": Guide("一块之中，同一方的同类资料只要求一次。", "多份用 copies，不同资料用不同类型。"),
    "K008": Guide("按学期的要求和指标，方案里有学期。", "请在 programme 中写 terms。"),
    "K009": Guide(
        "每种资料类型都有考核项目要求或计数，或有人报送过。", "都没有，可能是编号与细则中的不一致。"
    ),
    "K010": Guide("分档不重叠，不留空。", "落在两档或哪档都不在的数，只能猜。"),
    "K011": Guide(
        "等次不重叠，不留空。", "“90分以上优秀，81—90良好”，90分就属于两等，80到81之间没有等次。"
    ),
    "K012": Guide("等次从高到低排列。", "限制条件和一票否决按次序认等次。"),
    "K013": Guide("各评分方的权重之和为 100 %。", "请改正权重。"),
    "K014": Guide(
        "等级、分档、名次的分数不超过本项满分，也不低于其最低分。",
        "倒扣项，以及 floor 为负或 none 的项目，分数才可以为负；按学期评的等级以该学期的分值为限。",
    ),
    "K015": Guide("百分比的界限说明占什么的百分比。", "登记的数本身是百分数时，界限写成数。"),
    "K016": Guide(
        "限制条件和单项最低要求指向本细则的部分、项目、组成、等次。", "请改正编号或名称。"
    ),
    "K017": Guide(
        "按资料得分的细则考核结对。", "资料由结对报送；考核学校或个人时用计数、评分、问卷。"
    ),
    "K018": Guide(
        "倒扣项写明扣什么。", "用 deducts、分数为负的 bands 或 levels，或由人扣分的 rating。"
    ),
    "K019": Guide("项目的得分、细则的总分不取决于它自己。", "否则无从算起。"),
    "K020": Guide("每个数都有来处。", "项目是本细则的，基数登记过。"),
    "K021": Guide("加分、扣分的情况可能发生。", "比 0 少、只计前 3 个又超过 3，都不会发生。"),
    "K022": Guide(
        "要达到的数可能达到，也可能达不到。", "不少于 5 又不多于 3 永远不成立，不少于 0 总是成立。"
    ),
    "K023": Guide("上限在每个的分数与本项满分之间。", "否则上限不起作用，或者一个也给不满。"),
    "K025": Guide("等次名额是百分比，或整数个。", "半个对象等于没有。"),
    "K026": Guide("单项最低要求不超过该项的分值。", "否则没有人能评上这一等。"),
    "K027": Guide(
        "细则所用的数，按考核对象登记。",
        "考核结对的填 pairing，考核学校的填 organization，考核个人的填 person；"
        "用来比较的（minus、target_figure）可以不写是谁的。",
    ),
    "K024": Guide(
        "加分和总分的上限起作用，又不低于满分。",
        "加分合计上限低于各项加分之和；总分上限不低于满分，低于满分加加分。",
    ),
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
    "L008": Guide(
        "计划表的合计等于各行之和：96 = 20 + 46 + 30。",
        "范围相加还是范围：五班各 3–5 人共 15–25 人。",
    ),
    "L009": Guide("计划表各行的时间在方案期限之内。", "年份写错最常见。"),
    "L010": Guide("计划表各行有工作类别。", "没有类别，按类别或方向选择的指标数不到它。"),
    "L011": Guide(
        "到期的计划项有活动落实。", "计划表各行、有编号的计划任务和节点；活动用 fulfils 指向它。"
    ),
    "L012": Guide("计划中有的类别，活动写明落实哪一项。", "计划外的活动照样计数。"),
    "L013": Guide("活动落实的是同类别的计划项。", "请改正类别或 fulfils。"),
    "L014": Guide("活动在计划的时间开始。", "迟做比不做好，但与计划不符，请核对。"),
    "L015": Guide("个人起止在活动的起止之内。", "请改正其中之一。"),
    "L016": Guide(
        "用到工作日的年份，放假调休是已知的。", "国务院每年秋天公布次年安排；公布之前只能按周末算。"
    ),
    "P016": Guide("所属结对是区域结对。", "双轨：区对片区，校对校。"),
    "P017": Guide("接替的结对在前一对结束之后开始。", "调整之前的活动仍属于前一对。"),
    "P018": Guide("学校在属于这一对期间参加它的活动。", "中途加入或退出的成员有自己的 period。"),
    "P019": Guide("签约、备案早于结对结束。", "请改正日期或 period。"),
    "Q012": Guide("指标的截止按一天或学期算。", "指标没有某一次活动；不按学期计算也没有学期。"),
    "Q013": Guide("指标的分项编号互不相同。", "没有编号的分项按次序称呼，所以编号不能是数字。"),
    "J001": Guide(
        "评分不超过项目的分值，给分时不少于写明的下限（at_least）。", "请改正得分或项目。"
    ),
    "J002": Guide(
        "一天之内，一个结对的一个项目只评一次。", "几次评分以最近的为准，同一天分不出先后。"
    ),
    "J003": Guide("评分针对由人评分的项目。", "资料或问卷得分的项目，人工评分不起作用。"),
    "J005": Guide("一次问卷一天之内对一个结对只有一条结果。", "以最近的为准，同一天分不出先后。"),
    "J006": Guide("针对某次活动的顺延豁免给的是该活动的结对。", "否则不起作用。"),
    "J007": Guide("顺延豁免写明范围。", "只写结对，等于把它应交的一切都顺延或免除。"),
    "J008": Guide(
        "针对结对资料的核查结论，说的是不随活动报送的资料。",
        "随活动报送的资料请写明是哪次活动，否则不影响任何项目。",
    ),
    "J015": Guide(
        "不按资料得分的项目只能整项免除。",
        "只有资料可以顺延，或逐份免报；整项免除时只写 item 和 excused: true。",
    ),
    "J009": Guide(
        "评分只在按学期评的项目中写明学期，而且必须写明。",
        "否则不知道评的是哪个学期：不计入，或按全年计。每学期都评的，细则中写 rating: {by: …, per: term}。",
    ),
    "J010": Guide("评分给的是项目要的：表中的一等，或分数。", "表中没有的等级，不起作用。"),
    "J012": Guide("多方评分的项目，评分的是其中一方。", "别人的评分没有权重，不计。"),
    "J013": Guide("自评与评分相差不大。", "差异率由细则的 differs_over 规定，超过的要复核。"),
    "J014": Guide("评分的对象是细则考核的对象。", "写错对象的评分不会用到。"),
    "C001": Guide(
        "定稿的方案里没有占位符。",
        "xx县、____、**学校、另见详细方案、TBD 都是没填完的地方。请填写，或改为 draft。",
    ),
    "C002": Guide("记下的每处矛盾都有采用的读法。", "没有定下读法，指标和得分就建立在猜测上。"),
}
