"""Door plates: which posts are behind a door or a window. No names, because people change sooner than doors."""

from collections.abc import Iterator

from generator.edition.edition import Edition
from generator.edition.people import people
from generator.edition.sheets import Content, Sheet, common, of_office
from generator.notices import N
from generator.rendering import Press


def sheets(edition: Edition[N], press: Press) -> Iterator[Sheet]:
    """One page for each room of the township's staff."""
    posts: dict[tuple[str, str], list[str]] = {}
    for each in people(edition.office, edition.site.office):
        if each.township:
            posts.setdefault((each.unit, each.room), []).append(each.post)
    rooms = [_room(unit, room, held) for (unit, room), held in posts.items()]
    content = {**common(edition, "门牌", ""), "rooms": rooms}
    yield from of_office("door_plate", edition, content, _texts(rooms), titled=False)


def _room(unit: str, room: str, posts: list[str]) -> Content:
    return {"unit": unit, "room": room, "posts": list(dict.fromkeys(posts))}


def _texts(rooms: list[Content]) -> Iterator[str]:
    for room in rooms:
        yield from (room["unit"], room["room"], *room["posts"])
