"""One page for each page template, found in the built sample office."""

from pathlib import Path
from typing import NamedTuple

from generator.edition.sections import SECTIONS
from tests.conftest import REPOSITORY


class Place(NamedTuple):
    """Where a page of a template is: the first file that matches `pattern` and says `words`."""

    template: str
    pattern: str
    words: str = ""


PROSE = sorted(path.stem for path in (REPOSITORY / "content").glob("*.md") if path.stem != "index")

PLACES = {
    "home": Place("home.html", "site/index.html"),
    "villages": Place("villages.html", "site/villages/index.html"),
    "village": Place("village.html", "site/villages/9*.html", "已经结束的"),
    "notice": Place("list.html", "site/notices/subsistence_allowance-*.html", "公示中，可以提异议"),
    "announcement": Place("list.html", "site/notices/*.html", "已经批准，正式公布"),
    "ended": Place("tombstone.html", "site/notices/*.html", "已经结束，名单撤下"),
    "superseded": Place("tombstone.html", "site/notices/*.html", "已有新一期，这一期撤下"),
    "kind": Place("kind.html", "site/kinds/*.html", "已经结束的"),
    **{name: Place("section.html", f"site/{name}.html") for name in SECTIONS},
    "duty list": Place("duties.html", "site/duty_list/township.html"),
    "duty view": Place("view.html", "site/duty_list/*-by-post.html"),
    "duties of units": Place("view.html", "site/duty_list/township-by-unit.html"),
    "fund": Place("fund.html", "site/fund_ledger/*.html", "每个月的账"),
    "month of the fund": Place("fund_month.html", "site/fund_ledger/*-10.html", "每一笔和会议记录"),
    "reserve fund": Place("fund.html", "site/reserve_fund/*.html"),
    "targets": Place("targets.html", "site/work_target/2026-10.html"),
    "bulletin": Place("bulletin.html", "site/work_target/2026-10-bulletin.html"),
    "who": Place("who.html", "site/who.html"),
    "staffing": Place("staffing.html", "site/staffing.html"),
    "schedule": Place("schedule.html", "site/schedule.html"),
    "guide": Place("guide.html", "site/service_guide/*.html", "申请材料"),
    "apply": Place("apply.html", "site/apply.html"),
    "relief system": Place("relief_system.html", "site/relief-system.html"),
    "policy": Place("policy.html", "site/policy_document/*.html", "有效"),
    "approvals": Place("approvals.html", "site/approvals.html"),
    "ledger": Place("ledger.html", "site/ledger.html"),
    "round": Place("round.html", "site/rounds/*.html"),
    "changes": Place("round.html", "site/rounds/*.html", "年9月相比"),
    "open data": Place("open_data.html", "site/open_data.html"),
    "search": Place("search.html", "site/search.html"),
    "posters": Place("posters.html", "site/posters.html"),
    **{name: Place("theme/partials/prose.html", f"site/{name}.html") for name in PROSE},
    "404": Place("theme/404.html", "site/404.html"),
    "print room": Place("print_room.html", "print/index.html"),
    "record": Place("record.html", "site/village_rules/*.html"),
    "donations": Place("list.html", "site/notices/charity_donation-*.html"),
}

# Pages that are not in the frame of the site: no menu, no tools.
OUTSIDE = ("404", "print room")
# Where a script replaces what stands there without one.
REPLACED = ("apply",)
EVERY = list(PLACES)
FRAMED = [each for each in EVERY if each not in OUTSIDE]
# What the frame and the template decide is the same on all pages of a template: the first stands for them.
ONE_OF_EACH = list({place.template: name for name, place in reversed(PLACES.items())}.values())
ONE_FRAMED = [each for each in ONE_OF_EACH if each not in OUTSIDE]


def find(folder: Path, name: str) -> Path:
    """The page called `name` in a folder with `site/` and `print/`."""
    place = PLACES[name]
    for path in sorted(folder.glob(place.pattern)):
        if place.words in path.read_text(encoding="utf-8"):
            return path
    raise AssertionError(f"no page for {name!r}: {place.pattern} with {place.words!r}")
