"""A calendar month, written 2026-11."""

import re

from generator.columns import Options, Raw, Rejected, as_is, text_of

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
