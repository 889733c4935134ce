"""The questionnaire “我能申请什么” leads somewhere, and says nothing that the guides do not say.

Why: who is wrongly told to stay away does not ask again (《社会救助法》第六十七条:
conditions and standards are made public). A misspelt name would be a rule that
never applies; an amount or age written a second time is held against the guide.
"""

import difflib
import itertools
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from generator.checks import Scope
from generator.findings import Finding, Phrase, Place, finding, phrase
from generator.office.advice import decide
from generator.office.eligibility import FILE, Eligibility, Offer
from generator.tables import Table
from generator.texts import WRITTEN, pieces

# With the sign of its unit: 14 in 14:00 is no age.
_NUMBER = re.compile(r"[0-9]+(?:\.[0-9]+)?(?![0-9.])[^\s，、。；]?")


def check_office(scope: Scope) -> Iterator[Finding]:
    eligibility = scope.office.eligibility
    if eligibility is None:
        return
    kinds = {kind.id for kind in scope.kinds.values() if kind.section == "guides" and kind.shape == "record"}
    guides = {table.listing.id: table for table in scope.tables if table.kind.id in kinds}
    unknown = tuple(_unknown_names(eligibility, guides))
    yield from unknown
    if unknown:
        return  # What follows would only say the same again.
    texts = {name: _texts(table) for name, table in guides.items()}
    yield from _never_used(eligibility, guides)
    for name, each in eligibility.guides.items():
        yield from _unreachable(eligibility, name, each.offers)
        if not any(each.decided_by in text for text in texts[name]):
            place = eligibility.place("guides", name, "decided_by")
            yield finding("eligibility-decider", place, decider=each.decided_by)
    yield from _other_numbers(eligibility, texts)


def _unknown_names(eligibility: Eligibility, guides: Mapping[str, Table]) -> Iterator[Finding]:
    questions = eligibility.questions
    for name, question in questions.items():
        if question.alone and question.alone not in question.answers:
            place = eligibility.place("questions", name, "alone")
            yield _unknown("answer", question.alone, question.answers, place)
    for guide, each in eligibility.guides.items():
        if guide not in guides:
            yield _unknown("guide", guide, guides, eligibility.place("guides", guide))
        for number, offer in enumerate(each.offers):
            place = eligibility.place("guides", guide, "offers", number, "when")
            for name, answers in offer.when.items():
                if name not in questions:
                    yield _unknown("question", name, questions, place)
                    continue
                known = questions[name].answers
                yield from (_unknown("answer", answer, known, place) for answer in answers if answer not in known)


def _unknown(what: str, name: str, known: Iterable[str], place: Place) -> Finding:
    near = difflib.get_close_matches(name, known, n=1)
    hint: str | Phrase = phrase("did-you-mean", name=near[0]) if near else ""
    return finding("eligibility-unknown", place, what=phrase(f"eligibility-{what}"), name=name, hint=hint)


def _never_used(eligibility: Eligibility, guides: Mapping[str, Table]) -> Iterator[Finding]:
    """Questions asked for nothing, and guides that no answers lead to."""
    offers = [offer for each in eligibility.guides.values() for offer in each.offers]
    for name in eligibility.questions:
        if not any(name in offer.when for offer in offers):
            yield finding("eligibility-idle-question", eligibility.place("questions", name), name=name)
    for name in guides:
        listed = eligibility.guides.get(name)
        if not listed or all(offer.certainty == "unlikely" for offer in listed.offers):
            yield finding("eligibility-guide-never-offered", Place(FILE), guide=name)


def _unreachable(eligibility: Eligibility, guide: str, offers: Sequence[Offer]) -> Iterator[Finding]:
    """Offers that an earlier one of the guide always forestalls, or contradicts."""
    for number, offer in enumerate(offers):
        # The fewest answers that meet it: whatever forestalls it then forestalls it always.
        fewest = (dict(zip(offer.when, answers, strict=True)) for answers in itertools.product(*offer.when.values()))
        decided = [decide(offers, {name: (answer,) for name, answer in each.items()}) for each in fewest]
        earlier = [found[1] for found in decided if found and found[1] is not None and found[1] != number]
        if len(earlier) == len(decided):
            place = eligibility.place("guides", guide, "offers", number)
            yield finding("eligibility-unreachable", place, number=number + 1, earlier=earlier[0] + 1)


def _other_numbers(eligibility: Eligibility, texts: Mapping[str, Sequence[str]]) -> Iterator[Finding]:
    """Numbers that no guide states which the words are about."""
    for guide, each in eligibility.guides.items():
        for number, offer in enumerate(each.offers):
            place = eligibility.place("guides", guide, "offers", number)
            yield from _unstated((offer.why, offer.note), texts[guide], place)
    for name, question in eligibility.questions.items():
        about = [guide for guide, each in eligibility.guides.items() if any(name in one.when for one in each.offers)]
        stated = [text for guide in about for text in texts[guide]]
        words = (question.ask, question.help, *question.answers.values())
        yield from _unstated(words, stated, eligibility.place("questions", name))


def _unstated(words: Iterable[str], stated: Iterable[str], place: Place) -> Iterator[Finding]:
    known = {number for text in stated for number in _NUMBER.findall(text)}
    for number in dict.fromkeys(number for text in words for number in _NUMBER.findall(text)):
        if number not in known:
            yield finding("eligibility-number", place, number=number)


def _texts(table: Table) -> tuple[str, ...]:
    """Everything a guide says in words."""
    names = [column.name for column in table.kind.columns if column.type in WRITTEN and column.name in table.positions]
    return tuple(text for name in names for value in table.values(name) if value is not None for text in pieces(value))
