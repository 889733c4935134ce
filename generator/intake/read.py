"""A raw file's bytes as a `Grid`, whatever program wrote them."""

import csv
import io
import re
from collections.abc import Callable
from typing import Any

from python_calamine import CalamineError, CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

from generator.columns import is_blank
from generator.findings import Finding, Place, finding
from generator.intake import biff, package
from generator.intake.grid import Grid, SheetHazards, WorkbookHazards, shown
from generator.sources.readers.csv import decoded
from generator.sources.sheet import Unreadable
from generator.sources.span import too_far
from generator.writing import Cell

# A raw file may be this large, packed or unpacked. A county's whole export has some 20 MB.
LIMIT = 300 * 2**20
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MARKUP = re.compile(rb"<(?:!doctype|html|head|meta|table|\?xml|style)", re.IGNORECASE)
_WORKBOOKS = (".xlsx", ".xlsm", ".xls")
_TEXTS = (".csv", ".txt", ".tsv")
FORMATS = ("XLSX", "XLS", "CSV")
# An export wraps long numbers so that Excel keeps them: ="0123", or a tab or apostrophe in front.
_WRAPPED = re.compile(r'=?"(.*)"|[\t\']+(.*)', re.DOTALL)


def read_grid(content: bytes, name: str, sheet: str = "") -> tuple[Grid, tuple[Finding, ...]]:
    """The sheet called `sheet`, or the only visible filled one, and what the workbook hides.

    Raises `Unreadable` with the findings that say why there is none.
    """
    place = Place(shown(name))
    suffix = name[name.rfind(".") :].lower() if "." in name else ""
    if suffix not in (*_WORKBOOKS, *_TEXTS):
        raise Unreadable(finding("raw-format", place, formats=FORMATS))
    if not content.strip():
        raise Unreadable(finding("file-empty", place))
    if len(content) > LIMIT:
        raise Unreadable(finding("raw-too-large", place, limit=LIMIT // 2**20))
    head = content[:2000].replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    if _MARKUP.match(head):
        raise Unreadable(finding("raw-web-page", place))
    # What a file is, is told by its bytes: exports carry the wrong suffix often enough.
    if content.startswith(b"PK\x03\x04"):
        hidden = package.hazards(content, place, LIMIT)
        if _guarded(lambda: too_far(content), place):
            raise Unreadable(finding("xlsx-broken", place))
        return _workbook(content, name, sheet, hidden)
    if content.startswith(_OLE):
        return _workbook(content, name, sheet, biff.hazards(content, place))
    if suffix in _TEXTS:
        return _text_grid(content, name), ()
    raise Unreadable(finding("xlsx-broken", place))


def _workbook(content: bytes, name: str, wanted: str, hidden: WorkbookHazards) -> tuple[Grid, tuple[Finding, ...]]:
    place = Place(shown(name))
    book = _guarded(lambda: CalamineWorkbook.from_filelike(io.BytesIO(content)), place)
    tables = [each for each in book.sheets_metadata if each.typ == SheetTypeEnum.WorkSheet]
    names = tuple(each.name for each in tables)
    visible = [each.name for each in tables if each.visible == SheetVisibleEnum.Visible]
    if wanted and wanted not in names:
        raise Unreadable(finding("raw-no-such-sheet", place, sheets=tuple(map(shown, names))))
    grids: dict[str, list[list[Cell]]] = {}
    merges: dict[str, Any] = {}
    for each in [wanted] if wanted else visible:
        opened = _guarded(lambda each=each: book.get_sheet_by_name(each), place)  # type: ignore[misc]
        rows = _guarded(lambda opened=opened: opened.to_python(skip_empty_area=False), place)  # type: ignore[misc]
        if any(not is_blank(cell) for row in rows for cell in row):
            grids[each] = rows
            merges[each] = tuple(opened.merged_cell_ranges or ())
    if len(grids) > 1:
        raise Unreadable(finding("raw-several-sheets", place, sheets=tuple(map(shown, grids))))
    if not grids:
        raise Unreadable(finding("file-empty", place))
    ((title, rows),) = grids.items()
    hazards = hidden.sheets.get(title, SheetHazards())
    grid = Grid(name, title, rows, merges[title], hazards, hidden.epoch_1904)
    return grid, _workbook_findings(hidden, place)


def _workbook_findings(hidden: WorkbookHazards, place: Place) -> tuple[Finding, ...]:
    """What the workbook carries besides the sheet; none of it is read, and none is passed on."""
    findings = []
    if hidden.hidden_sheets:
        findings.append(finding("raw-hidden-sheet", place, sheets=tuple(map(shown, hidden.hidden_sheets))))
    if comments := sum(each.comments for each in hidden.sheets.values()):
        findings.append(finding("raw-comments", place, count=comments))
    if hidden.macros:
        findings.append(finding("raw-macros", place))
    if hidden.external_links:
        findings.append(finding("raw-external-links", place, count=hidden.external_links))
    return tuple(findings)


def _guarded(step: Callable[[], Any], place: Place) -> Any:
    """A step of the reader; a damaged file is a finding, whatever way the reader fails."""
    try:
        return step()
    except (CalamineError, OSError, ValueError) as error:
        raise Unreadable(finding("xlsx-broken", place)) from error
    except BaseException as error:
        # A panic of the Rust reader has no class to import; everything else goes on upwards.
        if type(error).__name__ != "PanicException":
            raise
        raise Unreadable(finding("xlsx-broken", place)) from None


def _text_grid(content: bytes, name: str) -> Grid:
    place = Place(shown(name))
    text = decoded(content, _encodings(content))
    if text is None:
        raise Unreadable(finding("raw-encoding", place))
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text), strict=True)
    try:
        rows = [[_unwrapped(cell) for cell in row] for row in reader]
    except csv.Error as error:
        raise Unreadable(finding("csv-broken", Place(shown(name), line=reader.line_num))) from error
    width = max(map(len, rows), default=0)
    if not width:
        raise Unreadable(finding("file-empty", place))
    return Grid(name, "", [[*row, *[""] * (width - len(row))] for row in rows])


def _encodings(content: bytes) -> tuple[str, ...]:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return ("utf-16",)
    if b"\0" in content:
        # UTF-16 without its mark: commas and digits leave NULs on every other byte.
        return ("utf-16-le",) if content[1::2].count(0) > content[::2].count(0) else ("utf-16-be",)
    return ("utf-8-sig", "gb18030")


def _delimiter(text: str) -> str:
    """Of the first line that has either: the one it has more of."""
    for line in text.splitlines():
        commas, tabs = line.count(","), line.count("\t")
        if commas + tabs > 1:
            return "\t" if tabs > commas else ","
    return ","


def _unwrapped(cell: str) -> str:
    match = _WRAPPED.fullmatch(cell)
    return (match[1] if match[1] is not None else match[2]) if match else cell
