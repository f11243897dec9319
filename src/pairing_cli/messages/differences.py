"""What is said of a change: ``pairing diff``."""

from pairing_cli.messages.entry import Entry

MESSAGES = {
    "diff.about": Entry("{base} → {head}，按 {as_of} 计算", "{base} → {head}, as of {as_of}"),
    "diff.none": Entry("没有方案受影响", "no programme is affected"),
    "diff.nothing": Entry("没有实质变化", "nothing changes in substance"),
    "diff.presence.added": Entry("新方案：变更前没有", "a new programme: the base has none"),
    "diff.presence.removed": Entry("方案整个被删去", "the whole programme is removed"),
    "diff.sum.new-errors": Entry("新增错误 {number} 个", "{number:new error|new errors}"),
    "diff.sum.new-others": Entry(
        "新增其他问题 {number} 个", "{number:other new finding|other new findings}"
    ),
    "diff.sum.fixed": Entry("解决问题 {number} 个", "{number:finding fixed|findings fixed}"),
    "diff.sum.late": Entry(
        "{number} 份资料因此迟报或未报",
        "{number:document becomes|documents become} late or missing",
    ),
    "diff.sum.signed": Entry(
        "{number} 处改动了已公布的结果或已作出的决定",
        "{number:change alters|changes alter} what was published or decided",
    ),
    "diff.sum.lower": Entry("{number} 个得分降低", "{number:score goes|scores go} down"),
    "diff.sum.higher": Entry("{number} 个得分提高", "{number:score goes|scores go} up"),
    "diff.sum.targets": Entry(
        "{number} 项指标的判断改变", "the verdict on {number:target changes|targets changes}"
    ),
    "diff.sum.evidence": Entry(
        "佐证文件变动 {number} 个", "{number:evidence file changes|evidence files change}"
    ),
    "diff.sum.records": Entry("记录变动 {number} 条", "{number:record changes|records change}"),
    "diff.sum.moved": Entry(
        "{number} 条记录换了文件", "{number:record goes|records go} to another file"
    ),
    "diff.unsure": Entry(
        "数据有错误（变更前 {before} 个，变更后 {after} 个），分数和指标可能不全",
        "the data have errors ({before} before, {after} after): scores and targets may be incomplete",
    ),
    "diff.few": Entry(
        "方案较大，只计算了有改动的结对；名次和各结对合计的指标没有计算",
        "a large programme: only pairings with changes are reckoned, without ranks and totals of targets",
    ),
    "diff.unread": Entry(
        "有记录读不出来（{files}），因此没有比较得分和指标；先改好这些文件",
        "some records cannot be read ({files}): scores and targets are not compared; mend these files first",
    ),
    "diff.section.new": Entry("新增的问题", "New findings"),
    "diff.section.fixed": Entry("已解决的问题", "Fixed findings"),
    "diff.section.signed": Entry("公布或决定之后的改动", "Altered after sign-off"),
    "diff.section.late": Entry("因此迟报、未报的资料", "Documents that become late or missing"),
    "diff.section.scores": Entry("得分", "Scores"),
    "diff.section.targets": Entry("指标", "Targets"),
    "diff.section.evidence": Entry("佐证文件", "Evidence files"),
    "diff.section.records": Entry("记录", "Records"),
    "diff.head.severity": Entry("级别", "Severity"),
    "diff.head.code": Entry("规则", "Rule"),
    "diff.head.place": Entry("位置", "Place"),
    "diff.head.message": Entry("说明", "Message"),
    "diff.head.what": Entry("已定的事", "Signed off"),
    "diff.head.change": Entry("变动", "Change"),
    "diff.head.cause": Entry("原因", "Because of"),
    "diff.head.unit": Entry("考核对象", "Unit"),
    "diff.head.paper": Entry("资料", "Document"),
    "diff.head.due": Entry("应交", "Due"),
    "diff.head.state": Entry("现在", "Now"),
    "diff.head.before": Entry("变更前", "Before"),
    "diff.head.after": Entry("变更后", "After"),
    "diff.head.difference": Entry("差", "±"),
    "diff.head.target": Entry("指标", "Target"),
    "diff.head.file": Entry("文件", "File"),
    "diff.head.named": Entry("用于", "Named by"),
    "diff.head.record": Entry("记录", "Record"),
    "diff.fate.added": Entry("新增", "added"),
    "diff.fate.removed": Entry("删去", "removed"),
    "diff.fate.changed": Entry("修改", "changed"),
    "diff.fate.renamed": Entry("改名", "renamed"),
    "diff.join": Entry("；", "; "),
    "diff.perhaps": Entry("可能因为：", "perhaps: "),
    "diff.ranked": Entry("{total}（第 {rank}/{among} 名）", "{total} (rank {rank}/{among})"),
    "diff.due-was": Entry("{after}（原为 {before}）", "{after} (was {before})"),
    "diff.decided": Entry("已作出的决定", "a decision"),
    "diff.published": Entry("已公布：", "published: "),
    "diff.published-gone": Entry("公布文件被删或被改", "the published file was removed or altered"),
    "diff.published-total": Entry(
        "公布 {before}，现为 {after}：", "published {before}, now {after}: "
    ),
    "diff.published-records": Entry("所依据的记录被改动", "records that it rests on were altered"),
    "diff.published-evidence": Entry(
        "所依据的佐证文件被删或被改", "evidence that it rests on was removed or altered"
    ),
    "diff.followers": Entry(
        "另有 {number} 条记录只是改用新名称",
        "{number:further record only uses|further records only use} the new name",
    ),
    "diff.activity": Entry("{title}（{pairing}，{date}）", "{title} ({pairing}, {date})"),
    "diff.paper": Entry("{type}（{pairing}，{date} 收到）", "{type} ({pairing}, received {date})"),
    "diff.mentorship": Entry("{mentor}—{mentee}", "{mentor} – {mentee}"),
    "diff.record": Entry("{collection} {names}", "{collection} {names}"),
    "diff.moved": Entry(
        "{number} 条记录从 {old} 移到 {new}", "{number:record|records} moved from {old} to {new}"
    ),
    "diff.times": Entry("共 {number} 处，先见 ", "{number} times, first at "),
    "diff.more": Entry("另有 {number} 条未列出", "{number:more is|more are} not listed"),
    "diff.cut": Entry(
        "篇幅所限，另有 {number} 段未列出；完整内容见 pairing diff 的文本输出。",
        "Too long for a comment: {number:section is|sections are} left out; see the text of pairing diff.",
    ),
    "help.diff": Entry(
        "一次改动意味着什么：问题、得分、指标、期限、佐证。",
        "What a change means: findings, scores, targets, deadlines, evidence.",
    ),
    "help.diff-base": Entry(
        "与什么比较：分支、标签或提交。从两边分叉的那一点比起。",
        "What to compare with: a branch, tag or commit. The change begins where both parted.",
    ),
    "help.diff-head": Entry(
        "变更后的提交；不填则为工作目录，含未提交的改动。",
        "The commit it becomes; if empty, the files on disk, committed or not.",
    ),
    "help.diff-path": Entry("只看这个文件夹里的方案。", "Only the programmes in this folder."),
    "help.diff-fail-on": Entry(
        "什么情况以 1 退出：有新错误、还有得分降低、从不。",
        "When to exit with 1: on new errors, also on lower scores, or never.",
    ),
    "help.diff-direct": Entry(
        "直接与 BASE 比较，不找分叉点。",
        "Compare with BASE as it is, not with where both parted.",
    ),
    "metavar.base": Entry("基准", "base"),
    "metavar.head": Entry("变更后", "head"),
    "refuse.no-git": Entry(
        "找不到 git 命令；pairing diff 要用它读取历史。请先安装 git。",
        "There is no git command; pairing diff reads history with it. Install git first.",
    ),
    "refuse.no-repository": Entry(
        "{path} 不在 git 仓库里，没有可比较的历史。",
        "{path} is in no git repository: there is no history to compare with.",
    ),
    "refuse.git": Entry("git 出错：{why}", "git failed: {why}"),
    "refuse.no-revision": Entry(
        "没有叫“{name}”的提交、分支或标签；如在远程，先运行 git fetch。",
        'There is no commit, branch or tag "{name}"; if it is on the remote, run git fetch first.',
    ),
    "refuse.shallow": Entry(
        "这是浅克隆，没有“{name}”；请取全历史：git fetch --unshallow，或在流水线里设 fetch-depth: 0。",
        'This clone is shallow and lacks "{name}"; fetch the history: git fetch --unshallow, or '
        "fetch-depth: 0 in a pipeline.",
    ),
    "refuse.shallow-base": Entry(
        "这是浅克隆，找不到 {base} 与 {head} 的分叉点；请取全历史：git fetch --unshallow，"
        "或在流水线里设 fetch-depth: 0；也可用 --direct 直接比较。",
        "This clone is shallow: where {base} and {head} parted is not in it. Fetch the history: git fetch "
        "--unshallow, or fetch-depth: 0 in a pipeline; or compare as they are with --direct.",
    ),
    "refuse.no-merge-base": Entry(
        "{base} 与 {head} 没有共同的历史；可用 --direct 直接比较。",
        "{base} and {head} have no history in common; compare them as they are with --direct.",
    ),
}
