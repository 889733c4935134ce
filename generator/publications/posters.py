"""Posters: one PDF per sheet and size, in each channel."""

from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Any

from generator.artifacts import PDF, Artifact, digest
from generator.edition import Edition, looks
from generator.edition.orders import Order, contents, selected
from generator.edition.print_files import poster_file
from generator.edition.printed import board_sheets
from generator.edition.sheets import Sheet
from generator.edition.walls import wall
from generator.exceptions import GongshiError
from generator.notices import BoardNotice, N, WebNotice
from generator.rendering import Press
from generator.rendering.print_shop import with_crop_marks
from generator.rendering.qr import qr_svg
from generator.rendering.readback import lost_texts, sheet_count
from generator.rendering.tiles import TEMPLATE, tile
from generator.rendering.typst import compile_poster

_AS_USUAL = Order()


def web(edition: Edition[WebNotice], press: Press) -> Iterator[Artifact]:
    for sheet in looks.sheets(edition, press):
        for size in sheet.sizes:
            yield _poster(sheet, size, edition, press, "site", _AS_USUAL)


def board(edition: Edition[BoardNotice], press: Press) -> Iterator[Artifact]:
    yield from ordered(edition, press, _AS_USUAL)


def ordered(edition: Edition[BoardNotice], press: Press, order: Order) -> Iterator[Artifact]:
    """Posters of the board to order. Raises `SetupError` if there is no such size."""
    sheets = board_sheets(edition, press)
    for sheet in selected(order, wall(edition, sheets, order.wall_set) if order.wall_set else sheets):
        for size in (order.size,) if order.size else sheet.sizes:
            yield _poster(sheet, size, edition, press, "print", order)


def _poster(sheet: Sheet, size: str, edition: Edition[N], press: Press, folder: str, order: Order) -> Artifact:
    template, tiles = press.source(f"posters/{sheet.look}.typ"), press.source(TEMPLATE)
    if template is None or tiles is None:
        raise GongshiError(f"no look called {sheet.look}")
    ways = contents(sheet, size, edition.office.sizes, order)
    return Artifact(
        path=f"{folder}/{poster_file(sheet, size, order.ending)}",
        media_type=PDF,
        key=digest(press.poster_digest, sheet.look, ways, order),
        until=sheet.until,
        make=partial(_make, template, press.font_folders, ways, sheet.texts, sheet.published, order, tiles),
        notices=sheet.notices,
        parts={**sheet.parts, "look": digest(press.look_digest, ways[0]["size"])},
    )


def _make(
    template: Path,
    fonts: tuple[Path, ...],
    ways: tuple[Mapping[str, Any], ...],
    texts: tuple[str, ...],
    published: str,
    order: Order,
    tiles: Path,
) -> bytes:
    """The first of `ways` that is one sheet, otherwise the last, finished as ordered."""
    pdf = b""
    for content in ways:
        pdf = _compiled(template, fonts, content, texts, published)
        if sheet_count(pdf) == 1:
            break
    if order.tile:
        about = {"title": ways[0]["title"], "author": ways[0]["author"], "published": published}
        return tile(pdf, order.tile, tiles, fonts, about)
    return with_crop_marks(pdf) if order.crop_marks else pdf


def _compiled(
    template: Path, fonts: tuple[Path, ...], content: Mapping[str, Any], texts: tuple[str, ...], published: str
) -> bytes:
    """Compile, then read the text back: a name that cannot be extracted is a name lost."""
    pdf = compile_poster(template, fonts, _with_codes(content), published)
    if lost := lost_texts(pdf, texts):
        raise GongshiError(f"{content['title']}: {len(lost)} texts cannot be read back from the poster")
    return pdf


def _with_codes(content: Mapping[str, Any]) -> dict[str, Any]:
    """With the QR codes of a sheet and of those it holds. Drawn in the worker: one costs as much as a page of type."""
    drawn = {**content, "qr": qr_svg(content["url"]) if content["url"] else ""}
    if "sheets" in content:
        drawn["sheets"] = [_with_codes(each) for each in content["sheets"]]
    return drawn
