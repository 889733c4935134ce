"""The names under which rule packs may state a rule; each is read by one check, or by the command it is about.

A name that nothing reads would be a rule that nobody keeps; a rule that no
pack states is reported as not checked, never assumed.
"""

import difflib
from collections.abc import Iterable, Sequence
from datetime import date

from generator.findings import Phrase, phrase
from generator.office.rules import RulePack, in_force

NAMES = (
    "staff.township",
    "staff.commissioners",
    "staff.committee",
    "staff.assistants",
    "posts",
    "duties.township.matters",
    "duties.township.tasks",
    "duties.village.matters",
    "duties.village.tasks",
    "training",
    "premises.township_area",
    "premises.township_rooms",
    "premises.community_area",
    "work_funds.per_recipient",
    "work_funds.matching",
    "funds.card_share",
    "allowance.increment",
    "grace_period",
    "relief_map.basic",
    "relief_map.special",
    "relief_map.further",
    "care_homes.nursing_beds",
    "care_homes.dementia_beds",
    "home_visits.coverage",
    "home_visits.trips",
    "home_visits.households",
    "ballots.quorum",
    "ballots.majority",
    "incompatible_lists",
    "objection_days",
    "retention_years",
)
# `amount.<kind>`: yuan per person, or per entry where a list does not count persons.
_BAND = "amount."


def is_known(name: str) -> bool:
    """Whether anything reads the rule."""
    return name in NAMES or name.startswith(_BAND)


def near(name: str) -> str:
    """The known name that `name` most likely means, or nothing."""
    return next(iter(difflib.get_close_matches(name, NAMES, n=1)), "")


def title_of(name: str) -> Phrase:
    """A rule's title; raises `KeyError` for a name that is not known."""
    if name.startswith(_BAND):
        return phrase("rule-amount", kind=name.removeprefix(_BAND))
    return phrase(f"rule-{name}")


def unstated(packs: Sequence[RulePack], day: date, kinds: Iterable[str]) -> tuple[Phrase, ...]:
    """Rules of which no pack in force on `day` says anything, so that they are not checked.

    `kinds` are the kinds whose amounts could be compared with a band.
    """
    stated = {name for pack in in_force(packs, day) for name in pack.rules}
    possible = (*NAMES, *(f"{_BAND}{kind}" for kind in sorted(kinds)))
    return tuple(title_of(name) for name in possible if name not in stated)
