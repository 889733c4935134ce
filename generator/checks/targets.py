"""A target says truly how far it is: the percentage recomputes, what is due is met, what is met is proven.

Why: a progress board that flatters is worse than none; inspections look for
percentages that do not follow from their own row. One place, rounded half up.
"""

from collections.abc import Iterator

from generator.checks import Scope
from generator.columns import date as day
from generator.columns import percent
from generator.findings import Finding, finding
from generator.tables import Table

ALWAYS = False
_COLUMNS = ("target", "actual", "completed", "due", "evidence")


def check(table: Table, scope: Scope) -> Iterator[Finding]:
    newest = max(each.listing.id for each in scope.tables if each.kind.id == table.kind.id)
    columns = (table.values(name) for name in _COLUMNS)
    for row, (target, actual, completed, due, evidence) in enumerate(zip(*columns, strict=True)):
        if not target or actual is None:
            continue
        expected = percent.of(actual, target)
        if completed is not None and completed != expected:
            yield finding(
                "percentage-wrong",
                table.place(row, "completed"),
                actual=actual,
                target=target,
                expected=percent.show(expected),
            )
        # An older bulletin says how far it was then; only the newest is asked what is overdue.
        if table.listing.id == newest and actual < target and due and due < scope.today:
            yield finding("target-missed", table.place(row, "actual"), due=day.show(due), missing=target - actual)
        if actual and not evidence:
            yield finding("target-without-evidence", table.place(row, "evidence"))
