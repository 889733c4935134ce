"""Each balance is the balance before, plus what came in, minus what was paid.

Why: relief money runs through one dedicated account as a closed loop
(received = paid + balance); allocation, approval and audit move no money.
"""

from collections.abc import Iterator
from decimal import Decimal

from generator.checks import Scope
from generator.columns.money import show
from generator.findings import Finding, finding
from generator.tables import Table

ALWAYS = False
# Words of the account, of donations and of the reserve fund.
_SIGN = {"期初": 1, "拨入": 1, "发放": -1, "收到捐赠": 1, "使用": -1, "补足": 1, "支出": -1}


def check(table: Table, scope: Scope) -> Iterator[Finding]:
    carried = Decimal("0.00")
    columns = (table.values(name) for name in ("event", "amount", "balance"))
    for row, (event, amount, balance) in enumerate(zip(*columns, strict=True)):
        if None in (event, amount, balance):
            return
        expected = carried + _SIGN.get(event, 0) * amount
        if balance != expected:
            yield finding("balance-wrong", table.place(row, "balance"), expected=show(expected))
        carried = balance
