"""What all web pages share: the site's own facts, the head, and the key."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any

from generator.artifacts import HTML, Artifact, Page, digest
from generator.edition import Edition
from generator.notices import WebNotice
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
    folder: str = "site",
    keywords: tuple[str, ...] = (),
    **values: Any,
) -> Artifact:
    """A data page at `path` below `folder`. `values` must be plain: they are the page's key.

    `notices` are the addresses of those whose entries it shows; `keywords` are
    what else people call the page when they look for it.
    """
    context = {
        "site": edition.site,
        "root": "../" * path.count("/"),
        "path": path,
        "title": title,
        "crumbs": crumbs,
        "indexed": indexed,
        "published": published,
        **values,
    }
    return Artifact(
        path=f"{folder}/{path}",
        media_type=HTML,
        key=digest(press.page_digest, template, context),
        until=until,
        make=partial(_make, press, template, context),
        notices=notices,
        title=title,
        keywords=keywords,
    )


def _make(press: Press, template: str, context: Mapping[str, Any]) -> Page:
    return Page(head=press.render("pages/head.html", **context), body=press.render(template, **context))
