"""Finding numbers that identify a person, in any usual disguise."""

import re
from collections.abc import Iterable
from functools import cache

from generator.detection.normalise import normalise, numerals_as_digits
from generator.detection.numbers import find_numbers

__all__ = ["private_numbers", "public_numbers"]

# No pattern is shorter: a cheap look spares nearly every cell the rest.
_SHORTEST = 7


def public_numbers(values: Iterable[str]) -> frozenset[str]:
    """Office phones, index numbers and digests, in the form `private_numbers` compares with."""
    return frozenset(normalise(value) for value in values if value)


def private_numbers(text: str, public: frozenset[str] = frozenset()) -> tuple[str, ...]:
    """The kinds of private number standing in `text`, in Chinese, each once.

    `public` (from `public_numbers`) are exact values meant to be public: they
    do not count where they stand alone.
    """
    if sum(map(str.isnumeric, text)) < _SHORTEST:
        return ()
    plain = normalise(text)
    found = _find(plain, public)
    spelled = numerals_as_digits(plain)
    return found if spelled == plain else tuple(dict.fromkeys(found + _find(spelled, public)))


def _find(text: str, public: frozenset[str]) -> tuple[str, ...]:
    found = find_numbers(text)
    # Blanking costs more than searching, and nearly no text has a hit.
    return find_numbers(_alone(public).sub(" ", text)) if found and public else found


@cache
def _alone(values: frozenset[str]) -> re.Pattern[str]:
    longest_first = sorted(values, key=lambda value: (-len(value), value))
    return re.compile(rf"(?<![0-9])(?:{'|'.join(map(re.escape, longest_first))})(?![0-9])")
