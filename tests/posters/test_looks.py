"""Every look on every size with made-up contents: nothing lost, nothing outside, nothing on top of anything."""

import ctypes
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import pypdfium2
import pytest
from pypdfium2 import raw

from generator.edition.looks import looks
from generator.office.sizes import load_sizes, saving, size_called
from generator.project import Project
from generator.rendering.typst import compile_poster
from tests.conftest import REPOSITORY
from tests.posters.contents import BOARDS, CONTENTS, Content, bare, strings
from tests.posters.reading import POINTS_PER_MM, Sheet, compact, outside, overlapping, read_sheets
from tests.posters.soundness import complaints

pytestmark = pytest.mark.xdist_group("looks")
LOOKS = REPOSITORY / "site_templates" / "posters"
NAMED = load_sizes(Project(REPOSITORY))[0]
# Paper and boards for every look, and sizes for single looks: those are tried in test_own_sizes.
SIZES = {name: size for name, size in NAMED.items() if not size.looks}
OWN_SIZES = {name: size for name, size in NAMED.items() if size.looks}
PUBLISHED = "2026-11-02 09:00"

# One entry, a village's worth, and more than an office ever has.
COUNTS = {
    "notice_list": (1, 40, 500),
    "duty_board": (1, 40, 120),
    "leaflet": (1, 8, 30),
    **dict.fromkeys(BOARDS, (1, 24, 60)),
}
# A handout has two sides.
SIDES = {"leaflet": 2}
# The foot is the same on all boards of blocks.
FEET = ("notice_list", "duty_board", "guide_board")

# The smallest, a usual one, the tallest, the widest, and one that no file names. What all boards of blocks
# share is tried on one of them: that one, as the looks with a library of their own, on every size.
SPREAD = ("A5", "A4", "80x180", "240x120", "500x700")
EVERYWHERE = ("notice_list", "duty_board", "guide_board", "leaflet")
TRIED = [
    (look, count, size)
    for look, (one, many, most) in COUNTS.items()
    for count, sizes in (
        (one, ("A4", "240x120")),
        (many, SIZES if look in EVERYWHERE else SPREAD),
        (most, ("A4", "60x90") if look in EVERYWHERE else ("A3",)),
    )
    for size in sizes
]

every_size = pytest.mark.parametrize("size", SPREAD)
every_look = pytest.mark.parametrize("look", CONTENTS)


def test_every_look_is_tried_here():
    assert set(COUNTS) == set(CONTENTS)
    with_own_sizes = {look for size in OWN_SIZES.values() for look in size.looks}
    assert set(CONTENTS) | with_own_sizes == set(looks())


@pytest.mark.parametrize(("look", "count", "size"), TRIED)
def test_nothing_is_lost_or_out_of_place(look: str, count: int, size: str, fonts: tuple[Path, ...], tmp_path: Path):
    content = CONTENTS[look](_size(size), count)
    pdf = _compiled(look, content, fonts)
    sheets = read_sheets(pdf)
    _check_text(content, sheets)
    _check_places(content, sheets)
    assert complaints(written(pdf, tmp_path)) == []
    if count == 1:
        assert len(sheets) <= SIDES.get(look, 1)


@every_look
@pytest.mark.parametrize("size", ["A5", "240x120"])
def test_empty_optional_parts_leave_a_whole_sheet(look: str, size: str, fonts: tuple[Path, ...]):
    content = bare(CONTENTS[look](_size(size), 1))
    sheets = read_sheets(_compiled(look, content, fonts))
    _check_text(content, sheets)
    _check_places(content, sheets)
    assert len(sheets) == 1
    assert "盖章处" not in "".join(sheets[0].lines)


@every_look
@pytest.mark.parametrize("style", ["formal", "plain", "contrast"])
def test_every_style_says_the_same_in_the_same_places(look: str, style: str, fonts: tuple[Path, ...], tmp_path: Path):
    content = CONTENTS[look](_size("A3"), 12) | {"style": style}
    pdf = _compiled(look, content, fonts)
    sheets = read_sheets(pdf)
    _check_text(content, sheets)
    _check_places(content, sheets)
    assert complaints(written(pdf, tmp_path)) == []


@every_size
def test_a_list_without_rows_is_still_a_notice(size: str, fonts: tuple[Path, ...]):
    content = CONTENTS["notice_list"](_size(size), 0)
    sheets = read_sheets(_compiled("notice_list", content, fonts))
    _check_text(content, sheets)
    _check_places(content, sheets)


@pytest.mark.parametrize("look", FEET)
@pytest.mark.parametrize(
    ("size", "name"),
    [("A4", "禾风镇政府"), ("A4", "晴川县禾风镇人民政府")]
    + [(size, "巴音郭楞蒙古自治州和静县巴音布鲁克镇人民政府") for size in SPREAD],
)
def test_the_seal_has_room_for_the_name_under_it(look: str, size: str, name: str, fonts: tuple[Path, ...]):
    """42 mm for the stamp, and the name of the office, the day and the hint inside the ring."""
    content = CONTENTS[look](_size(size), 1) | {"seal_name": name}
    pdf = _compiled(look, content, fonts)
    left, bottom, right, top = _largest_square(pdf)
    radius, x, y = (right - left) / 2, (left + right) / 2, (bottom + top) / 2
    edge = content["size"]["margin"] * POINTS_PER_MM
    assert 2 * radius > 42 * POINTS_PER_MM - 1
    assert left > edge - 3 and right < content["size"]["width"] * POINTS_PER_MM - edge + 3
    inside = [each for each in read_sheets(pdf)[-1].chars if each.left > left and bottom < each.bottom < top]
    assert "".join(each.text for each in inside) == f"{name}{content['seal_day']}盖章处"
    for each in inside:
        corners = [(a, b) for a in (each.left, each.right) for b in (each.bottom, each.top)]
        assert all((a - x) ** 2 + (b - y) ** 2 < (0.99 * radius) ** 2 for a, b in corners), each.text


