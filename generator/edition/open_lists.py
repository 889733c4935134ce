"""Lists as open data: one table per approved list, with what the web may show, and the files it is given in."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from generator.artifacts import CSV, JSON
from generator.edition.edition import Edition
from generator.kinds import Kind
from generator.notices import Column, Facts, WebNotice

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
# By what a kind writes under `downloads`: what people call it, and its media type.
FORMATS = {"csv": ("CSV", CSV), "xlsx": ("Excel", XLSX), "json": ("JSON", JSON)}
_VILLAGE = Column("village", "村（社区）", "", "left", "village")


@dataclass(frozen=True)
class OpenFile:
    """A file of a list; `path` from the site's root."""

    format: str
    label: str
    media_type: str
    path: str


@dataclass(frozen=True)
class OpenList:
    """An approved list as a table of exact plain text; lists per village have the village in front.

    `facts` are those of its first notice; `notices` the addresses of all; `until` the last lawful day.
    """

    slug: str
    title: str
    facts: Facts
    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]
    files: tuple[OpenFile, ...]
    notices: tuple[str, ...]
    until: date | None


def open_lists(edition: Edition[WebNotice]) -> Iterator[OpenList]:
    """Every list that the web may show today and whose kind gives it away."""
    lists: dict[str, list[WebNotice]] = {}
    for notice in edition.notices:
        if edition.kinds[notice.facts.kind].downloads:
            lists.setdefault(notice.facts.list_slug, []).append(notice)
    for slug, notices in lists.items():
        yield _open_list(slug, notices, edition.kinds[notices[0].facts.kind])


def open_files(kind: Kind, facts: Facts) -> tuple[OpenFile, ...]:
    """The files of the list that a notice belongs to."""
    return tuple(
        OpenFile(each, *FORMATS[each], f"downloads/{facts.list_slug}.{each}")
        for each in FORMATS
        if each in kind.downloads
    )


def _open_list(slug: str, notices: list[WebNotice], kind: Kind) -> OpenList:
    facts = notices[0].facts
    place = (_VILLAGE,) if facts.village else ()
    ends = [notice.facts.until for notice in notices if notice.facts.until]
    return OpenList(
        slug=slug,
        title=facts.title.removeprefix(facts.village),
        facts=facts,
        columns=place + notices[0].columns,
        rows=tuple(
            ((notice.facts.village,) if place else ()) + entry.plain for notice in notices for entry in notice.entries
        ),
        files=open_files(kind, facts),
        notices=tuple(notice.facts.address for notice in notices),
        until=min(ends, default=None),
    )
