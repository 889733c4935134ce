"""Headings of real exports: what a heading says once its brackets, spaces and unit are taken off."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from generator.columns import is_blank, written
from generator.intake.grid import Grid, filled
from generator.kinds import Kind
from generator.writing import Cell

_UNIT = re.compile(
    r"[(（\[【](?:单位[:：]?)?(?P<unit>万元|元|人|户|口|名|个|次|套)(?P<period>(?:/|每)[人户月年季次/·]+)?[)）\]】]$"
)
_TABLE_UNIT = re.compile(r"(?:金额)?单位[:：](?:人民币)?(万元|元)(?:[/、].*)?")
_NOT_WORD = re.compile(r"[^0-9A-Za-z\u3400-\u9fff\U00020000-\U0003ffff]")
# Groups of columns about somebody else than the person of the row, or about whose card is paid to.
_ANOTHER = re.compile(
    "监护|配偶|代理|代领|代办|成员|子女|父母|银行|开户|账户|帐户|存折|卡(?!户)|领款|联系人|经办|家属|亲属|照料|抚养|扶养|赡养"
)
_PERSONS = {"口": "人", "名": "人"}
# How far down a heading is looked for: titles, notes and units stand above it.
_DEPTH = 30


@dataclass(frozen=True)
class Heading:
    """One column's heading: as written, what it can be matched by (the fuller first), its unit and its group.

    `group_is_own` is false where the group stands further left, and may not reach as far as this column.
    """

    text: str
    keys: tuple[str, ...]
    unit: str
    group: str = ""
    group_is_own: bool = True

    @property
    def of_another(self) -> bool:
        """Whether the column stands under a group such as 监护人 or 银行卡: its 姓名 is not the row's person."""
        return _ANOTHER.search(key(self.group)) is not None


@dataclass(frozen=True)
class Header:
    """Which rows are the heading, from `first` to `last` (from 0), and one heading per column."""

    first: int
    last: int
    headings: tuple[Heading, ...]


def key(text: str) -> str:
    """`户月保障金额（元）` → `户月保障金额`; `家庭人口(数)` → `家庭人口数`."""
    narrow = re.sub(r"\s", "", unicodedata.normalize("NFKC", text))
    return _NOT_WORD.sub("", _UNIT.sub("", narrow))


def unit_of(text: str) -> str:
    """The unit in the brackets at a heading's end: `元`, `万元/月`, `人`; empty if there is none."""
    match = _UNIT.search(re.sub(r"\s", "", unicodedata.normalize("NFKC", text)))
    if not match:
        return ""
    period = (match["period"] or "").replace("每", "/").strip("/")
    unit = _PERSONS.get(match["unit"], match["unit"])
    return f"{unit}/{period}" if period else unit


def known_keys(kind: Kind) -> dict[str, tuple[str, ...]]:
    """By column of the kind, the keys that its title and aliases match."""
    return {
        column.name: tuple(dict.fromkeys(key(each) for each in (column.title, *column.aliases)))
        for column in kind.columns
    }


def find_header(grid: Grid, kind: Kind) -> Header | None:
    """The rows in which most of the kind's columns are named; `None` if no row names two (or the only one)."""
    wanted = {each for keys in known_keys(kind).values() for each in keys}
    best: tuple[int, int] | None = None
    for row in range(min(len(grid.rows), _DEPTH)):
        named = {each for heading in _headings(grid, row) for each in heading.keys[:2] if each in wanted}
        count, above = best or (0, row)
        # A group that is itself an alias (户主 over 姓名) names as much as its sub-heading, which says more.
        if len(named) > count or (len(named) == count > 0 and above == row - 1 and _has_groups(grid, above, row)):
            best = (len(named), row)
    if best is None or best[0] < min(2, len(kind.columns)):
        return None
    row = best[1]
    last = _last_row(grid, row)
    return Header(row - (last == row and _has_groups(grid, row - 1, row)), last, _headings(grid, last))


