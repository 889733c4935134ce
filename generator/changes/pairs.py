"""Which entries of two lists differ. The only place that sees who they are, and nothing of that leaves this package."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from operator import itemgetter

from generator.columns import column_type
from generator.kinds import Kind
from generator.tables import Table

ON_NOTICE = "终止公示"
UNSAID = "未说明"
# Beside the columns of the kind, whose names are plain words.
VILLAGE = "#village"
Row = dict[str, str]


@dataclass(frozen=True, repr=False)
class Pair:
    """An entry as it was and as it is; it joined if there is no `before`, and left if there is no `after`."""

    before: Row | None
    after: Row | None
    why_left: str = ""

    @property
    def village(self) -> str:
        return (self.before or self.after or {})[VILLAGE]


def rows_of(table: Table) -> list[Row]:
    """Cells as exact text, so that the same is what an approval takes for the same; money too, never as a float."""
    kind = table.kind
    texts = {name: _texts(table, name) for name in (*kind.identity, *shown(kind))}
    village = kind.village_column if kind.per == "village" else None
    texts[VILLAGE] = _texts(table, village.name) if village else [""] * table.row_count
    return [dict(zip(texts, cells, strict=True)) for cells in zip(*texts.values(), strict=True)]


def shown(kind: Kind) -> list[str]:
    """The columns in which an entry may change: what the web never shows is not hinted at either."""
    return [each.name for each in kind.columns if each.web != "never" and each.name not in kind.identity]


def pairs_of(kind: Kind, before: Sequence[Row], after: Sequence[Row], ending: Table | None) -> list[Pair]:
    """The entries that differ. Namesakes are paired in the order of what is said of them, whatever that of the rows."""
    key, said = itemgetter(VILLAGE, *kind.identity), itemgetter(VILLAGE, *shown(kind))
    sides: dict[object, tuple[list[Row], list[Row]]] = {}
    for side, rows in enumerate(_different(before, after)):
        for row in rows:
            sides.setdefault(key(row), ([], []))[side].append(row)
    reasons = _reasons(kind, ending, key) if ending else {}
    return [
        Pair(left, joined, "" if joined else next(reasons.get(entry, iter(())), UNSAID))
        for entry, both in sides.items()
        for left, joined in zip_longest(*(sorted(each, key=said) for each in both))
    ]


def _different(before: Sequence[Row], after: Sequence[Row]) -> tuple[list[Row], list[Row]]:
    """What is in one of the two and has no equal in the other: nearly all rows of two months have one."""
    were, are = (Counter(tuple(row.values()) for row in rows) for rows in (before, after))
    names = [*(before or after)[0]] if before or after else []
    left, joined = (
        [dict(zip(names, cells, strict=True)) for cells in each.elements()] for each in (were - are, are - were)
    )
    return left, joined


def _reasons(kind: Kind, ending: Table, key: Callable[[Row], object]) -> dict[object, Iterator[str]]:
    """Why those on the notice of ending are taken off: a class, if the web may say it."""
    column = kind.ending_reason
    said = _texts(ending, column) if column and kind.column(column).web == "full" else [""] * ending.row_count
    reasons: dict[object, list[str]] = {}
    for row, reason in zip(rows_of(ending), said, strict=True):
        reasons.setdefault(key(row), []).append(reason or ON_NOTICE)
    return {entry: iter(each) for entry, each in reasons.items()}


def _texts(table: Table, name: str) -> list[str]:
    canonical = column_type(table.kind.column(name).type).canonical
    return ["" if value is None else canonical(value) for value in table.values(name)]
