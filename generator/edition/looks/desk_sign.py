"""Desk signs: name and post of each of the township's staff, on both faces of a folded sheet."""

from collections.abc import Iterator

from generator.edition.edition import Edition
from generator.edition.people import people
from generator.edition.sheets import Sheet, common, of_office
from generator.notices import N
from generator.rendering import Press


def sheets(edition: Edition[N], press: Press) -> Iterator[Sheet]:
    """One page for each person; only the face that stands upright is sure to be extracted word for word."""
    serving = [each for each in people(edition.office, edition.site.office) if each.township]
    persons = [{"name": each.name, "post": each.post, "unit": each.unit} for each in serving]
    content = {**common(edition, "桌签", ""), "persons": persons}
    texts = (text for person in persons for text in person.values())
    yield from of_office("desk_sign", edition, content, texts, titled=False)
