"""The office has the money to work with: so much per recipient and year, and the township adds its share.

Why: visits cost petrol, and work paid from relief money is a misuse of it; so work
funds are kept apart. Source of the numbers: the rule pack (≥ 5 yuan per recipient
and year; matching ≥ 2 % of the transfer from above). The parameter `transfers`
names the kind whose receipts are that transfer.
"""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from generator.checks import Scope
from generator.findings import Finding, finding
from generator.tables import Table

ALWAYS = False
_HUNDRED = Decimal(100)


def check(table: Table, scope: Scope) -> Iterator[Finding]:
    days = [day for day in table.values("day") if day]
    recipients = _recipients(scope)
    if not days:
        return
    first, last = min(days), max(days)
    received, matching = _received(table)
    asked = scope.office.requirement("work_funds.per_recipient", scope.today)
    if asked and recipients:
        yearly = received / recipients * 12 / _months(first, last)
        if not asked.admits(yearly):
            words = {"found": f"{yearly:.2f}", "limits": asked.limits(), "source": asked.source}
            yield finding("work-funds-per-recipient", table.place(column="amount"), recipients=recipients, **words)
    asked = scope.office.requirement("work_funds.matching", scope.today)
    transfers = _transfers(table, scope, first, last)
    if asked and transfers and not asked.admits(matching / transfers * _HUNDRED):
        words = {"found": f"{matching / transfers * _HUNDRED:.2f}", "limits": asked.limits(), "source": asked.source}
        yield finding("work-funds-matching", table.place(column="amount"), **words)


def _received(table: Table) -> tuple[Decimal, Decimal]:
    """What came in, and what of it the township gave itself."""
    received = matching = Decimal("0.00")
    columns = (table.values(name) for name in ("event", "source", "amount"))
    for event, source, amount in zip(*columns, strict=True):
        if event == "拨入" and amount is not None:
            received += amount
            matching += amount if source == "乡镇" else 0
    return received, matching


def _transfers(table: Table, scope: Scope, first: date, last: date) -> Decimal:
    """What came in for relief from above between the two days."""
    (call,) = (call for call in table.kind.checks if call.name == "work_funds")
    total = Decimal("0.00")
    for other in scope.tables:
        if other.kind.id == call.parameters.get("transfers"):
            columns = (other.values(name) for name in ("day", "event", "amount"))
            for day, event, amount in zip(*columns, strict=True):
                if event == "拨入" and amount is not None and day and first <= day <= last:
                    total += amount
    return total


def _recipients(scope: Scope) -> int:
    """Persons on the announced relief lists of the latest round."""
    announced = [
        each for each in scope.tables if each.listing.stage == "announcement" and each.kind.section == "relief"
    ]
    latest = max((each.listing.round for each in announced), default="")
    return sum(_persons(each) for each in announced if each.listing.round == latest)


def _persons(table: Table) -> int:
    counted = [column.name for column in table.kind.columns if column.type == "count" and column.unit == "人"]
    return sum(filter(None, table.values(counted[0]))) if counted else table.row_count


def _months(first: date, last: date) -> int:
    return (last.year - first.year) * 12 + last.month - first.month + 1
