"""Findings about what a sheet hides or has lost; they come before all others."""

from collections.abc import Sequence

from generator.findings import Finding, finding
from generator.intake.grid import Grid
from generator.intake.matching import Matching


def hidden_rows(grid: Grid) -> list[Finding]:
    """Hidden or filtered rows: neither read in silence nor left out in silence."""
    hidden = [number for number in sorted(grid.hazards.hidden_rows) if _has_text(grid, number)]
    return [finding("raw-hidden-rows", grid.place(hidden[0]), count=len(hidden), rows=_runs(hidden))] if hidden else []


def _has_text(grid: Grid, number: int) -> bool:
    return number < len(grid.rows) and any(cell != "" for cell in grid.rows[number])


def hidden_columns(grid: Grid, matching: Matching) -> list[Finding]:
    """An error for a column that would be published, a warning for one that is dropped."""
    hidden = grid.hazards.hidden_columns
    used = [
        finding("raw-hidden-column-used", grid.place(None, each.index, each.heading))
        for each in matching.recognised
        if each.index in hidden
    ]
    return used + [
        finding("raw-hidden-column", grid.place(None, each.index, each.heading))
        for each in matching.dropped
        if each.index in hidden and each.reason != "blank"
    ]


def damaged_numbers(grid: Grid) -> list[Finding]:
    """IDs and card numbers in numeric cells: their last digits are already lost."""
    columns: dict[int, list[int]] = {}
    for row, column in grid.hazards.long_numbers:
        columns.setdefault(column, []).append(row)
    return [
        finding("raw-number-damaged", grid.place(min(rows), column), count=len(rows))
        for column, rows in sorted(columns.items())
    ]


def _runs(numbers: Sequence[int]) -> str:
    """5—8、12: rows as the spreadsheet counts them; only the first ten runs."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and runs[-1][1] == number:
            runs[-1][1] = number + 1
        else:
            runs.append([number + 1, number + 1])
    texts = [str(first) if first == last else f"{first}—{last}" for first, last in runs[:10]]
    return "、".join(texts) + ("……" if len(runs) > 10 else "")
