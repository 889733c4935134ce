"""What must be disclosed every so often has been disclosed in time.

Why: 《村民委员会组织法》第三十条 asks for village affairs at least quarterly, monthly
where money moves often. A kind says how often (`every_months`); its next list is
due that long after the first day of the last one.
"""

from collections.abc import Iterator
from datetime import date

from generator.checks import Scope
from generator.findings import Finding, finding
from generator.first_days import first_days
from generator.kinds import Kind
from generator.office.calendar import months_later
from generator.texts import kind_place


def check_office(scope: Scope) -> Iterator[Finding]:
    days = first_days(scope.tables)
    for kind in scope.kinds.values():
        if kind.state != "live" or not kind.every_months:
            continue
        shown = [day for table, day in days if table.kind.id == kind.id]
        if not shown:
            yield finding("disclosure-missing", kind_place(kind), kind=kind.title, months=kind.every_months)
        elif late := days_late(kind, max(shown), scope.today):
            yield finding(
                "disclosure-late",
                kind_place(kind),
                kind=kind.title,
                last=max(shown).isoformat(),
                due=months_later(max(shown), kind.every_months).isoformat(),
                days=late,
            )


def days_late(kind: Kind, last: date, today: date) -> int:
    """Days since the next list was due; 0 if it is not due yet."""
    return max(0, (today - months_later(last, kind.every_months)).days)
