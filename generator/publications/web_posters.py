"""The page of posters that the web may carry: without personal data, or masked as the web is."""

from collections.abc import Iterator

from generator.artifacts import Artifact
from generator.edition import Edition
from generator.edition.looks import sheets
from generator.edition.pages import Crumb, latest, page
from generator.edition.print_files import poster_file
from generator.edition.sheets import Sheet
from generator.notices import WebNotice
from generator.rendering import Press


def web(edition: Edition[WebNotice], press: Press) -> Iterator[Artifact]:
    places: dict[str, list[tuple[str, str, list[tuple[str, str]]]]] = {}
    for sheet in sheets(edition, press):
        links = [(edition.office.sizes[size].title, poster_file(sheet, size)) for size in sheet.sizes]
        place = sheet.village or edition.site.settings.name
        places.setdefault(place, []).append((*_called(sheet), links))
    yield page(
        edition,
        press,
        "posters.html",
        "pages/posters.html",
        title="海报下载",
        crumbs=(Crumb("海报下载"),),
        changed=latest(notice.facts for notice in edition.notices),
        places=list(places.items()),
    )


def _called(sheet: Sheet) -> tuple[str, str]:
    """What it is and, of a round, when."""
    facts = sheet.facts
    return (f"{facts.list_title}{facts.stage_title}", facts.round_title) if facts and facts.round else (sheet.title, "")
