"""万元 and 元 confused: an amount per person far outside what the rules allow.

Money headed 万元 but filled in in 元 has been published more than once; the
amount per person gives it away.
"""

from collections.abc import Sequence
from decimal import Decimal
from typing import Protocol

from generator.findings import Finding, finding
from generator.intake.grid import Grid
from generator.intake.matching import Matching
from generator.intake.values import Values
from generator.kinds import Kind

_MISTAKE = Decimal(10_000)


class Band(Protocol):
    """What an amount per person may be, in yuan; `None` is no limit."""

    @property
    def at_least(self) -> Decimal | None: ...
    @property
    def at_most(self) -> Decimal | None: ...


def unlikely_amounts(rows: Sequence[tuple[Decimal, int]], band: Band) -> tuple[tuple[int, bool], ...]:
    """Indexes of the rows (amount, persons) outside the band, and whether 万元 for 元, or the reverse, explains it."""
    found = []
    for index, (amount, persons) in enumerate(rows):
        if persons < 1:
            continue
        each = amount / persons
        if not _within(each, band):
            found.append((index, _within(each * _MISTAKE, band) or _within(each / _MISTAKE, band)))
    return tuple(found)


def amount_findings(grid: Grid, matching: Matching, values: Values, kind: Kind, band: Band) -> list[Finding]:
    """A finding for each row whose amount per person the band does not admit."""
    money = next((each for each in matching.recognised if each.column.type == "money"), None)
    persons = next((each for each in matching.recognised if each.column.unit == "人"), None)
    if money is None or (persons is None and kind.entry_unit != "人"):
        return []
    numbers, amounts = [], []
    for number, texts in values.texts.items():
        if money.column.name in texts and (persons is None or texts.get(persons.column.name)):
            numbers.append(number)
            count = 1 if persons is None else int(texts[persons.column.name])
            amounts.append((Decimal(texts[money.column.name] or "0"), count))
    limits = _limits(band)
    found = []
    for index, is_mistake in unlikely_amounts(amounts, band):
        place = grid.place(numbers[index], money.index, money.heading)
        if is_mistake:
            found.append(finding("raw-amount-ten-thousand", place, limits=limits))
        else:
            found.append(finding("raw-amount-unlikely", place, limits=limits))
    return found


def _limits(band: Band) -> str:
    low, high = band.at_least, band.at_most
    return "—".join("" if each is None else f"{each:f}" for each in (low, high))


def _within(amount: Decimal, band: Band) -> bool:
    return (band.at_least is None or amount >= band.at_least) and (band.at_most is None or amount <= band.at_most)
