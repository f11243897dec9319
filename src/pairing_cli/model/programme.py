"""The programme itself (方案): its period, terms, parties, rules of reporting, and readings."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from pairing_cli.model.allowances import Privacy
from pairing_cli.model.base import Record
from pairing_cli.model.scalars import Day, DaysField, Doc, Flag, Id, Name, OneOrMany, Text


class Side(StrEnum):
    """The two sides of a pairing: 帮扶方 and 受援方."""

    HELPER = "helper"
    HELPED = "helped"

    @property
    def other(self) -> Side:
        """The opposite side."""
        return Side.HELPED if self is Side.HELPER else Side.HELPER


class Language(StrEnum):
    """The language of a programme's messages and reports."""

    ZH = "zh"
    EN = "en"


class Status(StrEnum):
    """Whether a programme is still being drafted. Placeholders are errors only in a final one."""

    DRAFT = "draft"
    FINAL = "final"


class NotHeld(StrEnum):
    """When an activity is deemed not held (视为没有开展活动) because of its documents."""

    NONE_ON_TIME = "no-document-on-time"
    ANY_LATE = "any-document-late"


class Zeroes(StrEnum):
    """What an upheld finding of falsification sets to zero."""

    ITEM_YEAR = "item-for-the-year"
    ITEM_TERM = "item-for-the-term"
    NOTHING = "nothing"


class Party(Record):
    """One side as a whole: a district, a county, the city's schools."""

    title: Annotated[Name, Doc("名称", "这一方的名称，如 滨江区。", "What this side is called.")]
    side: Annotated[Side, Doc("哪一方", "helper 帮扶方，helped 受援方。", "Helping or helped.")]
    authority: Annotated[
        Name | None,
        Doc("主管单位", "这一方的主管教育行政部门。", "The education authority in charge."),
    ] = None


class Term(Record):
    """A term (学期)."""

    id: Annotated[Id, Doc("编号", "学期编号，如 spring。", "Short id, such as spring.")]
    title: Annotated[Name, Doc("名称", "学期名称，如 春学期。", "Name of the term.")]
    period: Annotated[
        DaysField,
        Doc("起止", "首日 to 末日，两端都算在内。", "First day to last day, both included."),
    ]


class Phase(Record):
    """A step of the programme (实施步骤)."""

    title: Annotated[Name, Doc("步骤", "步骤名称。", "Name of the step.")]
    period: Annotated[
        DaysField | None, Doc("起止", "起止日期；只有截止日时用 due。", "From when to when.")
    ] = None
    due: Annotated[Day | None, Doc("截止", "截止日期。", "The day by which it is done.")] = None
    work: Annotated[Text | None, Doc("工作", "这一步做什么。", "What is done in this step.")] = None
    clause: Annotated[
        Name | None, Doc("条款", "出自原文哪一条。", "Clause of the official text.")
    ] = None


class Milestone(Record):
    """Something due on a day that is neither an activity nor a scored document (节点)."""

    id: Annotated[Id, Doc("编号", "节点编号。", "Short id.")]
    title: Annotated[Name, Doc("内容", "要完成的事。", "What has to be done.")]
    due: Annotated[Day, Doc("截止", "截止日期。", "The day by which it is done.")]
    who: Annotated[OneOrMany[Name], Doc("责任单位", "由谁完成。", "Who has to do it.")] = ()
    clause: Annotated[
        Name | None, Doc("条款", "出自原文哪一条。", "Clause of the official text.")
    ] = None


class Member(Record):
    """A member of the leading group (领导小组)."""

    name: Annotated[Name, Doc("姓名", "姓名，不必为对齐而加空格。", "The person's name.")]
    role: Annotated[Name, Doc("组内职务", "组长、副组长、成员。", "Role in the group.")]
    post: Annotated[Name | None, Doc("职务", "本人的职务。", "The person's post.")] = None


class LeadingGroup(Record):
    """The leading group and its office (领导小组及办公室)."""

    title: Annotated[Name, Doc("名称", "领导小组全称。", "Full name of the group.")]
    office: Annotated[Name | None, Doc("办公室", "办公室设在哪里。", "Where its office is.")] = None
    duties: Annotated[Text | None, Doc("职责", "办公室的职责。", "What the office does.")] = None
    members: Annotated[
        tuple[Member, ...], Doc("成员", "按公文中的次序。", "In the order of the official text.")
    ] = ()


