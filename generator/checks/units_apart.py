"""Households and persons are two different columns, and no household is without a person.

Why: 600 households are not 600 persons; figures that mix the two are the commonest
error of statistics and can neither be summed nor compared.
"""

from collections.abc import Iterator

from generator.checks import Scope
from generator.findings import Finding, Place, finding
from generator.kinds import Kind
from generator.tables import Table

ALWAYS = True
_OTHER = {"户": "人", "人": "户"}


def check(table: Table, scope: Scope) -> Iterator[Finding]:
    persons, households = (_only(table.kind, unit) for unit in ("人", "户"))
    if not persons or not (households or table.kind.entry_unit == "户"):
        return
    least = table.values(households) if households else [1] * table.row_count
    for row, (people, homes) in enumerate(zip(table.values(persons), least, strict=True)):
        if people is not None and homes is not None and people < homes:
            yield finding("fewer-persons-than-households", table.place(row, persons))


def check_office(scope: Scope) -> Iterator[Finding]:
    for kind in scope.kinds.values():
        for column in kind.columns:
            other = _OTHER.get(column.unit, "")
            mixed = "户" in column.unit and "人" in column.unit
            if column.type == "count" and (mixed or (other and column.title.endswith((f"{other}数", f"（{other}）")))):
                yield finding("units-mixed", Place(f"data/kinds/{kind.id}.yaml"), column=column.title, unit=column.unit)


def _only(kind: Kind, unit: str) -> str:
    """The one column that counts in `unit`, or nothing if there are several."""
    names = [column.name for column in kind.columns if column.type == "count" and column.unit == unit]
    return names[0] if len(names) == 1 else ""
