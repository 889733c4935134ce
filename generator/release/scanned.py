"""What the output scan knows of the live release, so that the next one need not read the same again.

In `.build/scanned.json` stand what else than names was looked for, the words of
`site/` in which a name could stand, and digests of texts that were clean (pages
inside an archive are such texts, too). A new name is looked up in the words: it
stands in one of them, or in none of the texts. A file that is missing, damaged or of
another release costs a scan of everything. Its words are published words.
"""

import json
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from generator.artifacts import digest
from generator.detection.lines import Learned
from generator.detection.names import words_with_names
from generator.release.scan import Target

FILE = "scanned.json"
# Digests of more texts than most counties have; from there on, those of older releases are dropped.
_MOST = 200_000


@dataclass(frozen=True)
class Known:
    """`base` digests what was looked for besides the names; in `wordlike` a name of two characters stands perhaps."""

    base: str
    learned: Learned
    wordlike: frozenset[str]


def known_after(before: Known | None, learned: Iterable[Learned], target: Target) -> Known:
    """What is known after a scan that found no name for certain; `before` if that stays clean."""
    parts = [*([before.learned] if before else []), *learned]
    texts = frozenset[bytes]().union(*(each.texts for each in parts))
    if before and len(texts) > _MOST:
        texts = texts - before.learned.texts
    words = frozenset[str]().union(*(each.words for each in parts))
    base, _, wordlike = _judged(words, target)
    return Known(base, Learned(texts, words), wordlike)


def stays_clean(known: Known, target: Target) -> bool:
    """Whether a release would be found just as clean by a new scan for `target`: only names are others than before."""
    base, certain, wordlike = _judged(known.learned.words, target)
    return known.base == base and not certain and known.wordlike == wordlike


def load_known(out: Path, live: Path | None) -> Known | None:
    """What is known of the live release, if anything."""
    try:
        content = json.loads((out / ".build" / FILE).read_text(encoding="utf-8"))
        if live is None or content["release"] != live.name:
            return None
        learned = Learned(frozenset(map(bytes.fromhex, content["texts"])), frozenset(content["words"]))
        return Known(content["base"], learned, frozenset(content["wordlike"]))
    except (OSError, ValueError, LookupError, TypeError):
        return None


def write_known(out: Path, release: Path, known: Known) -> None:
    """For the next build, which reads everything again if it cannot be written: the release is live already."""
    content = {
        "release": release.name,
        "base": known.base,
        "words": sorted(known.learned.words),
        "wordlike": sorted(known.wordlike),
        "texts": sorted(each.hex() for each in known.learned.texts),
    }
    with suppress(OSError):
        (out / ".build" / FILE).write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")


def _judged(words: frozenset[str], target: Target) -> tuple[str, frozenset[str], frozenset[str]]:
    """The base, and the words in which a name stands for certain or perhaps."""
    names = target.prepared
    # Without names nothing was read for names; other characters in names part words otherwise.
    base = digest([target.public, target.scanner, names.alphabet if names else None])
    return base, *(words_with_names(words, names) if names else (frozenset(), frozenset()))
