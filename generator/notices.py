"""The domain model: what may be shown, per channel.

`BoardNotice` and `WebNotice` are two types that hold only what their channel
may show. A page that asks for a `BoardNotice` fails the type check.
"""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar, Literal, TypeVar

from generator.artifacts import Chain, Digested
from generator.columns import Shown


@dataclass(frozen=True)
class Column:
    """A column as people see it."""

    name: str
    title: str
    unit: str
    align: str
    type: str
    parts: tuple[str, ...] = ()


@dataclass(frozen=True)
class Entry:
    """A row made public: what people read, and the same values as exact plain text."""

    shown: tuple[Shown, ...]
    plain: tuple[str, ...]


@dataclass(frozen=True)
class Total:
    """A figure: formatted for people, and exact."""

    name: str
    title: str
    text: str
    unit: str
    plain: str


@dataclass(frozen=True)
class ChartValue:
    """One bar: its figure and its share of the longest bar, 0 to 1."""

    text: str
    plain: str
    share: float


@dataclass(frozen=True)
class ChartRow:
    """One category with a value per series."""

    label: str
    values: tuple[ChartValue, ...]


@dataclass(frozen=True)
class Chart:
    """A chart and, from the same figures, its table."""

    name: str
    title: str
    unit: str
    series: tuple[str, ...]
    rows: tuple[ChartRow, ...]
    totals: tuple[str, ...]


# Records that a kind may demand before its lists are shown.
Evidence = Literal["home_visit", "democratic_review", "ballot", "audit", "joint_meeting", "appointment_filing"]


@dataclass(frozen=True)
class Ballot:
    """How a village voted on its list: persons eligible and present, and their votes."""

    held: date
    eligible: int
    present: int
    in_favour: int
    against: int
    abstained: int


@dataclass(frozen=True)
class Correction:
    """Why a list that had been shown was approved anew, in words for everybody."""

    on: date
    note: str


@dataclass(frozen=True)
class Withdrawal:
    """When and why a notice was taken down for good, in words for everybody."""

    on: date
    reason: str


@dataclass(frozen=True)
class Approval:
    """Who approved what and when, as a resident compares it.

    `digest` is the approval statement's, `line` its number in the ledger; `signed` names roles, never persons.
    """

    decided_by: str
    decided_on: date
    document_number: str
    minutes: str
    digest: str
    line: int
    rows: int
    published: str
    follows: str
    ballot: Ballot | None = None
    correction: Correction | None = None
    signed: tuple[str, ...] = ()


@dataclass(frozen=True)
class Facts(Digested):
    """What is public about a notice at any time, its tombstone included: no entries, no names.

    `noun` is what people call it: 名单 of persons, 统计表 of counts instead of
    persons, 明细表 of everything else; `until` is the last lawful day of the entries, `None` for standing lists.
    """

    address: str
    kind: str
    section: str
    title: str
    list_title: str
    noun: str
    stage: str
    stage_title: str
    round: str
    round_title: str
    village_code: str
    village: str
    entry_unit: str
    count: int
    totals: tuple[Total, ...]
    first_day: date
    last_day: date | None
    until: date | None
    reference: str
    approval: Approval

    @property
    def slug(self) -> str:
        """The address in one word, for file names."""
        return self.address.removeprefix("notices/").replace("/", "-")

    @property
    def list_slug(self) -> str:
        """The same without the village: names the approved list."""
        return self.slug.removesuffix(f"-{self.village_code}") if self.village_code else self.slug

    @property
    def days(self) -> int:
        """Days from the first to the last, both counted; 0 if there is no last day."""
        return (self.last_day - self.first_day).days + 1 if self.last_day else 0


@dataclass(frozen=True)
class _Notice:
    """`hidden_below`: where counts are starred, the number under which they are; else 0."""

    facts: Facts
    columns: tuple[Column, ...]
    entries: tuple[Entry, ...]
    charts: tuple[Chart, ...]
    hidden_below: int = 0

    def record(self) -> dict[str, Shown]:
        """The one entry of a record kind, by column name."""
        return {column.name: shown for column, shown in zip(self.columns, self.entries[0].shown, strict=True)}


@dataclass(frozen=True)
class BoardNotice(_Notice):
    """For the board: what hangs in the village, with full names where the kind says so."""

    masked: bool = False
    channel: ClassVar[Literal["board"]] = "board"


@dataclass(frozen=True)
class WebNotice(_Notice):
    """For the web: masked as the kind says."""

    masked: bool = True
    channel: ClassVar[Literal["web"]] = "web"


@dataclass(frozen=True)
class Tombstone:
    """What remains of a notice after its last day or its withdrawal, or where only counts may be shown."""

    facts: Facts
    status: Literal["ended", "superseded", "counts", "withdrawn"]
    withdrawal: Withdrawal | None = None


@dataclass(frozen=True)
class Recorded:
    """A line of the ledger, without who signed: `subject` names the list, or the notice that was withdrawn."""

    number: int
    day: date
    event: Literal["approve", "sign", "withdraw"]
    subject: str
    sha256: str


@dataclass(frozen=True)
class PublicLedger:
    """The ledger as anybody may read and copy it: where its chain stands, its lines, and its file."""

    chain: Chain = Chain()
    lines: tuple[Recorded, ...] = ()
    content: bytes = b""


N = TypeVar("N", BoardNotice, WebNotice)
# For what both channels tell in the same way.
AnyNotice = BoardNotice | WebNotice
