"""A payment cites the minutes of the meeting that decided on its list.

Why: every entry of the account cites the joint meeting of party and government
(攸县 2010; the column is required); a payment that cites another meeting than the
announcement of the same month was not decided there, or is a slip.
"""

from collections.abc import Iterator

from generator.checks import Scope
from generator.columns import month
from generator.findings import Finding, finding
from generator.tables import Table

ALWAYS = False


def check(table: Table, scope: Scope) -> Iterator[Finding]:
    decided = {
        name: record.stages["announcement"].minutes
        for name, record in scope.office.rounds.items()
        if "announcement" in record.stages
    }
    columns = (table.values(name) for name in ("event", "relief_round", "minutes"))
    for row, (event, round_name, minutes) in enumerate(zip(*columns, strict=True)):
        expected = decided.get(round_name)
        if event == "发放" and expected and minutes and expected not in minutes:
            yield finding(
                "payment-minutes", table.place(row, "minutes"), round=month.show(round_name), expected=expected
            )
