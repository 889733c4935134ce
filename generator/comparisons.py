"""What comparing two lists says: counts and sums only, nothing that identifies an entry."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True)
class Figures:
    """How many entries there are and, in the order of the comparison's `added`, what they add up to."""

    entries: int
    sums: tuple[Decimal, ...]


@dataclass(frozen=True)
class Reason:
    """A class of reasons, and how many entries fall under it."""

    title: str
    entries: int


@dataclass(frozen=True)
class Movement:
    """Entries that joined, that left, and that stayed with something else in them.

    The sums of `changed` are what the changes add, so that before + joined −
    left + changed = after. An entry of which several columns changed counts
    under each of them in `what_changed`.
    """

    joined: Figures
    left: Figures
    changed: Figures
    why_left: tuple[Reason, ...]
    what_changed: tuple[Reason, ...]

    @property
    def entries(self) -> int:
        """How many entries moved at all."""
        return self.joined.entries + self.left.entries + self.changed.entries


@dataclass(frozen=True)
class Change:
    """One village's entries (of the whole list, if the name is empty) before and after.

    `movement` is `None` where every list stands for itself: nobody joins or leaves.
    """

    village: str
    before: Figures
    after: Figures
    movement: Movement | None


@dataclass(frozen=True)
class Added:
    """A column that is added up, as its kind titles the sum; `type` is the column's."""

    name: str
    title: str
    unit: str
    type: str


@dataclass(frozen=True)
class Comparison:
    """Two lists of one kind and stage. `reference` is that of the later one; villages are in the order of the lists."""

    kind: str
    stage: str
    before: str
    after: str
    reference: str
    added: tuple[Added, ...]
    total: Change
    villages: tuple[Change, ...]


@dataclass(frozen=True)
class Agreement:
    """A month's payments for a kind and its announced list, in yuan. `ledger` and `list` are references."""

    ledger: str
    list: str
    kind: str
    round: str
    paid: Decimal
    listed: Decimal

    @property
    def difference(self) -> Decimal:
        """What was paid beyond the list; 0 if they agree to the fen."""
        return self.paid - self.listed


def by_village(comparisons: Iterable[Comparison]) -> dict[tuple[str, str], tuple[Comparison, Change]]:
    """The changes of every list by its reference and village; the whole list's under no village."""
    return {
        (comparison.reference, change.village): (comparison, change)
        for comparison in comparisons
        for change in (*comparison.villages, comparison.total)
    }
