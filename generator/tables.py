"""`Sheet` and `Kind` make a typed table. No business rules here."""

from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from generator.columns import ColumnType, Options, Raw, Rejected, column_type
from generator.detection import private_numbers
from generator.findings import Finding, Place, finding
from generator.kinds import Kind, KindColumn
from generator.sources import Sheet
from generator.sources.listings import Listing


@dataclass(frozen=True)
class Table:
    """A list as typed columns.

    `columns` has the values of each column of the kind, by name, in the kind's order;
    a cell that could not be read, or is empty, is `None`. `positions` gives the
    index of a column in the sheet; `surplus` the indexes that no column claims;
    `unread` the columns of which some cell could not be read.
    """

    listing: Listing
    kind: Kind
    sheet: Sheet
    columns: dict[str, list[Any]]
    positions: dict[str, int]
    surplus: tuple[int, ...]
    unread: frozenset[str]

    def place(self, row: int | None = None, column: str = "") -> Place:
        """Where a cell, a row or a heading stands in the office's own file."""
        return self.sheet.place(row, self.positions.get(column))

    @property
    def row_count(self) -> int:
        """Rows that are not blank."""
        return len(self.sheet.rows)

    def rows(self) -> list[tuple[Any, ...]]:
        """Typed values, row by row, in the order of the kind's columns."""
        return list(zip(*self.columns.values(), strict=True))

    def first(self, *types: str) -> KindColumn | None:
        """The first column of the kind that is of one of these types."""
        return next((column for column in self.kind.columns if column.type in types), None)

    def values(self, column: str) -> list[Any]:
        """Typed values of one column, in the order of the rows."""
        return self.columns[column]


def read_table(listing: Listing, kind: Kind, sheet: Sheet) -> tuple[Table, tuple[Finding, ...]]:
    """The table, and a finding for each heading or cell that does not fit the kind."""
    sheet = replace(sheet, unsaid=_unsaid(sheet.header, kind))
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
    parsed: dict[str, tuple[list[Any], list[Finding]]] = {}
    for column in kind.columns:
        if column.name in positions:
            parsed[column.name] = _parse(sheet, positions[column.name], column)
            findings += parsed[column.name][1]
        else:
            parsed[column.name] = [None] * len(sheet.rows), []
            if column.required:
                findings.append(finding("column-missing", sheet.place(), column=column.title))
    columns = {name: values for name, (values, _) in parsed.items()}
    unread = frozenset(name for name, (_, problems) in parsed.items() if problems)
    return Table(listing, kind, sheet, columns, positions, tuple(surplus), unread), tuple(findings)


def _unsaid(header: tuple[str, ...], kind: Kind) -> frozenset[int]:
    """Headings that findings must not repeat: those that hold a number, and all if the kind knows none of them."""
    known = {title for column in kind.columns for title in (column.title, *column.aliases)}
    headed = not known.isdisjoint(header)
    return frozenset(
        index for index, title in enumerate(header) if title not in known and (not headed or private_numbers(title))
    )


def _parse(sheet: Sheet, index: int, column: KindColumn) -> tuple[list[Any], list[Finding]]:
    """One column's values; each different text is parsed once."""
    raws = sheet.columns[index]
    read = partial(_cell, column_type(column.type), column.options, column.required)
    if sheet.lines:  # a record file: one row, whose cells may be lists
        values = [read(raw) for raw in raws]
    else:
        known = {text: read(text) for text in dict.fromkeys(raws)}
        values = [known[text] for text in raws]
        if not any(isinstance(value, Rejected) for value in known.values()):
            return values, []
    rejected = [(row, value) for row, value in enumerate(values) if isinstance(value, Rejected)]
    for row, _ in rejected:
        values[row] = None
    return values, [finding(value.rule, sheet.place(row, index), **value.words) for row, value in rejected]


def _cell(module: ColumnType, options: Options, required: bool, raw: Raw) -> Any:
    """The value of a cell, `None` for an empty optional one, or why it was rejected."""
    if not raw or (isinstance(raw, str) and not raw.strip()):
        return Rejected("cell-missing") if required else None
    try:
        return module.parse(raw, options)
    except Rejected as rejection:
        return rejection
