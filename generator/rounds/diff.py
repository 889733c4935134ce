"""Which lists are compared with which: those of two rounds, or each with the one before it."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from generator.changes import compare
from generator.comparisons import Comparison
from generator.gates.approval import Approved
from generator.kinds import STAGE_TITLES, Kind
from generator.office import Office
from generator.sources.listings import Listing

# A notice of ending says why people leave a list; nobody joins or leaves it.
_COMPARED = ("public_notice", "announcement")
_ENDING = "notice_of_ending"
# What stands in the village column but in no register may be anything, even a name.
_UNKNOWN = "未登记的村"


@dataclass(frozen=True)
class LeftOut:
    """A list that is not compared, and why, in words for the clerk."""

    title: str
    reason: str


@dataclass(frozen=True)
class Difference:
    """What became of the lists of one round in another; `before` and `after` are the rounds' names."""

    before: str
    after: str
    comparisons: tuple[Comparison, ...]
    left_out: tuple[LeftOut, ...]


def with_earlier(approved: Collection[Approved], office: Office, today: date) -> tuple[Comparison, ...]:
    """Every list of a round that has begun by `today`, compared with the newest of its kind and stage before it."""
    begun = [each for each in approved if each.statement.first_day <= today]
    pairs = ((_earlier(each, begun), each) for each in begun if _is_compared(each.table.listing))
    return tuple(
        _compared(earlier, each, begun, office)
        for earlier, each in pairs
        if earlier is not None and not each.table.kind.aggregate
    )


def difference(
    approved: Collection[Approved],
    listings: Iterable[Listing],
    office: Office,
    kinds: dict[str, Kind],
    rounds: tuple[str, str],
) -> Difference:
    """The lists of two rounds; of `listings`, what is not among `approved` is named and not compared."""
    known = {each.table.listing.reference: each for each in approved}
    found: dict[tuple[str, str], dict[str, Listing]] = {}
    for listing in listings:
        if listing.round in rounds and listing.kind in kinds and _is_compared(listing):
            found.setdefault((listing.kind, listing.stage), {})[listing.round] = listing
    comparisons: list[Comparison] = []
    left_out: list[LeftOut] = []
    for (kind, stage), both in found.items():
        reason = "；".join(_obstacles(kinds[kind], both, known, office, rounds))
        if reason:
            left_out.append(LeftOut(f"{kinds[kind].title}{STAGE_TITLES[stage]}", reason))
        else:
            before, after = (known[both[name].reference] for name in rounds)
            comparisons.append(_compared(before, after, approved, office))
    return Difference(*rounds, tuple(comparisons), tuple(left_out))


def _obstacles(
    kind: Kind, both: dict[str, Listing], known: Collection[str], office: Office, rounds: tuple[str, str]
) -> Iterator[str]:
    """Why a list cannot be compared."""
    if kind.aggregate:
        yield "只公布数量的统计表，不逐行比较"
        return
    for name in rounds:
        title = office.rounds[name].title
        if name not in both:
            yield f"{title}没有这份名单"
        elif both[name].reference not in known:
            yield f"{title}的没有通过批准"


def _is_compared(listing: Listing) -> bool:
    return bool(listing.round) and listing.stage in _COMPARED


def _earlier(each: Approved, approved: Iterable[Approved]) -> Approved | None:
    listing, first_day = each.table.listing, each.statement.first_day
    before = (
        other
        for other in approved
        if (other.table.listing.kind, other.table.listing.stage) == (listing.kind, listing.stage)
        and other.statement.first_day < first_day
    )
    return max(before, key=lambda other: (other.statement.first_day, other.table.listing.reference), default=None)


def _compared(before: Approved, after: Approved, approved: Iterable[Approved], office: Office) -> Comparison:
    """The comparison, villages in the order of the register; no other village is named."""
    listing = after.table.listing
    ending = (
        each.table
        for each in approved
        if (each.table.listing.round, each.table.listing.kind, each.table.listing.stage)
        == (listing.round, listing.kind, _ENDING)
    )
    comparison = compare(before.table, after.table, next(ending, None))
    order = {village.name: number for number, village in enumerate(office.registers.villages)}
    villages = sorted(comparison.villages, key=lambda change: order.get(change.village, len(order)))
    named = (each if each.village in order else replace(each, village=_UNKNOWN) for each in villages)
    return replace(comparison, villages=tuple(named))
