"""The patterns of ID, bank-card and phone numbers, applied to normalised text.

An ID is tested before a bank card: 8.8 % of valid IDs pass the Luhn check.
"""

import datetime
import re

from stdnum import luhn
from stdnum.cn import ric

from generator.findings import Phrase, phrase

ID, CARD, MOBILE, LANDLINE = map(phrase, ("number-id", "number-card", "number-mobile", "number-landline"))

_GAP = r"[ \t\-_.·/\u2010-\u2015]?"
# 17 digits and a check character, whatever stands between them once.
_ID = re.compile(rf"(?<![0-9])[1-9](?:{_GAP}[0-9]){{16}}{_GAP}[0-9Xx](?:{_GAP}[0-9]{{2}})?(?![0-9])")
_LONG = re.compile(r"[0-9]{17,}[0-9Xx]")
_OLD_ID = re.compile(r"(?<![0-9])[1-9][0-9]{5}[ -]?[0-9]{6}[ -]?[0-9]{3}(?![0-9])")
# What Excel makes of an ID: 5.10322E+17.
_SCIENTIFIC = re.compile(r"(?<![0-9.])[1-9]\.[0-9]{2,}[Ee]\+?1[4-9](?![0-9])")
_CARD = re.compile(
    r"(?<![0-9])(?:[3-9][0-9]{14,18}"
    r"|[3-9][0-9]{3}(?:[ -][0-9]{4}){3}(?:[ -]?[0-9]{1,3})?"
    r"|[3-9](?: [0-9]){15,18})(?![0-9])"
)
_MOBILE = re.compile(r"(?<![0-9])(?<![0-9][.,])(?:86[ -]?)?1[3-9][0-9][ \-.]?[0-9]{4}[ \-.]?[0-9]{4}(?![0-9])")
_LANDLINE = re.compile(r"(?<![0-9])(?<![0-9][.,])0[1-9][0-9]{1,2}\)?[ -]?[2-9][0-9]{6,7}(?![0-9])")

_PROVINCES = frozenset(
    [
        "11",
        "12",
        "13",
        "14",
        "15",
        "21",
        "22",
        "23",
        "31",
        "32",
        "33",
        "34",
        "35",
        "36",
        "37",
        "41",
        "42",
        "43",
        "44",
        "45",
        "46",
        "50",
        "51",
        "52",
        "53",
        "54",
        "61",
        "62",
        "63",
        "64",
        "65",
        "71",
        "81",
        "82",
        "83",
        "91",
    ]
)


def find_numbers(text: str) -> tuple[Phrase, ...]:
    """The kinds of private number in normalised text, each once."""
    found = []
    if (
        any(_is_id(_compact(match)) for match in _ID.findall(text))
        or any(_is_old_id(_compact(match)) for match in _OLD_ID.findall(text))
        or _SCIENTIFIC.search(text)
        or any(_holds_id(run) for run in _LONG.findall(text))
    ):
        found.append(ID)
    for kind, pattern, test in (
        (CARD, _CARD, _is_card),
        (MOBILE, _MOBILE, bool),
        (LANDLINE, _LANDLINE, bool),
    ):
        if any(test(_compact(match)) for match in pattern.findall(text)):
            found.append(kind)
    return tuple(found)


def _compact(text: str) -> str:
    return re.sub(r"[^0-9Xx]", "", text).upper()


def _holds_id(run: str) -> bool:
    """An ID anywhere in a longer run: a disability card, or two numbers written together."""
    return any(_is_id(run[start : start + 18].upper()) for start in range(len(run) - 17))


def _is_id(text: str) -> bool:
    number = text[:18]
    if len(number) < 18 or number[:2] not in _PROVINCES or not _is_day(number[6:14], 1850):
        return False
    # Excel keeps 15 significant digits: the last three became zeros.
    return number.endswith("000") or ric.calc_check_digit(number[:17]) == number[17]


def _is_old_id(text: str) -> bool:
    return text[:2] in _PROVINCES and _is_day("19" + text[6:12], 1900)


def _is_day(text: str, earliest: int) -> bool:
    try:
        day = datetime.datetime.strptime(text, "%Y%m%d")
    except ValueError:
        return False
    return earliest <= day.year <= 2100


def _is_card(text: str) -> bool:
    return 15 <= len(text) <= 19 and len(set(text)) > 2 and bool(luhn.is_valid(text)) and not _is_id(text)
