"""What of an office's sheet a report may show, with the faulty cells marked.

Reports get copied and kept, so the wall stands here too: a value is shown only
if its column is one the kind publishes, and only if the cell holds no private
number; everything else is ▇ (《社会救助法》第十一条).
"""

from collections.abc import Iterable, Iterator, Mapping

from generator.columns import Raw
from generator.detection import private_numbers, public_numbers
from generator.findings import Finding, Place
from generator.findings.sheet import HIDDEN, MarkedCell, MarkedRow, MarkedSheet
from generator.kinds import Kind
from generator.sources import Sheet
from generator.tables import Table

# Rows before and after a faulty one, so that people find it again.
_AROUND = 1
_LONGEST = 200
_Faults = Mapping[Place, tuple[str, ...]]


def mark(table: Table, findings: Iterable[Finding], public_values: Iterable[str]) -> MarkedSheet | None:
    """The sheet with the cells that `findings` name; `None` if they name none of its cells or rows."""
    sheet = table.sheet
    faults: dict[Place, tuple[str, ...]] = {}
    for each in findings:
        if each.place.file == sheet.file and each.place.line:
            faults[each.place] = (*faults.get(each.place, ()), each.rule)
    public = public_numbers(public_values)
    marked = _record(table, faults, public) if sheet.lines else _grid(table, faults, public)
    has_faults = any(cell.rules for cell in marked.header) or any(
        row.rules or any(cell.rules for cell in row.cells) for row in marked.rows
    )
    return marked if has_faults else None


def _grid(table: Table, faults: _Faults, public: frozenset[str]) -> MarkedSheet:
    sheet = table.sheet
    columns = range(len(sheet.header))
    places = [sheet.place(column=index) for index in columns]
    faulty = {place.line for place in faults}
    rows = []
    before = -1
    for row in _with_neighbours([row for row, number in enumerate(sheet.numbers) if number in faulty], len(sheet.rows)):
        cells = tuple(
            _cell(sheet.rows[row][index], _is_shown(table, index), sheet.place(row, index), faults, public)
            for index in columns
        )
        whole = faults.get(sheet.place(row), ())
        rows.append(MarkedRow(sheet.numbers[row], cells, whole, skipped=row - before - 1))
        before = row
    return MarkedSheet(
        file=sheet.file,
        sheet=sheet.name,
        letters=tuple(place.cell.rstrip("0123456789") for place in places),
        header=tuple(_heading(sheet, index, faults) for index in columns),
        rows=tuple(rows),
        skipped=len(sheet.rows) - before - 1,
    )


def _record(table: Table, faults: _Faults, public: frozenset[str]) -> MarkedSheet:
    sheet = table.sheet
    cells = sheet.rows[0]
    faulty = [index for index in range(len(cells)) if sheet.place(0, index) in faults]
    rows = []
    before = -1
    for index in _with_neighbours(faulty, len(cells)):
        place = sheet.place(0, index)
        content = _cell(cells[index], _is_shown(table, index), place, faults, public)
        rows.append(MarkedRow(place.line, (_heading(sheet, index, {}), content), skipped=index - before - 1))
        before = index
    return MarkedSheet(sheet.file, sheet.name, (), (), tuple(rows), skipped=len(cells) - before - 1)


def _with_neighbours(faulty: Iterable[int], count: int) -> list[int]:
    around = range(-_AROUND, _AROUND + 1)
    return sorted({index + step for index in faulty for step in around if 0 <= index + step < count})


def _heading(sheet: Sheet, index: int, faults: _Faults) -> MarkedCell:
    place = sheet.place(column=index)
    return MarkedCell(
        HIDDEN if index in sheet.unsaid else _plain(sheet.header[index]), faults.get(place, ()), place.cell
    )


def _cell(raw: Raw, shown: bool, place: Place, faults: _Faults, public: frozenset[str]) -> MarkedCell:
    text = _plain("；".join(_texts(raw)))
    # Looked at afresh, not by its findings alone: of a number too long to be one, only its type is found wrong.
    hidden = not shown or bool(private_numbers(text, public))
    return MarkedCell(HIDDEN if hidden else text, faults.get(place, ()), place.cell)


def _is_shown(table: Table, index: int) -> bool:
    """Whether the column at `index` is one whose values the kind publishes somewhere."""
    return any(position == index and _is_published(table.kind, name) for name, position in table.positions.items())


def _is_published(kind: Kind, name: str) -> bool:
    column = kind.column(name)
    if kind.aggregate:
        # A small count points at a person, and which counts are hidden is not settled yet.
        return column.type != "count"
    channels = ((kind.lists.board, column.board), (kind.lists.web, column.web))
    return any(listing == "named" and disclosure != "never" for listing, disclosure in channels)


def _texts(raw: Raw) -> Iterator[str]:
    if isinstance(raw, str):
        yield raw
        return
    for part in raw.values() if isinstance(raw, Mapping) else raw:
        yield from _texts(part)


def _plain(text: str) -> str:
    """One line without control characters, at most two hundred characters long."""
    line = "".join(each if each.isprintable() else "\N{REPLACEMENT CHARACTER}" for each in text.strip())
    return line if len(line) <= _LONGEST else line[:_LONGEST] + "…"
