"""`sitemap.xml` (only what may be indexed, with real dates) and `robots.txt`."""

from collections.abc import Iterator
from functools import partial

from generator.artifacts import Artifact, digest
from generator.edition import Edition
from generator.edition.guides import ways_in
from generator.edition.sections import SECTIONS
from generator.notices import WebNotice
from generator.rendering import Press


def web(edition: Edition[WebNotice], press: Press) -> Iterator[Artifact]:
    pages = [("index.html", ""), *((f"{section}.html", "") for section in SECTIONS)]
    pages += [("villages/index.html", ""), ("approvals.html", ""), ("ledger.html", "")]
    pages += [(way.href, "") for way in ways_in(edition)]
    pages += [(f"kinds/{kind.id}.html", "") for section in SECTIONS for kind in edition.section(section)]
    pages += [
        (f"{notice.facts.address}.html", notice.facts.approval.published[:10])
        for notice in edition.notices
        if notice.facts.until is None
    ]
    site_url = edition.office.settings.site_url
    yield Artifact(
        path="site/sitemap.xml",
        media_type="application/xml",
        key=digest(press.page_digest, site_url, pages),
        until=None,
        make=partial(_sitemap, press, site_url, tuple(pages)),
    )
    yield Artifact(
        path="site/robots.txt",
        media_type="text/plain",
        key=digest(press.page_digest, site_url),
        until=None,
        make=partial(_robots, site_url),
    )


def _sitemap(press: Press, site_url: str, pages: tuple[tuple[str, str], ...]) -> bytes:
    return press.render("pages/sitemap.xml", site_url=site_url, pages=pages).encode()


def _robots(site_url: str) -> bytes:
    return f"User-agent: *\nAllow: /\nSitemap: {site_url}sitemap.xml\n".encode()