class Reporting(Record):
    """How documents are to be handed in, and what follows when they are not (资料报送规则)."""

    office: Annotated[
        Name | None,
        Doc("报送至", "资料报送给谁，也是评分单位。", "Who receives and judges documents."),
    ] = None
    end_day_counts: Annotated[
        Flag,
        Doc(
            "活动当日算第一天",
            "“3日内”是否把活动结束当日算作第1天。默认 false：04-01 结束，04-04 截止。",
            "Whether the day an activity ends is day 1 of a time limit. Default false: day 0.",
        ),
    ] = False
    not_held_when: Annotated[
        NotHeld,
        Doc(
            "视为没有开展",
            "no-document-on-time：应交资料无一按时，即视为没有开展（默认）；"
            "any-document-late：有一份迟交或到期未交，即视为没有开展。",
            "When an activity is deemed not held: if no required document came on time (default), "
            "or if any of them is late or missing.",
        ),
    ] = NotHeld.NONE_ON_TIME
    falsified_zeroes: Annotated[
        Zeroes,
        Doc(
            "弄虚作假",
            "查实造假后，相关项目按零分计算的范围：item-for-the-year 全年（默认），"
            "item-for-the-term 当学期（涉及全年一次的资料时，连同这些资料），nothing 只是活动不计。",
            "What an upheld falsification zeroes: the items it feeds, for the year (default) or "
            "for the term (with what is asked for once, if it feeds that), or nothing: the activity is "
            "not counted, and that is all.",
        ),
    ] = Zeroes.ITEM_YEAR


class Calendar(Record):
    """The programme's own days off and days worked instead (放假和调休)."""

    off: Annotated[
        OneOrMany[DaysField], Doc("放假", "不算工作日的日子。", "Days that are not worked.")
    ] = ()
    working: Annotated[
        OneOrMany[Day], Doc("调休上班", "算工作日的周末。", "Weekend days that are worked.")
    ] = ()


class Resolution(Record):
    """How an ambiguous or contradictory clause of the programme's own text is read (释义)."""

    clause: Annotated[Name, Doc("条款", "涉及的条款，如 二(一)3 / 附件4 第4项。", "The clauses.")]
    conflict: Annotated[Text, Doc("矛盾", "原文哪里不一致或不明确。", "What contradicts what.")]
    reading: Annotated[
        Text | None,
        Doc("采用", "本方案采用的读法；尚未决定时留空。", "The reading chosen; empty: undecided."),
    ] = None
    decided_by: Annotated[Name | None, Doc("决定人", "谁作的决定。", "Who decided.")] = None
    date: Annotated[Day | None, Doc("日期", "决定日期。", "When it was decided.")] = None


class Programme(Record):
    """A programme (方案): one scheme for one period."""

    id: Annotated[Id, Doc("编号", "方案编号，如 gaotai-2020。", "Short id of the programme.")]
    title: Annotated[Name, Doc("名称", "方案全称。", "Full title.")]
    language: Annotated[
        Language,
        Doc(
            "语言",
            "提示的语言：zh 或 en。报表总是中文。",
            "Language of messages; documents are Chinese.",
        ),
    ] = Language.ZH
    status: Annotated[
        Status,
        Doc("状态", "draft 起草中，final 已定稿。", "draft, or final once it has been issued."),
    ] = Status.DRAFT
    notice: Annotated[
        Text | None,
        Doc(
            "声明",
            "印在每份输出上的说明，如 数据为示例。",
            "Printed on everything produced, such as: the data are illustrative.",
        ),
    ] = None
    issued_by: Annotated[
        OneOrMany[Name], Doc("印发单位", "发文机关，可以多个。", "The issuing authorities.")
    ] = ()
    issued_on: Annotated[Day | None, Doc("印发日期", "成文日期。", "Date of issue.")] = None
    number: Annotated[
        Name | None, Doc("发文字号", "如 高教发〔2020〕5号。", "Document number.")
    ] = None
    bulletin: Annotated[
        Name | None, Doc("简报", "月度简报的名称，如 《基教管理》简报。", "The bulletin's name.")
    ] = None
    period: Annotated[
        DaysField, Doc("期限", "方案的首日 to 末日。", "First to last day of the programme.")
    ]
    parties: Annotated[
        tuple[Party, ...], Doc("双方", "帮扶方和受援方。", "The helping and the helped side.")
    ] = ()
    leading_group: Annotated[
        LeadingGroup | None, Doc("领导小组", "领导小组及其办公室。", "The leading group.")
    ] = None
    terms: Annotated[
        tuple[Term, ...], Doc("学期", "按时间先后。", "In order of time."), Field(max_length=40)
    ] = ()
    phases: Annotated[tuple[Phase, ...], Doc("实施步骤", "各步骤。", "The steps.")] = ()
    milestones: Annotated[
        tuple[Milestone, ...], Doc("节点", "有截止日的事项。", "Things due on a day.")
    ] = ()
    reporting: Annotated[
        Reporting, Doc("资料报送", "报送规则。", "Rules for handing in documents.")
    ] = Reporting()
    calendar: Annotated[
        Calendar, Doc("放假调休", "优先于通用的节假日表。", "Wins over the library's holidays.")
    ] = Calendar()
    privacy: Annotated[
        Privacy, Doc("个人信息", "个人信息的例外。", "What may stand in the files all the same.")
    ] = Privacy()
    resolutions: Annotated[
        tuple[Resolution, ...],
        Doc("释义", "对原文矛盾之处的读法。", "How contradictions of the text are read."),
    ] = ()

    def term(self, name: str) -> Term | None:
        """The term with that id or title."""
        return next((term for term in self.terms if name in (term.id, term.title)), None)
