"""What was paid for a kind in a month equals that month's announced list, to the fen.

Why: the public compares the two; 《社会救助法》第六十七条 asks for the use of funds
to be disclosed, and a difference means that somebody was paid off the list.
"""

from collections.abc import Iterator
from decimal import Decimal

from generator.checks import Scope
from generator.columns import money
from generator.findings import Finding, finding
from generator.tables import Table

ALWAYS = False


def check(table: Table, scope: Scope) -> Iterator[Finding]:
    paid: dict[tuple[str, str], Decimal] = {}
    last_row: dict[tuple[str, str], int] = {}
    columns = (table.values(name) for name in ("event", "relief_kind", "relief_round", "amount"))
    for row, (event, kind, round_name, amount) in enumerate(zip(*columns, strict=True)):
        if event == "发放" and kind and round_name and amount is not None:
            paid[kind, round_name] = paid.get((kind, round_name), Decimal("0.00")) + amount
            last_row[kind, round_name] = row
    for other in scope.tables:
        key = (other.kind.title, other.listing.round)
        if other.listing.stage != "announcement" or other.kind.section != "relief":
            continue
        listed = _announced(other)
        difference = paid.get(key, Decimal("0.00")) - listed
        if difference:
            yield finding(
                "payments-differ",
                table.place(last_row.get(key), "amount"),
                round=other.listing.round,
                kind=other.kind.title,
                paid=money.show(paid.get(key, Decimal("0.00"))),
                listed=money.show(listed),
                difference=money.show(abs(difference)),
            )


def _announced(table: Table) -> Decimal:
    columns = [column.name for column in table.kind.columns if column.type == "money"]
    amounts = (amount for name in columns for amount in table.values(name) if amount is not None)
    return sum(amounts, start=Decimal("0.00"))
