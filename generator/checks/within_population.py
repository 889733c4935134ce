"""No list counts more people or households in a village than live there.

Why: more is impossible, and means a wrong village, a doubled list, or households
taken for persons. Population and households are those of the register.
"""

from collections import Counter
from collections.abc import Iterator

from generator.checks import Scope
from generator.findings import Finding, finding, phrase
from generator.tables import Table

ALWAYS = True


def check(table: Table, scope: Scope) -> Iterator[Finding]:
    column = table.kind.village_column
    if column is None:
        return
    villages = table.values(column.name)
    limits = {
        "人": {village.name: village.population for village in scope.office.registers.villages},
        "户": {village.name: village.households for village in scope.office.registers.villages},
    }
    for name, unit, sums in _counted(table, villages):
        for village, number in sums.items():
            limit = limits[unit].get(village)
            if limit is not None and number > limit:
                place = table.place(column=name)
                yield finding("above-population", place, village=village, unit=phrase(f"unit-{unit}"), limit=limit)


def _counted(table: Table, villages: list[str]) -> Iterator[tuple[str, str, Counter[str]]]:
    """(column, unit, sum per village) of the entries and of every column that counts people or households."""
    assert table.kind.village_column is not None
    if table.kind.per == "village" and table.kind.entry_unit in {"人", "户"}:
        yield table.kind.village_column.name, table.kind.entry_unit, Counter(villages)
    for column in table.kind.columns:
        if column.type == "count" and column.unit in {"人", "户"}:
            sums: Counter[str] = Counter()
            for (village, number), rows in Counter(zip(villages, table.values(column.name), strict=True)).items():
                sums[village] += (number or 0) * rows
            yield column.name, column.unit, sums
