"""Every other hand-written page that hangs on a wall: those that a panel of a wall set names as its source."""

from collections.abc import Iterator

from generator.edition import blocks
from generator.edition.edition import AnyEdition
from generator.edition.looks.conduct_board import PAGE, page_content
from generator.edition.sheets import UNDATED, Sheet, of_office
from generator.rendering import Press

_LOOK = "prose_board"


def sheets(edition: AnyEdition, press: Press) -> Iterator[Sheet]:
    panels = [panel for wall_set in edition.office.wall_sets.values() for panel in wall_set.panels]
    asked = {panel.page for panel in panels if panel.page}
    for page in edition.prose:
        if page.file not in asked or page.path == PAGE:
            continue
        content = page_content(edition, page)
        name = f"{_LOOK}-{page.path.removesuffix('.html').replace('/', '-')}"
        published = page.published or UNDATED
        yield from of_office(
            _LOOK,
            edition,
            content,
            blocks.texts(content),
            name=name,
            published=published,
            sources=(("page", page.file),),
        )
