"""Every panel of a wall set and every chapter of a book leads to something that exists.

Why: the wall is what most residents see; a panel that points nowhere stays empty
until an inspection finds it. Panels: `data/wall_sets/`; chapters: `data/print.yaml`.
"""

from collections.abc import Iterator

from generator.checks import Scope
from generator.findings import Finding, Place, finding, phrase
from generator.office import Office
from generator.office.printing import PRINT
from generator.office.wall_sets import Source, Sourced

# Registers that may be printed. Deaths are kept for a check and shown nowhere.
_SHOWN = ("villages", "staff", "leading_group", "contacts", "premises", "legal_bases")


def check_office(scope: Scope) -> Iterator[Finding]:
    there = available(scope)
    for file, sourced in _sourced(scope.office):
        type_, source = sourced.source
        if sourced.source not in there:
            type_of = phrase(f"source-{type_}")
            yield finding("printed-source", Place(file), title=sourced.title, type=type_of, source=source)


def available(scope: Scope) -> frozenset[Source]:
    """Everything that may be printed: kinds with a list, lists, hand-written pages, registers with an entry."""
    there: set[Source] = {("page", file) for file in scope.prose}
    for table in scope.tables:
        there.add(("kind", table.kind.id))
        there.add(("list", table.listing.reference.removeprefix("standing/")))
    there |= {("register", name) for name in _SHOWN if getattr(scope.office.registers, name)}
    return frozenset(there)


def _sourced(office: Office) -> Iterator[tuple[str, Sourced]]:
    for name, wall_set in office.wall_sets.items():
        yield from ((f"data/wall_sets/{name}.yaml", panel) for panel in wall_set.panels)
    for book in office.printing.books.values():
        yield from ((PRINT, chapter) for chapter in book.chapters)
