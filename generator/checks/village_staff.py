"""Every village has its one commissioner, its assistants, and a committee that is not too large.

Why: the commissioner answers for civil affairs in the village, the assistants
visit and help to apply. Source of the numbers: the rule pack (蚌山发〔2017〕7号;
assistants by population, elsewhere one per village).
"""

from collections.abc import Iterator

from generator.checks import Scope
from generator.findings import Finding, Place, finding
from generator.office.rule_names import title_of
from generator.office.staffing import village_staff

_FILE = Place("data/registers/staff.csv")


def check_office(scope: Scope) -> Iterator[Finding]:
    for staffing in village_staff(scope.office, scope.today):
        if not staffing.enough:
            yield finding(
                "village-staff",
                _FILE,
                village=staffing.place,
                subject=title_of(staffing.rule),
                found=staffing.found,
                limits=staffing.asked.limits(),
                source=staffing.asked.source,
            )
