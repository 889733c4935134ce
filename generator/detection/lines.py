"""Searching many texts that repeat each other: a line that was searched once is not searched again.

No number or name goes on over the end of a line, so that each line can be judged
by itself, as long as no tag does.
"""

import hashlib
import re
from collections.abc import Collection
from dataclasses import dataclass, field

from generator.detection import numbers_in_plain
from generator.detection.names import Names, count_in_words, words_of
from generator.detection.normalise import normalise, texts_of
from generator.findings import Phrase

# A longer line is hardly ever repeated. So many lines take about 50 MB.
_LONGEST = 400
_MOST = 200_000
# What swallows tags until its own end.
_BEGINNING = re.compile(r"<!--|<(?:script|style)\b", re.IGNORECASE)
_COMMENT_END = re.compile("-->")
_SCRIPT_END = re.compile(r"</(?:script|style)\s*>", re.IGNORECASE)


@dataclass(frozen=True)
class Found:
    """Kinds of private numbers; how many names for certain, and how many perhaps (see `count_names`)."""

    numbers: tuple[Phrase, ...] = ()
    certain: int = 0
    possible: int = 0


@dataclass(frozen=True)
class Learned:
    """What searches have learned for another time: digests of clean long texts, and words in which a name could stand.

    A text counts as clean only together with its words: a name that nobody looked for may stand in them.
    """

    texts: frozenset[bytes] = frozenset()
    words: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Searched:
    """What to search for in plain text, or in `markup` and what it hides; and what is known of texts and lines.

    `public` numbers do not count; `names` may be `None`; `before` are clean texts
    of another time.
    """

    public: frozenset[str]
    names: Names | None
    markup: bool
    before: frozenset[bytes] = frozenset()
    clean: set[str] = field(default_factory=set)
    dirty: dict[str, Found] = field(default_factory=dict)
    # What was found in long texts, by their digests.
    read: dict[bytes, Found] = field(default_factory=dict)
    words: set[str] = field(default_factory=set)
    # What nobody has taken yet.
    new_texts: set[bytes] = field(default_factory=set)
    new_words: set[str] = field(default_factory=set)


def search(text: str, known: Searched) -> Found:
    """What stands in a text as it is (not normalised); `known` learns the text and its lines."""
    if len(text) <= _LONGEST:
        return _search_lines(text, known)
    digest = _digest(text, known)
    if digest in known.before:
        return Found()
    if digest not in known.read:
        known.read[digest] = _search_lines(text, known)
        if known.read[digest] == Found():
            known.new_texts.add(digest)
    return known.read[digest]


def taken(known: Searched) -> Learned:
    """What was learned since this was asked last."""
    learned = Learned(frozenset(known.new_texts), frozenset(known.new_words))
    known.words.update(learned.words)
    known.new_texts.clear()
    known.new_words.clear()
    return learned


def _digest(text: str, known: Searched) -> bytes:
    """Of a text and of how it is read."""
    how = bytes([known.markup, known.names is not None])
    return hashlib.sha256(how + text.encode("utf-8", "surrogatepass")).digest()[:16]


def _search_lines(text: str, known: Searched) -> Found:
    lines = text.split("\n")
    different = set(lines)
    fresh = list(different.difference(known.clean, known.dirty))
    if known.markup and not _whole(fresh):
        return _found(text, known)
    _learn(fresh, known)
    return _sum([known.dirty[line] for line in lines if line in known.dirty] if known.dirty.keys() & different else [])


def _learn(lines: list[str], known: Searched) -> None:
    """Searches all lines together, and where something is found, each half of them."""
    if (found := _found("\n".join(lines), known)) == Found():
        _remember(lines, known)
    elif len(lines) == 1:
        known.dirty[lines[0]] = found
    else:
        half = len(lines) // 2
        _learn(lines[:half], known)
        _learn(lines[half:], known)


def _whole(lines: Collection[str]) -> bool:
    """Whether no tag, comment or script goes on over the end of a line: then their order does not matter."""
    if any(line.rfind("<") > line.rfind(">") for line in lines):
        return False
    return not (_BEGINNING.search("\n".join(lines)) and any(map(_goes_on, lines)))


def _goes_on(line: str) -> bool:
    return any(
        not (_COMMENT_END if each[0] == "<!--" else _SCRIPT_END).search(line, each.end())
        for each in _BEGINNING.finditer(line)
    )


def _found(text: str, known: Searched) -> Found:
    texts = [normalise(each) for each in (texts_of(text) if known.markup else (text,))]
    numbers = dict.fromkeys(kind for each in texts for kind in numbers_in_plain(each, known.public))
    if known.names is None:
        return Found(tuple(numbers))
    words = [words_of(each, known.names) for each in texts]
    known.new_words.update(*(set(each.split("\n")) - known.words for each in words))
    return Found(tuple(numbers), *count_in_words(words, known.names))


def _remember(lines: list[str], known: Searched) -> None:
    if len(known.clean) > _MOST:
        known.clean.clear()
    known.clean.update(line for line in lines if len(line) <= _LONGEST)


def _sum(found: list[Found]) -> Found:
    return Found(
        tuple(dict.fromkeys(kind for each in found for kind in each.numbers)),
        sum(each.certain for each in found),
        sum(each.possible for each in found),
    )
