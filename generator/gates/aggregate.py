"""Which counts of a table of counts are hidden, given what earlier tables of its kind have hidden."""

from collections.abc import Collection
from datetime import timedelta

from generator.gates.approval import Approved
from generator.gates.small_cells import Cell, hidden_cells

# (row, name of the column); no row means the column's total.
Hidden = frozenset[tuple[int | None, str]]
# Tables stay in caches and photographs for about as long as an announcement may stand.
_REMEMBERED = timedelta(days=366)


def hidden_counts(approved: Approved, every: Collection[Approved]) -> Hidden:
    """The counts of this table that are not shown.

    A count hidden in a table of the same kind and stage of the last year stays
    hidden: shown now, it would give away the one that it was hidden for.
    """
    names, labels, counts = _table(approved)
    row_of = {label: row for row, label in enumerate(labels)}
    before: set[Cell] = set()
    for other in _earlier(approved, every):
        _, other_labels, other_counts = _table(other)
        own = hidden_cells(other_counts, other.table.kind.small_cells)
        before |= {
            (row_of[other_labels[row]], column)
            for row, column in own
            if row < len(other_labels) and other_labels[row] in row_of
        }
    hidden = hidden_cells(counts, approved.table.kind.small_cells, before)
    return frozenset((None if row == len(labels) else row, names[column]) for row, column in hidden)


def _table(approved: Approved) -> tuple[list[str], list[str], list[list[int]]]:
    """Names of the count columns, the label of each row, and the counts; an empty cell counts nothing."""
    kind, table = approved.table.kind, approved.table
    names = [column.name for column in kind.columns if column.type == "count"]
    label = next(column.name for column in kind.columns if column.type != "count")
    columns = [table.values(name) for name in names]
    return names, table.values(label), [[each or 0 for each in row] for row in zip(*columns, strict=True)]


def _earlier(approved: Approved, every: Collection[Approved]) -> list[Approved]:
    """Tables of the same kind and stage that began within a year before this one."""
    first = approved.statement.first_day
    return [
        other
        for other in every
        if other.table.kind.id == approved.table.kind.id
        and other.statement.stage == approved.statement.stage
        and first - _REMEMBERED <= other.statement.first_day < first
    ]
