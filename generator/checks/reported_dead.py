"""Nobody stands in a list of a month after the one in which a death was reported.

Why: payments to the dead are the first thing an audit looks for, and a name on the
wall hurts the family. The register `deaths.csv` (村, 姓名, 月份) is kept from what the
village assistants report; an ending of support is where such a name belongs.
"""

from collections.abc import Iterator

from generator.checks import Scope
from generator.findings import Finding, Phrase, finding, phrase
from generator.tables import Table

ALWAYS = True


def check(table: Table, scope: Scope) -> Iterator[Finding]:
    listing, village, name = table.listing, table.kind.village_column, table.first("person_name")
    if not listing.round or listing.stage == "notice_of_ending" or not village or not name:
        return
    dead = {(death.village, death.name) for death in scope.office.registers.deaths if death.month < listing.round}
    places, names = table.values(village.name), table.values(name.name)
    # Few lists hold any of these names at all.
    if {person for _, person in dead}.isdisjoint(names):
        return
    for row, person in enumerate(zip(places, names, strict=True)):
        if person in dead:
            yield finding("listed-after-death", table.place(row, name.name))


def not_checked(scope: Scope) -> Iterator[Phrase]:
    if not scope.office.registers.deaths:
        yield phrase("unchecked-deaths")
