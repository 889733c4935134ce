"""Open data: a page of all downloads, and `datapackage.json` (Frictionless Data Package) that describes them.

The package names each file with its size and SHA-256, computed from the staged
bytes. A file that expires takes the package and the page with it; what purge
puts in their place names nothing that has a last day. The package then still
goes when a list in it is withdrawn; the page links to the lists' own pages,
which never go.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from typing import Any

from generator.artifacts import JSON, Artifact, digest
from generator.edition import Edition
from generator.edition.feeds import kind_feed, site_feed, village_feed
from generator.edition.open_formats import table_schema
from generator.edition.open_lists import OpenFile, OpenList, open_lists
from generator.edition.pages import Crumb, latest, page
from generator.edition.sections import SECTIONS
from generator.notices import WebNotice
from generator.rendering import Press

_PACKAGE = "datapackage.json"
_LEDGER = "ledger.jsonl"


def web(edition: Edition[WebNotice], press: Press) -> Iterator[Artifact]:
    tables = tuple(open_lists(edition))
    lasting = tuple(each for each in tables if each.until is None)
    yield _page(edition, press, "site", tables)
    yield _page(edition, press, "after/site", lasting)
    yield _package(edition, press, "site", tables)
    yield _package(edition, press, "after/site", lasting)


def _page(edition: Edition[WebNotice], press: Press, folder: str, tables: tuple[OpenList, ...]) -> Artifact:
    whole = folder == "site"
    return page(
        edition,
        press,
        "open_data.html",
        "pages/open_data.html",
        title="开放数据",
        crumbs=(Crumb("开放数据"),),
        description=f"{edition.site.settings.full_name}在网上公开的名单和台账，可以下载成表格，也可以订阅。",
        changed=latest(edition.facts),
        folder=folder,
        until=min((each.until for each in tables if each.until), default=None),
        notices=_addresses(tables) if whole else (),
        whole=whole,
        sections=[
            (title, rows)
            for section, title in SECTIONS.items()
            if (rows := [_row(each) for each in tables if each.facts.section == section])
        ],
        package=_PACKAGE,
        feeds={
            "村（社区）": [village_feed(each) for each in edition.office.registers.villages],
            "事项": [kind_feed(each) for each in edition.disclosed()],
        },
        all_feed=site_feed(edition),
        villages=edition.office.registers.villages,
    )


def _row(table: OpenList) -> dict[str, object]:
    return {
        "title": table.title,
        "facts": table.facts,
        "rows": len(table.rows),
        "files": table.files,
    }


def _package(edition: Edition[WebNotice], press: Press, folder: str, tables: tuple[OpenList, ...]) -> Artifact:
    described = [(table, file) for table in tables for file in table.files]
    return Artifact(
        path=f"{folder}/{_PACKAGE}",
        media_type=JSON,
        key=digest(
            press.page_digest,
            edition.site.settings,
            [(each.slug, each.title, each.facts, each.columns, file) for each, file in described],
        ),
        until=min((each.until for each in tables if each.until), default=None),
        make=partial(_make_package, edition, described),
        notices=_addresses(tables),
        sources=(f"site/{_LEDGER}", *(f"site/{file.path}" for _, file in described)),
    )


def _make_package(
    edition: Edition[WebNotice], described: Iterable[tuple[OpenList, OpenFile]], files: Mapping[str, bytes]
) -> bytes:
    settings = edition.site.settings
    content = {
        "profile": "data-package",
        "name": f"gongshi-{settings.code}",
        "id": settings.url(_PACKAGE),
        "title": f"{settings.site_name}：开放数据",
        "description": f"{settings.full_name}在网上公开的内容，姓名已经脱敏。",
        "homepage": settings.site_url,
        "created": f"{latest(edition.facts) or '1970-01-01'}T00:00:00+08:00",
        "licenses": [{"name": "terms-of-use", "title": "使用条款", "path": settings.url("terms.html")}],
        "contributors": [{"title": settings.full_name, "path": settings.site_url, "role": "publisher"}],
        "resources": [
            _ledger_resource(files[f"site/{_LEDGER}"]),
            *(_resource(settings.url, table, file, files[f"site/{file.path}"]) for table, file in described),
        ],
    }
    return (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode("utf-8")


def _resource(url: Any, table: OpenList, file: OpenFile, content: bytes) -> dict[str, Any]:
    facts = table.facts
    return {
        "name": f"{table.slug}-{file.format}",
        "title": table.title,
        "path": file.path,
        "profile": "tabular-data-resource" if file.format == "csv" else "data-resource",
        "format": file.format,
        "mediatype": file.media_type,
        "encoding": "utf-8",
        **_measured(content),
        "published": facts.approval.published[:10],
        "sources": [
            {
                "title": f"{facts.approval.decided_by}，{facts.approval.document_number}",
                "path": url(f"{facts.address}.html"),
            }
        ],
        "schema": table_schema(table.columns),
    }


def _ledger_resource(content: bytes) -> dict[str, Any]:
    return {
        "name": "ledger",
        "title": "批准台账",
        "path": _LEDGER,
        "profile": "data-resource",
        "format": "jsonl",
        "mediatype": "application/jsonl",
        "encoding": "utf-8",
        **_measured(content),
    }


def _measured(content: bytes) -> dict[str, Any]:
    return {"bytes": len(content), "hash": f"sha256:{hashlib.sha256(content).hexdigest()}"}


def _addresses(tables: Iterable[OpenList]) -> tuple[str, ...]:
    return tuple(address for table in tables for address in table.notices)
