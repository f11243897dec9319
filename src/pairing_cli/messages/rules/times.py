"""What the rules say of days, terms and deadlines."""

from pairing_cli.messages.entry import Entry, Guide

MESSAGES = {
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
}

GUIDES = {
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
}
