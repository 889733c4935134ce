"""Notices and policies are not left untouched for half a year.

Why: 国办秘函〔2019〕19号 penalises columns of notices and policy documents without
anything new for 6 months. The number is a rule of the rule packs
(`stale_months`), or else of `data/catalogue.yaml`.
"""

from collections.abc import Iterator

from generator.checks import Scope
from generator.findings import Finding, Place, finding, phrase
from generator.first_days import first_days
from generator.office.calendar import months_later

_RULE = "stale_months"


def check_office(scope: Scope) -> Iterator[Finding]:
    asked = scope.office.requirement(_RULE, scope.today)
    stated = int(asked.at_most) if asked and asked.at_most is not None else None
    months = stated or scope.office.catalogue.stale_months
    days = first_days(scope.tables)
    for section in scope.office.catalogue.stale_sections:
        shown = [day for table, day in days if table.kind.section == section and day <= scope.today]
        if shown and scope.today >= months_later(max(shown), months):
            place = Place("data/standing" if section == "policies" else "data/rounds")
            yield finding(
                "column-stale", place, section=phrase(f"section-{section}"), last=max(shown).isoformat(), months=months
            )
