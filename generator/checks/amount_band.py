"""An amount per person keeps within what is paid at all; far off, it was typed in the wrong unit.

Why: sheets headed 万元 and filled in 元 (or the reverse) have been published; a list
off by 10,000 is a scandal in the village. The bands (`amount.<kind>`: yuan per person,
or per entry where a list counts no persons) come from the rule pack.
"""

from collections.abc import Iterator
from decimal import Decimal

from generator.checks import Scope
from generator.findings import Finding, Place, finding, phrase
from generator.office import Requirement
from generator.tables import Table

ALWAYS = True
_TEN_THOUSAND = Decimal(10_000)


def check(table: Table, scope: Scope) -> Iterator[Finding]:
    asked = scope.office.requirement(f"amount.{table.kind.id}", scope.today)
    column = table.first("money")
    if not asked or not column:
        return
    persons = [each.name for each in table.kind.columns if each.type == "count" and each.unit == "人"]
    counts = table.values(persons[0]) if persons else [1] * table.row_count
    pairs = list(zip(table.values(column.name), counts, strict=True))
    # A list of 200,000 rows has some hundreds of different amounts: each is judged once.
    wrong = {pair: said for pair in set(pairs) if (said := judge(*pair, asked))}
    for row, pair in enumerate(pairs) if wrong else ():
        if pair in wrong:
            yield amount_finding(wrong[pair], table.place(row, column.name), asked)


def amount_finding(said: str, place: Place, asked: Requirement) -> Finding:
    """What `judge` said, as a finding at `place`."""
    words = {"limits": asked.limits(), "source": asked.source}
    if said == "amount-outside-band":
        return finding("amount-outside-band", place, **words)
    return finding("amount-unit-mistake", place, meant=phrase(said), **words)


def judge(amount: Decimal | None, persons: int | None, asked: Requirement) -> str:
    """Nothing, or the rule or phrase that says what is wrong with an amount for so many persons."""
    if amount is None or not persons or not amount or asked.admits(each := amount / persons):
        return ""
    if asked.admits(each * _TEN_THOUSAND):
        return "typed-in-ten-thousands"
    return "typed-in-yuan" if asked.admits(each / _TEN_THOUSAND) else "amount-outside-band"
