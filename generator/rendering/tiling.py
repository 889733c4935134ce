"""Tiling: how a poster larger than the office's printer is cut into sheets of A4 or A3."""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from string import ascii_uppercase

# Width and height (mm) of the sheets that posters are tiled over.
SHEETS: dict[str, tuple[float, float]] = {"A4": (210, 297), "A3": (297, 420)}
# How far one sheet lies over the next (mm), to glue.
OVERLAP = 10.0
# White around a part (mm): no office printer reaches the edge, and label and ruler stand at the foot.
EDGE, FOOT = 8.0, 13.0
# A poster may shrink so far (per cent) where that saves sheets.
SCALES = range(100, 91, -1)

# Left, top, width and height in mm, from the upper left corner.
Box = tuple[float, float, float, float]


@dataclass(frozen=True)
class Grid:
    """Sheets of `width` x `height` mm, so many beside and below one another, that show a page at `scale` per cent."""

    width: float
    height: float
    columns: int
    rows: int
    scale: int

    @property
    def sheets(self) -> int:
        return self.columns * self.rows


@dataclass(frozen=True)
class Part:
    """One sheet: its label, what it shows of the page at its scale, and where that stands on the sheet."""

    label: str
    shown: Box
    place: Box


def best_grid(width: float, height: float, sheet: tuple[float, float]) -> Grid:
    """The fewest sheets for a page (mm), upright or lying; of as few the largest scale, then the upright ones."""
    grids = [
        Grid(
            across,
            down,
            _count(width * scale / 100, across - 2 * EDGE),
            _count(height * scale / 100, down - EDGE - FOOT),
            scale,
        )
        for across, down in (sheet, sheet[::-1])
        for scale in SCALES
    ]
    return min(grids, key=lambda grid: (grid.sheets, -grid.scale))


def parts(grid: Grid, width: float, height: float) -> Iterator[Part]:
    """The sheets of a page of `width` x `height` mm, row by row: A1, A2 … B1.

    A part ends at the edge of the page; room that is left over is the same on both sides.
    """
    columns = list(_spans(width * grid.scale / 100, grid.width - 2 * EDGE, grid.columns))
    rows = list(_spans(height * grid.scale / 100, grid.height - EDGE - FOOT, grid.rows))
    for row, (top, high, y) in enumerate(rows):
        for column, (left, wide, x) in enumerate(columns, start=1):
            yield Part(f"{_letter(row)}{column}", (left, top, wide, high), (EDGE + x, EDGE + y, wide, high))


def _count(length: float, room: float) -> int:
    """How many sheets that overlap cover a length."""
    return max(1, math.ceil((length - OVERLAP) / (room - OVERLAP) - 1e-9))


def _spans(length: float, room: float, count: int) -> Iterator[tuple[float, float, float]]:
    """Of each sheet where its part begins, how long it is, and how far into its room it begins."""
    step = room - OVERLAP
    spare = (count * step + OVERLAP - length) / 2
    for number in range(count):
        start = number * step - spare
        first = max(0.0, start)
        yield first, min(length, start + room) - first, first - start


def _letter(row: int) -> str:
    """A … Z, AA, AB …"""
    before, last = divmod(row, 26)
    return (_letter(before - 1) if before else "") + ascii_uppercase[last]
