"""No two rows may be the same by the kind's `identity` columns.

Why: a household listed twice is paid twice; the inspection of relief lists
counts it as an error of the office.
"""

from collections.abc import Iterator

from generator.checks import Scope
from generator.findings import Finding, finding
from generator.tables import Table

ALWAYS = True


def check(table: Table, scope: Scope) -> Iterator[Finding]:
    identity = table.kind.identity
    titles = tuple(table.kind.column(name).title for name in identity)
    seen: dict[tuple[object, ...], int] = {}
    keys = list(zip(*(table.values(name) for name in identity), strict=True))
    if len(set(keys)) == len(keys):
        return
    for row, key in enumerate(keys):
        if None in key:
            continue
        first = seen.setdefault(key, row)
        if first != row:
            yield finding(
                "row-duplicate", table.place(row, identity[-1]), first=table.sheet.numbers[first], columns=titles
            )
