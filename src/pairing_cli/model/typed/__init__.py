"""What clerks type into cells, read as values: days, months, numbers, ticks, names.

Every reader takes what a cell holds (`Typed`) and gives the value, None for a blank cell, or a
`Message` of the catalogue's ``typed.*`` that says what is unclear and what to write. Nothing is guessed:
what can mean two things is a problem that names both. No reader knows of files or libraries.

    read_day("5月12日", within)      date(2020, 5, 12)
    read_days("5.12-14", within)     Days(2020-05-12, 2020-05-14)
    read_count("12人")               12
    read_flag("√")                   True
    read_several("张三、李四（副）")   (Named("张三"), Named("李四", "副"))
    match("西街小学", repository.organizations)   "高台县西街小学"

``within`` are the programme's days: they tell the year where none was typed.
"""

from pairing_cli.model.typed.days import read_day, read_days, read_deadline
from pairing_cli.model.typed.months import read_month, read_when
from pairing_cli.model.typed.names import Named, match, match_all, read_several
from pairing_cli.model.typed.numbers import read_amount, read_count, read_number
from pairing_cli.model.typed.plain import Typed, read_text
from pairing_cli.model.typed.ticks import read_flag

__all__ = [
    "Named",
    "Typed",
    "match",
    "match_all",
    "read_amount",
    "read_count",
    "read_day",
    "read_days",
    "read_deadline",
    "read_flag",
    "read_month",
    "read_number",
    "read_several",
    "read_text",
    "read_when",
]
