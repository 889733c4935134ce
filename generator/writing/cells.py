"""A cell as an office's file holds it, and its text without disguise."""

import re
import unicodedata
from datetime import date, time, timedelta

# What calamine gives for a cell of a workbook; a CSV has only text.
Cell = str | int | float | bool | date | time | timedelta

_SPACE = re.compile(r"\s+")
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]")


def plain(text: str) -> tuple[str, tuple[str, ...]]:
    """`text` with ASCII digits and signs and without white space, and what that changed.

    The changes are `width` (full-width characters) and `spaces`. Not for names:
    compatibility forms of Chinese characters would become other characters.
    """
    bare = strip_spaces(text)
    narrow = unicodedata.normalize("NFKC", bare)
    changes = (*(("spaces",) if bare != text.strip() else ()), *(("width",) if narrow != bare else ()))
    return narrow, changes


def strip_spaces(text: str) -> str:
    """`text` without white space and invisible characters, wherever they stand."""
    return _INVISIBLE.sub("", _SPACE.sub("", text))
