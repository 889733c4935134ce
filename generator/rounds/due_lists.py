"""Days that approved lists bring: their first and last ones, and when the next list must follow."""

from collections.abc import Iterable, Iterator
from datetime import date

from generator.columns.date import show
from generator.gates.approval import Approved
from generator.gates.disclose import title_of
from generator.office import Office
from generator.office.calendar import next_due
from generator.rounds.affairs import Affairs, Due, minute
from generator.schedule import last_shown
from generator.tables import Table

_BEGINS = {
    "public_notice": ("公示开始", "当天张贴纸质公示，网上同时公示"),
    "notice_of_ending": ("终止公示开始", "当天张贴纸质公示，网上同时公示"),
    "announcement": ("公布开始", "当天张贴，网上同时公布；以前公布的名单自动撤下，纸质的当天换下"),
    "standing": ("开始公开", "网上当天公开，上墙的当天换上"),
}
_NOTICE_ENDS = "第二天起姓名自动撤下，纸质公示请当天摘下"
_ENDS = {
    "public_notice": ("公示期满", _NOTICE_ENDS),
    "notice_of_ending": ("终止公示期满", _NOTICE_ENDS),
    "announcement": ("公布到期", "第二天起名单自动撤下，纸质的请当天摘下；还要公布的，先批准新一期"),
}


def beginnings(affairs: Affairs) -> Iterator[Due]:
    """The first day of each approved list."""
    for each in affairs.approved:
        title, action = _BEGINS[each.table.listing.stage]
        yield _of_list(each, each.statement.first_day, "begins", title, action, affairs)


def endings(affairs: Affairs) -> Iterator[Due]:
    """The last day of each notice and announcement, unless the next announcement takes its place before."""
    for each in affairs.approved:
        last = each.statement.last_day
        if last is not None and not _is_replaced(each, affairs.approved):
            title, action = _ENDS[each.table.listing.stage]
            yield _of_list(each, last, "ends", title, action, affairs)


def next_lists(affairs: Affairs) -> Iterator[Due]:
    """The day by which a kind that is disclosed every so often must be disclosed again."""
    days = [(each.table, each.statement.first_day) for each in affairs.approved]
    for kind in affairs.kinds.values():
        last = last_shown(kind, days) if kind.every_months else None
        if last is None:
            continue
        newest = max(
            (each for each in affairs.approved if each.table.kind.id == kind.id and each.statement.first_day == last),
            key=lambda each: each.table.listing.reference,
        )
        day = next_due(last, kind.every_months)
        late = f"已经晚了{(affairs.today - day).days}天，请尽快" if day < affairs.today else "最迟这一天"
        yield Due(
            day=day,
            event="next",
            reference=newest.table.listing.reference,
            title="应当再次公开",
            subject=f"{kind.title}（{kind.often}一次）",
            action=f"上一次是{show(last)}，{late}批准并公开新一期",
            stated=minute(newest),
            lasting=True,
        )


def _of_list(each: Approved, day: date, event: str, title: str, action: str, affairs: Affairs) -> Due:
    return Due(
        day=day,
        event=event,
        reference=each.table.listing.reference,
        title=title,
        subject=_subject(each.table, affairs.office),
        action=action,
        stated=minute(each),
    )


def _subject(table: Table, office: Office) -> str:
    """2026年11月 最低生活保障 15个村（社区）"""
    kind, listing = table.kind, table.listing
    title = title_of(table, table.rows())
    if listing.round:
        parts = [office.rounds[listing.round].title, title]
    else:
        parts = [kind.title, title] if title != kind.title else [title]
    village = kind.village_column
    if kind.per == "village" and village is not None and kind.shape == "rows":
        parts.append(f"{len(set(table.values(village.name)))}个村（社区）")
    return " ".join(parts)


def _is_replaced(each: Approved, approved: Iterable[Approved]) -> bool:
    """Whether an announcement gives way to the next one of its kind before its last day."""
    own, listing = each.statement, each.table.listing
    return own.last_day is not None and any(
        other.table.listing.kind == listing.kind
        and other.table.listing.stage == listing.stage == "announcement"
        and own.first_day < other.statement.first_day <= own.last_day
        for other in approved
    )
