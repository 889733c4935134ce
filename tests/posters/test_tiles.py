"""Tiles: put together again they are the poster; labels, ruler and marks are where they must be."""

import io
import re
from pathlib import Path

import numpy
import pikepdf
import pypdfium2
import pytest
from pypdfium2 import raw

from generator.office.sizes import load_sizes
from generator.project import Project
from generator.rendering.tiles import TEMPLATE, tile
from generator.rendering.tiling import EDGE, FOOT, OVERLAP, SHEETS, best_grid, parts
from generator.rendering.typst import compile_poster
from tests.conftest import REPOSITORY
from tests.posters.contents import duty_board, notice_list
from tests.posters.reading import POINTS_PER_MM, corners, read_sheets

pytestmark = pytest.mark.xdist_group("looks")
SITE_TEMPLATES = REPOSITORY / "site_templates"
SIZES = load_sizes(Project(REPOSITORY))[0]
PUBLISHED = "2026-11-02 09:00"
ABOUT = {"title": "望山村公示", "author": "禾风镇社会事务办公室", "published": PUBLISHED}
DOTS = 3.0  # pixels per point


@pytest.fixture(scope="module")
def poster(fonts: tuple[Path, ...]) -> bytes:
    content = duty_board({"name": "A1", **SIZES["A1"].model_dump()}, 40)
    return compile_poster(SITE_TEMPLATES / "posters" / "duty_board.typ", fonts, content, PUBLISHED)


@pytest.fixture(scope="module")
def tiled(poster: bytes, fonts: tuple[Path, ...]) -> bytes:
    return tile(poster, "A4", SITE_TEMPLATES / TEMPLATE, fonts, ABOUT)


def test_tiles_put_together_are_the_poster(poster: bytes, tiled: bytes):
    """A1 over A4, each sheet cut where its marks are and laid over the one before, against the poster at that scale."""
    width, height = SIZES["A1"].width, SIZES["A1"].height
    grid = best_grid(width, height, SHEETS["A4"])
    whole = _render(poster, 0, DOTS * grid.scale / 100)
    together = numpy.zeros_like(whole)
    for number, part in enumerate(parts(grid, width, height), start=1):
        sheet = _render(tiled, number, DOTS)
        left, top, wide, high = (round(each * POINTS_PER_MM * DOTS) for each in part.place)
        x, y = (round(each * POINTS_PER_MM * DOTS) for each in part.shown[:2])
        piece = sheet[top : top + high, left : left + wide]
        spot = together[y : y + high, x : x + wide]
        spot[:] = piece[: spot.shape[0], : spot.shape[1]]
    # A part may be off by half a pixel, so letters differ at their edges: small squares are compared.
    difference = numpy.abs(_squares(whole) - _squares(together))
    assert difference.max() < 26 and difference.mean() < 1


def test_every_sheet_says_which_it_is(tiled: bytes):
    sheets = read_sheets(tiled)
    labels = [f"{row}{column}" for row in "ABC" for column in (1, 2, 3)]
    assert len(sheets) == 1 + len(labels)
    for number, (label, sheet) in enumerate(zip(labels, sheets[1:], strict=True), start=1):
        foot = _below(sheet, FOOT)
        assert foot.endswith(label) and f"第{number}张共9张" in foot and "望山村公示" in foot
    first = "".join(sheets[0].lines).replace(" ", "")
    assert "拼接图" in first and "实际大小" in first and "用9张A4纸，拼好是558×791毫米（原大的94%" in first
    assert [label for label in labels if label not in first] == []


def test_the_ruler_is_fifty_millimetres_on_every_sheet(tiled: bytes):
    with pypdfium2.PdfDocument(tiled) as document:
        for page in document:
            lengths = [_length(each) for each in _drawings(page) if each.get_bounds()[3] < FOOT * POINTS_PER_MM]
            assert max(lengths) == pytest.approx(50 * POINTS_PER_MM, abs=0.01)


def test_marks_stand_at_the_corners_of_the_part_and_not_on_it(tiled: bytes):
    width, height = SIZES["A1"].width, SIZES["A1"].height
    grid = best_grid(width, height, SHEETS["A4"])
    with pypdfium2.PdfDocument(tiled) as document:
        for number, part in enumerate(parts(grid, width, height), start=1):
            page = document[number]
            left, top, wide, high = (each * POINTS_PER_MM for each in part.place)
            tall = page.get_height()
            upright = {round((a + b) / 2) for a, low, b, up in _paths(page) if b - a < 1 and up - low > 10}
            level = {round((a + b) / 2) for low, a, up, b in _paths(page) if b - a < 1 and 10 < up - low < 20}
            assert {round(left), round(left + wide)} <= upright
            assert {round(tall - top), round(tall - top - high)} <= level


