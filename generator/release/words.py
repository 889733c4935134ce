"""The words of the live release's `site/`, so that a new name on a list need not be looked for in every file again.

They stand in `.build/words.json`, with what else the output scan looked for.
A file that is missing, damaged or of another release costs a scan of
everything. Whatever stands there is published.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from generator.artifacts import digest
from generator.detection.names import alphabet, words_with_names
from generator.release.scan import Target

FILE = "words.json"


@dataclass(frozen=True)
class Words:
    """`base` digests what was looked for besides the names; in `wordlike` a name of two characters stands perhaps."""

    base: str
    words: frozenset[str]
    wordlike: frozenset[str]


def read_words(words: Iterable[str], target: Target) -> Words:
    """What is known after a scan that found no name for certain."""
    every = frozenset(words)
    return Words(_base(target), every, words_with_names(every, target.names)[1])


def stays_clean(known: Words | None, target: Target) -> bool:
    """Whether a release would be found just as clean by a new scan for `target`: only names are others than before."""
    if known is None or known.base != _base(target):
        return False
    certain, wordlike = words_with_names(known.words, target.names)
    return not certain and wordlike == known.wordlike


def load_words(out: Path, live: Path | None) -> Words | None:
    """What is known of the live release, if anything."""
    try:
        known = json.loads((out / ".build" / FILE).read_text(encoding="utf-8"))
        if live is None or known["release"] != live.name:
            return None
        return Words(known["base"], frozenset(known["words"]), frozenset(known["wordlike"]))
    except (OSError, ValueError, LookupError, TypeError):
        return None


def write_words(out: Path, release: Path, words: Words) -> None:
    """For the next build."""
    known = {
        "release": release.name,
        "base": words.base,
        "words": sorted(words.words),
        "wordlike": sorted(words.wordlike),
    }
    (out / ".build" / FILE).write_text(json.dumps(known, ensure_ascii=False), encoding="utf-8")


def _base(target: Target) -> str:
    """Without names nothing was read for names; other characters in names part words otherwise."""
    return digest([target.public, target.scanner, bool(target.names), alphabet(target.names)])
