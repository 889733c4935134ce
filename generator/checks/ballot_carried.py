"""A ballot has its quorum and its majority, or the list was not decided.

Why: six lists are decided in the village before anything is published; with too
few people in the room a family decides for itself. The shares come from the rule
pack. Whether the ballot is there and adds up is another check's.
"""

from collections.abc import Iterator
from decimal import Decimal

from generator.checks import Scope
from generator.findings import Finding, Place, finding
from generator.office import Ballot
from generator.office.rule_names import title_of


def check_office(scope: Scope) -> Iterator[Finding]:
    for name, record in scope.office.rounds.items():
        place = Place(f"data/rounds/{name}/round.yaml")
        for stage in record.stages.values():
            for kind, ballots in stage.ballots.items():
                for village, ballot in ballots.items() if kind in scope.kinds else ():
                    yield from _falls_short(scope, ballot, place, f"{scope.kinds[kind].title}（{village}）")


def shares(ballot: Ballot) -> dict[str, Decimal]:
    """Per cent present of those eligible, and in favour of those present; nothing for an empty room."""
    parts = {"quorum": (ballot.present, ballot.eligible), "majority": (ballot.in_favour, ballot.present)}
    return {name: Decimal(part) * 100 / whole for name, (part, whole) in parts.items() if whole}


def _falls_short(scope: Scope, ballot: Ballot, place: Place, what: str) -> Iterator[Finding]:
    for name, share in shares(ballot).items() if ballot.adds_up else ():
        asked = scope.office.requirement(f"ballots.{name}", ballot.held)
        if asked and not asked.admits(share):
            yield finding(
                "ballot-not-carried",
                place,
                kind=what,
                subject=title_of(f"ballots.{name}"),
                found=f"{share:.1f}",
                limits=asked.limits(),
                source=asked.source,
            )
