"""Who works here: the leading group, officers with a frame for their photo, and the network of three levels.

No phone is told that is not among the public contacts; see `generator.edition.people`.
"""

from collections.abc import Iterator

from generator.edition import blocks
from generator.edition.blocks import Block
from generator.edition.edition import AnyEdition
from generator.edition.people import LEADING_GROUP, Person, Responsible, people, responsible
from generator.edition.sheets import Sheet, common, of_office
from generator.office import Office
from generator.office.wall_sets import Source
from generator.rendering import Press

_TITLE = "工作人员公示"


def sheets(edition: AnyEdition, press: Press) -> Iterator[Sheet]:
    office, main = edition.office, edition.site.office
    township = [each for each in people(office, main) if each.township]
    content = {
        **common(edition, _TITLE, edition.site.settings.url("who.html")),
        "slogan": edition.site.settings.slogan,
        "introduction": "",
        "sections": [
            *blocks.section(LEADING_GROUP, blocks.people(_members(office), photo=False)),
            *(section for type in _types(township) for section in _cards(type, township)),
            *_network(tuple(responsible(office, main))),
        ],
    }
    sources: tuple[Source, ...] = (("register", "staff"), ("register", "leading_group"))
    yield from of_office("staff_board", edition, content, blocks.texts(content), sources=sources)


def _members(office: Office) -> Iterator[Block]:
    for each in office.registers.leading_group:
        yield {"name": each.name, "post": each.role, "unit": each.position, "facts": []}


def _types(township: list[Person]) -> tuple[str, ...]:
    """The sorts of staff, in the order of the register: whoever leads stands first."""
    return tuple(dict.fromkeys(each.type for each in township))


def _cards(type: str, township: list[Person]) -> list[Block]:
    cards = [
        {
            "name": each.name,
            "post": each.post if each.post != type else "",
            "unit": each.unit,
            "facts": [{"label": label, "text": text} for label, text in (("地点", each.room), ("电话", each.phone))],
        }
        for each in township
        if each.type == type
    ]
    return blocks.section(type, blocks.people(cards, photo=True))


def _network(villages: tuple[Responsible, ...]) -> list[Block]:
    """One row for each village: who answers for it in the township, and those who serve in it by their post."""
    posts = tuple(dict.fromkeys(each.post for village in villages for each in village.local))
    columns = [("村（社区）", "left"), ("镇里谁负责", "left"), *((post, "left") for post in posts), ("电话", "left")]
    return blocks.section("镇、村、协理员三级网络", blocks.table(columns, (_row(each, posts) for each in villages)))


def _row(village: Responsible, posts: tuple[str, ...]) -> Iterator[str]:
    yield village.village.name
    yield village.officer.name if village.officer else ""
    for post in posts:
        # The number under which the appointment was filed stands below the name.
        yield "\n".join(
            text for each in village.local if each.post == post for text in (each.name, each.filing) if text
        )
    yield "、".join(dict.fromkeys(each.phone for each in village.local))
