"""A whole number of things: persons, households, numbers in a list."""

import re

from generator.columns import LooseOptions, Options, Raw, Rejected, Tidied, text_of
from generator.writing import Cell, plain, whole_number

ALIGN = "right"
DISCLOSURES = ("never", "full")
# An ASCII pattern first: int() also takes full-width digits and `1_000`.
_COUNT = re.compile(r"0|[1-9][0-9]{0,8}")
_LOOSE = re.compile(r"共?(?P<number>[0-9]+|[^0-9]+?)(?:\.0+)?(?P<unit>口人|人口|[人口位名户个])?")
# Measure words that all count persons; 个 counts anything.
_SAME = dict.fromkeys(("口人", "人口", "口", "位", "名"), "人") | {"个": ""}


def parse(raw: Raw, options: Options) -> int:
    text = text_of(raw)
    if not _COUNT.fullmatch(text):
        raise Rejected("cell-not-a-count")
    return int(text)


def canonical(value: int) -> str:
    return str(value)


def show(value: int) -> str:
    return f"{value:,}"


def tidy(cell: Cell, options: LooseOptions) -> Tidied:
    """3人, 三人, 3.0; the measure word must be the column's."""
    if isinstance(cell, bool) or not isinstance(cell, str | int | float):
        raise Rejected("raw-count")
    text, changes = plain(cell) if isinstance(cell, str) else (f"{cell:.15g}", ())
    match = _LOOSE.fullmatch(text)
    if match is None:
        raise Rejected("raw-count")
    spelled = None if match["number"].isdigit() else whole_number(match["number"])
    number = match["number"] if spelled is None else str(spelled)
    if not _COUNT.fullmatch(number):
        raise Rejected("raw-count")
    said = _SAME.get(match["unit"] or "", match["unit"] or "")
    if said and options.unit and said != options.unit:
        raise Rejected("raw-unit", unit=options.unit)
    changes += ("unit",) if match["unit"] else ()
    return Tidied(number, changes + (("numeral",) if spelled is not None else ()))
