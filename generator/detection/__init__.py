"""Finding numbers that identify a person, in any usual disguise."""

import re
from collections.abc import Iterable
from functools import cache, lru_cache

from generator.detection.normalise import normalise, numerals_as_digits
from generator.detection.numbers import find_numbers
from generator.findings import Phrase

__all__ = ["numbers_in_plain", "private_numbers", "private_texts", "public_numbers"]

# Characters a number can be written with, and no fewer of them than the shortest pattern has.
_RUN = re.compile(r"[0-9Xx〇零○一二三四五六七八九壹贰叁肆伍陆柒捌玖幺 \t\-_.·/()+Ee\u2010-\u2015]{7,}")
# No private number has fewer digits than a landline, nor more than two other characters between two of them,
# except what a spreadsheet makes of an ID: 5.1E+17.
_DIGIT, _NO_DIGIT = (f"[{kind}0-9〇零○一二三四五六七八九壹贰叁肆伍陆柒捌玖幺]" for kind in ("", "^"))
_ENOUGH = re.compile(rf"(?:{_DIGIT}{_NO_DIGIT}{{0,2}}){{9}}{_DIGIT}|[0-9][Ee]\+?1")
_TOGETHER = 2000
# A whole SHA-256, or its groups as people compare them. The first character comes before what must not stand in
# front of it, so that the search passes over all others quickly.
_DIGEST = re.compile(
    r"[0-9a-f](?<![0-9A-Za-z].)(?:[0-9a-f]{63}|[0-9a-f]{3}(?: [0-9a-f]{4}){3})(?![0-9A-Za-z])", re.DOTALL
)
_LETTER = re.compile("[a-f]")


def public_numbers(values: Iterable[str]) -> frozenset[str]:
    """Office phones, in the form `private_numbers` compares with."""
    return frozenset(normalise(value) for value in values if value)


def private_numbers(text: str, public: frozenset[str] = frozenset()) -> tuple[Phrase, ...]:
    """The kinds of private number standing in `text`, as phrases of the catalogue, each once.

    `public` (from `public_numbers`) are exact values meant to be public: they
    do not count where they stand alone.
    """
    return numbers_in_plain(normalise(text), public)


def private_texts(texts: Iterable[str], public: frozenset[str] = frozenset()) -> dict[str, tuple[Phrase, ...]]:
    """Those of many texts that hold a private number, with its kinds.

    Thousands at a time are searched for a candidate in one go, because hardly any has one.
    """
    found: dict[str, tuple[Phrase, ...]] = {}
    different = list(dict.fromkeys(texts))
    for start in range(0, len(different), _TOGETHER):
        part = different[start : start + _TOGETHER]
        if _RUN.search(normalise("\n".join(part))):
            found |= {text: kinds for text in part if (kinds := private_numbers(text, public))}
    return found


def numbers_in_plain(text: str, public: frozenset[str]) -> tuple[Phrase, ...]:
    """As `private_numbers`, for text that is already normalised.

    Candidates first, by one cheap look; only those are read closely.
    """
    found: dict[Phrase, None] = {}
    # Digests part runs and never join two: at least three characters stay between what stood around one.
    if not (runs := _candidates(text)):
        return ()
    for run in _candidates(without) if (without := _DIGEST.sub(_without_digest, text)) != text else runs:
        kinds = _kinds(run)
        if kinds and public:
            kinds = _kinds(_alone(public).sub(" ", run))
        found |= dict.fromkeys(kinds)
    return tuple(found)


def _candidates(text: str) -> list[str]:
    return list(filter(_ENOUGH.search, _RUN.findall(text)))


def _without_digest(match: re.Match[str]) -> str:
    """Nothing is left of a digest. By chance it may be digits, but never all of its letters."""
    return " " if _LETTER.search(match[0]) else match[0]


# A site repeats its numbers: those of its villages stand in every address.
@lru_cache(maxsize=10_000)
def _kinds(run: str) -> tuple[Phrase, ...]:
    """What a candidate holds as it is written, and with Chinese numerals as digits."""
    spelled = numerals_as_digits(run)
    return find_numbers(run) if spelled == run else find_numbers(run) + find_numbers(spelled)


@cache
def _alone(values: frozenset[str]) -> re.Pattern[str]:
    longest_first = sorted(values, key=lambda value: (-len(value), value))
    return re.compile(rf"(?<![0-9])(?:{'|'.join(map(re.escape, longest_first))})(?![0-9])")
