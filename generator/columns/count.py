"""A whole number of things: persons, households, numbers in a list."""

import re

from generator.columns import Options, Raw, Rejected, text_of

ALIGN = "right"
DISCLOSURES = ("never", "full")
# An ASCII pattern first: int() also takes full-width digits and `1_000`.
_COUNT = re.compile(r"0|[1-9][0-9]{0,8}")


def parse(raw: Raw, options: Options) -> int:
    text = text_of(raw)
    if not _COUNT.fullmatch(text):
        raise Rejected("cell-not-a-count")
    return int(text)


def canonical(value: int) -> str:
    return str(value)


def show(value: int) -> str:
    return f"{value:,}"
