"""Which feeds there are, so that a page can point to its own."""

from dataclasses import dataclass

from generator.edition.edition import Edition
from generator.kinds import Kind
from generator.notices import WebNotice
from generator.office import Village


@dataclass(frozen=True)
class Feed:
    """A feed: `path` and the `page` it is about, both from the site's root."""

    path: str
    title: str
    page: str


def site_feed(edition: Edition[WebNotice]) -> Feed:
    """Everything of the site."""
    return Feed("feed.xml", f"{edition.site.settings.site_name}：公示和公布", "index.html")


def village_feed(village: Village) -> Feed:
    """What a village is told."""
    return Feed(f"feeds/{village.code}.xml", f"{village.name}：公示和公布", f"villages/{village.code}.html")


def kind_feed(kind: Kind) -> Feed:
    """What is published of a kind."""
    return Feed(f"feeds/{kind.id}.xml", f"{kind.title}：公示和公布", f"kinds/{kind.id}.html")
