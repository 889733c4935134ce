"""Writing the approval statement of a list: exactly what is in the file, and who decided it."""

from dataclasses import dataclass
from datetime import date, timedelta

from generator.approvals import Statement, disclosure_digest, rows_digest, sums
from generator.findings import Finding, Place, finding
from generator.office import Office, RoundStage
from generator.office.calendar import UnknownYear, months_later, notice_last_day
from generator.project import Project
from generator.sources.listings import Listing
from generator.tables import Table


@dataclass(frozen=True)
class Decision:
    """Who decided on a standing list, when, and under which number; lists of a round have `round.yaml`."""

    decided_by: str
    decided_on: date
    document_number: str
    minutes: str = ""


def make_statement(
    project: Project, table: Table, office: Office, decision: Decision | None, salt: str, pipia: str = ""
) -> tuple[Statement | None, tuple[Finding, ...]]:
    """The statement for a table without findings, or why it cannot be written.

    `salt` (32 hex digits) must be random and, for a list approved again, the same.
    """
    listing = table.listing
    if listing.round:
        record = office.rounds.get(listing.round)
        stage = record.stages.get(listing.stage) if record else None
        if stage is None:
            return None, (finding("round-unknown-stage", Place(listing.file), stage=listing.stage),)
    elif decision:
        stage = RoundStage(
            decided_by=decision.decided_by,
            decided_on=decision.decided_on,
            document_number=decision.document_number,
            minutes=decision.minutes,
            first_day=decision.decided_on,
            published=f"{decision.decided_on} 09:00",
        )
    else:
        return None, (finding("approval-no-decision", Place(listing.file)),)
    try:
        last_day = _last_day(listing, stage.first_day, office)
    except UnknownYear as unknown:
        return None, (finding("register-holidays", Place(listing.file), year=unknown.year),)
    rows = table.rows()
    statement = Statement(
        list=listing.reference,
        stage=listing.stage,
        rows=len(rows),
        sums=sums(table.kind, rows),
        salt=salt,
        rows_digest=rows_digest(table.kind, rows, salt),
        disclosure_digest=disclosure_digest(table.kind),
        channels=("board", "web"),
        decided_by=stage.decided_by,
        decided_on=stage.decided_on,
        document_number=stage.document_number,
        minutes=stage.minutes,
        first_day=stage.first_day,
        last_day=last_day,
        published=stage.published,
        follows=_follows(project, listing),
        pipia=pipia,
    )
    return statement, ()


def _last_day(listing: Listing, first: date, office: Office) -> date | None:
    rules = office.periods(first)
    match listing.stage:
        case "standing":
            return None
        case "announcement":
            return months_later(first, rules.announcement_months) - timedelta(days=1)
        case _:
            return notice_last_day(first, rules, office.registers.holidays)


def _follows(project: Project, listing: Listing) -> str:
    """The public notice of the same round and kind, for an announcement."""
    if listing.stage != "announcement":
        return ""
    folder = project.root / "data" / "rounds" / listing.round
    notice = any(folder.glob(f"{listing.kind}.public_notice.[cx]*"))
    return f"{listing.round}/{listing.kind}.public_notice" if notice else ""
