"""Tiles: a poster over sheets of A4 or A3 that are glued together.

Every sheet shows its part with an overlap, marks to cut along, its label and a ruler to
check the printer with; the first one shows how they go together. Tiles are for the
printer next door: they carry neither tags nor the mark of an archive format.
"""

import io
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pikepdf
from pikepdf import Name, Page, Pdf

from generator.office.sizes import POINTS_PER_MM
from generator.rendering.pdf import written
from generator.rendering.tiling import OVERLAP, SHEETS, Box, best_grid, parts
from generator.rendering.typst import compile_poster

TEMPLATE = "documents/tiles.typ"
# Where the drawing of all sheets may stand on the assembly sheet, as parts of its width: left, top, width, height.
_DRAWING = (0.1, 0.44, 0.8, 0.86)


def tile(pdf: bytes, paper: str, template: Path, fonts: tuple[Path, ...], about: Mapping[str, str]) -> bytes:
    """Every page over sheets of `paper` (`A4`, `A3`) behind its assembly sheet; equal input gives equal bytes.

    `template` draws all but the poster itself; `about` has its `title`, `author` and the minute it was `published`.
    """
    with pikepdf.open(io.BytesIO(pdf)) as poster, Pdf.new() as out:
        plans = [_plan(page, paper) for page in poster.pages]
        content = {"title": about["title"], "author": about["author"], "paper": paper, "pages": plans}
        with pikepdf.open(io.BytesIO(compile_poster(template, fonts, content, about["published"]))) as drawn:
            out.pages.extend(drawn.pages)
        sheets = iter(out.pages)
        for page, plan in zip(poster.pages, plans, strict=True):
            form = out.copy_foreign(page.as_form_xobject())
            _put(next(sheets), form, (0, 0), plan["drawing"], plan["drawn"])
            for part in plan["parts"]:
                _put(next(sheets), form, part["shown"], part["place"], plan["scale"] / 100)
        out.docinfo["/Title"] = about["title"]
        return written(out)


def _plan(page: Page, paper: str) -> dict[str, Any]:
    """What the template draws for one page of the poster: its assembly sheet and its sheets."""
    sheet = SHEETS[paper]
    width, height = (float(each) / POINTS_PER_MM for each in page.mediabox[2:])
    grid = best_grid(width, height, sheet)
    left, top, wide, high = (each * sheet[0] for each in _DRAWING)
    drawn = min(wide / width, high / height)
    return {
        **asdict(grid),
        "overlap": OVERLAP,
        "whole": (width, height),
        "assembly": sheet,
        "drawn": drawn,
        "drawing": (left + (wide - width * drawn) / 2, top, width * drawn, height * drawn),
        "parts": [asdict(part) for part in parts(grid, width, height)],
    }


def _put(sheet: Page, form: pikepdf.Object, shown: tuple[float, ...], place: Box, scale: float) -> None:
    """The poster behind what is drawn on a sheet, moved so that `shown` stands at `place`, and cut off around it."""
    left, top, width, height = (each * POINTS_PER_MM for each in place)
    tall = float(sheet.mediabox[3])
    x = left - shown[0] * POINTS_PER_MM
    y = tall - top + shown[1] * POINTS_PER_MM - float(form.BBox[3]) * scale
    name = sheet.add_resource(form, Name.XObject, Name.Poster)
    clip = f"{left:.3f} {tall - top - height:.3f} {width:.3f} {height:.3f} re W n"
    stream = f"q {clip} {scale:.6f} 0 0 {scale:.6f} {x:.3f} {y:.3f} cm {name} Do Q"
    sheet.contents_add(stream.encode(), prepend=True)
    # Numbers of a structure tree that stays behind.
    for each in (sheet.obj, form):
        if Name.StructParents in each:
            del each[Name.StructParents]
