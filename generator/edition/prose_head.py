"""The heads of hand-written pages: the same META as every other page has."""

from generator.artifacts import About
from generator.edition import Edition
from generator.edition.linked import breadcrumb
from generator.edition.pages import Crumb
from generator.edition.prose import Prose
from generator.edition.sections import COLUMN_TYPE
from generator.notices import WebNotice
from generator.rendering import Press

HOME = "index.html"


def prose_head(edition: Edition[WebNotice], press: Press, *, root: str, path: str, title: str) -> str:
    """The head of a hand-written page: an article if it says when it was published."""
    page = next((each for each in edition.prose if each.path == path), Prose(path, title))
    crumbs = () if path == HOME else (Crumb(title),)
    return press.render(
        "pages/head.html",
        site=edition.site,
        root=root,
        path=path,
        title=title,
        crumbs=crumbs,
        indexed=True,
        published=page.published,
        about=about_prose(edition, page),
        feed=None,
        linked=(breadcrumb(edition.site, path, crumbs),) if crumbs else (),
    )


def about_prose(edition: Edition[WebNotice], page: Prose) -> About:
    """What a hand-written page says of itself."""
    settings = edition.site.settings
    return About(
        title=page.title,
        column=settings.name if page.published else page.title,
        column_type=COLUMN_TYPE,
        description=page.description or f"{page.title}。{settings.full_name}",
        keywords=page.keywords or (page.title, settings.township, "民政"),
        published=page.published,
        changed=page.published[:10],
    )