@pytest.fixture(scope="module")
def elsewhere() -> Iterator[ProcessPoolExecutor]:
    """A process that has compiled nothing before."""
    with ProcessPoolExecutor(1, get_context("spawn")) as pool:
        yield pool


@every_look
@pytest.mark.parametrize("size", ["A4", "60x90"])
def test_the_same_content_gives_the_same_bytes(
    look: str, size: str, fonts: tuple[Path, ...], elsewhere: ProcessPoolExecutor
):
    """Again here, and in another process."""
    arguments = (LOOKS / f"{look}.typ", fonts, CONTENTS[look](_size(size), 3), PUBLISHED)
    first = compile_poster(*arguments)
    assert compile_poster(*arguments) == first
    assert elsewhere.submit(compile_poster, *arguments).result() == first


@pytest.mark.parametrize("look", EVERYWHERE)
@pytest.mark.parametrize("size", ["A5", "A4", "60x90"])
def test_saving_paper_takes_fewer_sheets_and_loses_nothing(look: str, size: str, fonts: tuple[Path, ...]):
    content = CONTENTS[look](_size(size), 40)
    usual = read_sheets(_compiled(look, content, fonts))
    content |= {"size": {"name": size, **saving(NAMED[size]).model_dump()}, "save": True}
    sheets = read_sheets(_compiled(look, content, fonts))
    _check_text(content, sheets)
    _check_places(content, sheets)
    assert len(sheets) <= len(usual)


@every_look
@pytest.mark.parametrize("size", ["A4"])
def test_high_contrast_is_black_on_white_without_fine_lines(look: str, size: str, fonts: tuple[Path, ...]):
    """A poor printer loses grey letters and lines below half a point."""
    pdf = _compiled(look, CONTENTS[look](_size(size), 3) | {"style": "contrast"}, fonts)
    with pypdfium2.PdfDocument(pdf) as document:
        drawings = [each for page in document for each in page.get_objects(max_depth=5)]
        colours = {_colour(each) for each in drawings if each.type == raw.FPDF_PAGEOBJ_TEXT}
        widths = [_stroke(each) for each in drawings if each.type == raw.FPDF_PAGEOBJ_PATH]
    assert colours <= {(0, 0, 0), (255, 255, 255)}
    assert min(width for width in widths if width) > 0.49


def _colour(drawing: pypdfium2.PdfObject) -> tuple[int, int, int]:
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    assert raw.FPDFPageObj_GetFillColor(drawing, red, green, blue, alpha)
    return red.value, green.value, blue.value


def _stroke(drawing: pypdfium2.PdfObject) -> float:
    """The width of its line in points, 0 without one."""
    filled, stroked, width = ctypes.c_int(), ctypes.c_int(), ctypes.c_float()
    raw.FPDFPath_GetDrawMode(drawing, filled, stroked)
    raw.FPDFPageObj_GetStrokeWidth(drawing, width)
    return width.value if stroked.value else 0.0


def _compiled(look: str, content: Content, fonts: tuple[Path, ...]) -> bytes:
    return compile_poster(LOOKS / f"{look}.typ", fonts, content, PUBLISHED)


def written(pdf: bytes, folder: Path) -> Path:
    path = folder / "poster.pdf"
    path.write_bytes(pdf)
    return path


def _largest_square(pdf: bytes) -> tuple[float, float, float, float]:
    """Left, bottom, right and top of the largest drawing as high as wide: the ring of the seal."""
    with pypdfium2.PdfDocument(pdf) as document:
        page = document[len(document) - 1]
        bounds = [each.get_bounds() for each in page.get_objects((raw.FPDF_PAGEOBJ_PATH,), max_depth=1)]
    squares = [each for each in bounds if abs((each[2] - each[0]) - (each[3] - each[1])) < 0.1]
    return max(squares, key=lambda each: each[2] - each[0])


def _size(name: str) -> Content:
    return {"name": name, **size_called(name, NAMED).model_dump()}


def _check_text(content: Content, sheets: tuple[Sheet, ...]) -> None:
    """Every string, as it is written and in its order; contacts may stand above the approval or beside it."""
    text = compact("".join(line for sheet in sheets for line in sheet.lines))
    approval = {"approval": {}, "url": "", "seal_name": "", "seal_day": ""}
    for part in (content | {"contacts": []}, content | approval):
        end = 0
        for each in map(compact, strings(part)):
            assert each in text[end:], f"{each} is lost or out of order"
            end = text.index(each, end) + len(each)


def _check_places(content: Content, sheets: tuple[Sheet, ...]) -> None:
    edge = content["size"]["margin"] * POINTS_PER_MM - 0.5
    for sheet in sheets:
        assert not outside(sheet, edge)
        assert not overlapping(sheet)
        assert min(each.size for each in sheet.chars) > content["size"]["min"] - 0.01
