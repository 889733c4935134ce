"""Which day it is. Asked only by `cli` and `adapters`; everything below is handed the answer."""

from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Annotated

from pydantic import Field

from generator.exceptions import SetupError

# Days an office can mean; beyond them only slips of the pen lie, and arithmetic ends.
FIRST, LAST = date(1949, 10, 1), date(2200, 12, 31)
Day = Annotated[date, Field(ge=FIRST, le=LAST)]
SHANGHAI = timezone(timedelta(hours=8), "Asia/Shanghai")


def choose_today(asked: str | None, environment: Mapping[str, str], demonstration: date | None, now: datetime) -> date:
    """`--today`, else `SOURCE_DATE_EPOCH`, else the demonstration's day, else the day in Asia/Shanghai.

    Raises `SetupError` if what was asked is no date.
    """
    try:
        if asked:
            return within(date.fromisoformat(asked))
        if epoch := environment.get("SOURCE_DATE_EPOCH"):
            return within(datetime.fromtimestamp(int(epoch), UTC).astimezone(SHANGHAI).date())
    except (ValueError, OverflowError) as error:
        raise SetupError("日期写法应为 2026-11-05；SOURCE_DATE_EPOCH 应为秒数") from error
    return demonstration or now.astimezone(SHANGHAI).date()


def within(day: date) -> date:
    """The day, if an office can mean it; raises `ValueError`."""
    if not FIRST <= day <= LAST:
        raise ValueError("no day an office can mean")
    return day
