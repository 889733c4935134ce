"""The print room: a plain page of every poster of the board, by village. Never deployed."""

from collections.abc import Iterator
from functools import partial
from typing import Any

from generator.artifacts import HTML, Artifact, digest
from generator.edition import Edition
from generator.edition.sheets import sheet_files
from generator.notices import BoardNotice, Facts
from generator.rendering import Press

Sheet = tuple[Facts, list[tuple[str, str]]]


def board(edition: Edition[BoardNotice], press: Press) -> Iterator[Artifact]:
    values: dict[str, Any] = {"site": edition.site, "places": _places(edition)}
    yield Artifact(
        path="print/index.html",
        media_type=HTML,
        key=digest(press.page_digest, values),
        until=None,
        make=partial(_make, press, values),
    )


def _places(edition: Edition[BoardNotice]) -> list[tuple[str, str, list[Sheet]]]:
    """(code, name, sheets) of the office and of each village that has something to hang."""
    sheets: dict[str, list[Sheet]] = {}
    for notice in edition.notices:
        files = sheet_files(edition.kinds[notice.facts.kind], notice.facts.slug, "board")
        if files:
            links = [(edition.office.sizes[size].title, path) for size, path in files]
            sheets.setdefault(notice.facts.village_code, []).append((notice.facts, links))
    places = [("", edition.site.settings.name)]
    places += [(village.code, village.name) for village in edition.office.registers.villages]
    return [(code, name, sheets[code]) for code, name in places if code in sheets]


def _make(press: Press, values: dict[str, Any]) -> bytes:
    return press.render("pages/print_room.html", **values).encode("utf-8")
