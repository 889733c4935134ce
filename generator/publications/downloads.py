"""A fresh CSV per list, with what the web may show and nothing else."""

import csv
import io
from collections.abc import Iterator
from functools import partial

from generator.artifacts import CSV, Artifact, digest
from generator.edition import Edition
from generator.notices import WebNotice
from generator.rendering import Press

# A cell that starts like this is run as a formula by spreadsheet software.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def web(edition: Edition[WebNotice], press: Press) -> Iterator[Artifact]:
    lists: dict[str, list[WebNotice]] = {}
    for notice in edition.notices:
        if "csv" in edition.kinds[notice.facts.kind].downloads:
            lists.setdefault(notice.facts.list_slug, []).append(notice)
    for slug, notices in lists.items():
        rows = _rows(notices)
        until = [notice.facts.until for notice in notices if notice.facts.until]
        yield Artifact(
            path=f"site/downloads/{slug}.csv",
            media_type=CSV,
            key=digest(press.page_digest, rows),
            until=min(until, default=None),
            make=partial(_csv, rows),
            notices=tuple(notice.facts.address for notice in notices),
        )


def _rows(notices: list[WebNotice]) -> list[list[str]]:
    """Heading and rows; lists per village get the village in front."""
    first = notices[0]
    place = ["村（社区）"] if first.facts.village else []
    rows = [place + [column.title for column in first.columns]]
    for notice in notices:
        here = [notice.facts.village] if place else []
        rows += [here + [_harmless(text) for text in entry.plain] for entry in notice.entries]
    return rows


def _harmless(text: str) -> str:
    return f"'{text}" if text.startswith(_FORMULA) else text


def _csv(rows: list[list[str]]) -> bytes:
    """UTF-8 with a byte order mark, because spreadsheet software here still needs it."""
    out = io.StringIO()
    csv.writer(out, lineterminator="\r\n").writerows(rows)
    return out.getvalue().encode("utf-8-sig")
