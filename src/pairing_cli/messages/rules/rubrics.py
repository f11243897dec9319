"""What the rules say of rubrics, and of what can be counted."""

from pairing_cli.messages.entry import Entry, Guide

MESSAGES = {
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
    "K006.unasked": Entry(
        "这里没有要求“{term}”学期",
        "the term “{term}” is not asked for here",
        "请删去这一项，或在 term、per 中写明要求的学期。",
        "Delete it, or ask for that term.",
    ),
}

GUIDES = {
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
}
