"""Every other hand-written page that hangs on a wall: those that a panel of a wall set names as its source."""

from collections.abc import Iterator

from generator.edition.edition import AnyEdition
from generator.edition.looks.conduct_board import PAGE, page_board
from generator.edition.sheets import Sheet
from generator.rendering import Press

_LOOK = "prose_board"


def sheets(edition: AnyEdition, press: Press) -> Iterator[Sheet]:
    panels = [panel for wall_set in edition.office.wall_sets.values() for panel in wall_set.panels]
    asked = {panel.page for panel in panels if panel.page}
    for page in edition.prose:
        if page.file in asked and page.path != PAGE:
            name = f"{_LOOK}-{page.path.removesuffix('.html').replace('/', '-')}"
            yield from page_board(_LOOK, edition, page, name)
