"""Reminders of what is due every year: the annual report by 31 January, the audit in May.

Why: 《政府信息公开条例》第四十九条、第五十条 ask for the annual report of the year
before by 31 January; relief money of the year before is audited in May. A
reminder begins 30 days ahead and ends when the evidence is there.
"""

from collections.abc import Iterator
from datetime import date, timedelta

from generator.checks import Scope
from generator.findings import Finding, Place, Word, finding
from generator.office import Yearly
from generator.schedule import is_done

_AHEAD = timedelta(days=30)
_FILE = Place("data/catalogue.yaml")


def check_office(scope: Scope) -> Iterator[Finding]:
    for duty in scope.office.catalogue.yearly:
        due = _due(duty, scope.today)
        if is_done(duty, due.year, scope.texts, scope.tables):
            continue
        words: dict[str, Word] = {
            "title": duty.title,
            "year": due.year - 1,
            "due": due.isoformat(),
            "source": duty.source,
        }
        if scope.today <= due:
            yield finding("yearly-due", _FILE, days=(due - scope.today).days, **words)
        else:
            yield finding("yearly-overdue", _FILE, days=(scope.today - due).days, **words)


def _due(duty: Yearly, today: date) -> date:
    """The day that today's reminder is about: the next one when it is near, else the last one."""
    years = (today.year + 1, today.year, today.year - 1)
    return next(duty.due(year) for year in years if today >= duty.due(year) - _AHEAD)
