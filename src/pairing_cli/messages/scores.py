"""What the tables of scores and targets say: headings, states, changes."""

from pairing_cli.messages.entry import Entry

MESSAGES = {
    "score.head": Entry("截至 {as_of}{scope}", "As of {as_of}{scope}"),
    "score.head.term": Entry("，只计{term}的份额", ", the share of {term} only"),
    "score.school": Entry(
        "{name} 在几个结对中（{pairings}），平均 {mean}",
        "{name} is in several pairings ({pairings}); mean {mean}",
    ),
    "score.next": Entry(
        "看其中一个的失分：pairing score --pairing 编号；看某项的依据：加 --explain 7。",
        "What one of them lost: pairing score --pairing ID; the proof of an item: add --explain 7.",
    ),
    "score.total": Entry(
        "{name}：{total} 分{rank}（满分 {full} 内得 {earned}{bonus}；失分 {lost}，待定 {open}）",
        "{name}: {total} points{rank} ({earned} of {full}{bonus}; lost {lost}, open {open})",
    ),
    "score.rank": Entry("，第 {rank} 名", ", rank {rank}"),
    "score.rank-in": Entry("，{among}第 {rank} 名", ", rank {rank} of {among}"),
    "score.bonus": Entry("，加分 {bonus}", ", bonus {bonus}"),
    "score.sides": Entry("（{sides}）", " ({sides})"),
    "score.lost": Entry("失 {points}", "-{points}"),
    "score.still-open": Entry("待 {points}", "open {points}"),
    "score.leaves": Entry("（{number} 份）", " ({number:document|documents})"),
    "score.lines": Entry("（{number} 项）", " ({number:line|lines})"),
    "score.given-back": Entry("少扣 {points}", "{points} not taken"),
    "score.beyond-cap": Entry("超出上限 {points}", "{points} beyond the cap"),
    "score.bonus-lost": Entry("未加 {points}", "not added {points}"),
    "score.bonus-open": Entry("可加 {points}", "can add {points}"),
    "score.sum-row": Entry("合计", "Sum"),
    "score.total-row": Entry("总分（含加分）", "Total with bonus"),
    "score.bonus-rule": Entry(
        "加分在满分之外：没有得到的不算失分，还可以得到的不算待定。",
        "Bonus stands outside the full marks: what is not earned of it is not lost, "
        "and what can still be earned is not open.",
    ),
    "score.rounding": Entry(
        "各数四舍五入，合计按精确值计算。",
        "Figures are rounded one by one; sums are those of the exact values.",
    ),
    "score.exact": Entry(
        "精确值：满分 {max}，得 {earned}，失 {lost}，待定 {open}",
        "exactly: {earned} of {max}, lost {lost}, open {open}",
    ),
    "score.due": Entry("应于 {due} 前报送  {place}", "due on {due}  {place}"),
    "setting": Entry("{what}（{where}）", "{what} ({where})"),
    "setting.default": Entry("默认", "default"),
    "setting.end_day_counts.false": Entry(
        "活动结束当日不计入时限", "the day an activity ends is day 0 of a time limit"
    ),
    "setting.end_day_counts.true": Entry(
        "活动结束当日算作时限的第1天", "the day an activity ends is day 1 of a time limit"
    ),
    "setting.not_held_when.no-document-on-time": Entry(
        "应报资料无一按时的，视为没有开展",
        "an activity is deemed not held when none of its documents came on time",
    ),
    "setting.not_held_when.any-document-late": Entry(
        "应报资料有一份迟报或到期未报的，视为没有开展",
        "an activity is deemed not held when any of its documents is late or missing",
    ),
    "setting.falsified_zeroes.item-for-the-year": Entry(
        "弄虚作假查实的，相关项目全年按零分计",
        "an upheld falsification zeroes the items it feeds for the year",
    ),
    "setting.falsified_zeroes.item-for-the-term": Entry(
        "弄虚作假查实的，相关项目当学期按零分计",
        "an upheld falsification zeroes the items it feeds for the term",
    ),
    "score.receipt": Entry(
        "{received} 收到 {copies} 份  {place}",
        "received on {received}, {copies:copy|copies}  {place}",
    ),
    "score.receipt-not-counted": Entry(
        "{received} 收到 {copies} 份，不计  {place}",
        "received on {received}, {copies:copy|copies}, not counted  {place}",
    ),
    "change.what-if": Entry("试算：加入 {file} 里的记录", "What if: with the records of {file}"),
    "change.rubrics": Entry("细则对比：{old} → {new}", "Rubrics compared: {old} → {new}"),
    "change.nothing": Entry("得分没有变化。", "No score changes."),
    "change.sums": Entry(
        "升 {gain} 个，降 {lose} 个，不变 {stay} 个",
        "{gain} gain, {lose} lose, {stay} stay as they are",
    ),
    "change.gain": Entry("升：{names}", "gain: {names}"),
    "change.lose": Entry("降：{names}", "lose: {names}"),
    "change.unit": Entry("{name}：{difference}", "{name}: {difference}"),
    "change.item": Entry("{title}：{before} → {after}", "{title}: {before} → {after}"),
    "change.state": Entry("{title}：{before} → {after}", "{title}: {before} → {after}"),
    "change.none": Entry("无", "none"),
    "head.unit-assessed": Entry("考核对象", "Assessed"),
    "head.total-before": Entry("原总分", "Before"),
    "head.total-after": Entry("现总分", "After"),
    "head.difference": Entry("差", "Difference"),
    "head.rank-before": Entry("原名次", "Rank before"),
    "head.rank-after": Entry("现名次", "Rank after"),
    "head.grade-before": Entry("原等次", "Grade before"),
    "head.grade-after": Entry("现等次", "Grade after"),
    "head.rank": Entry("名次", "Rank"),
    "head.pairing": Entry("结对", "Pairing"),
    "head.school": Entry("学校", "School"),
    "head.person": Entry("姓名", "Person"),
    "head.total": Entry("总分", "Total"),
    "head.earned": Entry("得分", "Earned"),
    "head.bonus": Entry("加分", "Bonus"),
    "head.lost": Entry("失分", "Lost"),
    "head.open": Entry("待定", "Open"),
    "head.max": Entry("满分", "Max"),
    "head.by-item": Entry("各项得分", "By item"),
    "head.item": Entry("项目", "Item"),
    "head.states": Entry("未得分的资料", "Not earned"),
    "head.target": Entry("指标", "Target"),
    "head.unit": Entry("单位", "Unit"),
    "head.asked": Entry("目标", "Asked"),
    "head.planned": Entry("计划", "Planned"),
    "head.done": Entry("完成", "Done"),
    "head.remaining": Entry("还差", "Left"),
    "head.slack": Entry("余量", "Slack"),
    "head.verdict": Entry("结论", "Verdict"),
    "quota.no-targets": Entry("方案没有指标（quotas）。", "The programme has no targets (quotas)."),
    "quota.plan-head": Entry("指标与计划", "Targets and plans"),
    "quota.legend": Entry(
        "余量 = 计划 − 目标：0 表示一次也不能少，负数表示计划本身不够，– 表示没有计划可比。"
        "各结论的意思见 docs/format.md。",
        "Slack = planned − target: at 0 nothing may fall out, below 0 the plan itself is too small, "
        "– is no plan. docs/format.md explains the verdicts.",
    ),
    "quota.head": Entry("指标完成情况，截至 {as_of}", "Targets as of {as_of}"),
}
