"""The map of the relief system, 1+6+X: every form of relief with its guide, who decides, and a phone."""

from collections.abc import Iterator
from functools import partial
from typing import Any

from generator.artifacts import Artifact
from generator.edition import Edition
from generator.edition.guides import GuideCard, guide_cards, relief_groups, unquoted
from generator.edition.pages import Crumb, page
from generator.edition.ways import ways_in
from generator.notices import WebNotice
from generator.office.relief_map import ReliefGroup, relief_map
from generator.rendering import Press

_TITLE = "救助体系图"


def web(edition: Edition[WebNotice], press: Press) -> Iterator[Artifact]:
    groups = relief_map(edition.office.packs, edition.today)
    cards = guide_cards(edition)
    if not groups or not cards:
        return
    render = partial(
        page,
        edition,
        press,
        "relief-system.html",
        "pages/relief_system.html",
        title=_TITLE,
        crumbs=(Crumb("办事指南", "guides.html"), Crumb(_TITLE)),
        others=tuple(way for way in ways_in(edition, "guides") if way.href != "relief-system.html"),
    )
    yield render(notices=tuple(card.address for card in cards), **_map(groups, cards))
    # Made ahead, for the day on which one of the guides is withdrawn.
    yield render(folder="after/site", **_map(groups, unquoted(cards, edition.site.office)))


def _map(groups: tuple[ReliefGroup, ...], cards: tuple[GuideCard, ...]) -> dict[str, Any]:
    drawn, besides = relief_groups(groups, cards)
    return {"groups": drawn, "besides": besides}
