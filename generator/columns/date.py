"""A calendar day, written 2026-11-05 and in no other way: date orders are never guessed."""

import datetime
import re

from generator.columns import LooseOptions, Options, Raw, Rejected, Tidied, text_of
from generator.writing import Cell, day_of

ALIGN = "left"
DISCLOSURES = ("never", "full")
_WEEKDAYS = "一二三四五六日"
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def parse(raw: Raw, options: Options) -> datetime.date:
    text = text_of(raw)
    if not _DATE.fullmatch(text):
        raise Rejected("cell-not-a-date")
    try:
        return datetime.date.fromisoformat(text)
    except ValueError as error:
        raise Rejected("cell-no-such-day") from error


def canonical(value: datetime.date) -> str:
    return value.isoformat()


def show(value: datetime.date) -> str:
    return f"{value.year}年{value.month}月{value.day}日"


def weekday(value: datetime.date) -> str:
    """星期一 to 星期日."""
    return f"星期{_WEEKDAYS[value.weekday()]}"


def tidy(cell: Cell, options: LooseOptions) -> Tidied:
    """2024/3/1, 2024年3月1日, 20240301, a day of the spreadsheet; never 03/04/2024 and never 24-3-1."""
    try:
        found = day_of(cell, options.epoch_1904)
    except ValueError as error:
        raise Rejected("cell-no-such-day") from error
    if found is None:
        raise Rejected("raw-date")
    text = canonical(found.day)
    changes = ("serial",) if found.serial else ("date-form",) if isinstance(cell, str) and cell != text else ()
    return Tidied(text, changes)
