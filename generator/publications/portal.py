"""`portal.json`: columns and articles of the site, for a portal that collects them. Counts and dates, no names.

`status` says what was so when the site was made; whether a period has ended
follows from `last_day`.
"""

import json
from collections.abc import Iterator, Sequence
from datetime import date
from functools import partial
from typing import Any

from generator.artifacts import JSON, Artifact, digest
from generator.edition import Edition
from generator.edition.portal import fragment_of
from generator.notices import Facts, WebNotice
from generator.rendering import Press

_PATH = "portal.json"
_SCHEMA = "gongshi-portal@v1"
_INDEX_NUMBER = "index_number"


def derived(made: Sequence[Artifact], edition: Edition[WebNotice], press: Press) -> Iterator[Artifact]:
    """The file; and, for purge, what it says once the first of the notices has ended."""
    pages = {each.path.removeprefix("site/"): each for each in made if each.about and each.path.startswith("site/")}
    first_end = min((each.facts.until for each in edition.notices if each.facts.until), default=None)
    yield _portal(edition, press, "site", pages, None, first_end)
    if first_end:
        yield _portal(edition, press, "after/site", pages, first_end, None)


def _portal(
    edition: Edition[WebNotice],
    press: Press,
    folder: str,
    pages: dict[str, Artifact],
    ended: date | None,
    until: date | None,
) -> Artifact:
    settings = edition.office.settings
    content = {
        "schema": _SCHEMA,
        "site": {
            "title": settings.site_name,
            "address": settings.site_url,
            "publisher": settings.full_name,
            "site_id_code": settings.site_id_code,
        },
        "columns": [_column(edition, path, page) for path, page in sorted(pages.items()) if not _published(page)],
        "articles": _articles(edition, pages, ended),
    }
    return Artifact(
        path=f"{folder}/{_PATH}",
        media_type=JSON,
        key=digest(press.page_digest, content),
        until=until,
        make=partial(_make, content),
    )


def _make(content: dict[str, Any]) -> bytes:
    return (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode("utf-8")


def _published(page: Artifact) -> str:
    return page.about.published if page.about else ""


def _addresses(edition: Edition[WebNotice], path: str) -> dict[str, str]:
    settings = edition.office.settings
    fragment = {"fragment": settings.url(fragment_of(path))} if settings.fragments else {}
    return {"address": settings.url(path), **fragment}


def _column(edition: Edition[WebNotice], path: str, page: Artifact) -> dict[str, Any]:
    about = page.about
    assert about is not None, "only pages are columns"
    return {
        "title": about.title,
        **_addresses(edition, path),
        "type": about.column_type,
        "description": about.description,
        "keywords": about.keywords,
        "changed": about.changed,
    }


def _articles(edition: Edition[WebNotice], pages: dict[str, Artifact], ended: date | None) -> list[dict[str, Any]]:
    """The newest first; hand-written ones among them, which have no fragment."""
    numbers = _index_numbers(edition)
    status = {
        each.facts.address: "ended" if ended and each.facts.until == ended else "shown" for each in edition.notices
    }
    status |= {each.facts.address: each.status for each in edition.tombstones}
    articles = [
        {
            "title": page.about.title,
            **_addresses(edition, path),
            "column": page.about.column,
            "published": page.about.published,
            **_facts(edition.by_address.get(address), numbers.get(address, ""), status.get(address, "shown")),
        }
        for path, page in sorted(pages.items())
        if page.about and page.about.published and (address := path.removesuffix(".html"))
    ]
    articles += [
        {
            "title": prose.title,
            "address": edition.office.settings.url(prose.path),
            "column": edition.office.settings.name,
            "published": prose.published,
            "status": "shown",
        }
        for prose in edition.prose
        if prose.published
    ]
    return sorted(articles, key=lambda each: str(each["published"]), reverse=True)


def _facts(facts: Facts | None, index_number: str, status: str) -> dict[str, Any]:
    """What is known of a notice; a view of one (by post, by matter) has none of its own."""
    if facts is None:
        return {"status": status}
    return {
        "document_number": facts.approval.document_number,
        "index_number": index_number,
        "kind": facts.kind,
        "stage": facts.stage,
        "village": facts.village,
        "first_day": facts.first_day.isoformat(),
        "last_day": facts.last_day.isoformat() if facts.last_day else None,
        "status": status,
        "count": facts.count,
        "unit": facts.entry_unit,
    }


def _index_numbers(edition: Edition[WebNotice]) -> dict[str, str]:
    """The stored number (索引号) of each record that has one, by address."""
    numbers = {}
    for notice in edition.notices:
        names = [column.name for column in notice.columns]
        if _INDEX_NUMBER in names and len(notice.entries) == 1:
            numbers[notice.facts.address] = notice.entries[0].plain[names.index(_INDEX_NUMBER)]
    return numbers
