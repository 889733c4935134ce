"""JSON-LD: what a page is, for search engines (schema.org). It repeats what people can read on the page."""

from collections.abc import Sequence
from typing import Any, Protocol

from generator.edition.edition import Site
from generator.edition.open_lists import OpenFile
from generator.notices import Facts

Linked = dict[str, Any]


class Step(Protocol):
    """One step of a breadcrumb; `href` from the site's root, empty for the page itself."""

    @property
    def title(self) -> str: ...
    @property
    def href(self) -> str: ...


def breadcrumb(site: Site, path: str, steps: Sequence[Step]) -> Linked:
    """`BreadcrumbList`, from the home page to the page itself."""
    settings = site.settings
    places = [("首页", settings.url("index.html"))]
    places += [(step.title, settings.url(step.href or path)) for step in steps]
    return {
        "@context": "https://schema.org",
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": number, "name": title, "item": url}
            for number, (title, url) in enumerate(places, start=1)
        ],
    }


def dataset(site: Site, facts: Facts, files: Sequence[OpenFile]) -> Linked:
    """`Dataset`: a list with its downloads. The files hold the whole list, of all villages."""
    settings = site.settings
    covered = facts.first_day.isoformat() + (f"/{facts.last_day.isoformat()}" if facts.last_day else "/..")
    return {
        "@context": "https://schema.org",
        "@type": "Dataset",
        "name": facts.title,
        "description": f"{settings.full_name}公开的{facts.title}，共{facts.count}{facts.entry_unit}。",
        "url": settings.url(f"{facts.address}.html"),
        "inLanguage": "zh-CN",
        "isAccessibleForFree": True,
        "license": settings.url("terms.html"),
        "datePublished": facts.approval.published[:10],
        "temporalCoverage": covered,
        "spatialCoverage": f"{settings.county}{settings.township}{facts.village}",
        "creator": {"@type": "GovernmentOrganization", "name": settings.full_name, "url": settings.site_url},
        "distribution": [
            {"@type": "DataDownload", "encodingFormat": each.media_type, "contentUrl": settings.url(each.path)}
            for each in files
        ],
    }
