"""Care homes have enough nursing and dementia-care beds, and their figures fit together.

Why: old people who need nursing must find a bed near home. The shares (≥ 55 % and
≥ 5 % of all beds together) come from the rule pack. No home has more nursing beds
or residents than beds.
"""

from collections.abc import Iterator
from decimal import Decimal

from generator.checks import Scope
from generator.findings import Finding, finding
from generator.office.rule_names import title_of
from generator.tables import Table

ALWAYS = False
_SHARES = {"care_homes.nursing_beds": "nursing_beds", "care_homes.dementia_beds": "dementia_beds"}
_WITHIN_BEDS = ("nursing_beds", "dementia_beds", "residents")


def check(table: Table, scope: Scope) -> Iterator[Finding]:
    beds = table.values("beds")
    for name in _WITHIN_BEDS:
        for row, (part, whole) in enumerate(zip(table.values(name), beds, strict=True)):
            if part is not None and whole is not None and part > whole:
                yield finding("beds-exceeded", table.place(row, name), column=table.kind.column(name).title)
    total = sum(filter(None, beds))
    for rule, column in _SHARES.items():
        asked = scope.office.requirement(rule, scope.today)
        share = Decimal(sum(filter(None, table.values(column)))) * 100 / total if total else None
        if asked and share is not None and not asked.admits(share):
            yield finding(
                "care-beds",
                table.place(column=column),
                subject=title_of(rule),
                found=f"{share:.1f}",
                limits=asked.limits(),
                source=asked.source,
            )
