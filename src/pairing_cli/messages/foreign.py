"""What is said of tables of somebody's own, and of the pictures and files that come with forms."""

from pairing_cli.messages.entry import Entry

MESSAGES: dict[str, Entry] = {
    "collection.tables": Entry("列对照", "table of somebody's own"),
    "help.form-map": Entry(
        "学校自己的表（Excel 或 Word）：看出是哪种表、每一列是什么，记下来供导入时用。",
        "Somebody's own table (Excel or Word): see which form it is and which column is which, and "
        "keep that for importing.",
    ),
    "help.form-map-file": Entry("学校自己的 .xlsx 或 .docx 文件。", "Their .xlsx or .docx file."),
    "help.form-map-form": Entry(
        "当作这种表，如 activities；不写则看哪种最像。",
        "Take it for this form, such as activities; by default the one it looks most like.",
    ),
    "help.form-map-sheet": Entry(
        "只看这张表（工作表名，或 Word 里第几个表）。",
        "Only this sheet; of a Word file the number of the table.",
    ),
    "help.form-map-column": Entry(
        "改一列：列号=表单的列，如 3=名称；3=- 为不导入。可重复。",
        "Correct a column: its number=column of the form, such as 3=title; 3=- is not read. "
        "May be repeated.",
    ),
    "help.form-map-yes": Entry("不再询问，直接保存。", "Save without asking."),
    "help.take-attachments": Entry(
        "随表交来的附件：一个文件夹，或一个 .zip。",
        "The files that came with the forms: a folder, or a .zip archive.",
    ),
    "metavar.folder-or-zip": Entry("文件夹或zip", "folder or zip"),
    "help.form-path": Entry("方案所在的文件夹。", "The programme's folder."),
    "metavar.column": Entry("列号=列", "number=column"),
    "metavar.sheet": Entry("表名", "sheet"),
    "map.table": Entry(
        "“{sheet}”像是：{title}（{form}）", "“{sheet}” looks like: {title} ({form})"
    ),
    "map.known": Entry(
        "“{sheet}”的表头已经记在“{id}”里：{title}（{form}）",
        "the header of “{sheet}” is recorded already as “{id}”: {title} ({form})",
    ),
    "map.no-form": Entry("“{sheet}”不像任何一种表。", "“{sheet}” looks like no form."),
    "map.column": Entry("列", "Col."),
    "map.header": Entry("表头", "Header"),
    "map.as": Entry("对应列", "Column of the form"),
    "map.sample": Entry("例", "Example"),
    "map.unread": Entry("（不导入）", "(not read)"),
    "map.sure": Entry("{title}", "{title}"),
    "map.unsure": Entry("{title}？", "{title}?"),
    "map.missing": Entry(
        "表里没有、但每一行都要有的列：{columns}。导入时这些行会被指出来。",
        "The form needs columns that the table has not: {columns}. The import will point at it.",
    ),
    "map.by-title": Entry(
        "所属结对看表前的学校名称。", "The pairing is known by the school named above the table."
    ),
    "map.ask": Entry(
        "保存吗？y 保存，n 不保存；或改一列，如 3=名称、3=-（不导入）",
        "Save? y, n; or correct a column, such as 3=title or 3=- (not read)",
    ),
    "map.done": Entry(
        "已把“{id}”的列对照写入 {path}；同样表头的表以后直接导入。",
        "Wrote how “{id}” is read to {path}; tables of that header import by it from now on.",
    ),
    "map.same": Entry("“{id}”已经这样记着，没有改动。", "“{id}” is recorded so already."),
    "map.own": Entry(
        "{file} 是本工具生成的表，直接用 pairing form import 导入。",
        "{file} is a form that was made here: import it with pairing form import.",
    ),
    "refuse.form-file": Entry("{path}：{why}", "{path}: {why}"),
    "refuse.map-nothing": Entry(
        "{file} 里没有哪张表像本方案的表；用 --form 指明当作哪种表：{allowed}",
        "No table in {file} looks like a form of this programme; say which with --form: {allowed}",
    ),
    "refuse.map-column": Entry(
        "“{value}”改不了列：要写成 列号=列名，列名有：{allowed}",
        "“{value}” corrects no column: write number=column; there are: {allowed}",
    ),
    "refuse.map-many": Entry(
        "{file} 里有几张表（{sheets}）：要改列，请用 --sheet 指明是哪一张。",
        "{file} holds several tables ({sheets}): say with --sheet whose columns to correct.",
    ),
    "refuse.map-ask": Entry(
        "没有终端可以询问：看过上面的对照后加 --yes 保存，或用 --column 改列。",
        "There is no terminal to ask on: look at the proposal, then save it with --yes, or correct "
        "it with --column.",
    ),
    "refuse.no-sheet": Entry(
        "{file} 里没有“{name}”这张表；有：{sheets}",
        "There is no sheet “{name}” in {file}; there are: {sheets}",
    ),
    "refuse.table-column": Entry(
        "列对照“{table}”写的“{name}”不是表单的表或列；改正它，或重新运行 pairing form map。",
        "“{table}” names “{name}”, which is no form or column of one; correct it, or run pairing "
        "form map again.",
    ),
    "form.table-pairing": Entry(
        "看不出这张表是哪个结对的；请在表前的标题里写明学校名称。",
        "It is not said whose table this is; name the school in the title above it.",
    ),
    "form.table-pairings": Entry(
        "看不出这张表是哪个结对的，可能是：{pairings}；请在表前写明。",
        "Whose table this is can be read in several ways: {pairings}; say which above it.",
    ),
    "form.table-whose": Entry(
        "看不出这张自评表是谁的，或考核细则没有要它自评；请在表前的标题里写明学校名称。",
        "It is not said whose self-rating this is, or the rubric asks them for none; name the school "
        "in the title above the table.",
    ),
    "form.table-item": Entry(
        "“{item}”不是考核细则里要自评的项目，这里的分没有导入。",
        "“{item}” is no item that is to be self-rated; these points are not imported.",
    ),
    "form.table-points": Entry(
        "这一项的分已经写在 {first}，{second} 又写了一个；一项只写一个分。",
        "The points of this item stand in {first} already, and again in {second}; write one figure.",
    ),
    "form.file-none": Entry(
        "没有收到“{name}”：请把附件放进一个文件夹或压缩包，用 --attachments 指明",
        "“{name}” did not come with the form; put the attachments into a folder or zip archive and "
        "name it with --attachments",
    ),
    "form.file-missing": Entry("附件里没有“{name}”", "there is no “{name}” among the attachments"),
    "form.file-near": Entry(
        "附件里没有“{name}”，是不是“{meant}”？",
        "there is no “{name}” among the attachments; is “{meant}” meant?",
    ),
    "form.file-several": Entry(
        "附件里有几个“{name}”：{names}；请写明文件夹或扩展名",
        "several attachments are called “{name}”: {names}; add the folder or the ending",
    ),
    "form.file-ending": Entry(
        "“{name}”看不出是什么文件，没有收；请改成照片、PDF 或 Office 文件",
        "“{name}” is of no known kind and was not taken; send a photograph, a PDF or an Office file",
    ),
    "form.file-same": Entry(
        "{name} 与 {path} 是同一个文件，没有另存。",
        "{name} is the same file as {path}; it is not kept twice.",
    ),
    "form.files-unnamed": Entry(
        "附件中有 {number} 个文件没有哪一行提到，没有收：{names}",
        "{number} attachments are named in no row and were not taken: {names}",
    ),
    "form.picture-nowhere": Entry(
        "{where} 的图片不在哪一行里，没有收。",
        "The picture at {where} stands in no row; it was not taken.",
    ),
    "form.picture-no-files": Entry(
        "{where} 的图片没有收：这张表的行不带文件。",
        "The picture at {where} was not taken: rows of this form have no files.",
    ),
    "form.pictures-none": Entry(
        "没有收这一行的照片：考核细则没有要求“{kind}”交照片；请在材料报送表里填一行，把照片放在那一行",
        "the pictures of this row were not taken: the rubric asks for none of “{kind}”; put them beside "
        "a row of 材料报送 that says what they are",
    ),
    "form.pictures-several": Entry(
        "没有收这一行的照片：分不清是哪种资料（{types}）；请在材料报送表里填一行，把照片放在那一行",
        "the pictures of this row were not taken: they may be any of {types}; put them beside a row of "
        "材料报送 that says what they are",
    ),
    "form.pictures-whose": Entry(
        "没有收这一行的照片：看不出由哪个单位报送；请在材料报送表里填一行，把照片放在那一行",
        "the pictures of this row were not taken: it is not said who hands them in; put them beside a "
        "row of 材料报送",
    ),
}
"""Words of `pairing form map`, of tables that it knows, and of evidence that comes with forms."""
