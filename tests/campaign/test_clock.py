"""One second before and after each boundary of a notice's life, in three time zones of the machine."""

import os
import time
from datetime import UTC, datetime, timedelta

import pytest

from generator.cli import run
from tests.line.test_window import everything

ZONES = ("Pacific/Kiritimati", "Asia/Shanghai", "America/New_York")
NAME = "data/rounds/2026-11/old_age_allowance.public_notice.csv"
CHINA = timedelta(hours=8)
# (moment in China, whether the public notice is shown then)
BOUNDARIES = [
    (datetime(2026, 11, 1, 23, 59, 59), False),
    (datetime(2026, 11, 2, 0, 0, 0), True),
    (datetime(2026, 11, 10, 23, 59, 59), True),
    (datetime(2026, 11, 11, 0, 0, 0), False),
]


@pytest.mark.parametrize("zone", ZONES)
@pytest.mark.parametrize(("moment", "shown"), BOUNDARIES, ids=lambda value: str(value).replace(" ", "T"))
def test_the_second_decides_and_not_the_zone(tiny, monkeypatch, zone, moment, shown):
    """The build is told the second (SOURCE_DATE_EPOCH); the day is China's."""
    settings = tiny.root / "data/office.yaml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(text[: text.index("demonstration:")], encoding="utf-8")
    epoch = int((moment.replace(tzinfo=UTC) - CHINA).timestamp())
    monkeypatch.setitem(os.environ, "SOURCE_DATE_EPOCH", str(epoch))
    monkeypatch.setitem(os.environ, "TZ", zone)
    time.tzset()
    try:
        assert run(["build", "--project", str(tiny.root), "--jobs", "1"]) == 0
    finally:
        monkeypatch.undo()
        time.tzset()
    names = [line.split(",")[1] for line in (tiny.root / NAME).read_text(encoding="utf-8").splitlines()[1:]]
    posters = everything(tiny.root / "print" / "posters")
    only = f"{'2026年11月'}"
    page = tiny.root / "site/notices/old_age_allowance-2026-11-public_notice-990101100201.html"
    assert (page.is_file() and "公示中，可以提异议" in page.read_text(encoding="utf-8")) is shown, only
    poster = tiny.root / "print/posters/old_age_allowance-2026-11-public_notice-990101100201-A4.pdf"
    assert poster.is_file() is shown
    assert names and (not shown or all(name in posters for name in names))
