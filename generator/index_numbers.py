"""Index numbers (索引号) that a list carries, and the name under which each document is registered."""

from collections.abc import Iterator

from generator.columns import column_type
from generator.tables import Table

COLUMN = "index_number"


def index_numbers(table: Table) -> Iterator[tuple[int, str, str]]:
    """Row, document and number of everything in the list that has a number.

    A record is registered under its list; one of several rows under the list
    and what identifies the row.
    """
    if COLUMN not in table.positions:
        return
    for row, number in enumerate(table.values(COLUMN)):
        if number:
            document = table.listing.reference
            yield row, document if table.kind.shape == "record" else f"{document}#{_identity(table, row)}", number


def _identity(table: Table, row: int) -> str:
    columns = [table.kind.column(name) for name in table.kind.identity]
    values = [(column, table.values(column.name)[row]) for column in columns]
    return "/".join(column_type(column.type).canonical(value) for column, value in values if value is not None)
