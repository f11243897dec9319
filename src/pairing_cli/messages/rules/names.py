"""What the rules say of names, and of what they refer to."""

from pairing_cli.messages.entry import Entry, Guide

MESSAGES = {
    "R001": Entry(
        "没有名为“{name}”的{what}{hint}",
        "there is no {what} called “{name}”{hint}",
        "请改正名称；简称可以加进 aliases。",
        "Correct the name, or add it as an alias.",
    ),
    "R001.no-alias": Entry(
        "没有名为“{name}”的{what}{hint}",
        "there is no {what} called “{name}”{hint}",
        "请改正名称，或补上登记。",
        "Correct the name, or add the record.",
    ),
    "R002": Entry(
        "{what}“{name}”重复，{first} 已有",
        "the {what} “{name}” is already there: {first}",
        "重复登记的，删去一条；不是同一个的，给其中一个写上不同的编号 id。",
        "If it is the same, delete one; if not, give one of them an id of its own.",
    ),
    "R003": Entry(
        "“{name}”可能指几个：{keys}",
        "“{name}” may mean several: {keys}",
        "请写全称或编号。",
        "Write the full title or the id.",
    ),
    "R004": Entry(
        "{what}编号“{name}”与“{other}”只差大小写、空格或全半角",
        "the {what} id “{name}” differs from “{other}” only in case, blanks or width",
        "请换一个看得出区别的编号。",
        "Choose one that people can tell apart.",
    ),
    "R005": Entry(
        "{what}的名称“{name}”与“{other}”共用",
        "the {what} name “{name}” is also one of “{other}”",
        "请改掉其中一个，否则两边都不能用它来指称。",
        "Change one of them; as it is, neither can be referred to by it.",
    ),
    "R013": Entry(
        "一个文件夹只能有一个方案，{first} 已有",
        "a folder holds one programme; there is one already: {first}",
        "请合并，或把另一个方案放进自己的文件夹。",
        "Merge the two, or give the other one a folder of its own.",
    ),
    "R013.none": Entry(
        "这个文件夹里没有读到 programme（方案）",
        "no programme was found in this folder",
        "请在其中一个文件里写 programme:，写法见 pairing rules R013。",
        "Write programme: into one of its files; pairing rules R013 shows how.",
    ),
}

GUIDES = {
    "R001": Guide(
        "记录中提到的名称都有对应的登记。",
        "记录用编号、名称或别名指称学校、结对、类别、资料类型、人员和学期。"
        "名称对不上，这条记录就会悄悄漏算。请补上登记或改正名称；"
        "单位、工作类别、资料类型的简称可以加为别名。",
    ),
    "R002": Guide(
        "同一类记录的编号不重复。",
        "两个分支各加一条同编号的记录，合并时不会冲突，但有一条会漏算。"
        "请换一个编号，例如 结对-日期-类别。",
    ),
    "R003": Guide(
        "提到的名称只对应一条记录。",
        "“中心小学”这样的简称、重名的人，可能指几个。请写编号或全称。",
    ),
    "R004": Guide(
        "编号之间的区别不只是大小写、空格或全半角。",
        "人和某些文件系统都分不清 Xijie-1 和 xijie-1。请换一个。",
    ),
    "R005": Guide("一个名称或别名只属于一条记录。", "两条记录共用的名称，对哪一条都不能用。"),
    "R013": Guide("一个文件夹有且只有一个方案。", en="A folder holds exactly one programme."),
}
