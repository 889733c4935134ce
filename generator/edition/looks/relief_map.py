"""The relief system on one sheet, 1+6+X: every form of relief, who decides on it, and where to ask."""

from collections.abc import Iterator

from generator.edition import blocks
from generator.edition.blocks import Block
from generator.edition.edition import AnyEdition
from generator.edition.guides import GuideCard, guide_cards, relief_groups
from generator.edition.sheets import Sheet, common, of_office
from generator.office.relief_map import relief_map
from generator.rendering import Press

_TITLE = "救助体系图"


def sheets(edition: AnyEdition, press: Press) -> Iterator[Sheet]:
    cards = guide_cards(edition)
    groups, besides = relief_groups(relief_map(edition.office.packs, edition.today), cards)
    if not groups or not cards:
        return
    drawn = [
        {"mark": group.mark, "title": group.title, "items": [_item(name, card, edition) for name, card in reliefs]}
        for group, reliefs in groups
    ]
    if besides:
        others = [_item(card.title, card, edition) for card in besides]
        drawn.append({"mark": "", "title": "另外还可以办", "items": others})
    content = {
        **common(edition, _TITLE, edition.site.settings.url("relief-system.html")),
        "subtitle": "＋".join(group.mark for group, _ in groups if group.mark),
        "introduction": "",
        "sections": blocks.section("", blocks.groups(drawn)),
    }
    quoted = tuple(each.facts for each in edition.notices if each.facts.address in {card.address for card in cards})
    yield from of_office("relief_map", edition, content, blocks.texts(content), notices=quoted)


def _item(name: str, card: GuideCard | None, edition: AnyEdition) -> Block:
    """The phone never comes last: read as one text, it would run into the number of the next group."""
    if card is None:
        return {"name": name, "phone": edition.site.office.phone, "text": "还没有办事指南，请打电话问。"}
    decided = f"由{card.decided_by}决定" if card.decided_by else "打电话问怎么办"
    return {"name": name, "phone": card.phone, "text": decided}
