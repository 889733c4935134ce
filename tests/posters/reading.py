"""A poster as a reader finds it: the lines and the characters of each sheet."""

import ctypes
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

import pypdfium2
from pypdfium2 import raw

POINTS_PER_MM = 72 / 25.4
_SPACE = re.compile(r"\s+")
# Only characters in the same square of this many points are compared.
_CELL = 20


class Char(NamedTuple):
    """A visible character and its ink, in points from the lower left corner of the sheet."""

    text: str
    left: float
    bottom: float
    right: float
    top: float
    size: float


@dataclass(frozen=True)
class Sheet:
    """One page. Width and height in points."""

    width: float
    height: float
    lines: tuple[str, ...]
    chars: tuple[Char, ...]


@dataclass(frozen=True)
class Poster:
    """A finished poster. `channel` is the folder it lies in: `site` or `print`."""

    path: Path
    channel: str
    slug: str
    size: str
    sheets: tuple[Sheet, ...]

    @cached_property
    def text(self) -> str:
        return compact("".join(line for sheet in self.sheets for line in sheet.lines))

    def rows(self, titles: list[str]) -> list[list[str]]:
        """The table under these titles, continued beside itself and from sheet to sheet."""
        found: list[list[str]] = []
        for sheet in self.sheets:
            for start in (number for number, line in enumerate(sheet.lines, start=1) if line == " ".join(titles)):
                for line in sheet.lines[start:]:
                    cells = line.split(" ")
                    if len(cells) != len(titles) or cells[0] != str(len(found) + 1):
                        break
                    found.append(cells)
        return found


def compact(text: str) -> str:
    """Without white space, which a line break may add."""
    return _SPACE.sub("", text)


def read_poster(path: Path, sizes: Collection[str]) -> Poster:
    """A file of `posters/`, named after its notice and its size, which may have a dash of its own."""
    size = size_in(path, sizes)
    return Poster(path, path.parents[1].name, path.stem.removesuffix(f"-{size}"), size, read_sheets(path.read_bytes()))


def size_in(path: Path, sizes: Collection[str]) -> str:
    """The size that the name of a file ends with, empty if none."""
    return max((each for each in sizes if path.stem.endswith(f"-{each}")), key=len, default="")


def read_sheets(pdf: bytes, places: bool = True) -> tuple[Sheet, ...]:
    """Every page of a PDF; without the places of its characters it takes a fraction of the time."""
    with pypdfium2.PdfDocument(pdf) as document:
        return tuple(_sheet(page, places) for page in document)


def outside(sheet: Sheet, edge: float) -> str:
    """The characters that stand nearer to the paper's edge than `edge` points."""
    right, top = sheet.width - edge, sheet.height - edge
    return "".join(
        each.text
        for each in sheet.chars
        if each.left < edge or each.bottom < edge or each.right > right or each.top > top
    )


def overlapping(sheet: Sheet) -> list[str]:
    """Pairs of characters of which one covers more than a fifth of the other."""
    cells: dict[tuple[int, int], list[Char]] = {}
    pairs = []
    for each in sheet.chars:
        around = [
            (x, y)
            for x in range(int(each.left / _CELL), int(each.right / _CELL) + 1)
            for y in range(int(each.bottom / _CELL), int(each.top / _CELL) + 1)
        ]
        near = {other for cell in around for other in cells.get(cell, ())}
        pairs += [other.text + each.text for other in near if _covers(each, other)]
        for cell in around:
            cells.setdefault(cell, []).append(each)
    return pairs


def corners(drawing: pypdfium2.PdfObject) -> list[tuple[float, float]]:
    """The points of a drawing in its own measure."""
    x, y, found = ctypes.c_float(), ctypes.c_float(), []
    for index in range(raw.FPDFPath_CountSegments(drawing)):
        raw.FPDFPathSegment_GetPoint(raw.FPDFPath_GetPathSegment(drawing, index), x, y)
        found.append((x.value, y.value))
    return found


def _covers(one: Char, other: Char) -> bool:
    width = min(one.right, other.right) - max(one.left, other.left)
    height = min(one.top, other.top) - max(one.bottom, other.bottom)
    return width > 0 and height > 0 and width * height > 0.2 * min(_area(one), _area(other))


def _area(char: Char) -> float:
    return (char.right - char.left) * (char.top - char.bottom)


def _sheet(page: pypdfium2.PdfPage, places: bool) -> Sheet:
    text = page.get_textpage()
    lines = tuple(text.get_text_range().splitlines())
    return Sheet(*page.get_size(), lines, tuple(_chars(text)) if places else ())


def _chars(text: pypdfium2.PdfTextPage) -> Iterator[Char]:
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    high = 0
    for index in range(text.count_chars()):
        code = raw.FPDFText_GetUnicode(text, index)
        if 0xD800 <= code < 0xDC00:
            high = code
            continue
        if 0xDC00 <= code < 0xE000:
            code = 0x10000 + (high - 0xD800) * 0x400 + code - 0xDC00
        raw.FPDFText_GetCharBox(text, index, left, right, bottom, top)
        if not chr(code).isspace():
            size = raw.FPDFText_GetFontSize(text, index)
            yield Char(chr(code), left.value, bottom.value, right.value, top.value, size)
