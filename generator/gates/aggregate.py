"""Which counts of a table of counts are hidden, given what earlier tables of its kind have hidden."""

from collections.abc import Collection
from datetime import timedelta
from itertools import product

from generator.gates.approval import Approved
from generator.gates.small_cells import Cell, hidden_cells

# (row, name of the column); no row means the column's total.
Hidden = frozenset[tuple[int | None, str]]
# Tables stay in caches and photographs for about as long as an announcement may stand.
_REMEMBERED = timedelta(days=366)


def hidden_counts(approved: Approved, every: Collection[Approved]) -> Hidden:
    """The counts of this table that are not shown.

    A count hidden in a table of the same kind of the last year stays hidden:
    shown now, it would give away the one that it was hidden for. A count shown
    there is known, and is no complement.
    """
    names, labels, counts = _table(approved)
    row_of = {label: row for row, label in enumerate(labels)}
    before: set[Cell] = set()
    shown: set[Cell] = set()
    for other in _earlier(approved, every):
        _, other_labels, other_counts = _table(other)
        own = hidden_cells(other_counts, other.table.kind.small_cells, other.statement.salt)
        for (row, label), column in product(enumerate(other_labels), range(len(names))):
            if label in row_of:
                (before if (row, column) in own else shown).add((row_of[label], column))
    hidden = hidden_cells(counts, approved.table.kind.small_cells, approved.statement.salt, before, shown)
    return frozenset((None if row == len(labels) else row, names[column]) for row, column in hidden)


def _table(approved: Approved) -> tuple[list[str], list[str], list[list[int]]]:
    """Names of the count columns, the label of each row, and the counts; an empty cell counts nothing."""
    kind, table = approved.table.kind, approved.table
    names = [column.name for column in kind.columns if column.type == "count"]
    label = next(column.name for column in kind.columns if column.type != "count")
    columns = [table.values(name) for name in names]
    return names, table.values(label), [[each or 0 for each in row] for row in zip(*columns, strict=True)]


def _earlier(approved: Approved, every: Collection[Approved]) -> list[Approved]:
    """Tables of the same kind, of any stage, that began within a year before this one."""
    first = approved.statement.first_day
    return [
        other
        for other in every
        if other.table.kind.id == approved.table.kind.id and first - _REMEMBERED <= other.statement.first_day < first
    ]
