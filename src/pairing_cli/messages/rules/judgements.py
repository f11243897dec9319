"""What the rules say of findings, exceptions, ratings and results."""

from pairing_cli.messages.entry import Entry, Guide

MESSAGES = {
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
}

GUIDES = {
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
}
