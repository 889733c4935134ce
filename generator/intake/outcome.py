"""What an intake came to. Holds numbers, headings and findings; no value of the raw file but totals."""

from dataclasses import dataclass, field, replace

from generator.findings import Finding
from generator.intake.matching import Matching
from generator.intake.totals import Comparison


@dataclass(frozen=True)
class RowCount:
    """Rows of the list in the raw file; always `read == written + refused`.

    `faulty` are those with a finding of their own; the others were refused only
    because nothing is written while there is an error.
    """

    read: int = 0
    written: int = 0
    faulty: int = 0

    @property
    def refused(self) -> int:
        return self.read - self.written


@dataclass(frozen=True)
class Outcome:
    """The clean list, if there is one, and everything the report says.

    `passed_over` gives the rows' numbers (as the spreadsheet shows them) by why
    they are not rows of the list; `changes` how many cells were put into the
    strict writing, by column title and kind of change.
    """

    file: str
    sheet: str
    findings: tuple[Finding, ...]
    content: bytes | None = None
    rows: RowCount = RowCount()
    heading_rows: tuple[int, ...] = ()
    matching: Matching | None = None
    passed_over: dict[str, tuple[int, ...]] = field(default_factory=dict)
    totals: tuple[Comparison, ...] = ()
    changes: dict[str, dict[str, int]] = field(default_factory=dict)
    secrets_checked: int = 0
    band_checked: bool = False

    def unwritten(self) -> "Outcome":
        """The same, if something outside the raw file forbids writing the list."""
        return replace(self, content=None, rows=replace(self.rows, written=0))
