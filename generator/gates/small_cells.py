"""Small counts are hidden, and with them as many others as it takes that none can be computed.

Why: "孤儿 1 人" in a village of 400 is a name (《个人信息保护法》第二十八条). A table of
counts is published with the total of each column, and never with totals of
rows, so every column stands for itself. Zeros are shown, and this file is
public: a reader knows that a hidden count is at least 1, and when a second one
is hidden beside it. So hidden counts must not be all as small, nor all as large,
as small counts can be; and which one is hidden besides is drawn by lot, because
a rule (the smallest of the rest, say) would narrow down what it is.
"""

from collections.abc import Collection, Sequence
from hashlib import sha256

# (row, column). The row after the last one is the columns' totals.
Cell = tuple[int, int]
Counts = Sequence[Sequence[int]]


def hidden_cells(
    counts: Counts, threshold: int, salt: str, before: Collection[Cell] = (), shown: Collection[Cell] = ()
) -> frozenset[Cell]:
    """The cells not to be shown: counts from 1 to below `threshold`, their complements, and totals where needed.

    `before` are cells hidden in an earlier table of the same places: shown now,
    they would tell the old ones to a reader who takes the rest for unchanged.
    `shown` are those shown in an earlier table: to that reader they are known,
    and protect nothing. The lot is drawn with `salt`, which only the approval
    statement knows.
    """
    hidden: set[Cell] = set()
    for number, column in enumerate(zip(*counts, strict=True)):
        earlier, known = ({row for row, other in cells if other == number} for cells in (before, shown))
        hidden |= {(row, number) for row in _hidden_rows(column, threshold, f"{salt} {number}", earlier, known)}
    return frozenset(hidden)


def _hidden_rows(
    column: Sequence[int], threshold: int, salt: str, before: Collection[int], shown: Collection[int]
) -> set[int]:
    """The rows hidden in one column; the number of rows stands for its total."""
    total = len(column)
    positive = {row for row, count in enumerate(column) if count > 0}
    if 0 < sum(column) < threshold:
        return positive | {total}
    small = {row for row in positive if column[row] < threshold}
    hidden = small | (positive & set(before))
    unknown = small | (hidden - set(shown))
    others = sorted(positive - hidden - set(shown), key=lambda row: sha256(f"{salt} {row}".encode()).digest())
    while unknown and _told([column[row] for row in unknown], threshold):
        if not others:
            return hidden | {total}
        unknown.add(others[0])
        hidden.add(others.pop(0))
    return hidden


def _told(counts: Sequence[int], threshold: int) -> bool:
    """Whether the sum of hidden counts tells them: there is one, or all are the least or the greatest they can be."""
    return len(counts) == 1 or sum(counts) in {len(counts), len(counts) * (threshold - 1)}
