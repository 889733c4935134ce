"""Money on a round's list of donations equals what the account of their use says was received.

Why: 《公益事业捐赠法》第二十二条 asks recipients to publish both what was donated and
how it is used; a difference means that a gift was not entered, or not given.
"""

from collections.abc import Iterator
from decimal import Decimal

from generator.checks import Scope
from generator.columns import money
from generator.findings import Finding, finding
from generator.tables import Table

ALWAYS = False
_DONATIONS = "charity_donation"
_RECEIVED = "收到捐赠"


def check(table: Table, scope: Scope) -> Iterator[Finding]:
    """`table` is the account of use, the donations are those of its own round."""
    record = scope.office.rounds.get(table.listing.round)
    if record is None:
        return
    donated = _sum(
        amount
        for other in scope.tables
        if other.listing.kind == _DONATIONS and other.listing.round == table.listing.round
        for amount in other.values("amount")
    )
    pairs = zip(table.values("event"), table.values("amount"), strict=True)
    received = _sum(amount for event, amount in pairs if event == _RECEIVED)
    if donated != received:
        yield finding(
            "donations-differ",
            table.place(column="amount"),
            round=record.title,
            donated=money.show(donated),
            received=money.show(received),
            difference=money.show(abs(donated - received)),
        )


def _sum(amounts: Iterator[Decimal | None]) -> Decimal:
    return sum((amount for amount in amounts if amount is not None), start=Decimal("0.00"))
