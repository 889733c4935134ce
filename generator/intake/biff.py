"""XLS (and any other OLE file) looked through before anything reads it.

A workbook with a password is an OLE file too, whatever its suffix says.
Records are those of [MS-XLS] 2.4.
"""

import io
import struct
from collections.abc import Iterator

import olefile

from generator.findings import Place, finding
from generator.intake.grid import SheetHazards, WorkbookHazards
from generator.intake.sheet_xml import ENOUGH, LONG
from generator.sources.sheet import Unreadable

_BOF, _EOF, _BOUNDSHEET, _FILEPASS = 0x0809, 0x000A, 0x0085, 0x002F
_COLINFO, _ROW, _NOTE, _NUMBER, _SUPBOOK, _DATEMODE = 0x007D, 0x0208, 0x001C, 0x0203, 0x01AE, 0x0022
_DIMENSIONS = 0x0200
# Records of one or several cells: each begins with its row and column.
_CELLS = {0x0006, 0x00BD, 0x00BE, 0x00D6, 0x00FD, 0x0201, _NUMBER, 0x0204, 0x0205, 0x027E}
_ROWS, _COLUMNS = 65_536, 256
_SELF_REFERENCE = b"\x01\x04"
_BROKEN = (OSError, struct.error, IndexError, ValueError, KeyError, TypeError, OverflowError)


def hazards(content: bytes, place: Place) -> WorkbookHazards:
    """What the workbook hides; raises `Unreadable` if it is encrypted, damaged or no workbook."""
    try:
        with olefile.OleFileIO(io.BytesIO(content)) as container:
            entries = {"/".join(path).lower() for path in container.listdir(streams=True, storages=True)}
            if "encryptedpackage" in entries:
                raise Unreadable(finding("raw-encrypted", place))
            stream = next(name for name in ("workbook", "book") if name in entries)
            book = container.openstream(stream).read()
        macros = any("vba" in entry for entry in entries)
        return _inspect(book, macros, place)
    except StopIteration as error:
        raise Unreadable(finding("xlsx-broken", place)) from error
    except _BROKEN as error:
        raise Unreadable(finding("xlsx-broken", place)) from error


def _inspect(book: bytes, macros: bool, place: Place) -> WorkbookHazards:
    sheets: dict[str, SheetHazards] = {}
    hidden: list[str] = []
    links = 0
    epoch_1904 = False
    for kind, body in _records(book, 0):
        if kind == _FILEPASS:
            raise Unreadable(finding("raw-encrypted", place))
        if kind == _BOUNDSHEET:
            position, visibility, _, length, flags = struct.unpack_from("<IBBBB", body)
            name = body[8 : 8 + length * 2].decode("utf-16-le") if flags & 1 else body[8 : 8 + length].decode("latin-1")
            sheets[name] = _sheet(book, position)
            hidden += [name] if visibility & 3 else []
        elif kind == _SUPBOOK:
            links += body[2:4] != _SELF_REFERENCE
        elif kind == _DATEMODE:
            epoch_1904 = body[:1] == b"\x01"
    return WorkbookHazards(sheets, tuple(hidden), macros, links, epoch_1904)


def _sheet(book: bytes, position: int) -> SheetHazards:
    rows: set[int] = set()
    columns: set[int] = set()
    long_numbers: list[tuple[int, int]] = []
    comments = 0
    for kind, body in _records(book, position):
        # The reader makes room for every cell up to the last one; a damaged number would end the process.
        if kind == _DIMENSIONS and (struct.unpack_from("<I", body, 4)[0] > _ROWS or _last_column(body) > _COLUMNS):
            raise ValueError("dimensions")
        if kind in _CELLS and struct.unpack_from("<H", body, 2)[0] >= _COLUMNS:
            raise ValueError("column")
        if kind == _ROW:
            row, flags = struct.unpack_from("<H", body)[0], struct.unpack_from("<H", body, 12)[0]
            rows |= {row} if flags & 0x20 else set()
        elif kind == _COLINFO:
            first, last, width, _, flags = struct.unpack_from("<5H", body)
            columns |= set(range(first, last + 1)) if flags & 1 or width == 0 else set()
        elif kind == _NOTE:
            comments += 1
        elif kind == _NUMBER and len(long_numbers) < ENOUGH:
            row, column, _, value = struct.unpack_from("<3Hd", body)
            long_numbers += [(row, column)] if abs(value) >= LONG else []
    return SheetHazards(frozenset(rows), frozenset(columns), frozenset(), tuple(long_numbers), comments)


def _last_column(dimensions: bytes) -> int:
    """One more than the last column used."""
    column: int = struct.unpack_from("<H", dimensions, 10)[0]
    return column


def _records(book: bytes, position: int) -> Iterator[tuple[int, bytes]]:
    """The records of one substream; charts inside it are passed over."""
    depth = 0
    while position + 4 <= len(book):
        kind, length = struct.unpack_from("<HH", book, position)
        body = book[position + 4 : position + 4 + length]
        position += 4 + length
        depth += (kind == _BOF) - (kind == _EOF)
        if depth <= 0:
            return
        if depth == 1:
            yield kind, body
