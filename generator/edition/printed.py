"""Everything that is printed for the board: sheets in all their sizes, wall sets, village packs."""

from functools import lru_cache

from generator.edition.edition import Edition
from generator.edition.looks import sheets
from generator.edition.packs import packs
from generator.edition.sheets import Sheet
from generator.edition.walls import with_walls
from generator.notices import BoardNotice
from generator.rendering import Press


@lru_cache(maxsize=1)
def board_sheets(edition: Edition[BoardNotice], press: Press) -> tuple[Sheet, ...]:
    """What holds the others comes before them. Made once for the posters, their pictures and the print room."""
    found = tuple(sheets(edition, press))
    return (*packs(edition, found), *with_walls(edition, found))
