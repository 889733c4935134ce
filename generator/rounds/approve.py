"""Writing the approval statement of a list: exactly what is in the file, who decided it, and on what it rests."""

from dataclasses import dataclass, field
from datetime import date, timedelta

from generator.approvals import (
    BrokenStatement,
    Correction,
    Predecessor,
    Statement,
    disclosure_digest,
    load_statement,
    rows_digests,
    statement_digest,
    sums,
)
from generator.findings import Finding, Place, finding
from generator.notices import Evidence
from generator.office import Office, RoundStage
from generator.office.calendar import UnknownYear, months_later, notice_last_day
from generator.sources.listings import Listing
from generator.tables import Table


@dataclass(frozen=True)
class Decision:
    """Who decided on a standing list, when, and under which number; lists of a round have `round.yaml`."""

    decided_by: str
    decided_on: date
    document_number: str
    minutes: str = ""
    evidence: dict[Evidence, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Terms:
    """What the one who approves adds. `salt` (32 hex digits) is random; a list approved again keeps its own."""

    salt: str
    decision: Decision | None = None
    correction: Correction | None = None
    pipia: str = ""


def make_statement(table: Table, office: Office, terms: Terms) -> tuple[Statement | None, tuple[Finding, ...]]:
    """The statement for a table without findings, or why it cannot be written."""
    listing, rows = table.listing, table.rows()
    stage, findings = _stage(listing, office, terms)
    if stage is None:
        return None, findings
    notice = _notice(listing)
    try:
        last_day = _last_day(listing, stage.first_day, office)
    except UnknownYear as unknown:
        return None, (finding("register-holidays", Place(listing.file), year=unknown.year),)
    sha256, sm3 = rows_digests(table.kind, rows, terms.salt)
    statement = Statement(
        list=listing.reference,
        round=listing.round,
        stage=listing.stage,
        rows=len(rows),
        sums=sums(table.kind, rows),
        salt=terms.salt,
        rows_sha256=sha256,
        rows_sm3=sm3,
        disclosure_digest=disclosure_digest(table.kind),
        channels=("board", "web"),
        decided_by=stage.decided_by,
        decided_on=stage.decided_on,
        document_number=stage.document_number,
        minutes=stage.minutes,
        # An announcement rests on what its public notice rested on.
        evidence={**(notice.evidence if notice else {}), **stage.evidence.get(listing.kind, {})},
        ballots=stage.ballots.get(listing.kind) or (notice.ballots if notice else {}),
        first_day=stage.first_day,
        last_day=last_day,
        published=stage.published,
        follows=Predecessor(list=notice.list, sha256=statement_digest(notice)) if notice else None,
        correction=terms.correction,
        pipia=terms.pipia,
    )
    return statement, ()


def _stage(listing: Listing, office: Office, terms: Terms) -> tuple[RoundStage | None, tuple[Finding, ...]]:
    """Who decided, and from when the list is shown."""
    if not listing.round:
        if terms.decision is None:
            return None, (finding("approval-no-decision", Place(listing.file)),)
        return _standing(listing.kind, terms.decision), ()
    record = office.rounds.get(listing.round)
    stage = record.stages.get(listing.stage) if record else None
    if stage is None:
        return None, (finding("round-unknown-stage", Place(listing.file), stage=listing.stage),)
    stage = stage.of(listing.kind)
    if terms.correction and listing.stage == "public_notice":
        # Whoever reads the corrected list has the full period to object to it.
        day = max(stage.first_day, terms.correction.on)
        stage = stage.model_copy(update={"first_day": day, "published": f"{day} {stage.published[11:]}"})
    return stage, ()


def _standing(kind: str, decision: Decision) -> RoundStage:
    return RoundStage(
        decided_by=decision.decided_by,
        decided_on=decision.decided_on,
        document_number=decision.document_number,
        minutes=decision.minutes,
        evidence={kind: decision.evidence},
        first_day=decision.decided_on,
        published=f"{decision.decided_on} 09:00",
    )


def _last_day(listing: Listing, first: date, office: Office) -> date | None:
    rules = office.periods(first)
    match listing.stage:
        case "standing":
            return None
        case "announcement":
            return months_later(first, rules.announcement_months) - timedelta(days=1)
        case _:
            return notice_last_day(first, rules, office.registers.holidays)


def _notice(listing: Listing) -> Statement | None:
    """The approved public notice of the same round and kind, for an announcement."""
    if listing.stage != "announcement":
        return None
    try:
        return load_statement(listing.stage_before("public_notice"))
    except (FileNotFoundError, BrokenStatement):
        return None  # the approval gate says what is missing
