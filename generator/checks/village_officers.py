"""Every village has exactly one responsible officer, who is on the staff register.

Why: with two names nobody answers, with none nobody comes. Local rules ask for
one commissioner per village; people must find that person's phone.
"""

import re
from collections.abc import Iterator

from generator.checks import Scope
from generator.findings import Finding, finding, phrase
from generator.office.registers import register_place

_SEVERAL = re.compile(r"[、，,；;/／&和与\s]")


def check_office(scope: Scope) -> Iterator[Finding]:
    staff = scope.office.registers.names("staff")
    for village in scope.office.registers.villages:
        officer = village.officer.strip()
        if officer in staff:
            continue
        if not officer:
            reason = phrase("officer-none")
        elif _SEVERAL.search(officer):
            reason = phrase("officer-several")
        else:
            reason = phrase("officer-unknown")
        yield finding(
            "village-officer", register_place("villages", village, "负责人"), village=village.name, reason=reason
        )
