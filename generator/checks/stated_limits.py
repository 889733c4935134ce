"""Guides and policies state no grace period or increment beyond the limits of the rule packs.

Why: rules disagree (a grace period of 12 months here, 6 months nationally; an
increment of 10–30 % for vulnerable members); what people read must be what they
will get, and the stricter applies. Only limits stated in figures are compared.
"""

import re
from collections.abc import Iterator

from generator.checks import Scope
from generator.columns import Shown
from generator.findings import Finding, finding
from generator.office.rule_names import title_of
from generator.tables import Table

ALWAYS = True
_STATED = {
    "grace_period": re.compile(r"渐退[^。；]{0,20}?([0-9]{1,2}) ?个月"),
    "allowance.increment": re.compile(r"增发[^。；]{0,20}?([0-9]{1,3}) ?%"),
}


def check(table: Table, scope: Scope) -> Iterator[Finding]:
    if table.kind.section not in {"guides", "policies"}:
        return
    for name, pattern in _STATED.items():
        asked = scope.office.requirement(name, scope.today)
        for column in table.kind.columns if asked else ():
            for row, value in enumerate(table.values(column.name)):
                stated = [int(number) for text in _texts(value) for number in pattern.findall(text)]
                for number in stated:
                    if asked and not asked.admits(number):
                        yield finding(
                            "stated-limit",
                            table.place(row, column.name),
                            subject=title_of(name),
                            stated=number,
                            limits=asked.limits(),
                            unit=asked.unit,
                            source=asked.source,
                        )


def _texts(value: Shown | None) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from _texts(part)
