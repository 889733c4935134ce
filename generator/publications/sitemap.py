"""`sitemap.xml` (only what may be indexed, with real dates) and `robots.txt`."""

from collections.abc import Iterator, Sequence
from functools import partial
from urllib.parse import urlsplit

from generator.artifacts import XML, Artifact, digest
from generator.edition import Edition
from generator.notices import WebNotice
from generator.rendering import Press

# Not for search engines: pieces of pages for other sites to paste, and files that the search of this site loads.
_HIDDEN = ("fragments/", "search-names/")


def derived(made: Sequence[Artifact], edition: Edition[WebNotice], press: Press) -> Iterator[Artifact]:
    """Every page of `site/` that may be indexed and stays, with the day of the last approval it shows."""
    days = {
        each.path.removeprefix("site/"): each.about.changed
        for each in made
        if each.path.startswith("site/") and each.about and each.about.indexed
    }
    days |= {page.path: page.published[:10] for page in edition.prose}
    # The home page shows what all others do.
    days["index.html"] = max(days.values(), default="")
    settings = edition.office.settings
    pages = [(settings.url(path), day) for path, day in sorted(days.items())]
    yield Artifact(
        path="site/sitemap.xml",
        media_type=XML,
        key=digest(press.page_digest, pages),
        until=None,
        make=partial(_sitemap, press, tuple(pages)),
    )
    yield Artifact(
        path="site/robots.txt",
        media_type="text/plain",
        key=digest(press.page_digest, settings.site_url),
        until=None,
        make=partial(_robots, settings.site_url),
    )


def _sitemap(press: Press, pages: tuple[tuple[str, str], ...]) -> bytes:
    return press.render("pages/sitemap.xml", pages=pages).encode()


def _robots(site_url: str) -> bytes:
    """Paths in it are from the root of the host, wherever on it the site lives (RFC 9309)."""
    base = urlsplit(site_url).path
    hidden = "".join(f"Disallow: {base}{each}\n" for each in _HIDDEN)
    return f"User-agent: *\n{hidden}Allow: /\nSitemap: {site_url}sitemap.xml\n".encode()
