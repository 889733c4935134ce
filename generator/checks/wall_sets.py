"""Every panel of a wall set leads to something that exists, in a size that exists.

Why: the wall is what most residents see; a panel that points nowhere stays empty
until an inspection finds it. Number and names of the panels: `data/wall_sets/`.
"""

from collections.abc import Iterator

from generator.checks import Scope
from generator.findings import Finding, Place, finding, phrase
from generator.office.wall_sets import SourceType, completeness

# Registers that may hang on a wall. Deaths are kept for a check and shown nowhere.
_SHOWN = ("villages", "staff", "contacts", "premises", "legal_bases")


def check_office(scope: Scope) -> Iterator[Finding]:
    there = available(scope)
    for name, wall_set in scope.office.wall_sets.items():
        place = Place(f"data/wall_sets/{name}.yaml")
        for state in completeness(wall_set, there):
            panel = state.panel
            type_, source = panel.source
            if not state.ready:
                where = phrase(f"source-{type_}")
                yield finding("wall-panel-source", place, panel=panel.title, type=where, source=source)
            if panel.size not in scope.office.sizes:
                sizes = tuple(sorted(scope.office.sizes))
                yield finding("wall-panel-size", place, panel=panel.title, size=panel.size, sizes=sizes)


def available(scope: Scope) -> frozenset[tuple[SourceType, str]]:
    """Everything a panel may show: kinds with a list, lists, hand-written pages, registers with an entry."""
    there: set[tuple[SourceType, str]] = {("page", file) for file in scope.prose}
    for table in scope.tables:
        there.add(("kind", table.kind.id))
        there.add(("list", table.listing.reference.removeprefix("standing/")))
    there |= {("register", name) for name in _SHOWN if getattr(scope.office.registers, name)}
    return frozenset(there)
