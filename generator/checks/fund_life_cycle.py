"""Money is allocated, then approved, then paid: at no row is more paid than approved, or approved than allocated.

Why: the order 分配 → 审批 → 发放 → 内审 is what keeps one person from deciding and paying
alone (攸县 2010). A ledger without any allocation or approval is not judged: its office
may keep them elsewhere.
"""

from collections.abc import Iterator
from decimal import Decimal

from generator.checks import Scope
from generator.findings import Finding, finding, phrase
from generator.tables import Table

ALWAYS = False
_STEPS = ("分配", "审批", "发放")


def check(table: Table, scope: Scope) -> Iterator[Finding]:
    events = table.values("event")
    sums = {step: Decimal("0.00") for step in _STEPS if step in events}
    for row, (event, amount) in enumerate(zip(events, table.values("amount"), strict=True)):
        if event not in sums or amount is None:
            continue
        sums[event] += amount
        before = [step for step in sums if _STEPS.index(step) < _STEPS.index(event)]
        if before and sums[event] > sums[before[-1]]:
            yield finding(
                "fund-life-cycle",
                table.place(row, "amount"),
                step=phrase(f"step-{event}"),
                before=phrase(f"step-{before[-1]}"),
            )
            return
