"""万元 and 元 confused: an amount per person far outside what the rules allow.

Found before anything is written, at the cell of the office's own file. What an
amount may be is judged as `gongshi check` judges it.
"""

from decimal import Decimal

from generator.checks.amount_band import amount_finding, judge
from generator.findings import Finding
from generator.intake.grid import Grid
from generator.intake.matching import Matching
from generator.intake.values import Values
from generator.kinds import Kind
from generator.office import Requirement


def amount_findings(grid: Grid, matching: Matching, values: Values, kind: Kind, asked: Requirement) -> list[Finding]:
    """A finding for each row whose amount per person the rule pack does not admit."""
    money = next((each for each in matching.recognised if each.column.type == "money"), None)
    persons = next((each for each in matching.recognised if each.column.unit == "人"), None)
    if money is None or (persons is None and any(each.unit == "人" for each in kind.columns)):
        return []
    found = []
    for number, texts in values.texts.items():
        amount = texts.get(money.column.name)
        count = texts.get(persons.column.name) if persons else "1"
        if amount and count and (said := judge(Decimal(amount), int(count), asked)):
            found.append(amount_finding(said, grid.place(number, money.index, money.heading), asked))
    return found
