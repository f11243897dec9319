"""What is said of scores and targets: states, reasons, scopes, verdicts, and the domain's words."""

from pairing_cli.messages.entry import Entry

MESSAGES = {
    "state.earned": Entry("得分", "earned"),
    "state.missing": Entry("未报", "missing"),
    "state.late": Entry("迟报", "late"),
    "state.incomplete": Entry("不完整", "incomplete"),
    "state.rejected": Entry("退回", "rejected"),
    "state.falsified": Entry("造假", "falsified"),
    "state.not-yet-due": Entry("未到期", "not yet due"),
    "state.awaiting": Entry("待评", "awaiting"),
    "state.no-data": Entry("无数据", "no data"),
    "state.not-applicable": Entry("不适用", "not applicable"),
    "state.partial": Entry("部分得分", "partial"),
    "score.sum": Entry("各分项之和", "sum of what is below"),
    "score.year": Entry("全年", "the year"),
    "score.bonus": Entry("加分", "bonus"),
    "score.slot": Entry("第{number}次{name}", "{name}, no. {number}"),
    "score.slot-filled": Entry(
        "第{number}次{name}：{date} {place}", "{name}, no. {number}: {date} {place}"
    ),
    "score.slot-activity": Entry("活动 {activity}", "activity {activity}"),
    "score.slot-open": Entry(
        "尚未开展，{due} 前报齐资料可得分{others}",
        "not held yet; counts if its documents come in by {due}{others}",
    ),
    "score.slot-missing": Entry(
        "没有开展（资料最迟应在 {due} 报送）{others}",
        "not held (documents were due by {due} at the latest){others}",
    ),
    "score.not-counted": Entry(
        "；{activity} 不计：{reason}", "; {activity} does not count: {reason}"
    ),
    "score.earned": Entry("{received} 收到，不晚于 {due}", "received on {received}, due on {due}"),
    "score.missing": Entry("应于 {due} 前报送，没有收到", "due on {due}, not received"),
    "score.nothing": Entry("没有收到", "nothing received"),
    "score.late": Entry(
        "应于 {due} 前报送，{received} 才收到，迟 {days} 天",
        "due on {due}, received on {received}, {days:day|days} late",
    ),
    "score.rejected": Entry("被退回：{reason}", "sent back: {reason}"),
    "score.copies": Entry("只有 {found} 份，应有 {needed} 份", "{found} of {needed:copy|copies}"),
    "score.seals": Entry("没有{sides}的公章", "not sealed by: {sides}"),
    "score.authors": Entry("缺 {names} 的", "none by {names}"),
    "score.no-pairs": Entry("没有登记师徒，无从核对", "no teacher pairs are registered"),
    "score.condition": Entry("次数不足：{short}", "not enough: {short}"),
    "score.short-of": Entry("{name} {found}/{needed}", "{name} {found}/{needed}"),
    "score.open": Entry("{due} 前报送", "due on {due}"),
    "score.open-incomplete": Entry(
        "{due} 前补齐：{lacking}", "to be completed by {due}: {lacking}"
    ),
    "score.excused": Entry("经批准免报，分值并入同级", "excused; its share goes to its siblings"),
    "score.excused-held": Entry(
        "已开展，资料全部经批准免报", "held; all of its documents are excused"
    ),
    "score.falsified": Entry(
        "弄虚作假查实（{findings}），按零分计", "falsified ({findings}): counted as zero"
    ),
    "score.survey": Entry(
        "平均 {mean}/{out_of}，有效问卷 {respondents} 份",
        "mean {mean} of {out_of}, {respondents:answer|answers}",
    ),
    "score.awaiting-survey": Entry("等待{by}的{survey}", "awaiting {survey} by {by}"),
    "score.rating": Entry("{by}评 {points} 分", "{points} points given by {by}"),
    "score.rating-by": Entry("{by}评分", "rated by {by}"),
    "score.awaiting-rating": Entry("等待{by}评分", "awaiting a rating by {by}"),
    "held.held": Entry("已开展", "held"),
    "held.not-held": Entry(
        "应报资料 {number} 份未按时报送，视为没有开展",
        "{number} required documents did not come on time: deemed not held",
    ),
    "held.falsified": Entry("查实造假（{finding}）", "falsified ({finding})"),
    "side.helper": Entry(
        "帮扶方",
        "helping side",
    ),
    "side.helped": Entry("受援方", "helped side"),
    "direction.helper-to-helped": Entry("帮扶方到受援方", "helper to helped"),
    "direction.helped-to-helper": Entry("受援方到帮扶方", "helped to helper"),
    "direction.mutual": Entry("互访", "mutual"),
    "unit.activities": Entry("次", "times"),
    "unit.person-times": Entry("人次", "person-times"),
    "unit.people": Entry("人", "people"),
    "unit.plan-tasks": Entry("项", "tasks"),
    "scope.programme": Entry("整个方案", "the programme"),
    "scope.joined": Entry("{names}", "{names}"),
    "scope.each": Entry("每个{names}", "each {names}"),
    "scope.pairing": Entry("结对", "pairing"),
    "scope.term": Entry("学期", "term"),
    "scope.month": Entry("月", "month"),
    "scope.mentorship": Entry("师徒", "teacher pair"),
    "verdict.met": Entry("已完成", "met"),
    "verdict.on-track": Entry("正常", "on track"),
    "verdict.at-risk": Entry("有风险", "at risk"),
    "verdict.cannot-be-met": Entry("按计划完不成", "cannot be met"),
    "verdict.missed": Entry("未完成", "missed"),
    "verdict.no-data": Entry("无数据", "no data"),
    "days": Entry(
        "{start} 至 {end}",
        "{start} to {end}",
    ),
}
