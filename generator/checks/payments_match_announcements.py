"""What was paid for a kind in a month equals that month's announced list, to the fen.

Why: the public compares the two; 《社会救助法》第六十七条 asks for the use of funds
to be disclosed, and a difference means that somebody was paid off the list.
"""

from collections.abc import Iterator

from generator.agreements import compared, payments
from generator.checks import Scope
from generator.columns import money
from generator.findings import Finding, finding
from generator.tables import Table

ALWAYS = False


def check(table: Table, scope: Scope) -> Iterator[Finding]:
    last_row = {key: row for row, key, _ in payments(table)}
    for each in compared(table, scope.tables):
        if each.difference:
            title = scope.kinds[each.kind].title
            yield finding(
                "payments-differ",
                table.place(last_row.get((title, each.round)), "amount"),
                round=each.round,
                kind=title,
                paid=money.show(each.paid),
                listed=money.show(each.listed),
                difference=money.show(abs(each.difference)),
            )
