"""What a household's answers say about each guide. The page's script (`assets/apply.js`) decides in the same way.

A question that was not answered settles nothing: what hangs on it stays open,
and is neither promised nor left out.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from generator.office.eligibility import Certainty, Eligibility, Offer

# By question the answers given; a question that is missing or empty was not answered.
Answers = Mapping[str, Collection[str]]
Verdict = Literal[Certainty, "open"]


@dataclass(frozen=True)
class Advice:
    """A guide to look at. `offer` is the number of the offer that was met, counted from 0; `None` if still open."""

    guide: str
    verdict: Verdict
    offer: int | None


def advise(eligibility: Eligibility, answers: Answers) -> tuple[Advice, ...]:
    """The guides that these answers lead to, in the order of the file."""
    decided = ((guide, decide(each.offers, answers)) for guide, each in eligibility.guides.items())
    return tuple(Advice(guide, *found) for guide, found in decided if found)


def decide(offers: Sequence[Offer], answers: Answers) -> tuple[Verdict, int | None] | None:
    """The first offer that is met; else `open` if one that is worth asking for still could be; else nothing."""
    could_be = False
    for number, offer in enumerate(offers):
        met = is_met(offer, answers)
        if met:
            return offer.certainty, number
        could_be = could_be or (met is None and offer.certainty != "unlikely")
    return ("open", None) if could_be else None


def is_met(offer: Offer, answers: Answers) -> bool | None:
    """Whether the answers meet an offer; `None` if that hangs on a question that was not answered."""
    given = [(set(answers.get(question, ())), wanted) for question, wanted in offer.when.items()]
    if any(answer and answer.isdisjoint(wanted) for answer, wanted in given):
        return False
    return True if all(answer for answer, _ in given) else None
