"""What the rules say of plans, schedules and milestones."""

from pairing_cli.messages.entry import Entry, Guide

MESSAGES = {
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
}

GUIDES = {
    "L001": Guide("方案有计划时，每个结对都有计划表。", "没有计划就无从对照。"),
    "L002": Guide("每项任务有具体责任人。", "没有人负责的任务做不成。"),
    "L003": Guide("每项任务有完成时限。", "计划表有这一栏，提醒也由此产生。"),
    "L004": Guide("完成时限在所列月份之内。", "请改正月份或日期。"),
    "L005": Guide("任务的月份在方案期限之内。", "多是写错了年份。"),
    "L006": Guide(
        "每月任务数符合方案的指标。", "按结对、按月数 plan-tasks 的指标规定了项数，如 1 至 2 项。"
    ),
    "L007": Guide("一个结对只有一份计划。", "两份会被合在一起数，谁也看不出来。"),
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
}
