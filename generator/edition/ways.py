"""Pages that belong to a section and to no kind: the ways in."""

from dataclasses import dataclass

from generator.edition.edition import Edition
from generator.edition.guides import guide_cards
from generator.notices import WebNotice
from generator.office.relief_map import relief_map


@dataclass(frozen=True)
class WayIn:
    """A page that leads further. `href` from the site's root."""

    title: str
    href: str


# What every office has.
_ALWAYS = {
    "duties": (WayIn("谁负责我们村", "who.html"), WayIn("人员配备", "staffing.html")),
    "policies": (WayIn("公开计划", "schedule.html"),),
}


def ways_in(edition: Edition[WebNotice], section: str) -> tuple[WayIn, ...]:
    """The pages of a section that lead further, as far as this office has them."""
    return _to_guides(edition) if section == "guides" else _ALWAYS.get(section, ())


def _to_guides(edition: Edition[WebNotice]) -> tuple[WayIn, ...]:
    if not guide_cards(edition):
        return ()
    ways = []
    if edition.office.eligibility:
        ways.append(WayIn("我能申请什么", "apply.html"))
    if relief_map(edition.office.packs, edition.today):
        ways.append(WayIn("救助体系图", "relief-system.html"))
    return tuple(ways)
