"""Crop marks: where they stand, and that the page within is as it was."""

import io
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from pypdfium2 import raw

from generator.office.sizes import load_sizes
from generator.project import Project
from generator.rendering.print_shop import BLEED, MARK, with_crop_marks
from generator.rendering.readback import pdf_text
from generator.rendering.typst import compile_poster
from tests.conftest import REPOSITORY
from tests.posters.contents import notice_list
from tests.posters.reading import POINTS_PER_MM, corners

pytestmark = pytest.mark.xdist_group("looks")


@pytest.fixture(scope="module")
def poster(fonts: tuple[Path, ...]) -> bytes:
    content = notice_list({"name": "A3", **load_sizes(Project(REPOSITORY))[0]["A3"].model_dump()}, 60)
    look = REPOSITORY / "site_templates" / "posters" / "notice_list.typ"
    return compile_poster(look, fonts, content, "2026-11-02 09:00")


@pytest.fixture(scope="module")
def marked(poster: bytes) -> bytes:
    return with_crop_marks(poster)


def test_boxes_say_what_is_cut_and_what_may_be_printed(poster: bytes, marked: bytes):
    with pikepdf.open(io.BytesIO(marked)) as document:
        for page in document.pages:
            trim, bleed, media = (_box(page, name) for name in ("/TrimBox", "/BleedBox", "/MediaBox"))
            assert trim == pytest.approx([0, 0, 297, 420], abs=0.01)
            assert bleed == pytest.approx([-3, -3, 300, 423], abs=0.01)
            assert all(abs(outer) > abs(inner) for outer, inner in zip(media, bleed, strict=True))


def test_marks_stand_outside_the_bleed_in_line_with_the_edges(marked: bytes):
    with pypdfium2.PdfDocument(marked) as document:
        for page in document:
            width, height = 297 * POINTS_PER_MM, 420 * POINTS_PER_MM
            # The last drawing of the page has all marks.
            *_, drawing = page.get_objects((raw.FPDF_PAGEOBJ_PATH,), max_depth=1)
            reach = (BLEED + MARK) * POINTS_PER_MM
            assert drawing.get_bounds() == pytest.approx((-reach, -reach, width + reach, height + reach), abs=0.5)
            points = corners(drawing)
            assert len(points) == 16
            for x, y in points:
                # In line with one edge, and beyond the bleed of the other.
                on_edge = min(abs(x), abs(x - width), abs(y), abs(y - height))
                beyond = max(-x, x - width, -y, y - height)
                assert on_edge < 0.01 and beyond >= BLEED * POINTS_PER_MM - 0.01


def test_the_page_keeps_its_text_its_tags_and_its_format(poster: bytes, marked: bytes):
    assert pdf_text(marked) == pdf_text(poster)
    with pikepdf.open(io.BytesIO(poster)) as before, pikepdf.open(io.BytesIO(marked)) as after:
        assert {"/StructTreeRoot", "/MarkInfo", "/Metadata"} <= set(after.Root.keys())
        assert after.Root.Metadata.read_bytes() == before.Root.Metadata.read_bytes()
        assert after.check_pdf_syntax() == []
    assert with_crop_marks(poster) == marked


def _box(page: pikepdf.Page, name: str) -> list[float]:
    return [float(each) / POINTS_PER_MM for each in page.obj[name]]
