"""A list that is decided by ballot has one of every village on it, and every ballot adds up.

Why: six lists are put to the vote in the village before anything is published
(urban and rural subsistence allowance, rural housing, disaster money, relief
money, visits to people in hardship); a list without its ballot rests on nothing.
The kind's `evidence` says which; quorum and majority are another rule's.
"""

from collections.abc import Iterator

from generator.checks import Scope
from generator.findings import Finding, Place, finding
from generator.office import Ballot, RoundStage
from generator.tables import Table

ALWAYS = True


def check(table: Table, scope: Scope) -> Iterator[Finding]:
    """The villages of a list that have no ballot."""
    kind, listing = table.kind, table.listing
    column = kind.village_column
    if "ballot" not in kind.evidence or column is None or not _is_first_disclosure(table, scope):
        return
    stages = scope.office.rounds[listing.round].stages if listing.round in scope.office.rounds else {}
    held = stages[listing.stage].ballots.get(kind.id, {}) if listing.stage in stages else {}
    listed = dict.fromkeys(table.values(column.name))
    villages = tuple(name for name in listed if name is not None and name not in held)
    if villages:
        place = _place(listing.round)
        yield finding("ballot-missing", place, kind=kind.title, villages=villages, stage=listing.stage)


def check_office(scope: Scope) -> Iterator[Finding]:
    """The ballots that do not add up, or came after the decision."""
    for name, record in scope.office.rounds.items():
        for stage in record.stages.values():
            for kind_id, ballots in stage.ballots.items():
                kind = scope.kinds[kind_id].title if kind_id in scope.kinds else kind_id
                for village, ballot in ballots.items():
                    yield from _problems(ballot, village, kind, stage.of(kind_id), _place(name))


def _problems(ballot: Ballot, village: str, kind: str, stage: RoundStage, place: Place) -> Iterator[Finding]:
    if not ballot.adds_up:
        votes = {name: getattr(ballot, name) for name in ("eligible", "present", "in_favour", "against", "abstained")}
        yield finding("ballot-sum", place, village=village, kind=kind, cast=ballot.cast, **votes)
    if ballot.held > stage.decided_on:
        days = {"held": ballot.held.isoformat(), "decided": stage.decided_on.isoformat()}
        yield finding("ballot-date", place, village=village, kind=kind, **days)


def _is_first_disclosure(table: Table, scope: Scope) -> bool:
    """A public notice, or an announcement that no public notice of the round precedes."""
    if table.listing.stage != "announcement":
        return table.listing.stage == "public_notice"
    first = (table.listing.kind, table.listing.round, "public_notice")
    listings = (other.listing for other in scope.tables)
    return not any((each.kind, each.round, each.stage) == first for each in listings)


def _place(round_name: str) -> Place:
    return Place(f"data/rounds/{round_name}/round.yaml")
