"""A calendar day, written 2026-11-05 and in no other way: date orders are never guessed."""

import datetime
import re

from generator.columns import Options, Raw, Rejected, text_of

ALIGN = "left"
DISCLOSURES = ("never", "full")
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
