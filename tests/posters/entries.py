"""The entries of a notice as its posters must show them: as its web page does, for boards with the names of the list."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from decimal import Decimal

from tests.posters.codes import printed
from tests.posters.reading import Poster, Sheet, compact
from tests.posters.sources import Notice


def stated(notice: Notice, channel: str) -> list[list[str]]:
    """The rows of its table. Everything but the names is that of the web page, which masks them."""
    at = notice.page.titles.index(notice.name_title)
    if channel == "site":
        return notice.page.rows
    named = zip(notice.page.rows, notice.names, strict=True)
    return [[*row[:at], name, *row[at + 1 :]] for row, name in named]


def differing_figures(notice: Notice) -> list[str]:
    """The columns in which the web page has other numbers than the approved list."""
    shown = notice.table_of(notice.page.rows)
    numbers = [column for column in notice.kind.columns if column.type in ("money", "count")]
    return [
        column.title
        for column in numbers
        if [number(row[f"{column.title}（{column.unit}）"]) for row in shown]
        != [number(row[column.title]) for row in notice.rows]
    ]


def objections(poster: Poster, notice: Notice) -> Iterator[str]:
    """Where the text of a poster is not what its approved list and its web page say. White space does not count."""
    if len(notice.page.rows) != len(notice.rows):
        yield f"the page has {len(notice.page.rows)} rows, the approved list {len(notice.rows)}"
        return
    yield from (f"{title}: the page has other numbers than the approved list" for title in differing_figures(notice))
    rows = [compact("".join(row)) for row in stated(notice, poster.channel)]
    for one in dict.fromkeys(rows):
        # 1李四 stands in 11李四, too.
        wanted, found = sum(one in each for each in rows), poster.text.count(one)
        if found != wanted:
            yield f"row {one} stands there {found} times, not {wanted}"
    totals = (compact("".join(total)) for total in notice.page.totals)
    yield from (f"total {total} does not stand there" for total in totals if total not in poster.text)
    if poster.channel == "site":
        yield from (f"row {at} is not masked" for at, name in enumerate(notice.names, 1) if name in poster.text)


def shown_in(poster: Poster, notices: Mapping[str, Notice], site: str) -> Iterator[tuple[Poster, Notice]]:
    """What a PDF has of each notice (by address): the sheets down to the one whose foot prints that address."""
    sheets: list[Sheet] = []
    for sheet in poster.sheets:
        sheets.append(sheet)
        for address in printed(sheet, site):
            if address in notices:
                yield replace(poster, sheets=tuple(sheets)), notices[address]
                sheets = []


def number(text: str) -> Decimal:
    """A number as people or lists write it."""
    return Decimal(text.replace(",", ""))
