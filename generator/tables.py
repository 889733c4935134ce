"""`Sheet` and `Kind` make a typed table. No business rules here."""

from dataclasses import dataclass
from typing import Any

import pandas as pd

from generator.columns import Raw, Rejected, column_type
from generator.findings import Finding, Place, finding
from generator.kinds import Kind, KindColumn
from generator.sources import Sheet
from generator.sources.listings import Listing


@dataclass(frozen=True)
class Table:
    """A list as typed columns.

    `frame` has one column per column of the kind, by name, in the kind's order;
    a cell that could not be read, or is empty, is `None`. `positions` gives the
    index of a column in the sheet; `surplus` the indexes that no column claims.
    """

    listing: Listing
    kind: Kind
    sheet: Sheet
    frame: pd.DataFrame
    positions: dict[str, int]
    surplus: tuple[int, ...]

    def place(self, row: int | None = None, column: str = "") -> Place:
        """Where a cell, a row or a heading stands in the office's own file."""
        return self.sheet.place(row, self.positions.get(column))

    def rows(self) -> list[tuple[Any, ...]]:
        """Typed values, row by row, in the order of the kind's columns."""
        return list(self.frame.itertuples(index=False, name=None))

    def first(self, *types: str) -> KindColumn | None:
        """The first column of the kind that is of one of these types."""
        return next((column for column in self.kind.columns if column.type in types), None)

    def values(self, column: str) -> list[Any]:
        """Typed values of one column, in the order of the rows."""
        return self.frame[column].tolist()


def read_table(listing: Listing, kind: Kind, sheet: Sheet) -> tuple[Table, tuple[Finding, ...]]:
    """The table, and a finding for each heading or cell that does not fit the kind."""
    positions: dict[str, int] = {}
    surplus: list[int] = []
    findings: list[Finding] = []
    by_title = {column.title: column for column in kind.columns}
    for index, title in enumerate(sheet.header):
        column = by_title.get(title)
        if column is None:
            surplus.append(index)
        elif column.name in positions:
            findings.append(finding("column-repeated", sheet.place(column=index), column=title))
        else:
            positions[column.name] = index
    data: dict[str, list[Any]] = {}
    for column in kind.columns:
        if column.name in positions:
            data[column.name], problems = _parse(sheet, positions[column.name], column)
            findings += problems
        else:
            data[column.name] = [None] * len(sheet.rows)
            if column.required:
                findings.append(finding("column-missing", sheet.place(), column=column.title))
    frame = pd.DataFrame(data, index=pd.RangeIndex(len(sheet.rows)), dtype=object)
    return Table(listing, kind, sheet, frame, positions, tuple(surplus)), tuple(findings)


def _parse(sheet: Sheet, index: int, column: KindColumn) -> tuple[list[Any], list[Finding]]:
    """One column's values; each different text is parsed once."""
    known: dict[str, Any] = {}
    values: list[Any] = []
    findings: list[Finding] = []
    for row, cells in enumerate(sheet.rows):
        raw = cells[index]
        key = raw if isinstance(raw, str) else None
        value = known.get(key, known) if key is not None else known
        if value is known:
            value = _cell(raw, column)
            if key is not None:
                known[key] = value
        if isinstance(value, Rejected):
            findings.append(finding(value.rule, sheet.place(row, index), **value.words))
            value = None
        values.append(value)
    return values, findings


def _cell(raw: Raw, column: KindColumn) -> Any:
    """The value of a cell, `None` for an empty optional one, or why it was rejected."""
    if not raw or (isinstance(raw, str) and not raw.strip()):
        return Rejected("cell-missing") if column.required else None
    try:
        return column_type(column.type).parse(raw, column.options)
    except Rejected as rejection:
        return rejection
