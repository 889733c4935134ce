"""When a kind must be disclosed next, and whether what is due every year has been done."""

from collections.abc import Iterable
from datetime import date

from generator.kinds import Kind
from generator.office import Yearly
from generator.office.calendar import next_due
from generator.tables import Table
from generator.texts import Text


def last_shown(kind: Kind, days: Iterable[tuple[Table, date]]) -> date | None:
    """The first day of the newest list of a kind."""
    return max((day for table, day in days if table.kind.id == kind.id), default=None)


def days_late(kind: Kind, last: date, today: date) -> int:
    """Days since the next list was due; 0 if it is not due yet."""
    return max(0, (today - next_due(last, kind.every_months)).days)


def is_done(duty: Yearly, year: int, texts: Iterable[Text], tables: Iterable[Table]) -> bool:
    """Whether the evidence for the duty of `year`, about the year before, is there."""
    about = f"{year - 1}年"
    headed = (text.text for text in texts if text.heading)
    if any(about in heading and all(word in heading for word in duty.words) for heading in headed):
        return True
    return bool(duty.event) and any(_holds(table, duty, year) for table in tables)


def _holds(table: Table, duty: Yearly, year: int) -> bool:
    """Whether a ledger has an entry of this kind and year that says so."""
    if not {"event", "day", "summary"} <= set(table.positions):
        return False
    rows = zip(table.values("event"), table.values("day"), table.values("summary"), strict=True)
    return any(
        event == duty.event and day and day.year == year and summary and all(word in summary for word in duty.words)
        for event, day, summary in rows
    )
