"""Every matter of the disclosure catalogue is covered by something published.

Why: 民办函〔2019〕52号 lists thirteen matters of social assistance that a township
discloses; an empty column is penalised (国办秘函〔2019〕19号). The catalogue is data:
`data/catalogue.yaml`.
"""

from collections.abc import Iterator

from generator.checks import Scope
from generator.findings import Finding, Place, finding
from generator.office import CatalogueRow

_FILE = Place("data/catalogue.yaml")


def check_office(scope: Scope) -> Iterator[Finding]:
    for row in scope.office.catalogue.rows:
        if not is_covered(row, scope):
            yield finding("catalogue-row-missing", _FILE, number=row.number, matter=row.matter, detail=row.detail)


def is_covered(row: CatalogueRow, scope: Scope) -> bool:
    """Whether a live kind that names the row has at least one list of a stage that counts."""
    return any(
        table.kind.state == "live"
        and row.number in table.kind.catalogue_rows
        and (not row.stages or table.listing.stage in row.stages)
        and table.row_count > 0
        for table in scope.tables
    )
