"""Workbooks, through calamine: one filled sheet, whose first row is the heading.

A sheet called 填写说明 is not read: `gongshi new-list` puts its notes there.
"""

import io
from datetime import date, datetime
from functools import lru_cache
from typing import Any

from python_calamine import CalamineError, CalamineWorkbook, SheetVisibleEnum

from generator.findings import Place, finding
from generator.sources.sheet import Sheet, Unreadable, grid_sheet
from generator.sources.span import too_far

# Above this a float no longer holds every digit: an ID number in a numeric cell.
_EXACT = 10**15
NOTES_SHEET = "填写说明"


def parse(content: bytes, file: str) -> Sheet:
    """The one visible sheet with content; raises `Unreadable` if the file is damaged or has several."""
    try:
        if too_far(content):
            raise Unreadable(finding("xlsx-broken", Place(file)))
        workbook = CalamineWorkbook.from_filelike(io.BytesIO(content))
        visible = [each.name for each in workbook.sheets_metadata if each.visible == SheetVisibleEnum.Visible]
        grids = {name: workbook.get_sheet_by_name(name).to_python(skip_empty_area=False) for name in visible}
    except (CalamineError, OSError) as error:
        raise Unreadable(finding("xlsx-broken", Place(file))) from error
    filled = {name: grid for name, grid in grids.items() if grid and name != NOTES_SHEET}
    if len(filled) > 1:
        raise Unreadable(finding("xlsx-several-sheets", Place(file), sheets=tuple(filled)))
    if not filled:
        raise Unreadable(finding("file-empty", Place(file)))
    ((name, grid),) = filled.items()
    return grid_sheet(
        content, file, name, [[cell if cell.__class__ is str else _text(cell) for cell in row] for row in grid]
    )


# Amounts come again and again; `typed`, because True == 1.0.
@lru_cache(maxsize=100_000, typed=True)
def _text(cell: Any) -> str:
    """A cell that is not text, as a person would read it."""
    if isinstance(cell, float) and cell.is_integer() and abs(cell) < _EXACT:
        return str(int(cell))
    if isinstance(cell, datetime):
        return cell.date().isoformat() if cell.time() == datetime.min.time() else cell.isoformat(" ")
    if isinstance(cell, date):
        return cell.isoformat()
    return str(cell)
