"""What is said of official texts: what is wrong with them, and which of their numbers are unknown."""

from pairing_cli.messages.entry import Entry, Guide

MESSAGES = {
    "C001": Entry(
        "定稿的方案里还有占位符“{text}”",
        "a placeholder is left in a final programme: “{text}”",
        "请填写实际内容，或把 status 改成 draft。",
        "Fill it in, or set status to draft.",
    ),
    "C002": Entry(
        "“{clause}”的矛盾还没有采用的读法",
        "the contradiction in “{clause}” has no reading yet",
        "请填写 reading 和 decided_by。",
        "Fill in reading and decided_by.",
    ),
    "D001": Entry(
        "文稿里的 {{{name}}} 没有对应的数{hint}",
        "the text says {{{name}}}, which is none of its numbers{hint}",
        "请在 numbers 里加上这个编号，或改正文稿。",
        "Add it to numbers, or correct the text.",
    ),
    "D001.party": Entry(
        "只有结对协议和责任书才能写 {{{name}}}",
        "{{{name}}} can only be said in an agreement or a pledge",
        "师徒一方的词还要写 each: mentorship；否则请写出名称。",
        "The words of a teacher pair also need each: mentorship. Otherwise write the name.",
    ),
    "D001.brace": Entry(
        "文稿里多出一个“{brace}”，会照样印出来",
        "a brace {brace} is left over and would be printed",
        "数写成半角的 {{编号}}；花括号里不能再有花括号，也不能换行。",
        "Numbers are written {{id}}, in one line, with plain braces.",
    ),
    "D002": Entry(
        "数“{name}”没有写进文稿",
        "the number “{name}” is not stated in the text",
        "请在文稿里写 {{{name}}}，或删去这个数。",
        "Write {{{name}}} in the text, or delete the number.",
    ),
    "D002.twice": Entry(
        "编号“{name}”已经有了，印出来的只会是其中一个",
        "“{name}” is already the id of another number or a word of the form",
        "请换一个编号。",
        "Choose another id.",
    ),
    "D003": Entry(
        "没有“{line}”这一行指标{hint}",
        "no target has a line “{line}”{hint}",
        "写法同 pairing quota --format json 的 id。",
        "Lines are named as pairing quota --format json names them.",
    ),
    "D004": Entry(
        "不知道附件“{name}”是什么{hint}",
        "there is no annex “{name}”{hint}",
        "可写 leading-group、pairing-table、plan-table、rubric、quotas，或计划表（schedules）的编号。",
        "An annex is leading-group, pairing-table, plan-table, rubric, quotas, or a schedule's id.",
    ),
    "D004.empty": Entry(
        "附件“{name}”没有内容：方案里没有这方面的数据",
        "the annex “{name}” would be empty: the programme has no data for it",
        "请补上数据，或从 annexes 里删去。",
        "Add the data, or delete it from annexes.",
    ),
    "D005": Entry(
        "“{text}”这一条跳了级",
        "the clause “{text}” skips a level",
        "# 之下用 ##；只有两级的文稿，# 之下可以一律用 ###。",
        "Below # comes ##; in a text of two levels, always ###.",
    ),
    "D005.mixed": Entry(
        "“{text}”与同一条下的其他条不同级",
        "the clause “{text}” is not at the level of its siblings",
        "同一条之下，# 的个数要一致。",
        "Give siblings the same number of #.",
    ),
    "D005.deep": Entry(
        "“{text}”太深：最多四级",
        "the clause “{text}” is too deep: there are four levels",
        "请改用 #### 以内。",
        "Use #### at most.",
    ),
    "D006": Entry(
        "“{text}”的序号是手写的，会印两次",
        "“{text}” has a number typed by hand, which would be printed twice",
        "请删去序号，工具会自动编排。",
        "Delete it: the tool numbers clauses.",
    ),
    "unknown.nothing": Entry("没有相关的记录", "nothing is recorded"),
    "unknown.no-data": Entry("没有登记这个数", "nobody has entered it"),
    "unknown.no-line": Entry("没有“{line}”这一行指标", "no target has a line “{line}”"),
    "unknown.not-asked": Entry("这个指标没有定数", "the target asks for no number"),
    "unknown.not-planned": Entry("没有计划", "nothing is planned"),
    "unknown.not-begun": Entry("{day} 才开始", "it begins only on {day}"),
    "unknown.head": Entry(
        "还有 {number} 处不知道，文件里留了空：",
        "{number:blank is|blanks are} left, for what is not known:",
    ),
    "unknown.line": Entry("{file}：{name}（{at}）：{why}", "{file}: {name} ({at}): {why}"),
}

GUIDES = {
    "C001": Guide(
        "定稿的方案里没有占位符。",
        "xx县、____、**学校、另见详细方案、TBD 都是没填完的地方。请填写，或改为 draft。",
    ),
    "C002": Guide("记下的每处矛盾都有采用的读法。", "没有定下读法，指标和得分就建立在猜测上。"),
    "D001": Guide(
        "文稿花括号里的，不是它的一个数，就是它这种文书的一个词。",
        "{编号} 对应 numbers 里的一项；协议和责任书还可以写 {helper}、{helped} 等。其他花括号会照样印出来。",
    ),
    "D002": Guide(
        "文稿的每个数都写进了正文，编号也不重复。",
        "没有写进正文的数，不是忘了，就是旧稿剩下的。编号相同的两个数只会印出一个。",
    ),
    "D003": Guide(
        "取自指标的数，指标表里都有这一行。",
        "行的写法同 pairing quota --format json：指标编号、方括号里的范围、逐级的分项编号，"
        "如 placements[2018].teachers。",
    ),
    "D004": Guide(
        "文稿的附件都认得，方案里也都有数据。",
        "写了附件却是空的，会原样发到各校。",
    ),
    "D005": Guide(
        "文稿的条目逐级展开，同一条下的各条同级。",
        "# 之下用 ##；只有两级的文稿可以用 ###（一、之下直接用 1.），但要一直用。",
    ),
    "D006": Guide(
        "文稿条目的序号不手写。",
        "一、（一）1.（1）由工具编排；手写的会印两次，增删条目后也会错。",
    ),
}
