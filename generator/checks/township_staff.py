"""A township has as many civil-affairs staff as its population asks for.

Why: too few people means late visits and late payments. Source of the numbers:
the rule pack (蚌山发〔2017〕7号: by population; elsewhere one for every 10,000).
"""

from collections.abc import Iterator

from generator.checks import Scope
from generator.findings import Finding, Place, finding
from generator.office.staffing import township_staff


def check_office(scope: Scope) -> Iterator[Finding]:
    staffing = township_staff(scope.office, scope.today)
    if staffing and not staffing.enough:
        yield finding(
            "township-staff",
            Place("data/registers/staff.csv"),
            found=staffing.found,
            population=staffing.population,
            limits=staffing.asked.limits(),
            source=staffing.asked.source,
        )
