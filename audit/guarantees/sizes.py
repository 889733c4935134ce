"""Every page is as large as the file's name and `data/sizes.yaml` say, and there are as many as the print room says.

Sizes are compared as they are written, upright or lying. A poster over sheets of A4 has one that shows how they go
together, and the sheets of the grid; on those either way round is right.
"""

from collections.abc import Iterator

import pikepdf

from audit.guarantees.known import Known
from audit.guarantees.printed import Printed
from generator.office.sizes import POINTS_PER_MM
from generator.rendering.tiling import SHEETS, best_grid
from tests.posters.reading import size_in

TITLE = "page size and count as asked"
# A PDF rounds to thousandths of a point; a printer feeds paper to half a millimetre.
_TOLERANCE = 0.05  # mm


def concerns(printed: Printed, known: Known) -> bool:
    return True


def objections(printed: Printed, known: Known) -> Iterator[str]:
    name = size_in(printed.path, known.sizes)
    if not name:
        yield "its name ends with no size of data/sizes.yaml"
        return
    asked = known.sizes[name].width, known.sizes[name].height
    ways = {asked, asked[::-1]} if printed.tiled else {asked}
    for number, page in enumerate(printed.document.pages, start=1):
        for box in (each for each in ("/MediaBox", "/TrimBox") if each in page.obj):
            size = _measured(page, box)
            if not any(_equal(size, way) for way in ways):
                yield f"page {number}: {box[1:]} is {size[0]:.2f} × {size[1]:.2f} mm, not {asked[0]:g} × {asked[1]:g}"
    count, wanted = len(printed.document.pages), _wanted(printed, known)
    if wanted is not None and count != wanted:
        yield f"{count} pages, not {wanted}"


def _wanted(printed: Printed, known: Known) -> int | None:
    """How many pages it must have; of those on the web nothing says how many."""
    if printed.channel == "site":
        return None
    if not printed.tiled:
        return known.counts.get(printed.name, 0)
    whole, _, paper = printed.path.stem.rpartition("-on-")
    size = known.sizes[size_in(printed.path.with_stem(whole), known.sizes)]
    grid = best_grid(size.width, size.height, SHEETS[paper])
    return known.counts.get(f"print/posters/{whole}.pdf", 0) * (1 + grid.sheets)


def _measured(page: pikepdf.Page, box: str) -> tuple[float, float]:
    left, bottom, right, top = (float(each) / POINTS_PER_MM for each in page.obj[box])
    return abs(right - left), abs(top - bottom)


def _equal(one: tuple[float, float], other: tuple[float, float]) -> bool:
    return all(abs(a - b) < _TOLERANCE for a, b in zip(one, other, strict=True))
