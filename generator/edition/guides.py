"""Guides as other pages quote them."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from generator.columns import Shown
from generator.edition.edition import Edition
from generator.notices import WebNotice
from generator.office import Contact


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


def guide_cards(edition: Edition[WebNotice]) -> tuple[GuideCard, ...]:
    """The guides that may be shown today."""
    return tuple(
        _card(edition, notice)
        for notice in edition.notices
        if notice.facts.section == "guides" and edition.kinds[notice.facts.kind].shape == "record"
    )


def unquoted(cards: Iterable[GuideCard], office: Contact) -> tuple[GuideCard, ...]:
    """The same guides by title only, with the office's phone: what may stay when one of them is withdrawn."""
    return tuple(replace(card, summary="", documents=(), phone=office.phone) for card in cards)


def _card(edition: Edition[WebNotice], notice: WebNotice) -> GuideCard:
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
