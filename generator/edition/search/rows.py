"""Rows of the index: one for all notices of a list, one for every other page. Facets are numbers into its tables."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from generator.edition import Edition
from generator.notices import Facts, WebNotice

# Days are counted from here: short, and never to be taken for a phone or an ID.
_DAY_ZERO = date(2000, 1, 1)
_NONE = -1
STATUSES = ("current", "ended", "superseded", "counts", "withdrawn")


@dataclass(frozen=True)
class Tables:
    """Where villages, kinds, months and stages stand in the index's tables; the empty key is "none"."""

    villages: dict[str, int]
    kinds: dict[str, int]
    months: dict[str, int]
    stages: dict[str, int]


@dataclass(frozen=True)
class PageRow:
    """A page of its own. `names` are what people call it, `text` is searched last; `type`: see `TYPES`."""

    path: str
    title: str
    type: int
    names: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()
    kind: int = _NONE
    village: int = _NONE
    months: tuple[int, ...] = ()
    stage: int = _NONE
    days: tuple[int, int] = (0, 0)
    status: int = 0
    text: str = ""

    def packed(self) -> list[Any]:
        """As the script reads it."""
        facets = [self.kind, self.village, list(self.months), self.stage, *self.days, self.status]
        return [self.path, self.title, self.type, list(self.names), list(self.numbers), *facets, self.text]


# A page as any other, an entry of a record kind, a page that leads to notices.
TYPES = {"page": 0, "record": 1, "hub": 2}


def tables(edition: Edition[WebNotice]) -> Tables:
    """Everything that facets count."""
    facts = edition.facts
    return Tables(
        villages=_numbered(village.code for village in edition.office.registers.villages),
        kinds=_numbered(edition.kinds),
        months=_numbered(sorted({each.round for each in facts if each.round}, reverse=True)),
        stages=_numbered(sorted({each.stage for each in facts})),
    )


def days(facts: Facts) -> tuple[int, int]:
    """The first and the last day of a notice, counted; 0 is none."""
    return _day(facts.first_day), _day(facts.last_day) if facts.last_day else 0


def demonstration_day(edition: Edition[WebNotice]) -> int:
    """The day on which a sample office stands still, also in the browser; 0 for the reader's own day."""
    demonstration = edition.office.settings.demonstration
    return _day(demonstration.today) if demonstration else 0


def year(facts: Facts) -> str:
    """The year to which a notice belongs."""
    return facts.round[:4] or str(facts.first_day.year)


def statuses(edition: Edition[WebNotice]) -> dict[str, int]:
    """By address, what the build knows of a notice; that one has ended since is for the browser to tell."""
    gone = {each.facts.address: STATUSES.index(each.status) for each in edition.tombstones}
    return {facts.address: gone.get(facts.address, 0) for facts in edition.facts}


def in_villages(facts: Facts) -> bool:
    """Whether the notice is one of many that differ by their village alone."""
    return bool(facts.round and facts.village_code)


def list_rows(edition: Edition[WebNotice], known: Tables) -> dict[str, list[list[Any]]]:
    """By year, the notices of villages: a row for all of one list that have the same days and status."""
    status = statuses(edition)
    villages: dict[tuple[Any, ...], list[int]] = {}
    years: dict[tuple[Any, ...], str] = {}
    for facts in filter(in_villages, edition.facts):
        key = (
            facts.address.removesuffix(facts.village_code),
            facts.title.removeprefix(facts.village),
            known.kinds[facts.kind],
            known.months[facts.round],
            known.stages[facts.stage],
            facts.approval.document_number,
            *days(facts),
            status[facts.address],
        )
        villages.setdefault(key, []).append(known.villages[facts.village_code])
        years[key] = year(facts)
    rows: dict[str, list[list[Any]]] = {}
    for key, numbers in villages.items():
        rows.setdefault(years[key], []).append([*key, _ranges(sorted(numbers))])
    return rows


def _ranges(numbers: list[int]) -> str:
    """Growing numbers in short: 0-14,16."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][1] + 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    return ",".join(str(first) if first == last else f"{first}-{last}" for first, last in runs)


def _day(day: date) -> int:
    return (day - _DAY_ZERO).days


def _numbered(keys: Any) -> dict[str, int]:
    return {"": _NONE, **{key: number for number, key in enumerate(keys)}}
