"""Every village has its one commissioner, its assistants, and a committee that is not too large.

Why: the commissioner answers for civil affairs in the village, the assistants
visit and help to apply. Source of the numbers: the rule pack (蚌山发〔2017〕7号;
assistants by population, elsewhere one per village).
"""

from collections import Counter
from collections.abc import Iterator

from generator.checks import Scope
from generator.findings import Finding, Place, finding
from generator.office import Village
from generator.office.rule_names import title_of

_FILE = Place("data/registers/staff.csv")
# The rule, and the types of staff it counts. A commissioner is a member of the committee.
_COUNTED = {
    "staff.commissioners": ("村民政委员",),
    "staff.assistants": ("村级协理员",),
    "staff.committee": ("村民政委员", "村委会委员"),
}


def check_office(scope: Scope) -> Iterator[Finding]:
    staff: Counter[tuple[str | None, str]] = Counter(
        (member.village, member.type) for member in scope.office.registers.staff
    )
    if not any(village for village, _ in staff):
        return
    for village in scope.office.registers.villages:
        yield from _village(scope, village, staff)


def _village(scope: Scope, village: Village, staff: Counter[tuple[str | None, str]]) -> Iterator[Finding]:
    for name, types in _COUNTED.items():
        found = sum(staff[village.name, each] for each in types)
        asked = scope.office.requirement(name, scope.today, village.population)
        if asked and not asked.admits(found):
            yield finding(
                "village-staff",
                _FILE,
                village=village.name,
                subject=title_of(name),
                found=found,
                limits=asked.limits(),
                source=asked.source,
            )
