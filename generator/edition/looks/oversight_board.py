"""Whom to tell when something is wrong, and what becomes of a complaint.

The channels of the kind `supervision_channel`, the public phones, and what the page of
conduct says under a heading that speaks of oversight: where the suggestion box hangs.
"""

from collections.abc import Iterator

from generator.edition import blocks
from generator.edition.blocks import Block
from generator.edition.edition import AnyEdition
from generator.edition.looks.conduct_board import PAGE
from generator.edition.prose_blocks import prose_sections
from generator.edition.sheets import Sheet, common, of_office
from generator.notices import AnyNotice
from generator.rendering import Press

_KIND = "supervision_channel"
_TITLE = "监督渠道"
_HOW = "监督"


def sheets(edition: AnyEdition, press: Press) -> Iterator[Sheet]:
    channels = tuple(each for each in edition.notices if each.facts.kind == _KIND)
    if not channels:
        return
    site = edition.site
    calls = blocks.phones((each.name, each.phone, each.hours) for each in (site.oversight, site.hotline, site.county))
    content = {
        **common(edition, _TITLE, site.settings.url(f"kinds/{_KIND}.html")),
        "contacts": [],
        "slogan": site.settings.slogan,
        "introduction": "",
        "sections": [
            *blocks.section("监督举报电话", calls),
            *(section for each in channels for section in _channel(each)),
            *_how(edition),
        ],
    }
    facts = tuple(each.facts for each in channels)
    yield from of_office(
        "oversight_board", edition, content, blocks.texts(content), notices=facts, sources=(("register", "contacts"),)
    )


def _channel(notice: AnyNotice) -> list[Block]:
    """A channel as its page tells it: what it takes as a list, everything else as facts."""
    told, columns = notice.record(), {column.name: column for column in notice.columns}
    listed = columns.pop("accepts")
    for name in ("title", "summary"):
        columns.pop(name)
    return blocks.section(
        notice.facts.title,
        blocks.text(f"{listed.title}："),
        blocks.items(map(str, told[listed.name])),
        blocks.facts((column.title, blocks.in_one_line(told[name])) for name, column in columns.items()),
    )


def _how(edition: AnyEdition) -> list[Block]:
    body = next((each.body for each in edition.prose if each.path == PAGE), "")
    return [each for each in prose_sections(body)[1] if _HOW in each["title"]]
