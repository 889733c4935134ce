"""Numbers in a duty list run 1, 2, 3 … without gaps, in the order of the rows.

Why: a missing number reads as a duty taken off the list. Source of the
catalogue's shape: 蚌山发〔2017〕7号.
"""

from collections.abc import Iterator

from generator.checks import Scope
from generator.findings import Finding, finding
from generator.tables import Table

ALWAYS = False


def check(table: Table, scope: Scope) -> Iterator[Finding]:
    for name in table.kind.identity:
        for row, number in enumerate(table.values(name)):
            if number is not None and number != row + 1:
                yield finding("numbering-gap", table.place(row, name), expected=row + 1)
                return
