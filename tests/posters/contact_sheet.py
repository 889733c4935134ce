"""Contact sheets for the eye: every look of the sample office in three sizes and three styles.

`python -m tests.posters.contact_sheet FOLDER [LOOK …]` writes FOLDER/<look>.png: a row for each style, a column for
each size, the first sheets of each poster beside one another. Not a test: somebody has to look.
"""

import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import get_args

import pypdfium2
from PIL import Image

from generator.edition.orders import Order
from generator.edition.printed import board_sheets
from generator.edition.sheets import Sheet
from generator.examination import examine
from generator.office import Size
from generator.office.printing import Style
from generator.pipeline import editions
from generator.project import Project
from generator.publications import posters
from generator.rendering import make_press
from tests.conftest import REPOSITORY

DAY = date(2026, 11, 5)
# For looks that go on any paper: an office's printer, the board of a village, a wide wall.
_SIZES = ("A4", "60x90", "240x120")
_HEIGHT, _GAP, _SHEETS = 620, 16, 2  # pixels, pixels, of each poster


def main(folder: Path, wanted: list[str]) -> None:
    project = Project(REPOSITORY)
    _, board = editions(examine(project, DAY), DAY)
    press = make_press(project)
    first: dict[str, Sheet] = {}
    for sheet in board_sheets(board, press):
        first.setdefault(sheet.look, sheet)
    folder.mkdir(parents=True, exist_ok=True)
    for look in wanted or sorted(first):
        sizes = _sizes(look, first[look], board.office.sizes)
        rows = []
        for style in get_args(Style):
            made = (_pictures(first[look], size, style, board, press) for size in sizes)
            rows.append(_beside([picture for pictures in made for picture in pictures]))
        _below(rows).save(folder / f"{look}.png")
        print(folder / f"{look}.png", *sizes, flush=True)


def _sizes(look: str, sheet: Sheet, sizes: dict[str, Size]) -> list[str]:
    own = [name for name, size in sizes.items() if look in size.looks]
    return own or [*dict.fromkeys((sheet.sizes[0], *_SIZES))][:3]


def _pictures(sheet: Sheet, size: str, style: str, board, press) -> Iterator[Image.Image]:
    order = Order(kind=sheet.name, size=size, style=style)
    made = [each for each in posters.ordered(board, press, order) if each.path.endswith(f"/{sheet.name}-{size}.pdf")]
    with pypdfium2.PdfDocument(made[0].make()) as document:
        for page in list(document)[:_SHEETS]:
            yield page.render(scale=_HEIGHT / page.get_height()).to_pil()


def _beside(pictures: list[Image.Image]) -> Image.Image:
    width = sum(each.width + _GAP for each in pictures) + _GAP
    row = Image.new("RGB", (width, _HEIGHT + 2 * _GAP), "#888888")
    x = _GAP
    for each in pictures:
        row.paste(each, (x, _GAP))
        x += each.width + _GAP
    return row


def _below(rows: list[Image.Image]) -> Image.Image:
    sheet = Image.new("RGB", (max(each.width for each in rows), sum(each.height for each in rows)), "#888888")
    y = 0
    for each in rows:
        sheet.paste(each, (0, y))
        y += each.height
    return sheet


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:])
