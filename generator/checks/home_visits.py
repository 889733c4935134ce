"""Every key household is visited every month, and every officer goes out often enough.

Why: need shows at the door, not in a file. The numbers (100 % of key households;
per officer and month ≥ 2 trips and ≥ 20 households) come from the rule pack. An
officer's villages are those of the register. No finding names a count: a village
with one key household would tell who it is.
"""

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal

from generator.checks import Scope
from generator.findings import Finding, finding
from generator.office.rule_names import title_of
from generator.tables import Table

ALWAYS = False
_PER_OFFICER = {"home_visits.trips": "trips", "home_visits.households": "households_visited"}


def check(table: Table, scope: Scope) -> Iterator[Finding]:
    yield from _coverage(table, scope)
    officers = {village.name: village.officer for village in scope.office.registers.villages}
    served = [officers.get(village) for village in table.values("village")]
    for rule, column in _PER_OFFICER.items():
        asked = scope.office.requirement(rule, scope.today)
        sums: Counter[str] = Counter()
        for officer, number in zip(served, table.values(column), strict=True):
            if officer and number is not None:
                sums[officer] += number
        for officer, number in sums.items():
            if asked and not asked.admits(number):
                yield finding(
                    "visits-too-few",
                    table.place(column=column),
                    officer=officer,
                    subject=title_of(rule),
                    limits=asked.limits(),
                    unit=asked.unit,
                    source=asked.source,
                )


def _coverage(table: Table, scope: Scope) -> Iterator[Finding]:
    asked = scope.office.requirement("home_visits.coverage", scope.today)
    columns = (table.values(name) for name in ("key_households", "key_visited"))
    for row, (households, visited) in enumerate(zip(*columns, strict=True)):
        if households is None or visited is None:
            continue
        if visited > households:
            yield finding("visits-exceed-households", table.place(row, "key_visited"))
        elif asked and households and not asked.admits(Decimal(visited) * 100 / households):
            yield finding("key-household-missed", table.place(row, "key_visited"), limits=asked.limits())
