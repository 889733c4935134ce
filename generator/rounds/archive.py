"""The archive of a round: what was approved, what hung, and how a successor checks it without this software."""

import math
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from generator.approvals import LEDGER, grouped
from generator.gates.approval import Approved
from generator.kinds import STAGE_TITLES
from generator.office import Office
from generator.project import Project
from generator.rendering.jinja import environment
from generator.rounds.photographs import Photograph

EXPLANATION = "说明.txt"
_SIGNERS = ("allowed_signers", "revoked_keys")


@dataclass(frozen=True)
class Retention:
    """For how many years the archive is kept, until which day, and who says so."""

    years: int
    until: date
    source: str


@dataclass(frozen=True)
class ArchivedList:
    """One list, as the explanation names it; `digest` as on the poster."""

    file: str
    statement: str
    title: str
    rows: int
    unit: str
    first_day: date
    last_day: date | None
    document_number: str
    digest: str
    line: int


def retention(office: Office, approved: Collection[Approved]) -> Retention | None:
    """What the rule packs ask, counted from the year after the last day on which a list of the round may hang.

    `None` if no pack in force says anything.
    """
    last = max(each.statement.last_day or each.statement.first_day for each in approved)
    asked = office.requirement("retention_years", max(each.statement.first_day for each in approved))
    if asked is None or asked.at_least is None:
        return None
    years = math.ceil(asked.at_least)
    return Retention(years, date(last.year + years, 12, 31), asked.source)


def moment(approved: Collection[Approved]) -> datetime:
    """The time of the archive's files: when the last of its lists was published."""
    return max(datetime.strptime(each.statement.published, "%Y-%m-%d %H:%M") for each in approved)


def payload(
    project: Project,
    office: Office,
    approved: Sequence[Approved],
    sheets: Mapping[str, bytes],
    photographs: Collection[Photograph],
    kept: Retention,
) -> dict[str, bytes]:
    """The archive's files by path. `sheets` are posters by file name."""
    files = {"ledger.jsonl": (project.root / LEDGER).read_bytes()}
    kinds = project.files("data/kinds", "*.yaml")
    for each in approved:
        listing, kind = each.table.listing, each.table.kind.id
        folder = listing.path.parent
        signatures = folder.glob(f"{listing.kind}.{listing.stage}.*.sig")
        for path in (folder / "round.yaml", listing.path, listing.statement_path, *signatures):
            files[f"round/{path.name}"] = path.read_bytes()
        files[f"kinds/{kind}.yaml"] = kinds[kind].read_bytes()
    for name in _SIGNERS:
        path = project.root / "data" / "signers" / name
        if path.is_file():
            files[f"signers/{name}"] = path.read_bytes()
    files |= {f"posters/{name}": content for name, content in sheets.items()}
    files |= {f"photos/{each.path.name}": each.path.read_bytes() for each in photographs}
    return files | {EXPLANATION: _explanation(project, office, approved, files, kept).encode("utf-8")}


def info(office: Office, approved: Sequence[Approved], kept: Retention) -> tuple[tuple[str, str], ...]:
    """What `bag-info.txt` says: whose archive, of what, of which day, and how long it is kept."""
    settings, round_name = office.settings, approved[0].statement.round
    return (
        ("Source-Organization", settings.full_name),
        ("External-Identifier", identifier(office, round_name)),
        ("External-Description", f"{office.rounds[round_name].title}公示和公布的名单"),
        ("Bagging-Date", moment(approved).date().isoformat()),
        ("Retention-Years", str(kept.years)),
        ("Retain-Until", kept.until.isoformat()),
        ("Retention-Source", kept.source),
    )


def identifier(office: Office, round_name: str) -> str:
    """The name of the archive's folder."""
    return f"{office.settings.code}-{round_name}"


def _explanation(
    project: Project, office: Office, approved: Sequence[Approved], files: Mapping[str, bytes], kept: Retention
) -> str:
    codes = {path.split("/")[1][:12] for path in files if path.startswith("photos/")}
    template = environment(project.folders("site_templates")).get_template("wording/archive.txt")
    return template.render(
        settings=office.settings,
        round=office.rounds[approved[0].statement.round],
        lists=[_archived(each) for each in approved],
        retention=kept,
        sheets=sum(path.startswith("posters/") for path in files),
        villages=[village for village in office.registers.villages if village.code in codes],
        signatures=sorted(path.removeprefix("round/") for path in files if path.endswith(".sig")),
    )


def _archived(approved: Approved) -> ArchivedList:
    listing, kind, statement = approved.table.listing, approved.table.kind, approved.statement
    return ArchivedList(
        file=listing.path.name,
        statement=listing.statement_path.name,
        title=f"{kind.title}{STAGE_TITLES[statement.stage]}",
        rows=statement.rows,
        unit=kind.entry_unit,
        first_day=statement.first_day,
        last_day=statement.last_day,
        document_number=statement.document_number,
        digest=grouped(approved.digest),
        line=approved.line,
    )
