"""A unit is never both lead and supporting in one task.

Why: who supports itself answers to nobody: with two roles it can always say
that the other one was meant. Duty catalogues (职责清单, as in 蚌山发〔2017〕7号) name
责任单位 and 配合单位 apart for this reason.
"""

from collections.abc import Iterator

from generator.checks import Scope
from generator.findings import Finding, finding
from generator.tables import Table

ALWAYS = False


def check(table: Table, scope: Scope) -> Iterator[Finding]:
    official = {alias: unit.name for unit in scope.office.registers.units for alias in unit.short_names}
    pairs = zip(table.values("lead_units"), table.values("supporting_units"), strict=True)
    for row, (lead, supporting) in enumerate(pairs):
        leading = {official.get(name, name) for name in lead or ()}
        both = [name for name in supporting or () if official.get(name, name) in leading]
        if both:
            yield finding("unit-both-roles", table.place(row, "supporting_units"), units=tuple(both))
