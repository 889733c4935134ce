"""Finding names of persons in text, however they are spaced."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

import ahocorasick

_IDEOGRAPHS = "\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_HAN = re.compile(f"[{_IDEOGRAPHS}]")
_SPACE = re.compile(r"[^\S\n]+")


def count_names(texts: Iterable[str], names: frozenset[str]) -> tuple[int, int]:
    """How often a name stands in texts for certain, and how often perhaps; all are normalised, spaces do not count.

    Perhaps: a name of two characters inside a longer run is nearly always an
    ordinary word (高龄 in 高龄津贴).
    """
    return count_in_words([words_of(text, names) for text in texts], names) if names else (0, 0)


def words_of(text: str, names: frozenset[str]) -> str:
    """The runs of characters of a normalised text in which a name could stand, one a line."""
    # Mark-up and numbers, most of a page, are passed over quickly: no name holds any of it.
    return _in_no_name(names).sub("\n", _SPACE.sub("", text))


def count_in_words(words: Iterable[str], names: frozenset[str]) -> tuple[int, int]:
    """As `count_names`, of what `words_of` gave."""
    hits = [is_certain for text in words for _, is_certain in _hits(text, names)]
    return sum(hits), len(hits) - sum(hits)


def words_with_names(words: Iterable[str], names: frozenset[str]) -> tuple[frozenset[str], frozenset[str]]:
    """Those of different words in which a name stands for certain, and those in which one stands perhaps."""
    found: tuple[set[str], set[str]] = (set(), set())
    text = "\n".join(["", *words, ""])
    for last, is_certain in _hits(text, names) if names else ():
        found[not is_certain].add(text[text.rindex("\n", 0, last) + 1 : text.index("\n", last)])
    return frozenset(found[0]), frozenset(found[1])


def alphabet(names: frozenset[str]) -> str:
    """What tells words apart besides ideographs: the other characters that stand in names."""
    return "".join(sorted(each for each in set().union(*names) if not _HAN.match(each)))


def _hits(text: str, names: frozenset[str]) -> Iterator[tuple[int, bool]]:
    """Where the last character of each name stands, and whether it is one for certain."""
    for last, name in _automaton(names).iter(text):
        around = text[max(0, last - len(name)) : last + 2]
        yield last, len(name) > 2 or len(_HAN.findall(around)) == 2


# A county's townships have their names one after the other.
@lru_cache(maxsize=2)
def _in_no_name(values: frozenset[str]) -> re.Pattern[str]:
    """Runs of characters that neither stand in a name nor are ideographs, which would make a name part of a word."""
    return re.compile(f"[^{_IDEOGRAPHS}{re.escape(alphabet(values))}]+")


@lru_cache(maxsize=2)
def _automaton(values: frozenset[str]) -> ahocorasick.Automaton:
    automaton = ahocorasick.Automaton()
    for value in values:
        automaton.add_word(value, value)
    automaton.make_automaton()
    return automaton
