"""Small counts are hidden, and with them as many others as it takes that none can be computed.

Why: "孤儿 1 人" in a village of 400 is a name (《个人信息保护法》第二十八条). A table of
counts by place is published with the total of each column, so a hidden count
needs a second one hidden beside it. Every hidden count stands at a corner of a
rectangle of hidden counts above zero (Repsilber's hypercube method): moving
along that rectangle gives another table with the same totals.
"""

from collections.abc import Collection, Iterable, Sequence
from itertools import product

# (row, column). The row after the last is the column totals, the column after the last the row totals.
Cell = tuple[int, int]
Counts = Sequence[Sequence[int]]
# A total is worth more than any count: it goes only where nothing else helps.
_TOTAL = 10**9


def hidden_cells(counts: Counts, threshold: int, before: Collection[Cell] = ()) -> frozenset[Cell]:
    """The cells not to be shown: counts from 1 to below `threshold`, and their complements.

    Row totals are never published; column totals are, unless they are among the
    result. `before` are cells hidden in an earlier table of the same places:
    shown now, they would tell the old ones to a reader who takes the rest for
    unchanged.
    """
    table = _with_totals(counts)
    rows, columns = len(counts), len(counts[0]) if counts else 0
    published = list(product(range(rows + 1), range(columns)))
    small = [cell for cell in published if 0 < _at(table, cell) < threshold]
    again = [(row, column) for row, column in before if row < rows and column < columns and counts[row][column] > 0]
    hidden = {(row, columns) for row in range(rows + 1)} | {*small, *again}
    for cell in sorted({*small, *again}, key=lambda each: (-_at(table, each), each)):
        hidden |= min(_rectangles(table, cell), key=lambda each: (_cost(table, each, hidden), sorted(each)))
    return frozenset(cell for cell in hidden if cell[1] < columns)


def _with_totals(counts: Counts) -> list[list[int]]:
    table = [[*row, sum(row)] for row in counts]
    return [*table, [sum(column) for column in zip(*table, strict=True)]]


def _rectangles(table: Counts, cell: Cell) -> Iterable[frozenset[Cell]]:
    """Every rectangle with a corner at `cell` whose corners are all above zero. With the totals there is always one."""
    row, column = cell
    for other_row, other_column in product(range(len(table)), range(len(table[0]))):
        if other_row != row and other_column != column:
            corners = frozenset([cell, (row, other_column), (other_row, column), (other_row, other_column)])
            if all(_at(table, corner) > 0 for corner in corners):
                yield corners


def _cost(table: Counts, rectangle: Iterable[Cell], hidden: Collection[Cell]) -> int:
    """What readers lose: the counts newly hidden; a total costs more than all of them."""
    last = len(table) - 1
    return sum(_at(table, cell) + _TOTAL * (cell[0] == last) for cell in rectangle if cell not in hidden)


def _at(table: Counts, cell: Cell) -> int:
    return table[cell[0]][cell[1]]
