"""First the public notice, then the announcement (先公示，后公布): 《社会救助法》第四十五条."""

from collections.abc import Collection, Mapping

from generator.findings import Finding, finding, phrase
from generator.gates.approval import Approved, beside


def broken_succession(approved: Collection[Approved]) -> tuple[Finding, ...]:
    """Announcements that do not follow the approved public notice of their round, or follow it before it has ended."""
    known = {each.table.listing.reference: each for each in approved}
    return tuple(
        problem
        for each in approved
        if each.table.listing.stage == "announcement" and not each.table.kind.notice_exemption
        for problem in _problems(each, known)
    )


def _problems(announced: Approved, known: Mapping[str, Approved]) -> list[Finding]:
    place, follows = beside(announced.table.listing), announced.statement.follows
    if follows is None:
        return [finding("approval-without-notice", place, kind=announced.table.kind.title)]
    notice = known.get(follows.list)
    if notice is None:
        return [finding("approval-follows", place, follows=follows.list)]
    if notice.digest != follows.sha256:
        return [finding("approval-follows-changed", place, follows=follows.list)]
    last = notice.statement.last_day
    if last is None or announced.statement.first_day <= last:
        return [finding("approval-day", place, reason=phrase("day-announced-early"))]
    return []
