"""The print room: every poster of the board with a small picture, by village. Never deployed."""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from generator.artifacts import HTML, Artifact, digest
from generator.edition import Edition
from generator.edition.print_files import poster_file, preview_file, tiled_file, too_large
from generator.edition.printed import board_sheets
from generator.edition.sheets import Sheet
from generator.notices import BoardNotice, Facts
from generator.rendering import Press
from generator.rendering.readback import sheet_count
from generator.rendering.thumbnail import HEIGHT, WIDTH

# Of a digest, as letters: what tells two versions of a poster apart must not look like anybody's number.
_VERSION, _LETTERS = 12, str.maketrans("0123456789", "ghijklmnop")


@dataclass(frozen=True)
class Printable:
    """A poster in one size. `tiled` is it over sheets of A4, `command` makes that; both are empty if it need not be."""

    size: str
    title: str
    path: str
    tiled: str
    command: str


@dataclass(frozen=True)
class Card:
    """A sheet in all its sizes. Without `facts` it is about the office, not about one notice."""

    title: str
    kind: str
    kind_title: str
    preview: str
    facts: Facts | None
    files: tuple[Printable, ...]


Place = tuple[str, str, list[Card]]


def board(edition: Edition[BoardNotice], press: Press) -> Iterator[Artifact]:
    places = _places(edition, press)
    cards = [card for _, _, each in places for card in each]
    files = [file for card in cards for file in card.files]
    values: dict[str, Any] = {
        "site": edition.site,
        "places": places,
        "kinds": sorted({(card.kind, card.kind_title) for card in cards}),
        "sizes": [(name, size.title) for name, size in edition.office.sizes.items() if name in {f.size for f in files}],
        "width": WIDTH // 2,
        "height": HEIGHT // 2,
    }
    yield Artifact(
        path="print/index.html",
        media_type=HTML,
        key=digest(press.page_digest, values),
        until=None,
        make=partial(_make, press, values),
        # Only the finished posters tell how many sheets they are.
        sources=tuple(f"print/{file.path}" for file in files),
    )


def _places(edition: Edition[BoardNotice], press: Press) -> list[Place]:
    """(code, name, cards) of the office and of each village that has something to hang."""
    cards: dict[str, list[Card]] = {}
    for sheet in board_sheets(edition, press):
        cards.setdefault(sheet.village_code, []).append(_card(sheet, edition))
    places = [("", edition.site.settings.name)]
    places += [(village.code, village.name) for village in edition.office.registers.villages]
    return [(code, name, cards[code]) for code, name in places if code in cards]


def _card(sheet: Sheet, edition: Edition[BoardNotice]) -> Card:
    kind = edition.kinds[sheet.facts.kind] if sheet.facts else None
    return Card(
        title=sheet.title,
        kind=kind.id if kind else "",
        kind_title=kind.title if kind else "本办的展板",
        preview=preview_file(sheet),
        facts=sheet.facts,
        files=tuple(_printable(sheet, size, edition) for size in sheet.sizes),
    )


def _printable(sheet: Sheet, name: str, edition: Edition[BoardNotice]) -> Printable:
    size = edition.office.sizes[name]
    tiled, command = "", ""
    if too_large(size):
        tiled = tiled_file(sheet, name)
        command = f"gongshi posters --kind {sheet.name} --size {name} --tile A4"
    return Printable(name, size.title, poster_file(sheet, name), tiled, command)


def _make(press: Press, values: dict[str, Any], files: Mapping[str, bytes]) -> bytes:
    """With how many sheets each poster has, and its version: what of it somebody may have printed before."""
    counts, versions = {}, {}
    for path in files:
        pdf, file = files[path], path.removeprefix("print/")
        counts[file] = sheet_count(pdf)
        versions[file] = hashlib.sha256(pdf).hexdigest()[:_VERSION].translate(_LETTERS)
    return press.render("pages/print_room.html", **values, counts=counts, versions=versions).encode("utf-8")
