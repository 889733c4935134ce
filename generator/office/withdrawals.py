"""Withdrawals: notices and whole lists that were taken down for good, one a row of `data/withdrawals.csv`.

Each row has its line in the ledger, so that a row removed or added by hand is found.
"""

import hashlib
import json
from typing import ClassVar

from pydantic import Field

from generator.findings import Finding, Place
from generator.office.registers import Entry, load_entries
from generator.project import Project
from generator.today import Day

WITHDRAWALS = "data/withdrawals.csv"


class Withdrawal(Entry):
    """`notice` is the address of a notice, or the reference of a whole list; `reason` is shown to everybody."""

    SHORTEST: ClassVar[int] = 4
    LONGEST: ClassVar[int] = 60

    notice: str = Field(alias="通知", min_length=3)
    day: Day = Field(alias="日期")
    reason: str = Field(alias="原因", min_length=SHORTEST, max_length=LONGEST, pattern=r"^[^\r\n]+$")

    @property
    def cells(self) -> tuple[str, str, str]:
        """The row as it is written."""
        return self.notice, self.day.isoformat(), self.reason

    @property
    def digest(self) -> str:
        """SHA-256 (hex) of the row as one JSON array, UTF-8: what the ledger records."""
        line = json.dumps(self.cells, ensure_ascii=False, separators=(",", ":"))
        return hashlib.sha256(line.encode("utf-8") + b"\n").hexdigest()

    @property
    def place(self) -> Place:
        return Place(WITHDRAWALS, line=self.row)


def load_withdrawals(project: Project) -> tuple[tuple[Withdrawal, ...], tuple[Finding, ...]]:
    """Every row in its order; an office that has withdrawn nothing has no such file."""
    return load_entries(project, WITHDRAWALS, Withdrawal, required=False)
