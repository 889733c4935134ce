"""A county's own pages: its townships, and the figures of all of them by kind and month."""

import csv
import io
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import groupby

from generator.artifacts import CSV, Artifact, digest
from generator.edition import Edition
from generator.edition.pages import Crumb, page
from generator.notices import WebNotice
from generator.rendering import Press
from generator.rolled_up import Figure, Place, added

_TABLE = "downloads/townships.csv"
_INDEX = Crumb("各乡镇", "townships.html")
# A figure with the township that it is of.
Row = tuple[Place, Figure]


def web(edition: Edition[WebNotice], press: Press) -> Iterator[Artifact]:
    """Nothing in an office without townships."""
    places = edition.townships
    if not places:
        return
    kinds = _by_kind(places)
    yield page(
        edition,
        press,
        "townships.html",
        "pages/townships.html",
        title="各乡镇",
        crumbs=(Crumb("各乡镇"),),
        description=f"{edition.site.settings.county}各乡镇的公示网站，和全县按事项、按月的户数、人数和金额。",
        places=places,
        kinds=[(kind, rows[0][1].title) for kind, rows in kinds.items()],
        table=_TABLE,
    )
    for kind, rows in kinds.items():
        title = f"全县{rows[0][1].title}：各乡镇各月"
        yield page(
            edition,
            press,
            f"totals/{kind}.html",
            "pages/totals.html",
            title=title,
            crumbs=(_INDEX, Crumb(title)),
            months=_by_month(rows),
            table=_TABLE,
        )
    yield _table(kinds)


def _by_kind(places: Sequence[Place]) -> dict[str, list[Row]]:
    kinds: dict[str, list[Row]] = {}
    for place in places:
        for figure in place.figures:
            kinds.setdefault(figure.kind, []).append((place, figure))
    return kinds


def _by_month(rows: Sequence[Row]) -> list[tuple[str, list[Row], Figure]]:
    """The month in words, what each township has in it, and all of them together; the newest month first."""
    ordered = sorted(rows, key=lambda row: row[1].month, reverse=True)
    months = (list(group) for _, group in groupby(ordered, key=lambda row: row[1].month))
    return [(group[0][1].month_title, group, added([figure for _, figure in group])) for group in months]


def _table(kinds: dict[str, list[Row]]) -> Artifact:
    lines = [["乡镇", "事项", "月份", "份数或人数", "计量单位", "合计项", "合计", "合计单位"]]
    for rows in kinds.values():
        for place, figure in rows:
            start = [place.name, figure.title, figure.month, str(figure.count), figure.unit]
            # The first of a list's totals counts its entries, which stands there already.
            sums = [[one.title, "*" if one.amount is None else str(one.amount), one.unit] for one in figure.sums[1:]]
            lines += [[*start, *each] for each in sums or [["", "", ""]]]
    return Artifact(path=f"site/{_TABLE}", media_type=CSV, key=digest(lines), until=None, make=partial(_csv, lines))


def _csv(lines: list[list[str]]) -> bytes:
    out = io.StringIO()
    csv.writer(out, lineterminator="\r\n").writerows(lines)
    # With a mark of order, by which spreadsheet programs know UTF-8.
    return out.getvalue().encode("utf-8-sig")