def test_equal_posters_give_equal_bytes_and_no_false_promises(poster: bytes, tiled: bytes, fonts: tuple[Path, ...]):
    assert tile(poster, "A4", SITE_TEMPLATES / TEMPLATE, fonts, ABOUT) == tiled
    with pikepdf.open(io.BytesIO(tiled)) as document:
        assert not {"/Metadata", "/StructTreeRoot", "/MarkInfo"} & set(document.Root.keys())
        assert document.docinfo["/Title"] == "望山村公示"
        assert document.check_pdf_syntax() == []


def test_a_poster_of_several_sheets_has_an_assembly_sheet_for_each(fonts: tuple[Path, ...]):
    content = notice_list({"name": "A2", **SIZES["A2"].model_dump()}, 120)
    pdf = compile_poster(SITE_TEMPLATES / "posters" / "notice_list.typ", fonts, content, PUBLISHED)
    count = len(read_sheets(pdf))
    sheets = read_sheets(tile(pdf, "A3", SITE_TEMPLATES / TEMPLATE, fonts, ABOUT))
    firsts = [sheet for sheet in sheets if "拼接图" in "".join(sheet.lines)]
    grid = best_grid(SIZES["A2"].width, SIZES["A2"].height, SHEETS["A3"])
    assert count > 1 and len(firsts) == count and len(sheets) == count * (1 + grid.sheets)


@pytest.mark.parametrize("paper", SHEETS)
@pytest.mark.parametrize("name", SIZES)
def test_the_fewest_sheets_and_then_the_largest_scale(name: str, paper: str):
    width, height = SIZES[name].width, SIZES[name].height
    grid = best_grid(width, height, SHEETS[paper])
    assert 92 <= grid.scale <= 100
    for across, down in (SHEETS[paper], SHEETS[paper][::-1]):
        for scale in range(92, 101):
            columns, rows = (
                _needed(width * scale / 100, across - 2 * EDGE),
                _needed(height * scale / 100, down - EDGE - FOOT),
            )
            assert (columns * rows, -scale) >= (grid.sheets, -grid.scale)


@pytest.mark.parametrize("name", ["A1", "240x120", "80x180"])
def test_parts_cover_the_page_and_overlap(name: str):
    width, height = SIZES[name].width, SIZES[name].height
    grid = best_grid(width, height, SHEETS["A4"])
    found = {part.label: part for part in parts(grid, width, height)}
    assert len(found) == grid.sheets
    for label, part in found.items():
        left, top, wide, high = part.shown
        x, y = part.place[:2]
        assert x >= EDGE - 1e-9 and y >= EDGE - 1e-9
        assert x + wide <= grid.width - EDGE + 1e-9 and y + high <= grid.height - FOOT + 1e-9
        row, column = re.fullmatch(r"([A-Z]+)(\d+)", label).groups()
        if beside := found.get(f"{row}{int(column) + 1}"):
            assert left + wide - beside.shown[0] == pytest.approx(OVERLAP)
        else:
            assert left + wide == pytest.approx(width * grid.scale / 100)
        if column == "1":
            assert left == 0


def _needed(length: float, room: float) -> int:
    """Counted one by one."""
    count, covered = 1, room
    while covered < length - 1e-6:
        count, covered = count + 1, covered + room - OVERLAP
    return count


def _render(pdf: bytes, number: int, scale: float) -> numpy.ndarray:
    with pypdfium2.PdfDocument(pdf) as document:
        return document[number].render(scale=scale, grayscale=True).to_numpy().astype(float).squeeze()


def _squares(picture: numpy.ndarray, side: int = 24) -> numpy.ndarray:
    """Means of small squares."""
    high, wide = (each // side for each in picture.shape)
    return picture[: high * side, : wide * side].reshape(high, side, wide, side).mean(axis=(1, 3))


def _below(sheet, height: float) -> str:
    """The text in the foot of a sheet, from left to right, without what is cut off there."""
    chars = [
        each for each in sheet.chars if each.top < (height - 2) * POINTS_PER_MM and each.bottom > 3 * POINTS_PER_MM
    ]
    return "".join(each.text for each in sorted(chars, key=lambda each: each.left) if each.size < 14)


def _paths(page: pypdfium2.PdfPage) -> list[tuple[float, float, float, float]]:
    """Left, bottom, right and top of each drawing."""
    return [each.get_bounds() for each in _drawings(page)]


def _drawings(page: pypdfium2.PdfPage) -> list[pypdfium2.PdfObject]:
    """The drawings of the sheet itself; those of the poster are one level below."""
    return list(page.get_objects((raw.FPDF_PAGEOBJ_PATH,), max_depth=1))


def _length(line: pypdfium2.PdfObject) -> float:
    (x, y), *_, (a, b) = corners(line)
    return ((a - x) ** 2 + (b - y) ** 2) ** 0.5
