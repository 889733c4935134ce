"""The spines of the books in a village's cabinet (一柜十簿): a set serves every village, the year is written in."""

from collections.abc import Iterator

from generator.edition.edition import Edition
from generator.edition.sheets import Sheet, common, of_office
from generator.notices import N
from generator.rendering import Press


def sheets(edition: Edition[N], press: Press) -> Iterator[Sheet]:
    cabinet, settings = edition.office.printing.cabinet, edition.site.settings
    if cabinet is None:
        return
    content = {**common(edition, "簿脊", ""), "place": settings.township, "books": list(cabinet.books)}
    yield from of_office("ledger_spine", edition, content, cabinet.books, titled=False)
