"""Small counts are hidden, and with them as many others as it takes that none can be computed.

Why: "孤儿 1 人" in a village of 400 is a name (《个人信息保护法》第二十八条). A table of
counts is published with the total of each column, and never with totals of
rows, so every column stands for itself: a lone hidden count would be the total
less the rest. Two hidden counts above zero can each be something else.
"""

from collections.abc import Collection, Sequence

# (row, column). The row after the last one is the columns' totals.
Cell = tuple[int, int]
Counts = Sequence[Sequence[int]]


def hidden_cells(counts: Counts, threshold: int, before: Collection[Cell] = ()) -> frozenset[Cell]:
    """The cells not to be shown: counts from 1 to below `threshold`, their complements, and totals where needed.

    `before` are cells hidden in an earlier table of the same places: shown now,
    they would tell the old ones to a reader who takes the rest for unchanged.
    """
    hidden: set[Cell] = set()
    for number, column in enumerate(zip(*counts, strict=True)):
        earlier = {row for row, other in before if other == number}
        hidden |= {(row, number) for row in _hidden_rows(column, threshold, earlier)}
    return frozenset(hidden)


def _hidden_rows(column: Sequence[int], threshold: int, before: Collection[int]) -> set[int]:
    """The rows hidden in one column; the number of rows stands for its total."""
    positive = {row for row, count in enumerate(column) if count > 0}
    hidden = {row for row in positive if column[row] < threshold or row in before}
    if 0 < sum(column) < threshold:
        return positive | {len(column)}
    if len(hidden) == 1:
        # The smallest of the others: readers lose the least.
        others = sorted(positive - hidden, key=lambda row: (column[row], row))
        hidden.add(others[0] if others else len(column))
    return hidden
