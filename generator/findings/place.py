"""Where something is wrong, as the office's own programs show it."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, order=True)
class Place:
    """File (relative to the project), sheet, line or row counted from 1, cell as a spreadsheet shows it, heading."""

    file: str
    sheet: str = ""
    line: int = 0
    cell: str = ""
    column: str = ""

    def text(self, language: Literal["zh", "en"] = "zh") -> str:
        """`data/a.csv D2 “金额”`, or `data/a.csv 第2行`."""
        if self.cell:
            where = self.cell
        elif self.line:
            where = f"第{self.line}行" if language == "zh" else f"line {self.line}"
        else:
            where = ""
        parts = (self.file, self.sheet, where, self.column and f"“{self.column}”")
        return " ".join(part for part in parts if part)

    def __str__(self) -> str:
        return self.text()
