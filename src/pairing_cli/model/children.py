"""Names of children, which do not belong into files, and what stands for a name that is not shown."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain, product
from typing import NamedTuple

_PUPILS = frozenset({"pupil", "pupils", "student", "students", "child", "children", "kid", "kids"})
_PUPILS_END = (
    "学生",
    "小学生",
    "中学生",
    "儿童",
    "幼儿",
    "孩子",
    "孤儿",
    "贫困生",
    "困难生",
    "学童",
)
_GROWN_UP = ("大学生", "研究生", "师范学生")


def is_pupil(word: str | None) -> bool:
    """Whether a role, a post or a mark says that somebody is a child at school."""
    plain = (word or "").strip().casefold()
    if plain.endswith(_GROWN_UP):
        return False
    return plain in _PUPILS or plain.endswith(_PUPILS_END)


_SURNAMES = (
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾"
    "丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤"
    "尹黎易常武乔贺赖龚文庞樊兰殷施陶洪翟安颜倪严牛温芦季俞章鲁葛伍韦申尤毕聂丛焦向柳邢路岳齐梅"
    "莫庄辛管祝左涂谷祁时舒耿牟卜詹关苗凌费纪靳盛童欧甄项曲成游裴席卫查屈鲍位覃霍翁隋植甘景薄单"
    "包司柏宁柯阮桂闵阳解强柴华车冉房边辜吉饶刁瞿戚丘古米池滕晋苑邬臧畅宫来嵺苟全褚廉简娄盖符奚"
    "木穆党燕郎邸冀谈姬屠连郜晏栾郁商蒙计喻揭窦迟宇敖糜鄢冷卓花仇艾蓝都巩稽井练仲乐虞卞封竺冼原"
    "官衣楚佟栗匡宗应台巫鞠僧桑荆谌银扬明沙伏岑习胥保和蔺"
)
_DOUBLE = (
    "欧阳",
    "上官",
    "司马",
    "诸葛",
    "东方",
    "皇甫",
    "尉迟",
    "公孙",
    "慕容",
    "令狐",
    "夏侯",
    "司徒",
    "端木",
)
_HAN = "\u4e00-\u9fff"
_NAME = rf"(?:(?:{'|'.join(_DOUBLE)})[{_HAN}]{{1,2}}|[{_SURNAMES}][{_HAN}]{{1,2}})(?![{_HAN}])"
_ONE = re.compile(rf"(?<![{_HAN}])({_NAME})")
_NOTED = r"(?:[（(][^（()）\n]{0,12}[）)])?"
_BETWEEN = r"(?:[ \u3000]*[、，,；;/][ \u3000]*|[ \u3000]{1,9}|[ ]*\n[ ]*(?:-[ ])?)"
_CHILDREN = ("学生", "儿童", "幼儿", "孩子", "孤儿", "贫困生", "困难生", "受助", "资助", "救助")
_IN_CHILDREN = ("学生", "儿", "孩子", "困生", "难生", "助")
"""Parts of them, so that each has one; looking for these is quicker."""

_LIST = re.compile(
    rf"(?P<lead>(?:{'|'.join(_CHILDREN)})[^。；;、，,\n]{{0,16}}?)[：:（( \n\u3000]{{1,9}}(?:-[ ])?"
    rf"(?P<names>{_NAME}{_NOTED}(?:{_BETWEEN}{_NAME}{_NOTED}){{2,}})"
)
_OTHERS = re.compile(
    "教师|老师|校长|园长|家长|干部|专家|领导|主任|负责人|捐赠人|捐款人|志愿者|指导|大学"
)
"""Words that say that those who follow are no children."""

_NO_NAMES = frozenset(
    """安全 文化 文明 方法 方面 方案 成长 成绩 成果 时间 平时 高一 高二 高三 高中 康复 关爱 关心 温暖 健康
    心理 卫生 计算机 计划 管理 常规 路费 车费 包书 书包 应急 强化 全面 全体 全部 和谐 明德 花名册 任务 宋体
    华文 石油 金额 单价 计量 查阅 文具 文具盒 毛笔 毛巾 白纸 水彩笔 食用油""".split()  # noqa: SIM905
)
_NO_END = frozenset("县市区镇乡村校园班组室科股局处队会课书费款袋盒支件套元")
"""What ends a name of a place or a thing."""


class Listed(NamedTuple):
    """A list of children's names in a text: where it begins, and each name with where it stands."""

    offset: int
    names: tuple[tuple[int, str], ...]


def lists_of_children(text: str) -> Iterator[Listed]:
    """Each list of three names or more behind a word for children, as aid is recorded.

    A name is a surname with one or two characters. A list in which anything else stands is none.
    """
    if not any(part in text for part in _IN_CHILDREN):
        return
    for found in _LIST.finditer(text):
        names = tuple(
            (found.start("names") + each.start(), each[1])
            for each in _ONE.finditer(re.sub(r"[（(][^（()）\n]*[）)]", _blanked, found["names"]))
        )
        if _OTHERS.search(found["lead"]) is None and all(_is_name(name) for _, name in names):
            yield Listed(found.start("names"), names)


def _blanked(found: re.Match[str]) -> str:
    return " " * len(found[0])


def _is_name(name: str) -> bool:
    return name not in _NO_NAMES and name[-1] not in _NO_END


def veiled(name: str) -> str:
    """A name of which only the surname is shown: 王某某. As long as the name; blanks stay."""
    return _with(name, "某" if _is_chinese(name) else "*")


def _is_chinese(name: str) -> bool:
    return "\u4e00" <= name[:1] <= "\u9fff"


def _with(name: str, letters: str) -> str:
    """A name with everything behind its surname replaced, by letters that are used in turn."""
    kept = 2 if name.startswith(_DOUBLE) and len(name) > 2 else 1
    stands = chain.from_iterable(iter(lambda: letters, None))
    return name[:kept] + "".join(each if each.isspace() else next(stands) for each in name[kept:])


_STEMS = "某甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥"


def stand_ins(names: Iterable[str], before: Mapping[str, str]) -> dict[str, str]:
    """For each name another that shows the surname only; for different names different ones.

    ``before`` are those that there are already; they stay.

    王某某, then 王某甲, 王某乙, …; so that counting people counts the same. Those of two characters have two
    dozen for each surname, and then repeat.
    """
    found, taken = dict(before), set(before.values())
    for name in (each for each in dict.fromkeys(names) if each not in before):
        letters = _STEMS if _is_chinese(name) else "*-+·~^"
        size = min(len(name) - 1, 2)
        every = (_with(name, "".join(each)) for each in product(letters, repeat=size))
        found[name] = next((each for each in every if each not in taken), veiled(name))
        taken.add(found[name])
    return found
