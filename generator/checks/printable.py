"""Every character must have a glyph in the pinned fonts.

Why: a name that prints as a box is somebody's name gone from the list; ministry
systems are told to support every character of 通用规范汉字表 and GB 18030.
"""

from collections.abc import Iterator

from generator.checks import Scope
from generator.columns import column_type
from generator.findings import Finding, finding
from generator.tables import Table

ALWAYS = True


def check(table: Table, scope: Scope) -> Iterator[Finding]:
    for column in table.kind.columns:
        canonical = column_type(column.type).canonical
        for row, value in enumerate(table.values(column.name)):
            if value is None:
                continue
            text = canonical(value)
            if scope.characters.issuperset(map(ord, text)):
                continue
            position = next(index for index, each in enumerate(text) if ord(each) not in scope.characters)
            yield finding(
                "cell-no-glyph",
                table.place(row, column.name),
                position=position + 1,
                codepoint=f"U+{ord(text[position]):04X}",
            )
