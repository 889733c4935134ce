"""No register holds the same code, name, number or day twice.

Why: of two rows with one key the program sees one, and nobody knows which: the
phone on the poster is then a matter of chance.
"""

from collections.abc import Iterable, Iterator

from generator.checks import Scope
from generator.findings import Finding, finding
from generator.office.registers import Entry, register_place


def check_office(scope: Scope) -> Iterator[Finding]:
    registers = scope.office.registers
    keys: tuple[tuple[str, Iterable[Entry], str], ...] = (
        ("villages", registers.villages, "code"),
        ("villages", registers.villages, "name"),
        ("contacts", registers.contacts, "id"),
        ("units", registers.units, "name"),
        ("legal_bases", registers.legal_bases, "title"),
        ("holidays", registers.holidays, "day"),
        ("index_numbers", registers.index_numbers, "number"),
        ("index_numbers", registers.index_numbers, "document"),
    )
    for register, entries, key in keys:
        seen: dict[object, int] = {}
        for entry in entries:
            first = seen.setdefault(getattr(entry, key), entry.row)
            if first != entry.row:
                column = str(type(entry).model_fields[key].alias)
                yield finding("register-repeated", register_place(register, entry, column), column=column, first=first)
