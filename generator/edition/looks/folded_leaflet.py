"""A service guide as a handout (明白卡) on A4, folded twice into three panels."""

from collections.abc import Iterator

from generator.edition.edition import Edition
from generator.edition.handouts import handout, handout_texts
from generator.edition.sheets import Sheet, of_notices
from generator.notices import N
from generator.rendering import Press


def sheets(edition: Edition[N], press: Press) -> Iterator[Sheet]:
    yield from of_notices("folded_leaflet", edition, press, handout, handout_texts)
