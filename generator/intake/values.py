"""The cells of the kept columns in strict writing, row by row. Each different cell is read once."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.columns import LooseOptions, Rejected, Tidied, column_type, is_blank, tidy
from generator.findings import Finding, finding
from generator.intake.grid import Grid
from generator.intake.matching import Matching, Recognised
from generator.intake.rows import Row
from generator.intake.villages import tidy_village
from generator.kinds import KindColumn
from generator.office import Office
from generator.writing import Cell

_NOTHING = Tidied("")


@dataclass(frozen=True)
class Values:
    """By row of the file, the text of each column that could be read; and the rows that could not."""

    texts: dict[int, dict[str, str]]
    faulty: frozenset[int]
    changes: dict[str, dict[str, int]]
    findings: tuple[Finding, ...]


def read_values(
    grid: Grid, rows: Sequence[Row], matching: Matching, office: Office, refused: Mapping[int, Finding]
) -> Values:
    """Every kept cell of every row of the list, through its column's `tidy` and then its strict `parse`.

    Rows that are `refused` for what they are (from 0, with the finding that says so) are not read.
    """
    entries = [row for row in rows if row.sort == "entry" and row.number not in refused]
    texts: dict[int, dict[str, str]] = {row.number: dict(matching.fixed) for row in entries}
    findings: list[Finding] = [*refused.values()]
    faulty: set[int] = set(refused)
    changes: dict[str, dict[str, int]] = {}
    for one in matching.recognised:
        known: dict[tuple[type, Cell], Tidied | Rejected] = {}
        counted: Counter[str] = Counter()
        name, index = one.column.name, one.index
        for row in entries:
            cell = row.cells[index]
            # 1, 1.0 and True are equal to Python, not to a clerk.
            key = (cell.__class__, cell)
            result = known.get(key)
            if result is None:
                result = known[key] = _read(cell, one, grid, office)
            uncached = (row.number, index) in grid.hazards.uncached
            if uncached or isinstance(result, Rejected):
                faulty.add(row.number)
                findings.append(_problem(grid, row.number, one, None if uncached else result))
            else:
                texts[row.number][name] = result.text
                if result.changes:
                    counted.update(result.changes)
        if counted:
            changes[one.column.title] = dict(sorted(counted.items()))
    return Values(texts, frozenset(faulty), changes, tuple(findings))


def read_fixed(fixed: Mapping[str, str], columns: Sequence[KindColumn], office: Office) -> dict[str, str]:
    """The values of `--set`, in strict writing; raises `Rejected`."""
    by_name = {column.name: column for column in columns}
    return {name: _tidied(text, by_name[name], "", office, False).text for name, text in fixed.items()}


def _read(cell: Cell, one: Recognised, grid: Grid, office: Office) -> Tidied | Rejected:
    if is_blank(cell):
        return Rejected("cell-missing") if one.column.required else _NOTHING
    try:
        return _tidied(cell, one.column, one.unit, office, grid.epoch_1904)
    except Rejected as rejection:
        return rejection


def _tidied(cell: Cell, column: KindColumn, unit: str, office: Office, epoch_1904: bool) -> Tidied:
    if column.type == "village":
        return tidy_village(cell, office.registers.names("villages"))
    options = LooseOptions(choices=column.choices, parts=column.parts, unit=unit, epoch_1904=epoch_1904)
    tidied = tidy(column.type, cell, options)
    # What is written must be what the strict reader takes: our own promise, checked on every value.
    column_type(column.type).parse(tidied.text, column.options)
    return tidied


def _problem(grid: Grid, row: int, one: Recognised, rejected: Tidied | Rejected | None) -> Finding:
    place = grid.place(row, one.index, one.heading)
    if isinstance(rejected, Rejected):
        return finding(rejected.rule, place, **rejected.words)
    return finding("raw-formula-without-value", place)
