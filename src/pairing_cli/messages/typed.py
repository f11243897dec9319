"""What is said of what clerks type into cells, where it is unclear what was meant."""

from __future__ import annotations

from pairing_cli.messages.entry import Entry

_DAY = ("请写成 2020-05-12 这样的日期。", "Write a day such as 2020-05-12.")
_NUMBER = ("请只写一个数，如 12。", "Write one number, such as 12.")
_NAMES = ("请用顿号隔开，如 张三、李四。", "Part them by commas: 张三、李四.")

MESSAGES = {
    "typed.day": Entry("“{value}”看不出是哪一天", "“{value}” is no day", *_DAY),
    "typed.day-month": Entry("“{value}”只有月份，没有日", "“{value}” names no day", *_DAY),
    "typed.day-impossible": Entry(
        "“{value}”：没有这一天", "“{value}”: there is no such day", *_DAY
    ),
    "typed.day-short-year": Entry(
        "“{value}”的年份只有两位",
        "“{value}” has a year of two digits",
        "如果是 {meant}，请写全。",
        "If {meant} is meant, write that.",
    ),
    "typed.day-cut": Entry(
        "“{value}”是数字，分不清是 {month}月{first}日还是 {month}月{second}日",
        "“{value}” is a number: day {first} or day {second} of month {month}?",
        *_DAY,
    ),
    "typed.day-which-year": Entry(
        "“{value}”没有年份，{first} 年和 {last} 年都有可能",
        "“{value}” has no year; it may be in {first} or in {last}",
        *_DAY,
    ),
    "typed.day-outside": Entry(
        "“{value}”没有年份，而方案期内（{start} 至 {end}）没有这一天",
        "“{value}” has no year, and it is no day of the programme ({start} to {end})",
        *_DAY,
    ),
    "typed.day-far": Entry(
        "{day} 离方案期（{start} 至 {end}）一年以上，年份可能写错了",
        "{day} is more than a year outside the programme ({start} to {end}); the year may be mistyped",
        *_DAY,
    ),
    "typed.days-for-day": Entry(
        "“{value}”是从 {first} 到 {last} 的一段时间，这里只能填一天",
        "“{value}” is a stretch of days ({first} to {last}); one day is wanted",
        *_DAY,
    ),
    "typed.days-many": Entry(
        "“{value}”可以读成几段不同的时间",
        "“{value}” can be read as several stretches of days",
        "请写成 2020-05-12 至 2020-05-14。",
        "Write 2020-05-12 至 2020-05-14.",
    ),
    "typed.month": Entry(
        "“{value}”看不出是哪个月",
        "“{value}” is no month",
        "请写成 2020-05 或 5月。",
        "Write 2020-05 or 5月.",
    ),
    "typed.month-cut": Entry(
        "“{value}”是数字，分不清是 1 月还是 10 月",
        "“{value}” is a number: month 1 or month 10?",
        "请写成 2020-01 或 2020年10月。",
        "Write 2020-01 or 2020年10月.",
    ),
    "typed.months-for-month": Entry(
        "“{value}”是几个月，这里只能填一个月",
        "“{value}” is several months; one is wanted",
        "请每月一行。",
        "Use a row for each month.",
    ),
    "typed.number": Entry("“{value}”不是数字", "“{value}” is no number", *_NUMBER),
    "typed.number-about": Entry(
        "“{value}”是约数，这里要确切的数",
        "“{value}” is not exact; an exact number is wanted",
        *_NUMBER,
    ),
    "typed.number-range": Entry(
        "“{value}”是一个范围，这里要一个数", "“{value}” is a range; one number is wanted", *_NUMBER
    ),
    "typed.number-several": Entry(
        "“{value}”里有几个数，不知道用哪个",
        "“{value}” holds several numbers; which is meant is open",
        *_NUMBER,
    ),
    "typed.number-percent": Entry(
        "“{value}”是百分比，这里要数目", "“{value}” is a percentage; a number is wanted", *_NUMBER
    ),
    "typed.number-whole": Entry("“{value}”不是整数", "“{value}” is no whole number", *_NUMBER),
    "typed.number-negative": Entry("“{value}”小于 0", "“{value}” is below 0", *_NUMBER),
    "typed.flag": Entry(
        "“{value}”看不出是“是”还是“否”",
        "“{value}” is neither yes nor no",
        "请填 √ 或留空。",
        "Put √, or leave it blank.",
    ),
    "typed.names-others": Entry(
        "“{value}”用“等”略去了一些人或单位",
        "“{value}” leaves some out (等)",
        "请把名称写全，用顿号隔开。",
        "Name all of them, parted by 、.",
    ),
    "typed.names-blanks": Entry(
        "“{value}”中的空格看不出隔开的是哪几个名字",
        "“{value}”: it is open which names the blanks part",
        *_NAMES,
    ),
    "typed.name": Entry(
        "“{value}”不在名册里",
        "“{value}” is not registered",
        "请从下拉列表里选，或请管理员登记。",
        "Choose from the list, or ask the coordinator to register it.",
    ),
    "typed.name-near": Entry(
        "“{value}”不在名册里",
        "“{value}” is not registered",
        "如果是“{meant}”，请改正。",
        "If “{meant}” is meant, write that.",
    ),
    "typed.name-several": Entry(
        "“{value}”可能是：{candidates}",
        "“{value}” may be: {candidates}",
        "请写全称。",
        "Write the full name.",
    ),
}
