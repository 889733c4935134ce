"""Villages named in the registers are villages of the register; village staff say which one they serve.

Why: a misspelt village would count its people and rooms for nobody, and a death
reported for it would be compared with no list.
"""

from collections.abc import Iterable, Iterator

from generator.checks import Scope
from generator.findings import Finding, Place, finding


def check_office(scope: Scope) -> Iterator[Finding]:
    registers = scope.office.registers
    named: dict[str, Iterable[str | None]] = {
        "staff": (member.village for member in registers.staff),
        "premises": (each.village for each in registers.premises),
        "deaths": (death.village for death in registers.deaths),
    }
    known = registers.names("villages")
    for register, villages in named.items():
        for village in sorted({each for each in villages if each} - known):
            yield finding("register-village", Place(f"data/registers/{register}.csv"), village=village)
    for member in registers.staff:
        if member.type.startswith("村") and not member.village:
            yield finding("staff-village-missing", Place("data/registers/staff.csv"), type=member.type)
