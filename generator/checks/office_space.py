"""The township's office and the communities' service points are as large as the rule packs ask.

Why: people in distress need a room where not everybody listens. Source of the
numbers: the rule pack (≥ 40 or ≥ 60 m² and two rooms for a township, ≥ 120 m² for
a community).
"""

from collections.abc import Iterator

from generator.checks import Scope
from generator.findings import Finding, Phrase, Place, finding, phrase
from generator.office import Premises
from generator.office.rule_names import title_of

_RULES = {
    "镇民政办": ("premises.township_area", "premises.township_rooms"),
    "社区服务点": ("premises.community_area",),
    "村服务点": (),
}


def check_office(scope: Scope) -> Iterator[Finding]:
    for premises in scope.office.registers.premises:
        for name in _RULES[premises.type]:
            asked = scope.office.requirement(name, scope.today)
            found = _measured(premises, name)
            if asked and not asked.admits(found):
                yield finding(
                    "office-space",
                    Place("data/registers/premises.csv"),
                    premises=premises.name,
                    subject=title_of(name),
                    found=found,
                    limits=asked.limits(),
                    unit=asked.unit,
                    source=asked.source,
                )


def not_checked(scope: Scope) -> Iterator[Phrase]:
    if not scope.office.registers.premises:
        yield phrase("unchecked-premises")


def _measured(premises: Premises, name: str) -> int:
    return premises.rooms if name.endswith("_rooms") else premises.area
