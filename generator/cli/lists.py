"""What `approve` and `sign` share: one list, read and checked by itself."""

from pathlib import Path

from generator.exceptions import SetupError
from generator.findings import Finding, has_errors
from generator.gates.privacy import privacy_findings
from generator.kinds import Kind
from generator.office import Office
from generator.project import Project
from generator.reports import said
from generator.sources import read
from generator.sources.listings import listing_of
from generator.tables import Table, read_table


def read_list(
    project: Project, path: Path, office: Office, kinds: dict[str, Kind]
) -> tuple[Table | None, tuple[Finding, ...]]:
    """The list as a table without errors, or what is wrong with it. Raises `SetupError` if the file is no list."""
    listing = listing_of(project, path)
    if listing is None or listing.kind not in kinds or not path.is_file():
        raise SetupError(f"{said(path.name)} 不是 data/rounds/ 或 data/standing/ 下的名单")
    sheet, findings = read(path, listing.file)
    if sheet is None:
        return None, findings
    table, problems = read_table(listing, kinds[listing.kind], sheet)
    problems += privacy_findings(table, office)
    return (None if has_errors(problems) else table), problems
