"""The words of the forms that schools fill: of their commands, and of cells that cannot be read."""

from pairing_cli.messages.entry import Entry

MESSAGES: dict[str, Entry] = {
    "help.form-group": Entry("给学校填的 Excel 表。", "The Excel forms that schools fill in."),
    "help.form-export": Entry(
        "生成给学校填的 Excel 表：已登记的已填好，列出还要完成的工作。",
        "Make the Excel forms that schools fill in, with what is recorded and what is still due.",
    ),
    "help.form-for": Entry(
        "只给这个单位，可重复；不写则每个结对单位一份。",
        "Only for this organization; may be repeated. By default one for each that is paired.",
    ),
    "help.form-pairing": Entry(
        "给这个结对一份，可重复。", "One for this pairing; may be repeated."
    ),
    "help.form-programme": Entry("给整个方案一份。", "One for all of the programme."),
    "help.form-kind": Entry(
        "只要这种表，可重复：plan 工作计划，mentorships 师徒结对，activities 活动记录，"
        "exchanges 师徒交流，postings 支教跟岗人员，submissions 材料报送，schedules 培训跟岗计划，"
        "self-assessment 自评，survey 问卷。",
        "Only this form; may be repeated: plan, mentorships, activities, exchanges, postings, "
        "submissions, schedules, self-assessment, survey.",
    ),
    "help.form-term": Entry("只要这个学期的。", "Only what belongs to this term."),
    "help.form-rows": Entry("每张表留多少空行。", "Empty rows of each table."),
    "metavar.form": Entry("表", "form"),
    "refuse.no-form-kind": Entry(
        "没有“{name}”这种表；有：{allowed}", "There is no form “{name}”; there are: {allowed}"
    ),
    "refuse.form-for-one": Entry(
        "--for、--pairing、--programme 只能用一个。",
        "Use only one of --for, --pairing and --programme.",
    ),
    "refuse.school-unpaired": Entry(
        "“{name}”不在任何结对中，没有可填的表。",
        "“{name}” is in no pairing: there is nothing to fill in.",
    ),
    "refuse.nothing-to-fill": Entry(
        "没有可填的表。先登记单位和结对；培训跟岗计划要有 schedules，自评要有 raters 的 self_by，"
        "问卷要有 answers。",
        "There is nothing to fill in. Record organizations and pairings first; schedules need `schedules`, "
        "self-assessments a rubric's `self_by`, surveys `answers`.",
    ),
    "form.from-needed": Entry(
        "填了人数或姓名，要选单位。", "Choose the organization of those who took part."
    ),
    "form.count-and-names": Entry(
        "人数和姓名只填一项。", "Give either the number of people or their names."
    ),
    "form.others": Entry(
        "“{line}”看不懂；每行写一个单位：单位 身份 人数，如 某某小学 教师 3人。",
        "“{line}” cannot be read; write one organization a line: name, role, number 人.",
    ),
    "form.when": Entry(
        "“{text}”不是时间；写成 9月、9-10月、6月中旬 或 2020年9月5日。",
        "“{text}” is no time; write 9月, 9-10月, 6月中旬 or 2020年9月5日.",
    ),
    "form.lasting": Entry(
        "“{text}”不是时长；写成 3天、2周、1个月 或 12个月至18个月。",
        "“{text}” is no length; write 3天, 2周, 1个月 or 12个月至18个月.",
    ),
    "form.people": Entry(
        "“{text}”不是人数；写成 20 或 3至5。", "“{text}” is no head count; write 20 or 3至5."
    ),
    "form.trainees": Entry(
        "“{text}”不是人数；写成 50 或 40至50。", "“{text}” is no head count; write 50 or 40至50."
    ),
}
