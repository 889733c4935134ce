"""Relief reaches people on their benefits card, in the share that the rule packs ask for.

Why: money that goes from hand to hand gets lost on the way; a card leaves a trace
that can be audited. Source of the share: the rule pack.
"""

from collections.abc import Iterator
from decimal import Decimal

from generator.checks import Scope
from generator.findings import Finding, finding
from generator.tables import Table

ALWAYS = False
_HUNDRED = Decimal(100)


def check(table: Table, scope: Scope) -> Iterator[Finding]:
    asked = scope.office.requirement("funds.card_share", scope.today)
    paid = by_card = Decimal("0.00")
    columns = (table.values(name) for name in ("event", "method", "amount"))
    for event, method, amount in zip(*columns, strict=True):
        if event == "发放" and amount is not None:
            paid += amount
            by_card += amount if method == "一卡通" else 0
    if asked and paid and not asked.admits(by_card / paid * _HUNDRED):
        yield finding(
            "paid-by-card",
            table.place(column="method"),
            found=f"{by_card / paid * _HUNDRED:.1f}",
            limits=asked.limits(),
            source=asked.source,
        )
