"""Finding numbers that identify a person, in any usual disguise."""

import re
from collections.abc import Iterable
from functools import cache

from generator.detection.normalise import normalise, numerals_as_digits
from generator.detection.numbers import find_numbers

__all__ = ["numbers_in_plain", "private_numbers", "public_numbers"]

# Characters a number can be written with, and no fewer of them than the shortest pattern has.
_RUN = re.compile(r"[0-9Xx〇零○一二三四五六七八九壹贰叁肆伍陆柒捌玖幺 \t\-_.·/()+Ee\u2010-\u2015]{7,}")


def public_numbers(values: Iterable[str]) -> frozenset[str]:
    """Office phones, index numbers and digests, in the form `private_numbers` compares with."""
    return frozenset(normalise(value) for value in values if value)


def private_numbers(text: str, public: frozenset[str] = frozenset()) -> tuple[str, ...]:
    """The kinds of private number standing in `text`, in Chinese, each once.

    `public` (from `public_numbers`) are exact values meant to be public: they
    do not count where they stand alone.
    """
    return numbers_in_plain(normalise(text), public)


def numbers_in_plain(text: str, public: frozenset[str]) -> tuple[str, ...]:
    """As `private_numbers`, for text that is already normalised."""
    found = _find(text)
    # Blanking costs more than searching, and nearly no text has a hit.
    return _find(_alone(public).sub(" ", text)) if found and public else found


def _find(text: str) -> tuple[str, ...]:
    """Candidates first, by one cheap look; only those are read closely, as written and with numerals as digits."""
    found: dict[str, None] = {}
    for run in _RUN.findall(text):
        spelled = numerals_as_digits(run)
        found |= dict.fromkeys(find_numbers(run))
        if spelled != run:
            found |= dict.fromkeys(find_numbers(spelled))
    return tuple(found)


@cache
def _alone(values: frozenset[str]) -> re.Pattern[str]:
    longest_first = sorted(values, key=lambda value: (-len(value), value))
    return re.compile(rf"(?<![0-9])(?:{'|'.join(map(re.escape, longest_first))})(?![0-9])")
