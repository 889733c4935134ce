"""Totals found in the file against totals computed from its rows. A total is never a row."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from generator.columns import LooseOptions, Rejected, is_blank, tidy
from generator.findings import Finding, finding
from generator.intake.grid import Grid
from generator.intake.matching import Matching, Recognised
from generator.intake.rows import Row, total_word

_COUNTED = re.compile(r"([0-9][0-9,]*(?:\.[0-9]+)?)(万元|元|户|人|口)")


@dataclass(frozen=True)
class Comparison:
    """One total of the file (`row` from 0, `title` of the column or unit) and what the rows add up to.

    `found` is what the file says, `computed` what agrees with it, or else the
    sum of all rows so far; both exact text.
    """

    row: int
    title: str
    found: str
    computed: str

    @property
    def agrees(self) -> bool:
        return Decimal(self.found) == Decimal(self.computed)


def compare_totals(
    grid: Grid, rows: Sequence[Row], matching: Matching, values: Mapping[int, Mapping[str, str]], entry_unit: str
) -> tuple[tuple[Comparison, ...], tuple[Finding, ...]]:
    """Every total beside the sum it must equal, and a finding for each that does not.

    `values` holds, by row, the text of the columns that could be read. A total
    may be of all rows so far, or of those since the last total. A column with a
    cell that could not be read is not compared: that cell has its own finding.
    """
    numeric = [each for each in matching.recognised if each.column.type in {"money", "count"}]
    comparisons: list[Comparison] = []
    whole, section = _Sums(), _Sums()
    for row in rows:
        if row.sort == "entry":
            for sums in (whole, section):
                sums.add(numeric, values.get(row.number, {}))
        elif row.sort == "total":
            for title, name, found in _stated(row, numeric, entry_unit):
                candidates = [sums.of(name) for sums in (whole, section)]
                computed = [each for each in candidates if each is not None]
                if computed:
                    agreeing = [each for each in computed if each == found]
                    comparisons.append(Comparison(row.number, title, f"{found:f}", f"{[*agreeing, computed[0]][0]:f}"))
            section = _Sums()
    return tuple(comparisons), tuple(
        finding("raw-total-differs", grid.place(each.row), title=each.title, found=each.found, computed=each.computed)
        for each in comparisons
        if not each.agrees
    )


class _Sums:
    """Running sums by column; `None` once a cell was unreadable. The rows themselves are summed as ``."""

    def __init__(self) -> None:
        self.sums: dict[str, Decimal | None] = {"": Decimal(0)}

    def add(self, numeric: Sequence[Recognised], values: Mapping[str, str]) -> None:
        self.sums[""] = (self.sums[""] or Decimal(0)) + 1
        for each in numeric:
            text = values.get(each.column.name)
            before = self.sums.get(each.column.name, Decimal(0))
            if text == "":
                self.sums[each.column.name] = before
            else:
                self.sums[each.column.name] = None if before is None or text is None else before + Decimal(text)

    def of(self, name: str) -> Decimal | None:
        return self.sums.get(name, Decimal(0))


def _stated(row: Row, numeric: Sequence[Recognised], entry_unit: str) -> list[tuple[str, str, Decimal]]:
    """What a total says: title, column (empty for the number of entries), number."""
    stated: list[tuple[str, str, Decimal]] = []
    for each in numeric:
        cell = row.cells[each.index]
        if is_blank(cell):
            continue
        try:
            text = tidy(each.column.type, cell, LooseOptions(unit=each.unit)).text
            stated.append((each.column.title, each.column.name, Decimal(text)))
        except (Rejected, InvalidOperation):
            continue  # the label itself, in a merged cell, or words such as 3户
    match = total_word(row.cells)
    for number, unit in _COUNTED.findall(match["rest"] if match else ""):
        value = Decimal(number.replace(",", "")) * (10_000 if unit == "万元" else 1)
        unit = {"口": "人", "万元": "元"}.get(unit, unit)
        columns = [each for each in numeric if each.column.unit == unit]
        if unit == entry_unit:
            stated.append((f"行数（{unit}）", "", value))
        elif len(columns) == 1:
            stated.append((columns[0].column.title, columns[0].column.name, value))
    return stated
