"""Guides as other pages quote them."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from generator.columns import Shown
from generator.edition.edition import AnyEdition
from generator.notices import AnyNotice
from generator.office import Contact
from generator.office.relief_map import ReliefGroup


@dataclass(frozen=True)
class GuideCard:
    """What other pages say of a guide; `names` are all it is known by, `decided_by` comes from the questionnaire."""

    slug: str
    address: str
    title: str
    names: tuple[str, ...]
    summary: str
    documents: tuple[str, ...]
    phone: str
    decided_by: str


# A group of the map, with each form of relief and its guide.
Drawn = tuple[ReliefGroup, list[tuple[str, GuideCard | None]]]


def guides(edition: AnyEdition) -> tuple[AnyNotice, ...]:
    """The guides that may be shown today."""
    return tuple(
        notice
        for notice in edition.notices
        if notice.facts.section == "guides" and edition.kinds[notice.facts.kind].shape == "record"
    )


def guide_cards(edition: AnyEdition) -> tuple[GuideCard, ...]:
    """The same as other pages quote them."""
    return tuple(_card(edition, notice) for notice in guides(edition))


def guide_contacts(edition: AnyEdition, guide: AnyNotice) -> list[dict[str, str]]:
    """Whom the sheet of a guide tells to call: the guide's own two phones, and the hotline.

    The hours are those of the public contact with that number.
    """
    told, titles = guide.record(), {column.name: column.title for column in guide.columns}
    hours = {contact.phone: contact.hours for contact in edition.office.registers.contacts}
    own = [(titles[name], str(told[name])) for name in ("enquiry_phone", "oversight_phone")]
    called = dict.fromkeys((*own, (edition.site.hotline.name, edition.site.hotline.phone)))
    return [{"name": name, "value": phone, "hours": hours.get(phone, "")} for name, phone in called if phone]


def unquoted(cards: Iterable[GuideCard], office: Contact) -> tuple[GuideCard, ...]:
    """The same guides by title only, with the office's phone: what may stay when one of them is withdrawn."""
    return tuple(replace(card, summary="", documents=(), phone=office.phone) for card in cards)


def relief_groups(groups: Iterable[ReliefGroup], cards: tuple[GuideCard, ...]) -> tuple[list[Drawn], list[GuideCard]]:
    """The groups with the guide of each form of relief, if there is one; and the guides the map does not name."""
    by_name = {name: card for card in reversed(cards) for name in reversed(card.names)}
    drawn = [(group, [(relief, by_name.get(relief)) for relief in group.reliefs]) for group in groups]
    named = {card.slug for _, reliefs in drawn for _, card in reliefs if card}
    return drawn, [card for card in cards if card.slug not in named]


def _card(edition: AnyEdition, notice: AnyNotice) -> GuideCard:
    record = notice.record()
    slug = notice.facts.address.rpartition("/")[2]
    eligibility = edition.office.eligibility
    offers = eligibility.guides.get(slug) if eligibility else None
    return GuideCard(
        slug=slug,
        address=notice.facts.address,
        title=notice.facts.title,
        names=(notice.facts.title, *_texts(record.get("synonyms", ()))),
        summary="".join(_texts(record.get("summary", ""))),
        documents=_texts(record.get("required_documents", ())),
        phone="".join(_texts(record.get("enquiry_phone", ""))),
        decided_by=offers.decided_by if offers else "",
    )


def _texts(shown: Shown) -> tuple[str, ...]:
    """The texts of a value; of nested ones the first of each part."""
    if isinstance(shown, str):
        return (shown,) if shown else ()
    return tuple(text for part in shown for text in _texts(part)[:1])
