"""What is said of whatever identifies people: numbers, addresses, names of children, places."""

from __future__ import annotations

from pairing_cli.messages.entry import Entry, Guide

MESSAGES = {
    "V001": Entry(
        "疑似身份证号 {masked}",
        "this looks like a national ID number: {masked}",
        "请删去。已经提交的，历史里还在，见 docs/privacy.md。",
        "Remove it. If it is committed, history keeps it: see docs/privacy.md.",
    ),
    "V002": Entry(
        "疑似手机号 {masked}",
        "this looks like a mobile number: {masked}",
        "请删去；确实公开的号码，照此写法列入方案的 privacy.allow，并写明原因。",
        "Remove it; if it is published, list it as shown under privacy.allow, with the reason.",
    ),
    "V003": Entry(
        "疑似银行卡号 {masked}",
        "this looks like the number of a bank card: {masked}",
        "请删去；发放资助的账号由学校保存，不要放进仓库。",
        "Remove it; accounts into which aid is paid stay with the school.",
    ),
    "V004": Entry(
        "疑似个人邮箱 {masked}",
        "this looks like a private mail address: {masked}",
        "请删去；单位公布的邮箱，照此写法列入方案的 privacy.allow，并写明原因。",
        "Remove it; if it is the office's own, list it as shown under privacy.allow, with the reason.",
    ),
    "V005": Entry(
        "照片“{path}”里有拍摄地点",
        "the photograph “{path}” says where it was taken",
        "请先去掉照片的位置信息再放进来；已经提交的，见 docs/privacy.md。",
        "Remove the place before adding it; if it is committed, see docs/privacy.md.",
    ),
    "V006": Entry(
        "疑似学生名单（{number}人）：{masked}",
        "this looks like a list of children, {number} of them: {masked}",
        "请改为人数；名单由学校保存，见 docs/privacy.md。",
        "Write how many; the list stays with the school: see docs/privacy.md.",
    ),
    "V007": Entry(
        "记下了学生的姓名：{masked}",
        "a child is named: {masked}",
        "请改为人数（count）；名单由学校保存。",
        "Write how many (count); the list stays with the school.",
    ),
    "V008": Entry(
        "“{value}”的例外没有用到",
        "nothing needs the allowance for “{value}”",
        "请删去；如仍需要，照核查提示里遮盖后的写法改正。",
        "Take it out; if it is needed, write it masked as the finding shows it.",
    ),
    "W015": Entry(
        "模板里疑似有个人信息：{masked}",
        "the form seems to hold something personal: {masked}",
        "请删去；报表印出来时会遮盖。确实公开的，照此写法列入方案的 privacy.allow。",
        "Remove it; documents show it masked. If it is published, list it so under privacy.allow.",
    ),
}

GUIDES = {
    "V001": Guide(
        "文件里没有身份证号。",
        "提交进 git 的内容会一直留在历史里。十五位的旧号、学籍号（G 加身份证号）、全角或分段写的也算。",
        "Files hold no national ID numbers.",
        "Whatever is committed stays in git's history. Old ones of 15 digits, school record numbers (G and "
        "the ID number), and those in full-width digits or in groups are found too.",
    ),
    "V002": Guide(
        "文件里没有手机号。",
        "固定电话和 400 电话不算。",
        "Files hold no mobile numbers.",
        "Office telephones (0936-…, 400…) are none.",
    ),
    "V003": Guide(
        "文件里没有银行卡号。",
        "位数、开头和校验位都对的才算，金额、日期、文号不会误报。",
        "Files hold no bank card numbers.",
        "Told by length, beginning and check digit, so that amounts, dates and document numbers are none.",
    ),
    "V004": Guide(
        "文件里没有个人邮箱。",
        "只认 qq.com、163.com 这类人人可注册的邮箱，单位自己的域名不算。",
        "Files hold no private mail addresses.",
        "Those of providers that give one to anybody; an authority's own domain is none.",
    ),
    "V005": Guide(
        "照片里没有拍摄地点。",
        "手机会把经纬度写进每张照片，精确到几米，在学生家里拍的也一样。放进来之前请去掉；报表里的照片不带这些信息。",
    ),
    "V006": Guide(
        "文字里没有学生名单。",
        "“受助学生”一类的词后面连着三个以上姓名，就当作名单；单个姓名、前面没有这类词的，查不出来。",
        "Texts hold no lists of children's names.",
        "Three names or more behind a word for children are a list. A single name, or a list without such "
        "a word, is not found.",
    ),
    "V007": Guide(
        "学生只记人数，不记姓名。",
        "谁受了帮助、为什么，只有学校该知道，签领名单由学校保存。姓名在任何输出里都不出现，只留姓。"
        "按参加人员的身份，或人员的职务、层次、标记辨认。",
    ),
    "V008": Guide(
        "每条个人信息例外都用得上。",
        "所指的内容已经不在，或写法不符：请照核查提示里遮盖后的写法写。用不上的请删去，免得日后误放。",
    ),
    "W015": Guide(
        "模板里没有身份证号、手机号、银行卡号和个人邮箱。",
        "模板的文字会印在每一份文件上。没有列为例外的，印出来时遮盖。",
        "A form holds no ID, mobile or card numbers and no private mail addresses.",
        "What stands in a form is printed on every document; what is not allowed is masked there.",
    ),
}
