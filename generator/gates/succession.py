"""First the public notice, then the announcement (先公示，后公布): 《社会救助法》第四十五条.

What is objected to within the period is looked into before it is announced (《最低生活保障审核确认办法》).
"""

from collections.abc import Collection, Mapping
from datetime import date

from generator.approvals import Statement
from generator.findings import Finding, finding, phrase
from generator.gates.approval import Approved, beside
from generator.office import Objection


def broken_succession(approved: Collection[Approved], objections: Collection[Objection]) -> tuple[Finding, ...]:
    """Announcements that do not follow the approved public notice of their round, or follow it before it has ended.

    An objection of the period that is not closed by the first day of the announcement stops it.
    """
    known = {each.table.listing.reference: each for each in approved}
    return tuple(
        problem
        for each in approved
        if each.table.listing.stage == "announcement" and not each.table.kind.notice_exemption
        for problem in _problems(each, known, objections)
    )


def _problems(announced: Approved, known: Mapping[str, Approved], objections: Collection[Objection]) -> list[Finding]:
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
    if still_open := _open(notice.statement, objections, announced.statement.first_day):
        numbers = tuple(each.id for each in still_open)
        return [finding("objection-open", place, notice=follows.list, numbers=numbers)]
    return []


def _open(notice: Statement, objections: Collection[Objection], day: date) -> list[Objection]:
    """Objections that came before a public notice ended and were not closed by `day`.

    Its first day does not count: the period of a corrected notice begins anew,
    and the objections to what was corrected are still to be answered.
    """
    last = notice.last_day or date.max
    return [
        each
        for each in objections
        if each.list == notice.list and each.received <= last and (each.closed is None or each.closed > day)
    ]
