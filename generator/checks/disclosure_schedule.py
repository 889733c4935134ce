"""What must be disclosed every so often has been disclosed in time.

Why: 《村民委员会组织法》第三十条 asks for village affairs at least quarterly, monthly
where money moves often. A kind says how often (`every_months`); its next list is
due that long after the first day of the last one.
"""

from collections.abc import Iterator

from generator.checks import Scope
from generator.findings import Finding, finding
from generator.first_days import first_days
from generator.office.calendar import next_due
from generator.schedule import days_late, last_shown
from generator.texts import kind_place


def check_office(scope: Scope) -> Iterator[Finding]:
    days = first_days(scope.tables)
    for kind in scope.kinds.values():
        if kind.state != "live" or not kind.every_months:
            continue
        last = last_shown(kind, days)
        if last is None:
            yield finding("disclosure-missing", kind_place(kind), kind=kind.title, months=kind.every_months)
        elif late := days_late(kind, last, scope.today):
            yield finding(
                "disclosure-late",
                kind_place(kind),
                kind=kind.title,
                last=last.isoformat(),
                due=next_due(last, kind.every_months).isoformat(),
                days=late,
            )
