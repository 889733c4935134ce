"""Nobody stands in two lists of one month that exclude each other.

Why: who receives extreme-poverty support receives no subsistence allowance beside
it; paying both is paid back by the household. The pairs come from the rule pack.
Same village and same name may be a namesake, so this asks to verify.
"""

from collections.abc import Iterator

from generator.checks import Scope
from generator.findings import Finding, finding
from generator.tables import Table


def check_office(scope: Scope) -> Iterator[Finding]:
    asked = scope.office.requirement("incompatible_lists", scope.today)
    tables = {(each.kind.id, each.listing.round, each.listing.stage): each for each in scope.tables}
    for pair in asked.values if asked else ():
        first, _, second = (part.strip() for part in pair.partition("+"))
        for (kind, round_name, stage), table in tables.items():
            other = tables.get((second, round_name, stage))
            if kind == first and round_name and other:
                yield from _in_both(table, other)


def _in_both(table: Table, other: Table) -> Iterator[Finding]:
    people, others = _people(table), _people(other)
    both = set(people).intersection(others) - {("", "")}
    name = other.first("person_name")
    for person in sorted(both):
        yield finding(
            "person-in-two-lists",
            other.place(others.index(person), name.name if name else ""),
            row=table.sheet.numbers[people.index(person)],
            kind=table.kind.title,
            file=table.listing.file,
        )


def _people(table: Table) -> list[tuple[str, str]]:
    """(village, name) of each row; empty where one of them could not be read."""
    village, name = table.kind.village_column, table.first("person_name")
    if not village or not name:
        return []
    pairs = zip(table.values(village.name), table.values(name.name), strict=True)
    return [pair if all(pair) else ("", "") for pair in pairs]
