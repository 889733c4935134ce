"""What is made of finished posters for the print room: small pictures, and large boards of the office over A4."""

from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path

from generator.artifacts import PDF, WEBP, Artifact, digest
from generator.edition import Edition
from generator.edition.print_files import poster_file, preview_file, tiled_file, too_large
from generator.edition.printed import board_sheets
from generator.edition.sheets import Sheet
from generator.exceptions import GongshiError
from generator.notices import BoardNotice
from generator.rendering import Press
from generator.rendering.thumbnail import thumbnail
from generator.rendering.tiles import TEMPLATE, tile


def board(edition: Edition[BoardNotice], press: Press) -> Iterator[Artifact]:
    for sheet in board_sheets(edition, press):
        source = f"print/{poster_file(sheet, sheet.sizes[0])}"
        yield Artifact(
            path=f"print/{preview_file(sheet)}",
            media_type=WEBP,
            key=press.poster_digest,
            until=sheet.until,
            make=partial(_preview, source),
            notices=sheet.notices,
            sources=(source,),
        )
        for size in sheet.sizes:
            if too_large(edition.office.sizes[size]) and tiled_file(sheet, size):
                yield _tiled(sheet, size, press)


def _tiled(sheet: Sheet, size: str, press: Press) -> Artifact:
    template = press.source(TEMPLATE)
    if template is None:
        raise GongshiError(f"no document called {TEMPLATE}")
    source = f"print/{poster_file(sheet, size)}"
    about = {"title": sheet.title, "author": sheet.content["author"], "published": sheet.published}
    return Artifact(
        path=f"print/{tiled_file(sheet, size)}",
        media_type=PDF,
        key=digest(press.poster_digest, about),
        until=sheet.until,
        make=partial(_tiles, source, template, press.font_folders, about),
        notices=sheet.notices,
        sources=(source,),
    )


def _preview(source: str, files: Mapping[str, bytes]) -> bytes:
    return thumbnail(files[source])


def _tiles(
    source: str, template: Path, fonts: tuple[Path, ...], about: Mapping[str, str], files: Mapping[str, bytes]
) -> bytes:
    return tile(files[source], "A4", template, fonts, about)
