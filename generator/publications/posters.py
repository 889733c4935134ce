"""Posters: one PDF per sheet and size, in each channel."""

from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Any

from generator.artifacts import PDF, Artifact, digest
from generator.edition import Edition
from generator.edition.looks import sheets
from generator.edition.packs import packs
from generator.edition.sheets import Sheet
from generator.edition.walls import with_walls
from generator.exceptions import GongshiError
from generator.notices import BoardNotice, N, WebNotice
from generator.rendering import Press
from generator.rendering.qr import qr_svg
from generator.rendering.readback import lost_texts
from generator.rendering.typst import compile_poster


def web(edition: Edition[WebNotice], press: Press) -> Iterator[Artifact]:
    yield from _posters(sheets(edition, press), edition, press, "site")


def board(edition: Edition[BoardNotice], press: Press) -> Iterator[Artifact]:
    found = tuple(sheets(edition, press))
    yield from _posters((*with_walls(edition, found), *packs(edition, found)), edition, press, "print")


def _posters(found: Iterable[Sheet], edition: Edition[N], press: Press, folder: str) -> Iterator[Artifact]:
    for sheet in found:
        template = press.source(f"posters/{sheet.look}.typ")
        if template is None:
            raise GongshiError(f"no look called {sheet.look}")
        for size in sheet.sizes:
            content = {**sheet.content, "size": {"name": size, **edition.office.sizes[size].model_dump()}}
            yield Artifact(
                path=f"{folder}/{sheet.folder}/{sheet.name}-{size}.pdf",
                media_type=PDF,
                key=digest(press.poster_digest, sheet.look, content),
                until=sheet.until,
                make=partial(_make, template, press.font_folders, content, sheet.texts, sheet.published),
                notices=sheet.notices,
                parts={**sheet.parts, "look": digest(press.look_digest, content["size"])},
            )


def _make(
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
