"""One worksheet's XML, read for what it hides. Entities and document types are refused."""

import re
from collections.abc import Callable
from xml.parsers import expat

from generator.intake.grid import SheetHazards

_CELL = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")
# From here on a spreadsheet no longer holds every digit of a whole number.
LONG = 10**15
_WIDEST = 16384
# Enough to point at; the rest is counted with them.
ENOUGH = 1000


class UnsafeXml(Exception):
    """A document type or an entity: never part of a workbook, but the way to attack its reader."""


def parser(start: Callable[[str, dict[str, str]], None]) -> expat.XMLParserType:
    """A parser that calls `start` for every element."""
    made = expat.ParserCreate()
    made.buffer_text = True
    made.StartElementHandler = start
    made.StartDoctypeDeclHandler = _refuse
    made.EntityDeclHandler = _refuse
    return made


def _refuse(*_: object) -> None:
    raise UnsafeXml


class SheetXml:
    """Reads one sheet's XML. An instance, because the parser calls back with state in between."""

    def __init__(self) -> None:
        self.row = self.column = -1
        self.kind = ""
        self.formula = self.inside = False
        self.value: str | None = None
        self.hidden_rows: set[int] = set()
        self.hidden_columns: set[int] = set()
        self.uncached: set[tuple[int, int]] = set()
        self.long_numbers: list[tuple[int, int]] = []

    def read(self, xml: bytes) -> SheetHazards:
        """Raises `expat.ExpatError`, `ValueError` and `UnsafeXml`."""
        made = parser(self._start)
        made.EndElementHandler = self._end
        made.CharacterDataHandler = self._text
        made.Parse(xml, True)
        return SheetHazards(
            frozenset(self.hidden_rows),
            frozenset(self.hidden_columns),
            frozenset(self.uncached),
            tuple(self.long_numbers),
        )

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        tag = name.rpartition(":")[2]
        if tag == "c":
            match = _CELL.fullmatch(attributes.get("r", ""))
            self.column = _column_number(match[1]) if match else self.column + 1
            self.kind, self.formula, self.value = attributes.get("t", "n"), False, None
        elif tag == "v":
            self.inside, self.value = True, ""
        elif tag == "f":
            self.formula = True
        elif tag == "row":
            self.row = int(attributes["r"]) - 1 if "r" in attributes else self.row + 1
            self.column = -1
            if _true(attributes.get("hidden")) or (
                _true(attributes.get("customHeight")) and _is_zero(attributes, "ht")
            ):
                self.hidden_rows.add(self.row)
        elif tag == "col" and (_true(attributes.get("hidden")) or _is_zero(attributes, "width")):
            first, last = int(attributes.get("min", "1")), int(attributes.get("max", "1"))
            self.hidden_columns.update(range(first - 1, min(last, _WIDEST)))

    def _text(self, text: str) -> None:
        if self.inside and self.value is not None:
            self.value += text

    def _end(self, name: str) -> None:
        tag = name.rpartition(":")[2]
        if tag == "v":
            self.inside = False
        elif tag == "c":
            if self.formula and not self.value:
                self.uncached.add((self.row, self.column))
            if self.kind == "n" and self.value and len(self.long_numbers) < ENOUGH and abs(float(self.value)) >= LONG:
                self.long_numbers.append((self.row, self.column))


def _column_number(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1


def _true(text: str | None) -> bool:
    return text in {"1", "true"}


def _is_zero(attributes: dict[str, str], name: str) -> bool:
    return name in attributes and float(attributes[name]) == 0
