"""What is said of forms that were filled in, while they are taken in."""

from __future__ import annotations

from pairing_cli.messages.entry import Entry

_FRESH = (
    "请重新导出表单（pairing form export），把要改的内容填进新表。",
    "Export the form anew (pairing form export) and put the changes into that.",
)

MESSAGES: dict[str, Entry] = {
    # cells
    "take.needed": Entry(
        "“{title}”没有填", "“{title}” is empty", "这一项必填。", "It is required."
    ),
    "take.needed-column": Entry(
        "表里没有“{title}”一列，新填的行必须有它",
        "the table has no column “{title}”, which a new row needs",
        "请加上这一列并填写。",
        "Add the column and fill it in.",
    ),
    "take.error-value": Entry(
        "单元格是错误值 {value}",
        "the cell holds the error {value}",
        "请直接填写内容，不用公式。",
        "Type what is meant, without a formula.",
    ),
    "take.uncalculated": Entry(
        "公式没有算出结果",
        "the formula has not been calculated",
        "请在 Excel 或 WPS 里打开保存一次，或直接填写内容。",
        "Open it in Excel or WPS and save it, or type what is meant.",
    ),
    "take.date-in-text": Entry(
        "这里要文字，单元格却是日期（{value}），可能是表格软件自动改的",
        "a text is wanted here, and the cell holds a date ({value}), perhaps made by the program",
        "请把单元格设成文本格式后重新填写。",
        "Set the cell's format to text and type it again.",
    ),
    "take.personal": Entry(
        "这里有身份证号或手机号（{masked}），不登记",
        "this holds an ID or mobile number ({masked}), which is not recorded",
        "请删去号码。",
        "Remove the number.",
    ),
    "take.not-zero": Entry(
        "不能是 0", "it cannot be 0", "没有的就空着。", "Leave it blank instead."
    ),
    "take.name-remark": Entry(
        "“{name}”后面的“{remark}”不是姓名",
        "“{remark}” behind “{name}” is no name",
        "这里只写姓名。",
        "Write names alone.",
    ),
    "take.ditto": Entry(
        "“{value}”没有写明是什么",
        "“{value}” does not say what is meant",
        "请把上面的内容再写一遍：行换了位置，“同上”就不知道指哪一行。",
        "Write out what stands above; once rows are moved, nobody knows which was meant.",
    ),
    "take.names-for-number": Entry(
        "“{value}”不是人数",
        "“{value}” is no number of people",
        "请只写一个数，如 12；要记姓名的，写在姓名一栏，这里空着。",
        "Write one number, such as 12; names go into the column for names, and this stays blank.",
    ),
    "take.no-activity": Entry(
        "没有登记过活动“{value}”",
        "no activity “{value}” is recorded",
        "请从下拉列表里选；活动记录里新填的，写它的序号，如 新1；不属于某次活动的，空着。",
        "Choose from the list; of one that is new in this file, write its number, such as 新1; leave it "
        "blank where it belongs to none.",
    ),
    "take.choice": Entry(
        "“{value}”不在可选的内容里",
        "“{value}” cannot be chosen here",
        "可选：{allowed}",
        "Choose of: {allowed}",
    ),
    "take.no-new-row": Entry(
        "活动记录里没有能登记的“{number}”",
        "there is no new activity {number} that can be recorded",
        "请核对活动记录里的序号；那一行有错误的，先改正。",
        "Look at the numbers of the activities; a row that is wrong has to be put right first.",
    ),
    # rows
    "take.stale": Entry(
        "表单导出后，这条记录已经改过：现在是“{now}”，表里是“{typed}”",
        "the record was changed since the form was made: it says “{now}” now, the form “{typed}”",
        *_FRESH,
    ),
    "take.gone": Entry(
        "表单导出后，这一行的记录已经改过或删除",
        "the record of this row was changed or removed since the form was made",
        "请重新导出表单（pairing form export），把要改的内容填进新表；要找回删去的记录，用 --restore。",
        "Export the form anew (pairing form export) and put the changes into that; to record again "
        "what was removed, use --restore.",
    ),
    "take.moved": Entry(
        "这一项原来是“{now}”，不能在这里改",
        "this says where the record belongs (“{now}”) and cannot be changed here",
        "请改回原来的内容；要移到别处的，另填一行，并请管理员删去原来的。",
        "Put it back; to move it, fill in a new row and ask the coordinator to remove the old one.",
    ),
    "take.copied": Entry(
        "这几行是从同一条已登记的记录复制的，都已改动，分不清哪一行是原来的",
        "several rows were copied from one record and all were changed; which is the original is open",
        "请把原来那一行改回导出时的内容，或在空行里重新填写新的内容。",
        "Put the original row back as it was, or type the new ones into empty rows.",
    ),
    "take.others-row": Entry(
        "这一行是从“{pairing}”的表里整行复制来的，对应的是那边已登记的记录，不能在这份表里改",
        "this row was copied from a form of “{pairing}” and stands for a record of theirs",
        "请删去这一行；要新增的，在空行里填写，不要整行复制；要改那条记录的，填在他们自己的表里。",
        "Take it out. Type what is new into an empty row, and change their record in their own form.",
    ),
    "take.others-sheet": Entry(
        "这张表是“{theirs}”的，而这个文件是“{own}”的，没有读",
        "this sheet is of “{theirs}”, and the file of “{own}”; it was not read",
        "请把这张表移回它自己的文件里交。",
        "Hand it in in its own file.",
    ),
    "take.struck": Entry(
        "这一行用删除线划掉了",
        "this row is struck out",
        "不要的，新填的请清空这一行，已登记的请告诉管理员删去；要的，请去掉删除线。",
        "If it is not wanted, empty it, or, if it is recorded, have the coordinator remove it; else undo "
        "the striking out.",
    ),
    "take.moved-rows": Entry(
        "有 {number} 行换了位置，隐藏的编号没有跟着走（如只选了看得见的列排序）；已按内容认出原来的记录",
        "{number:row was|rows were} moved without the hidden column (as by sorting what can be seen); "
        "the records were found again by what the rows say",
    ),
    "take.moved-row": Entry(
        "表里有的行换了位置，看不出这一行是新填的，还是改过的已登记的一条",
        "rows of the sheet were moved; whether this one is new or a changed record is open",
        "请撤销排序或移动，在原来的位置改；或重新导出表单，把这一行填进去。",
        "Undo the sorting or moving and change rows in place, or put this row into a form exported anew.",
    ),
    "take.kept-in-new": Entry(
        "新填的行里有“（已登记，不在此改）”",
        "a new row holds “（已登记，不在此改）”",
        "请填写内容，或空着。",
        "Write what is meant, or leave it blank.",
    ),
    "take.no-outer": Entry(
        "这一行要登记到的活动、计划或计划表不存在",
        "the activity, plan or schedule that this row belongs to does not exist",
        "请先登记它。",
        "Record that first.",
    ),
    "take.person-differs": Entry(
        "“{name}”在几行里的单位或层次不一样",
        "rows disagree about the school or rank of “{name}”",
        "请填成一样的；同名不同人的，请管理员先登记。",
        "Make them alike; two people of one name have to be registered first.",
    ),
    # tables
    "take.renamed": Entry("“{called}”一列按“{title}”读", "“{called}” is read as “{title}”"),
    "take.missing-column": Entry(
        "没有“{title}”一列，已登记的不变", "there is no column “{title}”; what is recorded stays"
    ),
    "take.unknown-column": Entry(
        "不认识“{title}”一列，没有读", "column “{title}” is unknown and was not read"
    ),
    "take.new-columns": Entry(
        "表单导出后，方案多了这些列：{titles}",
        "the programme has since got more columns: {titles}",
    ),
    "take.together": Entry(
        "同一个文件的答卷要一起登记，其中有一份有误",
        "answers of one file are recorded together, and one of them is wrong",
    ),
    "take.csv-column": Entry(
        "没有“{title}”一列",
        "there is no column “{title}”",
        "第一行要写列名。",
        "The first line has to name the columns.",
    ),
    "take.names-somebody": Entry(
        "“{title}”一列能看出是谁答的，问卷不记名",
        "column “{title}” tells who answered; surveys are anonymous",
        "请删去这一列。",
        "Remove the column.",
    ),
    # files
    "take.no-stamp": Entry(
        "这不是 pairing form export 生成的表单，或者表单的隐藏信息被删掉了",
        "this is no form made by pairing form export, or what is hidden in it was removed",
        "请填在导出的表单里；自己的表格先用 pairing form map 对应各列。",
        "Use an exported form; columns of another table are mapped with pairing form map.",
    ),
    "take.version": Entry(
        "表单是第 {version} 版，这个程序只认第 {known} 版",
        "the form is of version {version}; this program knows version {known}",
        "请升级 pairing，或重新导出表单。",
        "Upgrade pairing, or export the form anew.",
    ),
    "take.programme": Entry(
        "表单属于另一个方案（{other}），这里是 {own}",
        "the form belongs to another programme ({other}); this is {own}",
        "请用 --path 指定它的方案。",
        "Name its programme with --path.",
    ),
    "take.nobody": Entry(
        "表单所属的单位、结对或学期（{whom}）已经不在方案里",
        "the school, pairing or term of the form ({whom}) is no longer in the programme",
        *_FRESH,
    ),
    "take.no-sheet": Entry(
        "{file}：没有读到这些表（没有，或认不出表头）：{titles}",
        "{file}: not read, because missing or of an unknown header: {titles}",
    ),
    # what is said of an import
    "take.sheet": Entry(
        "{file} {title}：新增 {new}，修改 {changed}，不变 {unchanged}，有误 {wrong}",
        "{file} {title}: {new} new, {changed} changed, {unchanged} unchanged, {wrong} wrong",
    ),
    "take.removed": Entry(
        "导出时已登记的有 {number} 行不在表里，或已清空；记录不会因此删除。",
        "{number:recorded row is|recorded rows are} no longer in the sheet, or empty; nothing is removed "
        "by that.",
    ),
    "take.row": Entry("第 {row} 行 {state}：{label}", "row {row} {state}: {label}"),
    "take.state.new": Entry("新增", "new"),
    "take.state.changed": Entry("修改", "changed"),
    "take.state.unchanged": Entry("不变", "unchanged"),
    "take.state.wrong": Entry("有误", "wrong"),
    "take.survey": Entry(
        "问卷“{survey}” {whom}：有效答卷 {number} 份，平均 {mean}（满分 {out_of}）",
        "survey “{survey}”, {whom}: {number:answer|answers}, mean {mean} of {out_of}",
    ),
    "take.done": Entry("已写入：{paths}", "written: {paths}"),
    "take.nothing": Entry("没有要登记的。", "There is nothing to record."),
    "take.part": Entry(
        "有误的 {number} 行没有登记。", "{number:row was|rows were} wrong and not recorded."
    ),
    "take.annotated": Entry("已批注：{path}", "annotated: {path}"),
    "take.unmarked": Entry(
        "{path} 的结构特殊，批注写不进去；请看上面的说明，或另存一份再导入。",
        "{path} is built too oddly to be annotated; see above, or save it anew and import that.",
    ),
    "take.ask": Entry("写入以上修改？", "Write these changes?"),
    "take.not-written": Entry("没有写入。", "Nothing was written."),
    "take.wrong": Entry(
        "没有写入：有误的 {number} 行要先改正；--partial 只登记没有问题的行。",
        "Nothing was written: {number:row is|rows are} wrong. --partial records the others.",
    ),
    "take.blocked": Entry(
        "没有写入：上面的错误不属于某一行，要先解决。",
        "Nothing was written: errors above belong to no row and have to be solved first.",
    ),
    "refuse.take-unread": Entry(
        "没有写入：有 {number} 个文件不能读取，见上。",
        "Nothing was written: {number:file|files} cannot be read, as said above.",
    ),
    "refuse.take-ask": Entry(
        "要写入，请加 --yes；只看会怎样改，请加 --dry-run。",
        "To write, add --yes; to see what would change, add --dry-run.",
    ),
    "refuse.no-survey": Entry(
        "没有登记答卷文件（answers）的问卷“{name}”。有：{surveys}",
        "There is no survey “{name}” that reads `answers`; there are: {surveys}",
    ),
    "refuse.csv-survey": Entry(
        "{path} 是 CSV：答卷请用 --survey 写明是哪个问卷；填报表请交 .xlsx。",
        "{path} is a CSV file: of answers, say of which survey with --survey; forms are .xlsx.",
    ),
    "help.form-import": Entry(
        "把学校填好的表写进方案：先检查，显示会怎样改；有误的不写，退回批注过的原表。",
        "Put what schools filled in into the programme: checked first, shown as a diff; where something "
        "is wrong nothing is written, and the school's own file comes back annotated.",
    ),
    "help.take-files": Entry(
        "学校填好的表，或答卷的 CSV。", "Filled-in forms, or a CSV file of answers."
    ),
    "help.take-path": Entry("方案的文件夹。", "The programme's folder."),
    "help.take-yes": Entry("不询问、不预览，直接写入。", "Write without asking or showing."),
    "help.take-partial": Entry(
        "有误的行不登记，其余的登记；逐行说明。",
        "Leave out rows that are wrong and record the others.",
    ),
    "help.take-restore": Entry(
        "表中已登记、方案里却没有了的记录，按原来的编号重新登记。",
        "Record again, under their ids, records of the forms that are no longer in the programme.",
    ),
    "help.take-annotated": Entry(
        "批注过的表放进这个文件夹；默认放在原表旁边，只在有误时。",
        "Put annotated files here, also where nothing is wrong; by default beside the file, where "
        "something is.",
    ),
    "help.take-survey": Entry(
        "CSV 是这个问卷的答卷。", "The CSV file holds answers to this survey."
    ),
    "help.take-format": Entry("输出格式。", "Format of the output."),
}
