"""The records behind a list: what its kind demands stands in the statement, and is what the round recorded."""

from generator.approvals import Statement
from generator.findings import Finding, Place, finding, phrase
from generator.kinds import Kind
from generator.office import Office
from generator.tables import Table


def evidence_problems(table: Table, statement: Statement, office: Office) -> list[Finding]:
    """Demanded records that the statement does not name, and records changed after it was written.

    《社会救助法》 and the review measures want the home visit, the democratic
    review or ballot, and the joint meeting on money before anything is shown.
    """
    kind, listing = table.kind, table.listing
    if listing.stage == "notice_of_ending":
        return []  # support ends by decision alone
    place = Place(listing.file.rsplit("/", 1)[0] + "/" + listing.statement_path.name)
    missing = tuple(phrase(f"evidence-{name}") for name in kind.evidence if not _is_stated(name, kind, statement))
    findings = [finding("approval-evidence", place, names=missing, kind=kind.title)] if missing else []
    record = office.rounds.get(listing.round)
    stage = record.stages.get(listing.stage) if record else None
    if stage is None:
        return findings
    ballots, evidence = stage.ballots.get(kind.id, {}), stage.evidence.get(kind.id, {})
    # An announcement has those of its public notice besides.
    if (ballots and ballots != statement.ballots) or not evidence.items() <= statement.evidence.items():
        findings.append(finding("approval-records", place, round=listing.round))
    return findings


def _is_stated(name: str, kind: Kind, statement: Statement) -> bool:
    match name:
        case "joint_meeting":
            return bool(statement.minutes)
        case "ballot":
            return bool(statement.ballots)
        case _:
            return bool(statement.evidence.get(name))
