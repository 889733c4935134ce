"""Days and months as offices write them. The year comes first in all of these, so no order is guessed."""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from generator.writing.cells import Cell, strip_spaces
from generator.writing.numerals import digit_by_digit, whole_number

# Serial numbers of days from 1950 to 2099: below and above, a number is something else.
_SERIALS = range(18264, 73051)
_EPOCHS = {False: date(1899, 12, 30), True: date(1904, 1, 1)}
_MIDNIGHT = re.compile(r"(?<=[0-9日号])[ T]+0?0:00(?::00(?:\.0+)?)?$")
_NUMERALS = "〇○零一二三四五六七八九十"
_DAY = (
    re.compile(r"([0-9]{4})([-/.])([0-9]{1,2})\2([0-9]{1,2})"),
    re.compile(r"([0-9]{4})(年)([0-9]{1,2})月([0-9]{1,2})[日号]"),
    re.compile(rf"([{_NUMERALS}]{{4}})(年)([{_NUMERALS}]{{1,3}})月([{_NUMERALS}]{{1,3}})[日号]"),
    re.compile(r"([0-9]{4})()([0-9]{2})([0-9]{2})"),
)
_MONTH = (
    re.compile(r"([0-9]{4})[-/.]([0-9]{1,2})"),
    re.compile(r"([0-9]{4})年([0-9]{1,2})月份?"),
    re.compile(rf"([{_NUMERALS}]{{4}})年([{_NUMERALS}]{{1,3}})月份?"),
    re.compile(r"([0-9]{4})([0-9]{2})"),
)


@dataclass(frozen=True)
class Day:
    """A day, and whether it came as a serial number of the spreadsheet."""

    day: date
    serial: bool = False


def day_of(cell: Cell, epoch_1904: bool = False) -> Day | None:
    """The day in a cell; `None` if it is none, or its order would have to be guessed.

    Raises `ValueError` for a day that the calendar does not have.
    """
    if isinstance(cell, date):
        return _midnight(cell)
    text = _text(cell)
    if not isinstance(cell, str) and text.isdigit() and int(text) in _SERIALS:
        return Day(_EPOCHS[epoch_1904] + timedelta(days=int(text)), serial=True)
    for form in _DAY:
        if match := form.fullmatch(text):
            year, _, month, day = match.groups()
            return Day(date(_year(year), _number(month), _number(day)))
    return None


def month_of(cell: Cell, epoch_1904: bool = False) -> tuple[date, bool] | None:
    """The first day of the month in a cell, and whether a day of the month had to be dropped.

    `2024.1` in a numeric cell is refused: the spreadsheet may have shortened 2024.10.
    """
    text = _text(cell)
    if isinstance(cell, float) and re.fullmatch(r"[0-9]{4}\.1", text):
        return None
    for form in _MONTH:
        if match := form.fullmatch(text):
            return date(_year(match[1]), _number(match[2]), 1), False
    found = day_of(cell, epoch_1904)
    return (found.day.replace(day=1), found.day.day != 1) if found else None


def _midnight(cell: date) -> Day | None:
    if isinstance(cell, datetime):
        return Day(cell.date()) if cell == datetime.combine(cell.date(), datetime.min.time()) else None
    return Day(cell)


def _text(cell: Cell) -> str:
    if isinstance(cell, bool) or not isinstance(cell, str | int | float):
        return ""
    if isinstance(cell, str):
        return strip_spaces(_MIDNIGHT.sub("", unicodedata.normalize("NFKC", cell).strip()))
    return f"{cell:.15g}"


def _year(text: str) -> int:
    return int(text) if text.isascii() else int(digit_by_digit(text) or "0")


def _number(text: str) -> int:
    return int(text) if text.isascii() else (whole_number(text) or 0)
