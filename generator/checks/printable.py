"""Every character must have a glyph in the pinned fonts.

Why: a name that prints as a box is somebody's name gone from the list; ministry
systems are told to support every character of 通用规范汉字表 and GB 18030.
"""

from collections.abc import Iterator
from functools import cache

from generator.checks import Scope
from generator.columns import column_type
from generator.findings import Finding, finding
from generator.tables import Table

ALWAYS = True


def check(table: Table, scope: Scope) -> Iterator[Finding]:
    for column in table.kind.columns:
        canonical = column_type(column.type).canonical
        values = table.values(column.name)
        texts = {value: canonical(value) for value in set(values) if value is not None}
        used = set(map(ord, set().union(*texts.values())))
        if everyday().issuperset(used) or scope.characters().issuperset(used):
            continue
        for row, value in enumerate(values):
            text = texts.get(value, "")
            missing = [index for index, each in enumerate(text) if ord(each) not in scope.characters()]
            if missing:
                yield finding(
                    "cell-no-glyph",
                    table.place(row, column.name),
                    position=missing[0] + 1,
                    codepoint=f"U+{ord(text[missing[0]]):04X}",
                )


@cache
def everyday() -> frozenset[int]:
    """ASCII and the characters of GB 2312, which the pinned fonts always have: most lists need no look at the fonts."""
    rows = (bytes((high, low)) for high in range(0xA1, 0xF8) for low in range(0xA1, 0xFF))
    text = b"".join(rows).decode("gb2312", errors="ignore")
    return frozenset(range(0x20, 0x7F)) | frozenset(map(ord, text))
