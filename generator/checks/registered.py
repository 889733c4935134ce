"""Villages, staff, units and phone numbers must be in their registers.

Why: a list for a village that does not exist is read by nobody, and a phone
number outside the contacts register may be a private one (《社会救助法》第十一条).
"""

from collections.abc import Iterator

from generator.checks import Scope
from generator.columns import column_type
from generator.findings import Finding, finding
from generator.tables import Table

ALWAYS = True
_TITLES = {"villages": "村（社区）", "staff": "工作人员", "units": "单位", "contacts": "公开电话"}


def check(table: Table, scope: Scope) -> Iterator[Finding]:
    for column in table.kind.columns:
        register = getattr(column_type(column.type), "REGISTER", "")
        if not register or column.name not in table.positions:
            continue
        known = scope.office.registers.names(register)
        values = table.values(column.name)
        if known.issuperset(set(values) - {None}):
            continue
        for row, value in enumerate(values):
            entries = (value,) if isinstance(value, str) else value or ()
            if not known.issuperset(entries):
                yield finding(
                    "cell-not-registered",
                    table.place(row, column.name),
                    register=_TITLES[register],
                    file=register,
                )
