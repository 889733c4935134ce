"""Style sheets, script and icon of both folders, and a small font for characters phones lack."""

import hashlib
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from generator.artifacts import Artifact, digest
from generator.edition import Edition
from generator.notices import BoardNotice, WebNotice
from generator.rendering import Press
from generator.rendering.webfont import font_css, rare_characters, subset_font

_MEDIA = {".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml"}
_BOARD = ("print-room.css", "print-room.js")
_STYLE = "site.css"


def web(edition: Edition[WebNotice], press: Press) -> Iterator[Artifact]:
    for path in _files(press):
        if path.name not in (*_BOARD, _STYLE):
            yield _copy(press, path, f"site/assets/{path.name}")
    yield _style(press)
    rare = rare_characters(text for notice in edition.notices for text in _texts(notice))
    key = digest(press.poster_digest, rare)
    yield Artifact("site/assets/rare.css", "text/css", key, None, partial(font_css, rare))
    if rare:
        make = partial(subset_font, press.font_folders, rare)
        yield Artifact("site/assets/rare.woff2", "font/woff2", key, None, make)


def board(edition: Edition[BoardNotice], press: Press) -> Iterator[Artifact]:
    for path in _files(press):
        if path.name in _BOARD:
            yield _copy(press, path, f"print/{path.name}")


def _style(press: Press) -> Artifact:
    """One style sheet: `site.css`, then the parts in `assets/site/` in the order of their names."""
    base = [path for path in _files(press) if path.name == _STYLE]
    content = b"\n".join(path.read_bytes() for path in (*base, *_files(press, "assets/site")))
    return Artifact(f"site/assets/{_STYLE}", "text/css", hashlib.sha256(content).hexdigest(), None, lambda: content)


def _files(press: Press, folder: str = "assets") -> list[Path]:
    """The asset files of a folder; an office's own replaces the packaged one of the same name."""
    found = {path.name: path for each in reversed(press.template_folders) for path in (each / folder).glob("*.*")}
    return [found[name] for name in sorted(found)]


def _copy(press: Press, source: Path, path: str) -> Artifact:
    return Artifact(
        path, _MEDIA[source.suffix], hashlib.sha256(source.read_bytes()).hexdigest(), None, source.read_bytes
    )


def _texts(notice: WebNotice) -> Iterator[str]:
    yield notice.facts.title
    for entry in notice.entries:
        yield from entry.plain
