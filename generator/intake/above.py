"""What stands above the heading: titles and notes, and never another table whose rows would vanish."""

import re
from collections.abc import Iterator

from generator.columns import is_blank, written
from generator.findings import Finding, finding
from generator.intake.grid import Grid, filled
from generator.intake.headings import Header, key, known_keys
from generator.intake.matching import Matching
from generator.kinds import Kind
from generator.writing.cells import strip_spaces

_NUMBER = re.compile(r"[¥￥]?[0-9][0-9,]*(?:\.[0-9]+)?(?:[元人户口](?:/月)?)?")
_NUMERIC = frozenset(["money", "count"])


def titles_above(grid: Grid, header: Header) -> tuple[int, ...]:
    """Rows (from 0) above the heading in which something stands."""
    return tuple(row for row in range(header.first) if filled(grid.rows[row]))


def tables_above(grid: Grid, header: Header, kind: Kind, matching: Matching) -> Iterator[Finding]:
    """A finding for each row above the heading that is another heading, or a row of the list."""
    wanted = {each for keys in known_keys(kind).values() for each in keys}
    for number in titles_above(grid, header):
        texts = {key(written(cell)) for cell in grid.rows[number] if not is_blank(cell)}
        heading = len(texts & wanted) > 1 and not _reaches(grid, number, header)
        if heading or _is_entry(grid, number, matching):
            yield finding("raw-two-tables", grid.place(number), heading=header.last + 1)


def _reaches(grid: Grid, number: int, header: Header) -> bool:
    """Whether the row is the heading's uppermost level, merged down into it."""
    return any(top <= number and bottom >= header.first for (top, _), (bottom, _) in grid.merges)


def _is_entry(grid: Grid, number: int, matching: Matching) -> bool:
    """Whether every required column is filled, and those of numbers with numbers: no title is."""
    cells = {each.index: grid.rows[number][each.index] for each in matching.recognised if each.column.required}
    numeric = [each.index for each in matching.recognised if each.index in cells and each.column.type in _NUMERIC]
    return (
        len(cells) > 1
        and bool(numeric)
        and not any(map(is_blank, cells.values()))
        and all(_NUMBER.fullmatch(strip_spaces(written(cells[index]))) for index in numeric)
    )
