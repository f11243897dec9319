"""What the rules say of who helps whom."""

from pairing_cli.messages.entry import Entry, Guide

MESSAGES = {
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
    "P002.twice": Entry(
        "“{name}”在同一方写了两次",
        "“{name}” is named twice on the same side",
        "请删去一处。",
        "Delete one.",
    ),
}

GUIDES = {
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
    "P016": Guide("所属结对是区域结对。", "双轨：区对片区，校对校。"),
    "P017": Guide("接替的结对在前一对结束之后开始。", "调整之前的活动仍属于前一对。"),
    "P018": Guide("学校在属于这一对期间参加它的活动。", "中途加入或退出的成员有自己的 period。"),
    "P019": Guide("签约、备案早于结对结束。", "请改正日期或 period。"),
}