def table_unit(grid: Grid, above: int) -> str:
    """The unit stated once for the whole table, above its heading: 单位：万元."""
    for row in grid.rows[:above]:
        for cell in row:
            if isinstance(cell, str) and (match := _TABLE_UNIT.search(re.sub(r"\s", "", cell))):
                return match[1]
    return ""


def _last_row(grid: Grid, row: int) -> int:
    """The row of the sub-headings, if `row` holds the groups above them."""
    below = row + 1
    if below < len(grid.rows) and _has_groups(grid, row, below) and not _is_numbering(grid.rows[below]):
        spanned = any(first[0] <= row and last[0] >= below for first, last in grid.merges)
        grouped = any(first[0] == last[0] == row and last[1] > first[1] for first, last in grid.merges)
        return below if spanned or grouped else row
    return row


def _has_groups(grid: Grid, upper: int, lower: int) -> bool:
    """Whether `upper` holds headings over those in `lower`: ranges narrower than the table, or holes that fit."""
    if upper < 0:
        return False
    width = len(filled(grid.rows[lower])) + len(filled(grid.rows[upper]))
    for (top, left), (bottom, right) in grid.merges:
        if top <= upper <= bottom and (bottom >= lower or 0 < right - left < width - 1):
            return True
    above, below = set(filled(grid.rows[upper])), set(filled(grid.rows[lower]))
    if len(above) < 2 or any(top <= upper <= bottom for (top, _), (bottom, _) in grid.merges):
        return False
    # Without merged cells, as in CSV: a column named above and not below, beside columns named below;
    # or a group that must not be overlooked, wherever its holes are.
    another = any(_ANOTHER.search(_cell(grid, upper, column)) for column in above & below)
    return bool(below - above) and (another or bool(above - below))


def _headings(grid: Grid, row: int) -> tuple[Heading, ...]:
    upper = row - 1
    grouped = _has_groups(grid, upper, row)
    headings = []
    for column in range(grid.width):
        own = _cell(grid, row, column)
        group = _group(grid, upper, column) if grouped and own else _cell(grid, upper, column) if grouped else ""
        if own == group:
            group = ""
        own, group = (own, group) if own else (group, "")
        own_group = not group or not grouped or _cell(grid, upper, column) != ""
        keys = (key(group) + key(own), key(own)) if group else (key(own),)
        headings.append(
            Heading(group + own, tuple(each for each in keys if each), unit_of(own) or unit_of(group), group, own_group)
        )
    return tuple(headings)


def _group(grid: Grid, upper: int, column: int) -> str:
    """The group over a column; over holes that are not merged (CSV), the last one named to the left goes on."""
    start = column
    while column and is_blank(grid.rows[upper][column]) and not _is_merged(grid, upper, column):
        column -= 1
    return _cell(grid, upper, column) if column == start or not _is_merged(grid, upper, column) else ""


def _is_merged(grid: Grid, row: int, column: int) -> bool:
    return any(top <= row <= bottom and left <= column <= right for (top, left), (bottom, right) in grid.merges)


def _cell(grid: Grid, row: int, column: int) -> str:
    """A heading's text, seen through merged cells."""
    for (top, left), (bottom, right) in grid.merges:
        if top <= row <= bottom and left <= column <= right:
            row, column = top, left
            break
    cell = grid.rows[row][column]
    return "" if is_blank(cell) else written(cell).strip()


def _is_numbering(row: Sequence[Cell]) -> bool:
    """1, 2, 3 … or 甲, 乙, 1, 2 … under the headings."""
    texts = [written(row[index]).strip() for index in filled(row)]
    numbers = [each for each in texts if each not in {"甲", "乙", "丙", "丁"}]
    return len(texts) > 2 and len(numbers) > 1 and numbers == [str(n) for n in range(1, len(numbers) + 1)]
