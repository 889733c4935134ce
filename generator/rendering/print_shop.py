"""For a print shop: bleed and marks to cut along around every page.

The page itself is not touched, its frame only grows: text, tags and the archive format stay.
What our posters print ends well inside the paper, so the bleed is blank.
"""

import io
from collections.abc import Iterator

import pikepdf
from pikepdf import Array, Name, Page

from generator.office.sizes import POINTS_PER_MM
from generator.rendering.pdf import written

# Millimetres: how far print may reach over the edge, and how long a mark is beyond that.
BLEED, MARK = 3.0, 5.0
_LINE = 0.25  # points


def with_crop_marks(pdf: bytes) -> bytes:
    """The same pages with bleed and crop marks; `TrimBox` is the finished sheet, `BleedBox` what may be printed."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        for page in document.pages:
            _mark(page)
        return written(document)


def _mark(page: Page) -> None:
    width, height = (float(each) for each in page.mediabox[2:])
    for box, outside in ((Name.TrimBox, 0.0), (Name.BleedBox, BLEED), (Name.MediaBox, BLEED + MARK + 1)):
        edge = outside * POINTS_PER_MM
        page.obj[box] = Array([-edge, -edge, width + edge, height + edge])
    if Name.CropBox in page.obj:
        del page.obj[Name.CropBox]
    lines = " ".join(f"{x1:.3f} {y1:.3f} m {x2:.3f} {y2:.3f} l" for x1, y1, x2, y2 in _lines(width, height))
    # An artifact: nobody wants to hear it read aloud.
    page.contents_add(f"/Artifact BMC q {_LINE} w 0 G {lines} S Q EMC".encode())


def _lines(width: float, height: float) -> Iterator[tuple[float, float, float, float]]:
    """Two marks at each corner, beginning where the bleed ends."""
    near, far = BLEED * POINTS_PER_MM, (BLEED + MARK) * POINTS_PER_MM
    for x, out in ((0.0, -1), (width, 1)):
        for y, up in ((0.0, -1), (height, 1)):
            yield x + out * near, y, x + out * far, y
            yield x, y + up * near, x, y + up * far
