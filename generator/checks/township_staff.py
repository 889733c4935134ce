"""A township has as many civil-affairs staff as its population asks for.

Why: too few people means late visits and late payments. Source of the numbers:
the rule pack (蚌山发〔2017〕7号: by population; elsewhere one for every 10,000).
"""

from collections.abc import Iterator

from generator.checks import Scope
from generator.findings import Finding, Place, finding


def check_office(scope: Scope) -> Iterator[Finding]:
    registers = scope.office.registers
    population = sum(village.population for village in registers.villages)
    found = sum(member.type == "镇民政办" for member in registers.staff)
    asked = scope.office.requirement("staff.township", scope.today, population)
    if asked and not asked.admits(found):
        yield finding(
            "township-staff",
            Place("data/registers/staff.csv"),
            found=found,
            population=population,
            limits=asked.limits(),
            source=asked.source,
        )
