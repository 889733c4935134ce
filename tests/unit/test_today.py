"""Which day it is: asked, else the environment, else the demonstration, else Shanghai's calendar."""

from datetime import UTC, date, datetime

import pytest

from generator.exceptions import SetupError
from generator.today import choose_today

DEMONSTRATION = date(2026, 11, 5)
LATE = datetime(2026, 11, 10, 15, 59, 59, tzinfo=UTC)
MIDNIGHT = datetime(2026, 11, 10, 16, 0, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("asked", "environment", "demonstration", "now", "day"),
    [
        ("2026-01-02", {"SOURCE_DATE_EPOCH": "0"}, DEMONSTRATION, LATE, "2026-01-02"),
        (None, {"SOURCE_DATE_EPOCH": "1794240000"}, DEMONSTRATION, LATE, "2026-11-10"),
        (None, {}, DEMONSTRATION, LATE, "2026-11-05"),
        (None, {}, None, LATE, "2026-11-10"),
        (None, {}, None, MIDNIGHT, "2026-11-11"),
    ],
)
def test_choice(asked, environment, demonstration, now, day):
    assert choose_today(asked, environment, demonstration, now) == date.fromisoformat(day)


@pytest.mark.parametrize(("asked", "environment"), [("5.11.2026", {}), (None, {"SOURCE_DATE_EPOCH": "gestern"})])
def test_nonsense_is_wrong_usage(asked, environment):
    with pytest.raises(SetupError):
        choose_today(asked, environment, None, LATE)
