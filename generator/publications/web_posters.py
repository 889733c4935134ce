"""The page of posters that the web may carry: without personal data, or masked as the web is."""

from collections.abc import Iterator

from generator.artifacts import Artifact
from generator.edition import Edition
from generator.edition.pages import Crumb, latest, page
from generator.edition.sheets import sheet_files
from generator.notices import Facts, WebNotice
from generator.rendering import Press


def web(edition: Edition[WebNotice], press: Press) -> Iterator[Artifact]:
    sheets: dict[str, list[tuple[Facts, list[tuple[str, str]]]]] = {}
    for notice in edition.notices:
        files = sheet_files(edition.kinds[notice.facts.kind], notice.facts.slug, "web")
        if files:
            links = [(edition.office.sizes[size].title, path) for size, path in files]
            sheets.setdefault(notice.facts.village or edition.site.settings.name, []).append((notice.facts, links))
    yield page(
        edition,
        press,
        "posters.html",
        "pages/posters.html",
        title="海报下载",
        crumbs=(Crumb("海报下载"),),
        changed=latest(notice.facts for notice in edition.notices),
        places=list(sheets.items()),
    )
