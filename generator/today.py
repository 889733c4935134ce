"""Which day it is. Asked only by `cli` and `adapters`; everything below is handed the answer."""

from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta, timezone

from generator.exceptions import SetupError

SHANGHAI = timezone(timedelta(hours=8), "Asia/Shanghai")


def choose_today(asked: str | None, environment: Mapping[str, str], demonstration: date | None, now: datetime) -> date:
    """`--today`, else `SOURCE_DATE_EPOCH`, else the demonstration's day, else the day in Asia/Shanghai.

    Raises `SetupError` if what was asked is no date.
    """
    try:
        if asked:
            return date.fromisoformat(asked)
        if epoch := environment.get("SOURCE_DATE_EPOCH"):
            return datetime.fromtimestamp(int(epoch), UTC).astimezone(SHANGHAI).date()
    except (ValueError, OverflowError) as error:
        raise SetupError("日期写法应为 2026-11-05；SOURCE_DATE_EPOCH 应为秒数") from error
    return demonstration or now.astimezone(SHANGHAI).date()
