"""Approval gate: a list is what was approved, or it is not published."""

from dataclasses import dataclass
from datetime import timedelta

from generator.approvals import (
    BrokenStatement,
    Ledger,
    Statement,
    disclosure_digest,
    load_statement,
    rows_digests,
    statement_digest,
    sums,
)
from generator.findings import Finding, Place, finding, phrase
from generator.findings.sheet import HIDDEN
from generator.gates.evidence import evidence_problems
from generator.gates.withdrawal import recorded_after
from generator.office import Office, Withdrawal
from generator.office.calendar import UnknownYear, months_later, notice_last_day
from generator.project import Project
from generator.sources.listings import Listing, statements
from generator.tables import Table


@dataclass(frozen=True)
class Approved:
    """A table with the statement that it agrees with, the statement's digest, and its line in the ledger.

    `withdrawals` are those recorded after that line, of whatever list.
    `signed` are the titles of the roles that signed the statement.
    """

    table: Table
    statement: Statement
    digest: str
    line: int
    withdrawals: tuple[Withdrawal, ...] = ()
    signed: tuple[str, ...] = ()


def approve_gate(table: Table, office: Office, ledger: Ledger) -> tuple[Approved | None, tuple[Finding, ...]]:
    """The table with its statement, or what differs from it."""
    listing = table.listing
    place = Place(listing.file)
    try:
        statement = load_statement(listing.statement_path)
    except FileNotFoundError:
        return None, (finding("approval-missing", place, path=listing.file),)
    except BrokenStatement as broken:
        return None, (finding("approval-broken", beside(listing), reason=broken.reason, path=listing.file),)
    digest = statement_digest(statement)
    recorded = ledger.last("approve", statement.list)
    findings = _differences(table, statement) + _day_problems(table, statement, office)
    findings += evidence_problems(table, statement, office)
    if not findings:
        findings = _ledger_problems(listing, digest, ledger)
    if findings or recorded is None:
        return None, tuple(findings)
    withdrawals = recorded_after(recorded.number, office.withdrawals, ledger)
    return Approved(table, statement, digest, recorded.number, withdrawals), ()


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
        return [finding("approval-other", beside(listing), approved=statement.list)]
    if statement.disclosure_digest != disclosure_digest(kind):
        return [finding("approval-rules", place, kind=kind.title)]
    rows = table.rows()
    findings = []
    if statement.rows != len(rows):
        findings.append(finding("approval-rows", place, approved=statement.rows, found=len(rows)))
    for name, total in sums(kind, rows).items():
        stated = statement.sums.get(name)
        if stated != total:
            title = kind.column(name).title
            # A total of counts may itself be one that is never shown.
            said = stated.figures if stated else phrase("statement-not-stated")
            approved, found = (HIDDEN, HIDDEN) if kind.aggregate else (said, total.figures)
            findings.append(
                finding("approval-sum", table.place(column=name), title=title, approved=approved, found=found)
            )
    digests = (statement.rows_sha256, statement.rows_sm3)
    if not findings and digests != rows_digests(kind, rows, statement.salt):
        findings.append(finding("approval-changed", place))
    return findings


def _ledger_problems(listing: Listing, digest: str, ledger: Ledger) -> list[Finding]:
    """The ledger has the statement as the latest of its list; an older one brought back is a replay."""
    latest, recorded = ledger.last("approve", listing.reference), ledger.find("approve", digest)
    if latest is not None and latest.sha256 == digest:
        return []
    if recorded is not None and latest is not None and recorded.subject == listing.reference:
        return [finding("approval-replayed", beside(listing), old=recorded.number, new=latest.number)]
    return [finding("approval-unrecorded", beside(listing), path=listing.file)]


def _day_problems(table: Table, statement: Statement, office: Office) -> list[Finding]:
    place = beside(table.listing)
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


def beside(listing: Listing, name: str = "") -> Place:
    """The statement's file, or another of that name beside the list."""
    return Place(listing.file.rsplit("/", 1)[0] + "/" + (name or listing.statement_path.name))
