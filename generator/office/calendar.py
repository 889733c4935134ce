"""Notice periods. The holiday register is the truth; a year it lacks is a finding, never a guess."""

from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta

from generator.office.registers import Holiday
from generator.office.rules import PeriodRules


class UnknownYear(Exception):
    """The holiday register has no entry for `year`."""

    def __init__(self, year: int) -> None:
        super().__init__(year)
        self.year = year


def is_working_day(day: date, holidays: tuple[Holiday, ...]) -> bool:
    """Whether offices are open. Raises `UnknownYear`."""
    if not any(holiday.day.year == day.year for holiday in holidays):
        raise UnknownYear(day.year)
    types = {holiday.day: holiday.type for holiday in holidays}
    return types.get(day, "调休上班" if day.weekday() < 5 else "放假") == "调休上班"


def notice_last_day(first: date, rules: PeriodRules, holidays: tuple[Holiday, ...]) -> date:
    """The last day of a public notice posted on `first`: the longer of days and working days.

    社会救助 first-review rules ask for 7 days, the disclosure catalogue
    (民办函〔2019〕52号) for 7 working days.
    """
    start = first if rules.first_day_counts else first + timedelta(days=1)
    by_days = start + timedelta(days=rules.notice_days - 1)
    working = (day for day in _days(start) if is_working_day(day, holidays))
    by_working_days = start
    for _ in range(rules.notice_working_days):
        by_working_days = next(working)
    return max(by_days, by_working_days)


def working_days_later(day: date, count: int, holidays: tuple[Holiday, ...]) -> date:
    """The working day that is `count` of them after `day`, which does not count itself. Raises `UnknownYear`."""
    working = (each for each in _days(day + timedelta(days=1)) if is_working_day(each, holidays))
    last = day
    for _ in range(count):
        last = next(working)
    return last


def months_later(day: date, months: int) -> date:
    """The same day of the month `months` later, or that month's last."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def next_due(last: date, every_months: int) -> date:
    """The last day on which what was disclosed on `last`, every so many months, may be disclosed again."""
    return months_later(last, every_months)


def _days(start: date) -> Iterator[date]:
    while True:
        yield start
        start += timedelta(days=1)
