"""Notice periods: days and working days, the longer of the two, with 调休."""

import csv
from datetime import date, timedelta
from pathlib import Path

import chinese_calendar
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.office.calendar import UnknownYear, is_working_day, months_later, notice_last_day
from generator.office.registers import Holiday
from generator.office.rules import PeriodRules

REGISTER = Path(__file__).parents[2] / "data" / "registers" / "holidays.csv"
with REGISTER.open(encoding="utf-8") as file:
    HOLIDAYS = tuple(Holiday.model_validate(row) for row in csv.DictReader(file))
RULES = PeriodRules(notice_days=7, notice_working_days=7, first_day_counts=True, announcement_months=12)
NEXT_DAY = RULES.model_copy(update={"first_day_counts": False})

EXAMPLES = [
    ("an ordinary week", RULES, "2026-11-02", "2026-11-10"),
    ("the first day does not count", NEXT_DAY, "2026-11-02", "2026-11-11"),
    ("after the National Day holiday, Saturday worked", RULES, "2026-10-09", "2026-10-16"),
    ("over the National Day holiday", RULES, "2026-09-30", "2026-10-14"),
]


@pytest.mark.parametrize(("rules", "first", "last"), [each[1:] for each in EXAMPLES], ids=[e[0] for e in EXAMPLES])
def test_last_day(rules, first, last):
    assert notice_last_day(date.fromisoformat(first), rules, HOLIDAYS) == date.fromisoformat(last)


@given(st.dates(date(2025, 1, 1), date(2026, 11, 30)))
def test_a_notice_stands_seven_days_and_seven_working_days(first):
    last = notice_last_day(first, RULES, HOLIDAYS)
    days = [first + timedelta(days=n) for n in range((last - first).days + 1)]
    assert len(days) >= 7
    assert sum(is_working_day(day, HOLIDAYS) for day in days) >= 7
    # Not a day longer than the longer rule asks for.
    assert len(days) == 7 or sum(is_working_day(day, HOLIDAYS) for day in days) == 7


@pytest.mark.parametrize("year", [2025, 2026])
def test_the_register_agrees_with_the_published_calendar(year):
    day = date(year, 1, 1)
    while day.year == year:
        assert is_working_day(day, HOLIDAYS) == chinese_calendar.is_workday(day), day
        day += timedelta(days=1)


def test_a_year_without_entries_is_never_guessed():
    with pytest.raises(UnknownYear) as caught:
        notice_last_day(date(2026, 12, 30), RULES, HOLIDAYS)
    assert caught.value.year == 2027


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [("2026-01-31", 1, "2026-02-28"), ("2026-11-05", 12, "2027-11-05"), ("2024-02-29", 12, "2025-02-28")],
)
def test_months_later(day, months, later):
    assert months_later(date.fromisoformat(day), months) == date.fromisoformat(later)
