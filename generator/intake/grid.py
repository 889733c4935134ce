"""`Grid`: the cells of one sheet as they are, with merged ranges and what the sheet hides."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from xlsxwriter.utility import xl_col_to_name

from generator.columns import is_blank
from generator.detection import private_numbers
from generator.findings import Place
from generator.writing import Cell

# First and last row and column, counted from 0, both included.
Range = tuple[tuple[int, int], tuple[int, int]]
_LONGEST_SHOWN = 24
HIDDEN_TEXT = "▇▇▇"


@dataclass(frozen=True)
class SheetHazards:
    """What a sheet does not show, or has lost. Rows and columns count from 0."""

    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    uncached: frozenset[tuple[int, int]] = frozenset()
    long_numbers: tuple[tuple[int, int], ...] = ()
    comments: int = 0


@dataclass(frozen=True)
class WorkbookHazards:
    """The same for all sheets, by name, and what belongs to the workbook."""

    sheets: Mapping[str, SheetHazards] = field(default_factory=dict)
    hidden_sheets: tuple[str, ...] = ()
    macros: bool = False
    external_links: int = 0
    epoch_1904: bool = False


@dataclass(frozen=True)
class Grid:
    """Rows of cells; `""` is an empty cell. Every row has the same width."""

    file: str
    sheet: str
    rows: Sequence[Sequence[Cell]]
    merges: tuple[Range, ...] = ()
    hazards: SheetHazards = SheetHazards()
    epoch_1904: bool = False

    @property
    def width(self) -> int:
        return len(self.rows[0]) if self.rows else 0

    def place(self, row: int | None = None, column: int | None = None, heading: str = "") -> Place:
        """Where a cell, a row or a whole column stands, as a spreadsheet shows it."""
        line = 0 if row is None else row + 1
        letters = "" if column is None else xl_col_to_name(column)
        cell = "" if column is None else f"{letters}{line or ''}"
        return Place(shown(self.file), shown(self.sheet), line, cell, shown(heading))


def shown(text: str) -> str:
    """A heading, sheet or file name as a report may print it.

    What looks like a heading may be a row of data in a file without headings:
    long texts and texts that hold a private number are not printed.
    """
    return HIDDEN_TEXT if len(text) > 60 or private_numbers(text) else text


def filled(row: Sequence[Cell]) -> list[int]:
    """The columns of a row in which a person sees something."""
    return [index for index, cell in enumerate(row) if not is_blank(cell)]
