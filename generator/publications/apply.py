"""“What can I apply for”: a questionnaire where a script runs, and the same rules as a plain table.

The answers stay in the page: there is no form to send, nothing is stored, and
the address never carries them.
"""

from collections.abc import Iterator
from functools import partial
from typing import Any

from generator.artifacts import Artifact
from generator.edition import Edition
from generator.edition.guides import GuideCard, guide_cards, unquoted
from generator.edition.pages import Crumb, page
from generator.notices import WebNotice
from generator.office import Eligibility
from generator.rendering import Press

_TITLE = "我能申请什么"
# The surest first; the words are those of the table and of the results.
_CERTAINTIES = {"likely": "可能可以申请", "depends": "要看具体情况", "unlikely": "多半不行，但可以问"}


def web(edition: Edition[WebNotice], press: Press) -> Iterator[Artifact]:
    eligibility = edition.office.eligibility
    cards = guide_cards(edition)
    if eligibility is None or not cards:
        return
    render = partial(
        page,
        edition,
        press,
        "apply.html",
        "pages/apply.html",
        title=_TITLE,
        crumbs=(Crumb("办事指南", "guides.html"), Crumb(_TITLE)),
        questions=_questions(eligibility),
        certainties=tuple(_CERTAINTIES.items()),
    )

    def shown(guides: tuple[GuideCard, ...]) -> dict[str, Any]:
        return {"guides": _offered(eligibility, guides), "situations": _situations(eligibility, guides)}

    yield render(notices=tuple(card.address for card in cards), **shown(cards))
    # Made ahead, for the day on which one of the guides is withdrawn.
    yield render(folder="after/site", **shown(unquoted(cards, edition.site.office)))


def _questions(eligibility: Eligibility) -> tuple[dict[str, Any], ...]:
    """The questions in the order of the file."""
    return tuple(
        {**question.model_dump(exclude={"answers"}), "name": name, "answers": tuple(question.answers.items())}
        for name, question in eligibility.questions.items()
    )


def _offered(eligibility: Eligibility, cards: tuple[GuideCard, ...]) -> list[dict[str, Any]]:
    """The guides in the order of the file, each with its offers; those that may not be shown today are left out."""
    by_slug = {card.slug: card for card in cards}
    return [
        {"card": by_slug[slug], "offers": each.offers} for slug, each in eligibility.guides.items() if slug in by_slug
    ]


def _situations(eligibility: Eligibility, cards: tuple[GuideCard, ...]) -> list[dict[str, Any]]:
    """The offers below the question that each is about, the surest in front."""
    order = list(_CERTAINTIES)
    offers = [(offer, guide["card"]) for guide in _offered(eligibility, cards) for offer in guide["offers"]]
    offers.sort(key=lambda pair: order.index(pair[0].certainty))
    groups = [
        {"topic": question.topic, "rows": [(offer, card) for offer, card in offers if next(iter(offer.when)) == name]}
        for name, question in eligibility.questions.items()
    ]
    return [group for group in groups if group["rows"]]
