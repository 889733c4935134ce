"""Desk signs: name and post of each of the township's staff, on both faces of a folded sheet."""

from collections.abc import Iterator

from generator.edition.edition import Edition
from generator.edition.people import people
from generator.edition.sheets import Sheet, common, of_office
from generator.notices import N
from generator.rendering import Press


def sheets(edition: Edition[N], press: Press) -> Iterator[Sheet]:
    """One page for each person; every text stands on both faces."""
    serving = [each for each in people(edition.office, edition.site.office) if each.township]
    persons = [{"name": each.name, "post": each.post, "unit": each.unit} for each in serving]
    content = {**common(edition, "桌签", ""), "persons": persons}
    both = (text for person in persons for _ in range(2) for text in person.values())
    yield from of_office("desk_sign", edition, content, both, titled=False)
