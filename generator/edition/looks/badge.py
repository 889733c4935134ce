"""Badges of everybody on the staff register, numbered in its order: no personal number is printed."""

from collections.abc import Iterator

from generator.edition.edition import Edition
from generator.edition.people import Person, people
from generator.edition.sheets import Content, Sheet, common, of_office
from generator.notices import N
from generator.rendering import Press


def sheets(edition: Edition[N], press: Press) -> Iterator[Sheet]:
    """The whole set: cards on sheets to cut, or one card on each page, as the size has room for."""
    staff = people(edition.office, edition.site.office)
    persons = [_badge(number, each) for number, each in enumerate(staff, start=1)]
    content = {**common(edition, "工作牌", ""), "heading": edition.site.settings.government, "persons": persons}
    yield from of_office(
        "badge", edition, content, (text for person in persons for text in person.values()), titled=False
    )


def _badge(number: int, person: Person) -> Content:
    """Those who serve in a village are found at its service point."""
    unit = person.room if person.village else person.unit
    return {"name": person.name, "post": person.post, "unit": unit, "number": f"{number:03}"}
