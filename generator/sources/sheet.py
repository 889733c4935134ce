"""`Sheet`: what was read, as text, with the place of every cell."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from generator.columns import Raw
from generator.findings import Finding, Place, finding


class Unreadable(Exception):
    """A file of which no sheet can be made; carries its findings up to `read`."""

    def __init__(self, *findings: Finding) -> None:
        super().__init__(findings)
        self.findings = findings


@dataclass(frozen=True)
class Sheet:
    """Headings and rows of one list.

    `numbers` are the rows' numbers as a spreadsheet shows them (a blank row
    counts); `lines` is the line of each key of a record file instead.
    """

    file: str
    name: str
    digest: str
    header: tuple[str, ...]
    rows: tuple[tuple[Raw, ...], ...]
    numbers: tuple[int, ...]
    lines: Mapping[str, int] = field(default_factory=dict)

    @cached_property
    def columns(self) -> tuple[tuple[Raw, ...], ...]:
        """The rows turned: the cells of each heading."""
        return tuple(zip(*self.rows, strict=True)) if self.rows else ((),) * len(self.header)

    def place(self, row: int | None = None, column: int | None = None) -> Place:
        """Where the cell at these indexes stands; no row means the heading."""
        title = self.header[column] if column is not None else ""
        if self.lines:
            return Place(self.file, self.name, line=self.lines.get(title, 1), column=title)
        number = 1 if row is None else self.numbers[row]
        cell = "" if column is None else f"{_letters(column)}{number}"
        return Place(self.file, self.name, number, cell, title)


def grid_sheet(content: bytes, file: str, name: str, grid: Sequence[Sequence[str]]) -> Sheet:
    """A sheet of a grid whose first row is the heading.

    Rows without any text are passed over but counted. Raises `Unreadable` if
    there is no heading, or rows have text beyond the last heading.
    """
    header = [cell.strip() for cell in grid[0]] if grid else []
    while header and not header[-1]:
        header.pop()
    if not header:
        raise Unreadable(finding("file-empty", Place(file, name)))
    width = len(header)
    filled = [bool(row) and bool(row[0].strip() or any(map(str.strip, row))) for row in grid]
    numbers = [number for number, kept in enumerate(filled[1:], 2) if kept]
    rows = [row for row, kept in zip(grid[1:], filled[1:], strict=True) if kept]
    overlong = [
        number
        for number, row in zip(numbers, rows, strict=True)
        if len(row) > width and any(map(str.strip, row[width:]))
    ]
    if overlong:
        raise Unreadable(*(finding("row-too-long", Place(file, name, line=number)) for number in overlong))
    return Sheet(
        file=file,
        name=name,
        digest=hashlib.sha256(content).hexdigest(),
        header=tuple(header),
        rows=tuple(tuple(row) if len(row) == width else _fitted(row, width) for row in rows),
        numbers=tuple(numbers),
    )


def _fitted(row: Sequence[str], width: int) -> tuple[str, ...]:
    return (*row[:width], *[""] * (width - len(row)))


def _letters(column: int) -> str:
    """0 → A, 25 → Z, 26 → AA."""
    letters = ""
    column += 1
    while column:
        column, remainder = divmod(column - 1, 26)
        letters = chr(ord("A") + remainder) + letters
    return letters
