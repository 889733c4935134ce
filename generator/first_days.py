"""The day on which each list was first shown, as its approval says."""

from collections.abc import Iterable
from datetime import date

from generator.approvals import BrokenStatement, load_statement
from generator.tables import Table


def first_days(tables: Iterable[Table]) -> tuple[tuple[Table, date], ...]:
    """Each approved list with its first day; without a readable statement it is shown nowhere and left out."""
    days = []
    for table in tables:
        try:
            days.append((table, load_statement(table.listing.statement_path).first_day))
        except (FileNotFoundError, BrokenStatement):
            continue  # the approval gate reports both
    return tuple(days)
