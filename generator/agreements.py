"""What a ledger says was paid for a month, beside what that month's announced lists add up to.

Why: the public compares the two; 《社会救助法》第六十七条 asks for the use of funds
to be disclosed. Computed once: the check reports differences, the ledger's page
tells what agrees.
"""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from generator.comparisons import Agreement
from generator.kinds import Kind
from generator.tables import Table

# The check that asks for it: a kind that does not name it is not compared.
CHECK = "payments_match_announcements"


def agreements(tables: Iterable[Table]) -> Iterator[Agreement]:
    """Every ledger of `tables` compared with every announced list among them that it ought to have paid."""
    tables = tuple(tables)
    for ledger in tables:
        if any(call.name == CHECK for call in ledger.kind.checks):
            yield from compared(ledger, tables)


def compared(ledger: Table, tables: Iterable[Table]) -> Iterator[Agreement]:
    """One comparison for each announced list of relief that runs through the account."""
    paid: dict[tuple[str, str], Decimal] = {}
    for _, key, amount in payments(ledger):
        paid[key] = paid.get(key, Decimal("0.00")) + amount
    for table in tables:
        kind, listing = table.kind, table.listing
        if listing.stage == "announcement" and _paid_from_the_account(kind):
            yield Agreement(
                ledger=ledger.listing.reference,
                list=listing.reference,
                kind=kind.id,
                round=listing.round,
                paid=paid.get((kind.title, listing.round), Decimal("0.00")),
                listed=_announced(table),
            )


def payments(ledger: Table) -> Iterator[tuple[int, tuple[str, str], Decimal]]:
    """The row of each payment, the title of the kind and the month that it was for, and yuan."""
    columns = (ledger.values(name) for name in ("event", "relief_kind", "relief_round", "amount"))
    for row, (event, kind, round_name, amount) in enumerate(zip(*columns, strict=True)):
        if event == "发放" and kind and round_name and amount is not None:
            yield row, (kind, round_name), amount


def _paid_from_the_account(kind: Kind) -> bool:
    """Relief is, unless the kind says that somebody else pays it directly."""
    return kind.section == "relief" and not kind.paid_by


def _announced(table: Table) -> Decimal:
    columns = [column.name for column in table.kind.columns if column.type == "money"]
    amounts = (amount for name in columns for amount in table.values(name) if amount is not None)
    return sum(amounts, start=Decimal("0.00"))
