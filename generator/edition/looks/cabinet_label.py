"""The label of each village's filing cabinet (一柜十簿): its title and the books inside."""

from collections.abc import Iterator

from generator.edition.edition import Edition
from generator.edition.sheets import Sheet, common, of_office
from generator.notices import N
from generator.rendering import Press


def sheets(edition: Edition[N], press: Press) -> Iterator[Sheet]:
    """One page for each village."""
    cabinet = edition.office.printing.cabinet
    if cabinet is None:
        return
    villages = [each.name for each in edition.office.registers.villages]
    content = {**common(edition, cabinet.title, ""), "villages": villages, "books": list(cabinet.books)}
    texts = villages + list(cabinet.books) * len(villages)
    yield from of_office("cabinet_label", edition, content, texts)
