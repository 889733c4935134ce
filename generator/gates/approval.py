"""Approval gate: a list is what was approved, or it is not published."""

from dataclasses import dataclass
from datetime import timedelta

from generator.approvals import (
    BrokenStatement,
    Statement,
    disclosure_digest,
    load_statement,
    rows_digest,
    sums,
)
from generator.findings import Finding, Place, finding, phrase
from generator.findings.sheet import HIDDEN
from generator.office import Office
from generator.office.calendar import UnknownYear, months_later, notice_last_day
from generator.project import Project
from generator.sources.listings import Listing, statements
from generator.tables import Table


@dataclass(frozen=True)
class Approved:
    """A table with the statement that it agrees with."""

    table: Table
    statement: Statement


def approve_gate(table: Table, office: Office) -> tuple[Approved | None, tuple[Finding, ...]]:
    """The table with its statement, or what differs from it."""
    listing = table.listing
    place = Place(listing.file)
    try:
        statement = load_statement(listing.statement_path)
    except FileNotFoundError:
        return None, (finding("approval-missing", place, path=listing.file),)
    except BrokenStatement as broken:
        return None, (finding("approval-broken", _beside(listing), reason=broken.reason, path=listing.file),)
    findings = _differences(table, statement) + _day_problems(table, statement, office)
    return (None if findings else Approved(table, statement)), tuple(findings)


def broken_succession(approved: tuple[Approved, ...]) -> tuple[Finding, ...]:
    """Announcements that do not follow an approved public notice that has ended: 先公示，后公布."""
    known = {each.table.listing.reference: each.statement for each in approved}
    findings = []
    for each in approved:
        follows, place = each.statement.follows, _beside(each.table.listing)
        if follows and follows not in known:
            findings.append(finding("approval-follows", place, follows=follows))
        elif follows and (last := known[follows].last_day) and each.statement.first_day <= last:
            findings.append(finding("approval-day", place, reason=phrase("day-announced-early")))
    return tuple(findings)


def orphans(project: Project, listings: tuple[Listing, ...]) -> tuple[Finding, ...]:
    """Statements without a list: a list that was lost must not vanish in silence."""
    expected = {listing.statement_path for listing in listings}
    return tuple(
        finding("approval-orphan", Place(project.relative(path)))
        for path in statements(project)
        if path not in expected
    )


def _differences(table: Table, statement: Statement) -> list[Finding]:
    listing, kind = table.listing, table.kind
    place = Place(listing.file)
    if statement.list != listing.reference or statement.stage != listing.stage:
        return [finding("approval-other", _beside(listing), approved=statement.list)]
    if statement.disclosure_digest != disclosure_digest(kind):
        return [finding("approval-rules", place, kind=kind.title)]
    rows = table.rows()
    findings = []
    if statement.rows != len(rows):
        findings.append(finding("approval-rows", place, approved=statement.rows, found=len(rows)))
    for name, total in sums(kind, rows).items():
        if statement.sums.get(name) != total:
            title = kind.column(name).title
            # A total of counts may itself be one that is never shown.
            approved = HIDDEN if kind.aggregate else statement.sums.get(name, phrase("statement-not-stated"))
            total = HIDDEN if kind.aggregate else total
            findings.append(
                finding("approval-sum", table.place(column=name), title=title, approved=approved, found=total)
            )
    if not findings and statement.rows_digest != rows_digest(kind, rows, statement.salt):
        findings.append(finding("approval-changed", place))
    return findings


def _day_problems(table: Table, statement: Statement, office: Office) -> list[Finding]:
    place = _beside(table.listing)
    first, last = statement.first_day, statement.last_day
    if statement.decided_on > first:
        return [finding("approval-day", place, reason=phrase("day-decided-late"))]
    if statement.published[:10] != first.isoformat():
        return [finding("approval-day", place, reason=phrase("day-published"))]
    if table.listing.stage == "standing":
        return []
    if last is None or last < first:
        return [finding("approval-day", place, reason=phrase("day-last"))]
    rules = office.periods(first)
    if table.listing.stage == "announcement":
        # An announcement may stand for a year at most (rule pack): 《个人信息保护法》第四十七条.
        latest = months_later(first, rules.announcement_months) - timedelta(days=1)
        return [finding("approval-day", place, reason=phrase("day-too-long"))] if last > latest else []
    try:
        least = notice_last_day(first, rules, office.registers.holidays)
    except UnknownYear as unknown:
        return [finding("register-holidays", place, year=unknown.year)]
    return [finding("approval-period", place, last=last.isoformat(), least=least.isoformat())] if last < least else []


def _beside(listing: Listing) -> Place:
    return Place(listing.file.rsplit("/", 1)[0] + "/" + listing.statement_path.name)
