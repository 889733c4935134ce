"""The tables of the review sheet: what each channel shows, village by village, as it is shown there."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from unicodedata import east_asian_width

from generator.columns import Shown
from generator.gates.disclose import Disclosed
from generator.kinds import Kind
from generator.notices import BoardNotice, WebNotice

# A longer list is shown in part: so many rows from the beginning and from the end of each village's.
WHOLE, ENDS = 200, 20
# In letters: the width of the paper, the space a column adds, and how far a heading may widen its column.
_PAPER, _SPACE, _HEADING = 54, 1.1, 5
_LEAST_SCALE, _WORD = 0.8, 11
_NUMBER, _ENDS = "序号", ("首行", "末行")


@dataclass(frozen=True)
class Column:
    """A heading, how the cells below it are aligned, and the width of the longest in letters."""

    title: str
    align: str
    width: float = 0


@dataclass(frozen=True)
class Table:
    """`groups` are headings over so many columns each; `left_out` stands after row `kept`, if anything is left out.

    `scale` is the size of its letters; below 1 in tables that would be too wide.
    """

    groups: tuple[tuple[str, int], ...]
    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]
    kept: int = 0
    left_out: str = ""
    scale: float = 1


@dataclass(frozen=True)
class Part:
    """One notice: of a village, or of the office."""

    title: str
    count: str
    tables: tuple[Table, ...]


@dataclass(frozen=True)
class Side:
    """One channel, or both where they show the same, with its notices in the order of the villages."""

    title: str
    notices: tuple[BoardNotice | WebNotice, ...]


def sides(notices: Sequence[Disclosed], kind: Kind) -> tuple[Side, ...]:
    """What hangs on the board and what stands on the web; nothing hangs of a kind without posters for the board."""
    hung = any("board" in poster.channels for poster in kind.posters)
    board = tuple(each.board for each in notices if each.board and hung)
    web = tuple(each.web for each in notices if each.web)
    if board and [(each.columns, each.entries) for each in board] == [(each.columns, each.entries) for each in web]:
        return (Side("公示栏和网站", web),)
    return tuple(side for side in (Side("公示栏", board), Side("网站", web)) if side.notices)


def parts(found: tuple[Side, ...], kind: Kind) -> list[Part]:
    """The tables of every notice; those of two channels become one where the paper is wide enough."""
    if not found:
        return []
    whole = sum(len(each.entries) for each in found[0].notices) <= WHOLE
    slots = [[_table(side.title, each, kind, whole) for each in side.notices] for side in found]
    if len(slots) > 1 and kind.shape == "rows":
        together = list(map(_joined, *slots))
        slots = [together] if sum(_widths(together)) <= _PAPER else slots
    slots = list(map(_measured, slots))
    return [
        Part(notice.facts.village or notice.facts.list_title, f"{notice.facts.count}{kind.entry_unit}", tables)
        for notice, tables in zip(found[0].notices, zip(*slots, strict=True), strict=True)
    ]


def ends(found: tuple[Side, ...], kind: Kind) -> list[Table]:
    """The first and the last row of the whole list, as each channel shows them; a record has no rows."""
    shown = [side for side in found if kind.shape == "rows" and any(each.entries for each in side.notices)]
    tables = list(map(_ends, shown))
    if len(tables) > 1 and tables[0].columns == tables[1].columns:
        tables = [replace(tables[0], rows=tables[0].rows + tables[1].rows)]
    return [_measured([each])[0] for each in tables]


def one_table(columns: Sequence[Column], rows: Sequence[Sequence[str]]) -> Table:
    """A table by itself."""
    return _measured([Table((), tuple(columns), tuple(map(tuple, rows)))])[0]


def _ends(side: Side) -> Table:
    rows = [(each.facts.village, row) for each in side.notices for row in _rows(each)]
    columns = (Column("", "left"), Column("村（社区）", "left"), *_columns(side.notices[0]))
    chosen = [
        (f"{side.title}{name}", village, *row) for name, (village, row) in zip(_ENDS, (rows[0], rows[-1]), strict=True)
    ]
    if not side.notices[0].facts.village:
        columns, chosen = columns[:1] + columns[2:], [row[:1] + row[2:] for row in chosen]
    return Table((), columns, tuple(chosen))


def _table(title: str, notice: BoardNotice | WebNotice, kind: Kind, whole: bool) -> Table:
    if kind.shape == "record":
        columns: tuple[Column, ...] = (Column("项目", "left"), Column("内容", "left"))
        rows: list[tuple[str, ...]] = list(
            zip(_titles(notice), map(_text, notice.entries[0].shown), strict=True),
        )
    else:
        columns, rows = _columns(notice), _rows(notice)
    table = Table(((title, len(columns)),), columns, tuple(rows))
    middle = len(rows) - 2 * ENDS
    if whole or middle <= 0:
        return table
    words = f"中间{middle}行从略（第{ENDS + 1}行至第{ENDS + middle}行）"
    return replace(table, rows=tuple(rows[:ENDS] + rows[-ENDS:]), kept=ENDS, left_out=words)


def _joined(first: Table, second: Table) -> Table:
    """The same row of both channels on one line, numbered once."""
    start = 1 if second.columns[0].title == first.columns[0].title == _NUMBER else 0
    return replace(
        first,
        groups=(*first.groups, (second.groups[0][0], len(second.columns) - start)),
        columns=first.columns + second.columns[start:],
        rows=tuple(own + other[start:] for own, other in zip(first.rows, second.rows, strict=True)),
    )


def _measured(tables: list[Table]) -> list[Table]:
    """Tables of the same columns with one width for each.

    If they are too wide, the letters become a little smaller; then the widest
    columns give way, the less the more text they have; a day or a number is not parted if it can be helped.
    """
    natural = _widths(tables)
    scale = max(_LEAST_SCALE, min(1, _PAPER / sum(natural)))
    widths, room, word = natural, math.sqrt(max(natural)), float(_WORD)
    while sum(widths) > _PAPER / scale:
        if max(widths) > word:
            room -= 0.05
        else:
            word -= 0.05
        widths = [min(each, max(word, room * math.sqrt(each))) for each in natural]
    columns = tuple(replace(column, width=width) for column, width in zip(tables[0].columns, widths, strict=True))
    return [replace(table, columns=columns, scale=scale) for table in tables]


def _widths(tables: list[Table]) -> list[float]:
    """What each column needs to have every cell on one line."""
    widths = []
    for index, column in enumerate(tables[0].columns):
        longest = max((_width(row[index]) for table in tables for row in table.rows), default=0)
        widths.append(max(longest, min(_width(column.title), _HEADING)) + _SPACE)
    return widths


def _columns(notice: BoardNotice | WebNotice) -> tuple[Column, ...]:
    own = tuple(Column(title, each.align) for title, each in zip(_titles(notice), notice.columns, strict=True))
    return own if _is_numbered(notice) else (Column(_NUMBER, "center"), *own)


def _rows(notice: BoardNotice | WebNotice) -> list[tuple[str, ...]]:
    rows = [tuple(map(_text, entry.shown)) for entry in notice.entries]
    return rows if _is_numbered(notice) else [(str(number), *row) for number, row in enumerate(rows, start=1)]


def _is_numbered(notice: BoardNotice | WebNotice) -> bool:
    return any(column.title == _NUMBER for column in notice.columns)


def _titles(notice: BoardNotice | WebNotice) -> list[str]:
    return [f"{each.title}（{each.unit}）" if each.unit else each.title for each in notice.columns]


def _text(shown: Shown) -> str:
    """A cell, a line for each of its items; the parts of an item on one line."""
    return shown if isinstance(shown, str) else "\n".join(map(_item, shown))


def _item(shown: Shown) -> str:
    return shown if isinstance(shown, str) else "；".join(map(_item, shown))


def _width(text: str) -> float:
    """Of the longest line, in letters as wide as a Chinese one."""
    return max(sum(1 if east_asian_width(each) in "WFA" else 0.6 for each in line) for line in text.split("\n"))
