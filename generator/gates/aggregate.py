"""Which counts of the tables of counts are hidden, each given what earlier tables of its kind have shown and hidden."""

from collections.abc import Iterable, Mapping
from datetime import timedelta
from itertools import product

from generator.gates.approval import Approved
from generator.gates.small_cells import Cell, hidden_cells

# (row, name of the column); no row means the column's total.
Hidden = frozenset[tuple[int | None, str]]
# By row label and name of the column, whether the public saw a count of an earlier table.
_Seen = Mapping[tuple[str, str], bool]
# Tables stay in caches and photographs for about as long as an announcement may stand.
_REMEMBERED = timedelta(days=366)


def hidden_counts(every: Iterable[Approved]) -> dict[str, Hidden]:
    """The counts that are not shown, by reference of the table.

    A count hidden in a table of the same kind of the last year stays hidden:
    shown now, it would give away the one that it was hidden for. A count shown
    there is known, and is no complement. Hence in order of the first day: what
    a table really hid depends on those before it.
    """
    tables = sorted(
        (each for each in every if each.table.kind.aggregate),
        key=lambda each: (each.statement.first_day, each.table.listing.reference),
    )
    seen: list[tuple[Approved, _Seen]] = []
    hidden: dict[str, Hidden] = {}
    for each in tables:
        earlier = [counts for other, counts in seen if _remembers(each, other)]
        hidden[each.table.listing.reference], shown = _hidden(each, earlier)
        seen.append((each, shown))
    return hidden


def _remembers(later: Approved, earlier: Approved) -> bool:
    same_kind = later.table.kind.id == earlier.table.kind.id
    return same_kind and later.statement.first_day - earlier.statement.first_day <= _REMEMBERED


def _hidden(approved: Approved, earlier: list[_Seen]) -> tuple[Hidden, _Seen]:
    """What one table hides, and which of its counts the public sees."""
    names, labels, counts = _table(approved)
    cells = list(product(range(len(labels)), range(len(names))))
    key = {(row, column): (labels[row], names[column]) for row, column in cells}
    before: set[Cell] = {cell for cell in cells if any(seen.get(key[cell]) is False for seen in earlier)}
    shown: set[Cell] = {cell for cell in cells if any(seen.get(key[cell]) is True for seen in earlier)}
    hidden = hidden_cells(counts, approved.table.kind.small_cells, approved.statement.salt, before, shown)
    named = frozenset((None if row == len(labels) else row, names[column]) for row, column in hidden)
    return named, {key[cell]: cell not in hidden for cell in cells}


def _table(approved: Approved) -> tuple[list[str], list[str], list[list[int]]]:
    """Names of the count columns, the label of each row, and the counts; an empty cell counts nothing."""
    kind, table = approved.table.kind, approved.table
    names = [column.name for column in kind.columns if column.type == "count"]
    label = next(column.name for column in kind.columns if column.type != "count")
    columns = [table.values(name) for name in names]
    return names, table.values(label), [[each or 0 for each in row] for row in zip(*columns, strict=True)]
