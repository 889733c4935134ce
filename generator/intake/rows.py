"""What each row below the heading is: a row of the list, a total, a signature, a note, a heading again.

Nothing is passed over by its look alone: a row that fits none of the sorts below
is a row of the list, and is refused with its findings if it cannot be read.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from generator.columns import is_blank, written
from generator.intake.grid import Grid, filled
from generator.intake.headings import Header, _is_numbering, key
from generator.intake.matching import Matching
from generator.writing import Cell
from generator.writing.cells import strip_spaces

Sort = Literal["entry", "total", "signature", "heading", "blank"]
_TOTAL = re.compile(r"(?P<scope>.{0,12}?)(?P<word>小计|合计|总计|共计|累计)(?P<rest>.*)", re.DOTALL)
# In a column of names only these words themselves are a total: 甄小计 is somebody.
_TOTAL_FOR_NAME = re.compile(
    r"(?:本页|以上|.{0,10}(?:村|社区|组|镇|乡|街道|县))?(?:小计|合计|总计|共计|累计)"
    r"[:：]?(?:[0-9][0-9,.]*(?:万元|元|户|人|口)?[，,、]?)*"
)
_SINGLE = frozenset(["person_name", "count", "quantity", "money", "percent"])
_DAY = re.compile(r"[0-9]{4}年[0-9]{1,2}月(?:[0-9]{1,2}日)?")
_SIGNATURE = re.compile(
    r"(?:制表|填表|填报|编制|审核|复核|审批|审签|核对|经办|负责人|单位负责|分管|主管|领导|联系人|盖章|公章|签字|签章"
    r"|日期|时间|备注|说明|注[:：1-9]|注意|附[:：注件]|单位[:：]|年月日|[0-9]{4}年[0-9]{1,2}月[0-9]{1,2}日$)"
)


@dataclass(frozen=True)
class Row:
    """One row of the file (from 0) and its cells, merged ones filled down."""

    number: int
    sort: Sort
    cells: Sequence[Cell]


def sorted_rows(grid: Grid, header: Header, matching: Matching) -> Iterator[Row]:
    """Every row below the heading, blank ones included, so that the numbers add up."""
    merged = _filled_down(grid, header, matching)
    wide = _wide_notes(grid)
    kept = {each.index: each.column.type for each in matching.recognised}
    heading_keys = [heading.keys[-1:] for heading in header.headings]
    for number in range(header.last + 1, len(grid.rows)):
        own = grid.rows[number]
        sort = _sort(own, kept, heading_keys, first=number == header.last + 1)
        if sort == "entry" and number in wide and _covers_numbers(own, wide[number], kept):
            sort = "signature"
        yield Row(number, sort, merged.get(number, own) if sort == "entry" else own)


def total_word(cells: Sequence[Cell]) -> re.Match[str] | None:
    """The total's name and what follows it, if the first text of a row is one."""
    for index in filled(cells):
        text = strip_spaces(written(cells[index]))
        if not text.replace(".", "").isdigit():
            return _TOTAL.fullmatch(text)
    return None


def _sort(own: Sequence[Cell], kept: dict[int, str], heading_keys: list[tuple[str, ...]], first: bool) -> Sort:
    start = next((index for index, cell in enumerate(own) if not is_blank(cell)), None)
    if start is None:
        return "blank"
    names = [index for index, type in kept.items() if type == "person_name"]
    named = [strip_spaces(written(own[index])) for index in names if not is_blank(own[index])]
    # 合计 with 3户5人 in the column of names is a total; 合计 with a name there is somebody's row.
    if any(_TOTAL_FOR_NAME.fullmatch(name) for name in named) or (all(map(_has_digit, named)) and total_word(own)):
        return "total"
    if (first and _is_numbering(own)) or _repeats_heading(own, heading_keys):
        return "heading"
    if not _SIGNATURE.match(strip_spaces(written(own[start]))):
        return "entry"
    numbers = [index for index, type in kept.items() if type in {"money", "count"} and not _is_label(own[index])]
    # A signature holds no amounts, and nobody's name where the list has names (unless it is the label itself).
    return "entry" if numbers or not all(_SIGNATURE.match(name) for name in named) else "signature"


def _is_label(cell: Cell) -> bool:
    """Whether a cell in a column of numbers is empty or holds words or the day of signing."""
    return is_blank(cell) or (
        isinstance(cell, str) and (not _has_digit(cell) or _DAY.fullmatch(cell.strip()) is not None)
    )


def _has_digit(text: str) -> bool:
    return any(each.isdigit() for each in text)


def _repeats_heading(own: Sequence[Cell], heading_keys: list[tuple[str, ...]]) -> bool:
    """The heading printed again on the next page."""
    pairs = ((cell, known) for cell, known in zip(own, heading_keys, strict=True) if not is_blank(cell))
    return all((key(written(cell)),) == known for cell, known in pairs) and len(filled(own)) > 1


def _wide_notes(grid: Grid) -> dict[int, tuple[int, int]]:
    """By row, the columns of a range merged over at least half of the table."""
    return {
        top: (left, right)
        for (top, left), (bottom, right) in grid.merges
        if top == bottom and (right - left + 1) * 2 >= grid.width
    }


def _covers_numbers(own: Sequence[Cell], wide: tuple[int, int], kept: dict[int, str]) -> bool:
    """Whether the row is one text merged over a column of numbers: a remark, not a person."""
    left, right = wide
    return filled(own) == [left] and any(
        left <= index <= right for index, type in kept.items() if type in {"money", "count"}
    )


def _filled_down(grid: Grid, header: Header, matching: Matching) -> dict[int, list[Cell]]:
    """Rows whose cells belong to a merged range, with its value in each. Only really merged cells are filled.

    A name, a count or an amount merged over a household's rows is one person and one amount: it stays where it stands.
    """
    single = {each.index for each in matching.recognised if each.column.type in _SINGLE}
    rows: dict[int, list[Cell]] = {}
    for (top, left), (bottom, right) in grid.merges:
        if top <= header.last or bottom == top or right >= grid.width:
            continue
        for number in range(top + 1, min(bottom, len(grid.rows) - 1) + 1):
            cells = rows.setdefault(number, list(grid.rows[number]))
            for column in set(range(left, right + 1)) - single:
                cells[column] = grid.rows[top][left]
    return rows
