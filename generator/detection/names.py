"""Finding names of persons in text, however they are spaced."""

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

import ahocorasick

_IDEOGRAPHS = "\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_HAN = re.compile(f"[{_IDEOGRAPHS}]")
_SPACE = re.compile(r"[^\S\n]+")


@dataclass(frozen=True, eq=False)
class Names:
    """Names to find, normalised, made ready once.

    `alphabet` is what stands in names besides ideographs; `words` are runs of both, however they are spaced.
    """

    alphabet: str
    words: re.Pattern[str]
    automaton: ahocorasick.Automaton


def prepare(names: Collection[str]) -> Names | None:
    """Names to be found, or `None` if there are none."""
    if not names:
        return None
    alphabet = "".join(sorted(each for each in set().union(*names) if not _HAN.match(each)))
    automaton = ahocorasick.Automaton()
    for name in names:
        automaton.add_word(name, name)
    automaton.make_automaton()
    letters = f"[{_IDEOGRAPHS}{re.escape(alphabet)}]+"
    return Names(alphabet, re.compile(rf"{letters}(?:[^\S\n]+{letters})*"), automaton)


def count_names(texts: Iterable[str], names: Names) -> tuple[int, int]:
    """How often a name stands in texts for certain, and how often perhaps; all are normalised, spaces do not count.

    Perhaps: a name of two characters inside a longer run is nearly always an
    ordinary word (高龄 in 高龄津贴).
    """
    return count_in_words([words_of(text, names) for text in texts], names)


def words_of(text: str, names: Names) -> str:
    """The runs of characters of a normalised text in which a name could stand, one a line."""
    # Mark-up and numbers, most of a page, are passed over quickly: no name holds any of it.
    return _SPACE.sub("", "\n".join(names.words.findall(text)))


def count_in_words(words: Iterable[str], names: Names) -> tuple[int, int]:
    """As `count_names`, of what `words_of` gave."""
    hits = [is_certain for text in words for _, is_certain in _hits(text, names)]
    return sum(hits), len(hits) - sum(hits)


def words_with_names(words: Iterable[str], names: Names) -> tuple[frozenset[str], frozenset[str]]:
    """Those of different words in which a name stands for certain, and those in which one stands perhaps."""
    found: tuple[set[str], set[str]] = (set(), set())
    text = "\n".join(["", *words, ""])
    for last, is_certain in _hits(text, names):
        found[not is_certain].add(text[text.rindex("\n", 0, last) + 1 : text.index("\n", last)])
    return frozenset(found[0]), frozenset(found[1])


def _hits(text: str, names: Names) -> Iterator[tuple[int, bool]]:
    """Where the last character of each name stands, and whether it is one for certain."""
    for last, name in names.automaton.iter(text):
        around = text[max(0, last - len(name)) : last + 2]
        yield last, len(name) > 2 or len(_HAN.findall(around)) == 2
