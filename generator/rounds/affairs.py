"""What a source of due days may look at, and what it says."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from generator.gates.approval import Approved
from generator.kinds import Kind
from generator.office import Office
from generator.tables import Table
from generator.texts import Text


@dataclass(frozen=True)
class Affairs:
    """What a source may look at: the office, what was approved, every text and table, and the days asked about."""

    office: Office
    kinds: Mapping[str, Kind]
    approved: tuple[Approved, ...]
    texts: tuple[Text, ...]
    tables: tuple[Table, ...]
    today: date
    until: date


@dataclass(frozen=True)
class Due:
    """What is to be done on a day. `reference` and `event` together tell it from everything else, for good.

    `stated` is the minute (Asia/Shanghai) from which this has been so;
    `lasting`: it has to be done even when the day is past.
    """

    day: date
    event: str
    reference: str
    title: str
    subject: str
    action: str
    stated: datetime
    lasting: bool = False


def minute(each: Approved) -> datetime:
    """When the list was published, as its statement says."""
    return datetime.fromisoformat(each.statement.published)
