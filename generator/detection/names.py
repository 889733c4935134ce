"""Finding names of persons in text, however they are spaced."""

import re
from collections.abc import Iterable
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
    certain = possible = 0
    if not names:
        return 0, 0
    for text in texts:
        # Mark-up and numbers, most of a page, are passed over quickly: no name holds any of it.
        line = _in_no_name(names).sub("\n", _SPACE.sub("", text))
        for last, name in _automaton(names).iter(line):
            around = line[max(0, last - len(name)) : last + 2]
            if len(name) > 2 or len(_HAN.findall(around)) == 2:
                certain += 1
            else:
                possible += 1
    return certain, possible


# A county's townships have their names one after the other.
@lru_cache(maxsize=2)
def _in_no_name(values: frozenset[str]) -> re.Pattern[str]:
    """Runs of characters that neither stand in a name nor are ideographs, which would make a name part of a word."""
    others = sorted(each for each in set().union(*values) if not _HAN.match(each))
    return re.compile(f"[^{_IDEOGRAPHS}{re.escape(''.join(others))}]+")


@lru_cache(maxsize=2)
def _automaton(values: frozenset[str]) -> ahocorasick.Automaton:
    automaton = ahocorasick.Automaton()
    for value in values:
        automaton.add_word(value, value)
    automaton.make_automaton()
    return automaton
