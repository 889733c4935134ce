"""What all web pages share: the site's own facts, the head, and the key."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache, partial
from typing import Any

from generator.artifacts import HTML, About, Artifact, Page, digest
from generator.edition import Edition
from generator.edition.feeds import Feed
from generator.edition.linked import Linked, breadcrumb
from generator.edition.sections import COLUMN_TYPE, COLUMN_TYPES, SECTIONS
from generator.notices import Facts, WebNotice
from generator.rendering import Press


@dataclass(frozen=True)
class Crumb:
    """One step of the breadcrumb; `href` from the site's root, empty for the page itself."""

    title: str
    href: str = ""


def page(
    edition: Edition[WebNotice],
    press: Press,
    path: str,
    template: str,
    *,
    title: str,
    crumbs: tuple[Crumb, ...] = (),
    until: date | None = None,
    notices: tuple[str, ...] = (),
    indexed: bool = True,
    published: str = "",
    changed: str = "",
    section: str = "",
    description: str = "",
    keywords: tuple[str, ...] = (),
    feed: Feed | None = None,
    linked: tuple[Linked, ...] = (),
    folder: str = "site",
    **values: Any,
) -> Artifact:
    """A data page at `path` below `folder`. `values` must be plain: they are the page's key.

    `notices` are the addresses of those whose entries it shows. With `published`
    (the approval's minute) it is an article, else a column (国办发〔2017〕47号);
    `changed` is the last day on which something it shows was published.
    """
    about = _about(edition, title, crumbs, section, description, keywords, published, changed, indexed)
    context = {
        "site": edition.site,
        "root": "../" * path.count("/"),
        "path": path,
        "title": title,
        "crumbs": crumbs,
        "indexed": indexed,
        "published": published,
        "section": section,
        "about": about,
        "feed": feed,
        "linked": (breadcrumb(edition.site, path, crumbs), *linked) if crumbs else linked,
        **values,
    }
    return Artifact(
        path=f"{folder}/{path}",
        media_type=HTML,
        key=digest(press.page_digest, template, context | {"site": edition.site.digest}),
        until=until,
        make=partial(_make, press, Contents(template, context)),
        notices=notices,
        about=about,
    )


def latest(shown: Iterable[Facts]) -> str:
    """The day on which the last of these was published; empty if there are none."""
    return max((facts.approval.published[:10] for facts in shown), default="")


def _about(
    edition: Edition[WebNotice],
    title: str,
    crumbs: tuple[Crumb, ...],
    section: str,
    description: str,
    keywords: tuple[str, ...],
    published: str,
    changed: str,
    indexed: bool,
) -> About:
    """What the caller did not say follows from the title and the steps that lead to the page."""
    settings = edition.site.settings
    above = SECTIONS.get(section) or (crumbs[-2].title if len(crumbs) > 1 else title)
    words = dict.fromkeys([*(each.title for each in reversed(crumbs)), settings.township, "民政"])
    return About(
        title=title,
        column=above if published else title,
        column_type=COLUMN_TYPES.get(section, COLUMN_TYPE),
        description=description or f"{title}。{settings.full_name}",
        keywords=keywords or tuple(words),
        published=published,
        changed=changed or published[:10],
        indexed=indexed,
    )


@dataclass(frozen=True, eq=False)
class Contents:
    """A template and what it shows; one is never equal to another, so that it can be remembered cheaply."""

    template: str
    context: Mapping[str, Any]


# A fragment shows what its page shows and is made right after it.
@lru_cache(maxsize=1)
def _make(press: Press, contents: Contents) -> Page:
    template, context = contents.template, contents.context
    body = press.render(template, **context) + press.render("pages/foot.html", **context)
    return Page(head=press.render("pages/head.html", **context), body=body)
