"""The disclosure schedule: what must be published, how often, when it last was and when it is due again.

A due day follows from the last list alone: the page changes only when something is published.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from generator.artifacts import Artifact
from generator.edition import Edition
from generator.edition.pages import Crumb, page
from generator.kinds import Kind
from generator.notices import WebNotice
from generator.office.calendar import next_due
from generator.rendering import Press


@dataclass(frozen=True)
class Scheduled:
    """A matter; `links` are titles and addresses of the kinds that cover it."""

    number: int
    matter: str
    detail: str
    limit: str
    often: str
    last: date | None
    next: date | None
    links: tuple[tuple[str, str], ...]


def web(edition: Edition[WebNotice], press: Press) -> Iterator[Artifact]:
    catalogue = edition.office.catalogue
    beyond = [kind for kind in edition.kinds.values() if kind.every_months and not kind.catalogue_rows]
    yield page(
        edition,
        press,
        "schedule.html",
        "pages/schedule.html",
        title="公开计划",
        crumbs=(Crumb("公开计划"),),
        rows=[
            _scheduled(
                edition,
                [kind for kind in edition.kinds.values() if row.number in kind.catalogue_rows],
                (row.number, row.matter, row.detail, row.limit),
                row.stages,
            )
            for row in catalogue.rows
        ],
        others=[_scheduled(edition, [kind], (0, kind.title, "", "")) for kind in beyond],
        yearly=catalogue.yearly,
    )


def _scheduled(
    edition: Edition[WebNotice], kinds: list[Kind], named: tuple[int, str, str, str], stages: Iterable[str] = ()
) -> Scheduled:
    """The matter called `named`, covered by `kinds` in `stages` (all if empty); due when the first of its kinds is."""
    last = {kind.id: _last(edition, kind, stages) for kind in kinds}
    due = [next_due(day, kind.every_months) for kind in kinds if kind.every_months and (day := last[kind.id])]
    return Scheduled(
        *named,
        often="、".join(dict.fromkeys(kind.often for kind in kinds)),
        last=max(filter(None, last.values()), default=None),
        next=min(due, default=None),
        links=tuple((kind.title, f"kinds/{kind.id}.html") for kind in kinds if last[kind.id]),
    )


def _last(edition: Edition[WebNotice], kind: Kind, stages: Iterable[str]) -> date | None:
    """The first day of the newest list of a kind, tombstones included."""
    wanted = set(stages)
    days = (each.first_day for each in edition.facts if each.kind == kind.id and (not wanted or each.stage in wanted))
    return max(days, default=None)
