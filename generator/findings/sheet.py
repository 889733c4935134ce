"""`MarkedSheet`: what a report may show of an office's sheet. `gates.mark` alone fills it."""

from dataclasses import dataclass

HIDDEN = "▇▇▇"


@dataclass(frozen=True)
class MarkedCell:
    """A cell's text (`HIDDEN` where it may not be shown, whatever its length) and the rules it breaks.

    `name` is the cell as a spreadsheet shows it; record files have none.
    """

    text: str
    rules: tuple[str, ...] = ()
    name: str = ""


@dataclass(frozen=True)
class MarkedRow:
    """A row with its number in the file, the rules it breaks as a whole, and how many rows before it are left out."""

    number: int
    cells: tuple[MarkedCell, ...]
    rules: tuple[str, ...] = ()
    skipped: int = 0


@dataclass(frozen=True)
class MarkedSheet:
    """The faulty rows of one list with their neighbours; `skipped` more follow the last.

    Of a record file each row is a name and its content, and there is no header.
    """

    file: str
    sheet: str
    letters: tuple[str, ...]
    header: tuple[MarkedCell, ...]
    rows: tuple[MarkedRow, ...]
    skipped: int = 0
