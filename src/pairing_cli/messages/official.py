"""What is said of Word files that were measured against the official form."""

from pairing_cli.messages.entry import Entry

MESSAGES: dict[str, Entry] = {
    # what was measured
    "official.paper": Entry("纸张", "paper"),
    "official.margin-top": Entry("天头", "top margin (天头)"),
    "official.margin-left": Entry("订口", "binding margin (订口)"),
    "official.type-width": Entry("版心宽", "width of the type area"),
    "official.type-height": Entry("版心高", "height of the type area"),
    "official.table-width": Entry("表格宽，不应超出版心", "table width, inside the type area"),
    "official.body-size": Entry("正文字号", "type size of the body"),
    "official.body-face": Entry("正文字体", "type face of the body"),
    "official.lines": Entry("每面行数", "lines on a page"),
    "official.characters": Entry("每行字数", "characters in a line"),
    "official.colour": Entry("文字颜色", "colour of the text"),
    "official.mark-face": Entry("发文机关标志字体", "type face of the authority's name"),
    "official.number-form": Entry("发文字号的写法", "form of the document number"),
    "official.title-size": Entry("标题字号", "type size of the title"),
    "official.title-face": Entry("标题字体", "type face of the title"),
    "official.title-align": Entry("标题位置", "place of the title"),
    "official.below-title": Entry("标题下空行", "empty lines below the title"),
    "official.addressee-left": Entry("主送机关左空", "indent of the addressee"),
    "official.addressee-colon": Entry("主送机关后的标点", "mark behind the addressee"),
    "official.first-line": Entry("自然段左空", "indent of a paragraph's first line"),
    "official.level-form": Entry("结构层次序数", "form of a heading's number"),
    "official.level1-face": Entry("一级标题字体", "type face of level 1"),
    "official.level2-face": Entry("二级标题字体", "type face of level 2"),
    "official.level3-face": Entry("三级标题字体", "type face of level 3"),
    "official.level4-face": Entry("四级标题字体", "type face of level 4"),
    "official.level-size": Entry("层次标题字号", "type size of a heading"),
    "official.attachments-blank": Entry("附件说明上空行", "empty lines above the list of annexes"),
    "official.attachments-left": Entry("附件说明左空", "indent of the list of annexes"),
    "official.attachments-colon": Entry("“附件”后的标点", "mark behind 附件"),
    "official.attachments-end": Entry("附件名称后的标点", "mark behind an annex's name"),
    "official.date-right": Entry("成文日期右空", "space right of the date"),
    "official.date-form": Entry("成文日期的写法", "form of the date"),
    "official.annex-page": Entry("附件另面编排", "annex on a new page"),
    "official.annex-label-face": Entry("“附件”字体", "type face of the annex's label"),
    "official.annex-label-size": Entry("“附件”字号", "type size of the annex's label"),
    "official.annex-label-form": Entry("“附件”的写法", "form of the annex's label"),
    "official.label-wanted": Entry("附件1（后面不加标点）", "附件1, with no mark behind it"),
    "official.annex-label-left": Entry("“附件”左空", "indent of the annex's label"),
    "official.annex-title-line": Entry("附件标题所在行", "line of the annex's title"),
    "official.annex-title-align": Entry("附件标题位置", "place of the annex's title"),
    "official.page-number": Entry("页码", "page number"),
    "official.page-number-size": Entry("页码字号", "type size of the page number"),
    "official.page-number-face": Entry("页码字体", "type face of the page number"),
    "official.page-number-dashes": Entry("页码左右的一字线", "dashes beside the page number"),
    "official.page-number-sides": Entry("单双页的页码", "page numbers of odd and even pages"),
    "official.page-number-odd": Entry("单页码位置", "page number on odd pages"),
    "official.page-number-even": Entry("双页码位置", "page number on even pages"),
    "official.page-number-height": Entry(
        "一字线距版心下边缘", "dashes of the page number below the type area"
    ),
    "official.page-number-turned": Entry("横表的页码位置", "page number of a landscape page"),
    "official.bold": Entry("标题加粗", "bold headings"),
    "official.keep-next": Entry("标题与下段同页", "heading kept with what follows"),
    "official.east-asian": Entry("中文字体未指定", "no font for Chinese text"),
    # where
    "official.at-section": Entry("第{number}节", "section {number}"),
    "official.at-paragraph": Entry("第{number}段“{words}”", "paragraph {number} “{words}”"),
    "official.at-table": Entry("第{number}个表格", "table {number}"),
    # how much it is
    "official.mm": Entry("{number} mm", "{number} mm"),
    "official.by": Entry("{width} × {height}", "{width} × {height}"),
    "official.count": Entry("{number} 字", "{number} characters"),
    "official.size": Entry("{name}（{points} 磅）", "{points} pt ({name})"),
    "official.points": Entry("{points} 磅", "{points} pt"),
    "official.no-font": Entry("未指定", "none named"),
    "official.none": Entry("无", "none"),
    "official.alike": Entry("单双页相同", "alike on odd and even pages"),
    "official.outside": Entry("单页居右、双页居左", "right on odd pages, left on even ones"),
    "official.long-edge": Entry("在长边", "at the long edge"),
    "official.short-edge": Entry(
        "与其他页一致（在短边）", "where other pages have it, at the short edge"
    ),
    "official.aligned": Entry("居{side}，空 {space}", "{side}, {space} from the edge"),
    "official.left": Entry("左", "left"),
    "official.right": Entry("右", "right"),
    "official.center": Entry("中", "centred"),
    "official.both": Entry("两端对齐", "justified"),
    "official.bold-on": Entry("加粗", "bold"),
    "official.bold-off": Entry("不加粗", "not bold"),
    "official.parted": Entry("可能留在页末", "may stay behind at a page's end"),
    "official.kept": Entry("“与下段同页”", "“keep with next”"),
    "official.black": Entry("黑色", "black"),
    "official.no-pitch": Entry("行距未固定", "no fixed line pitch"),
    "official.number-form-wanted": Entry(
        "高教发〔2020〕5号 的写法（六角括号，不编虚位，不加“第”）",
        "such as 高教发〔2020〕5号: these brackets, no zeros before, no 第",
    ),
    "official.date-form-wanted": Entry(
        "2020年5月5日 的写法（阿拉伯数字，不编虚位）",
        "such as 2020年5月5日: Arabic digits, no zeros before",
    ),
    "official.date-right-wanted": Entry("2 至 4 字", "2 to 4 characters"),
    "official.same-page": Entry("接排", "run on"),
    "official.new-page": Entry("另面", "a new page"),
    # what is said
    "strength.required": Entry("规定", "required"),
    "strength.usual": Entry("一般", "usual"),
    "strength.recommended": Entry("推荐", "recommended"),
    "strength.practice": Entry("实务", "practice"),
    "official.says": Entry(
        "{what}：实为{measured}，{strength}为{wanted}", "{what}: {measured}; {strength}: {wanted}"
    ),
    "official.more": Entry("（另有 {number} 处）", " (and {number:other place|other places})"),
    "official.summary": Entry(
        "{file}：与规定不符 {required} 项，与一般 {usual} 项，与推荐 {recommended} 项，与实务 {practice} 项。",
        "{file}: departs from what is required {required:time|times}, usual {usual:time|times}, "
        "recommended {recommended:time|times}, practice {practice:time|times}.",
    ),
    "official.conforms": Entry(
        "{file}：量到的各项均与 GB/T 9704-2012 相符。",
        "{file}: all that was measured is as GB/T 9704-2012 has it.",
    ),
    # files that cannot be measured
    "unreadable.large": Entry(
        "{file} 太大：不得超过 {limit} MB。", "{file} is too large: at most {limit} MB."
    ),
    "unreadable.unpacks": Entry(
        "{file} 的内容太多：一个部分解压后不得超过 {limit} MB。",
        "{file} holds too much: one part may unpack to {limit} MB at most.",
    ),
    "unreadable.long": Entry(
        "{file} 太长：不得超过 {limit} 段。", "{file} is too long: at most {limit} paragraphs."
    ),
    "unreadable.old": Entry(
        "{file} 是旧版 .doc，或加了密码：请另存为不加密的 .docx。",
        "{file} is an old .doc or has a password: save it as .docx without one.",
    ),
    "unreadable.locked": Entry(
        "{file} 加了密码，读不了。", "{file} has a password and cannot be read."
    ),
    "unreadable.damaged": Entry(
        "{file} 不是 Word 文件，或已损坏。", "{file} is no Word file, or is damaged."
    ),
    "unreadable.not-word": Entry("{file} 里没有 Word 正文。", "{file} holds no Word document."),
    "unreadable.strict": Entry(
        "{file} 是“严格的 Open XML”：请另存为普通 .docx。",
        "{file} is “Strict Open XML”: save it as an ordinary .docx.",
    ),
    "unreadable.entities": Entry(
        "{file} 含有实体定义或不是 UTF-8，Word 不会这样写，不予读取。",
        "{file} defines entities or is not in UTF-8, as Word never writes; it is not read.",
    ),
    "refuse.lint-alone": Entry(
        "--lint 量已有的 Word 文件，不能同时出报表。",
        "--lint measures Word files that exist; it does not go with a report to make.",
    ),
    "refuse.read": Entry("读不了 {path}：{why}", "Cannot read {path}: {why}"),
    "help.lint": Entry(
        "不出报表，量这个 Word 文件是否合乎公文格式（GB/T 9704-2012）；可写多次。",
        "Make no report but measure this Word file against the official form (GB/T 9704-2012); repeatable.",
    ),
}
