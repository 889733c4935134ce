"""How far the cells of a workbook reach, told before anything makes room for them.

The reader makes a table of everything up to the last cell: one stray cell in the
last corner of a sheet would need 170 GB, and end the process.
"""

import io
import re
import zipfile
import zlib

_SHEET = re.compile(r"xl/worksheets/[^/]+\.xml", re.IGNORECASE)
_CELL = re.compile(rb'<c [^>]*?r="([A-Z]{1,3})')
_ROW = re.compile(rb'<row [^>]*?r="([0-9]{1,9})"')
_BROKEN = (
    zipfile.BadZipFile,
    zipfile.LargeZipFile,
    zlib.error,
    ValueError,
    EOFError,
    NotImplementedError,
    RuntimeError,
)
# A million rows of a list of fifty columns.
LIMIT = 50_000_000


def too_far(content: bytes) -> bool:
    """Whether a sheet has more than `LIMIT` cells, empty ones included. Raises `OSError` if it cannot be unpacked."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            return any(_cells(package.read(name)) > LIMIT for name in package.namelist() if _SHEET.fullmatch(name))
    except _BROKEN as error:
        raise OSError("not a workbook") from error


def _cells(sheet: bytes) -> int:
    rows = max(map(int, _ROW.findall(sheet)), default=0)
    columns = max(map(_number, set(_CELL.findall(sheet))), default=0)
    return rows * columns


def _number(letters: bytes) -> int:
    """A → 1, Z → 26, AA → 27."""
    number = 0
    for letter in letters:
        number = number * 26 + letter - ord("A") + 1
    return number
