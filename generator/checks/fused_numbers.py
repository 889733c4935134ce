"""Two numbers must not have run into one.

Why: `1129142257人` was 112914户 and 2257人, `20077月份` was 2007年7月份, `12次` was
1—2次: a line break or a dash was lost on the way, and the sentence now states
a figure that is not true (国办秘函〔2019〕19号 marks wrong content). Only what no
true figure can look like is an error; a lost dash is asked about where the same
words stand elsewhere with the dash.
"""

import re
from collections.abc import Iterable, Iterator

from generator.checks import Scope
from generator.findings import Finding, Place, finding
from generator.texts import Text

_MONTH = re.compile(r"(?<![0-9.])([0-9]{2,})(?=月(?!龄))")
_DAY = re.compile(r"(?<=月)([0-9]{3,})(?=[日号])")
# Nobody counts a hundred million persons without a separator or 万; 元 runs to higher figures.
_COUNT = re.compile(r"(?<![0-9.,])([0-9]{9,})(?=[人户名个村])|(?<![0-9.,])([0-9]{13,})(?=元)")
_RANGE = re.compile(r"([\u4e00-\u9fff]{2,4})([0-9]{1,2})[—–~～-]{1,2}([0-9]{1,2})([\u4e00-\u9fff])")
_PLAIN = re.compile(r"([\u4e00-\u9fff]{2,4})([0-9]{2,4})(?=([\u4e00-\u9fff]))")
_DIGIT, _DASH = re.compile(r"[0-9]"), re.compile(r"[0-9][—–~～-]{1,2}[0-9]")
_CANDIDATE = re.compile(r"[0-9](?:[0-9](?:月|[0-9]{7})|(?<=月[0-9])[0-9]{2})")
_LAST_MONTH = 12


def check_office(scope: Scope) -> Iterator[Finding]:
    for text in scope.texts:
        if has_fused_number(text.text):
            yield finding("text-fused-number", text.place)
    for place, shown in lost_dashes(scope.texts):
        yield finding("text-range-lost", place, range=shown)


def has_fused_number(text: str) -> bool:
    """Whether a text holds a figure that can only be two figures run together."""
    if not _CANDIDATE.search(text):
        return False
    return bool(_DAY.search(text) or _COUNT.search(text)) or any(
        int(found[1]) > _LAST_MONTH for found in _MONTH.finditer(text)
    )


def lost_dashes(texts: Iterable[Text]) -> Iterator[tuple[Place, str]]:
    """Where a figure equals a range stated elsewhere, behind and before the same words, but for the dash."""
    texts = tuple(text for text in texts if _DIGIT.search(text.text))
    ranges: dict[tuple[str, str, str], str] = {}
    for text in texts:
        for words, low, high, unit in _RANGE.findall(text.text) if _DASH.search(text.text) else ():
            if int(low) < int(high):
                ranges[words, low + high, unit] = f"{low}—{high}{unit}"
    if not ranges:
        return
    fused = re.compile("|".join(sorted({digits + unit for _, digits, unit in ranges})))
    for text in texts:
        for words, digits, unit in _PLAIN.findall(text.text) if fused.search(text.text) else ():
            if shown := ranges.get((words, digits, unit)):
                yield text.place, shown
