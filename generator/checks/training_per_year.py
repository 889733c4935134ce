"""Village staff are trained as often in a year as the rule packs ask.

Why: assistants explain the rules to people; those who were never trained explain
them wrongly. A year that is over must have reached the number; the running year
is a reminder in its last 60 days. Source of the number: the rule pack.
"""

from collections import Counter
from collections.abc import Iterator
from datetime import date

from generator.checks import Scope
from generator.findings import Finding, finding
from generator.tables import Table

ALWAYS = False
_REMINDER_DAYS = 60


def check(table: Table, scope: Scope) -> Iterator[Finding]:
    days = [day for day in table.values("day") if day]
    held = Counter(day.year for day in days if day <= scope.today)
    for year in sorted({day.year for day in days}):
        found, end = held[year], date(year, 12, 31)
        # A year is held to the rules in force at its end.
        asked = scope.office.requirement("training", min(end, scope.today))
        if asked and not asked.admits(found) and (end - scope.today).days <= _REMINDER_DAYS:
            yield finding(
                "training-too-little",
                table.place(),
                year=year,
                found=found,
                limits=asked.limits(),
                source=asked.source,
            )
