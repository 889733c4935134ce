"""A name of five or more Chinese characters without a middle dot is looked at again.

Why: 甄某某妻乙某某 or 甄某某患病 is a name with a relative or an illness run into it, and both
are private (《社会救助法》第十一条). A reminder and no more: some minority names have no dot.
"""

from collections.abc import Iterator

from generator.checks import Scope
from generator.columns.person_name import is_long
from generator.findings import Finding, finding
from generator.tables import Table

ALWAYS = True


def check(table: Table, scope: Scope) -> Iterator[Finding]:
    for column in table.kind.columns:
        if column.type == "person_name":
            for row, name in enumerate(table.values(column.name)):
                if name is not None and is_long(name):
                    yield finding("name-long", table.place(row, column.name))
