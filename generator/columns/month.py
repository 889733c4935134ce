"""A calendar month, written 2026-11."""

import re

from generator.columns import LooseOptions, Options, Raw, Rejected, Tidied, as_is, text_of
from generator.writing import Cell, month_of

ALIGN = "left"
DISCLOSURES = ("never", "full")
_MONTH = re.compile(r"([0-9]{4})-(0[1-9]|1[0-2])")


def parse(raw: Raw, options: Options) -> str:
    text = text_of(raw)
    if not _MONTH.fullmatch(text):
        raise Rejected("cell-not-a-month")
    return text


canonical = as_is


def show(value: str) -> str:
    year, month = value.split("-")
    return f"{year}年{int(month)}月"


def tidy(cell: Cell, options: LooseOptions) -> Tidied:
    """2024.3, 2024年3月份, 202403, a day of the spreadsheet."""
    try:
        found = month_of(cell, options.epoch_1904)
    except ValueError as error:
        raise Rejected("cell-no-such-day") from error
    if found is None:
        raise Rejected("raw-month")
    text = f"{found[0]:%Y-%m}"
    changes = ("date-form",) if cell != text else ()
    return Tidied(text, changes + (("day-dropped",) if found[1] else ()))
