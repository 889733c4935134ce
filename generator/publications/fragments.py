"""Fragments: the body of each data page as bare HTML, to paste into the county's content system.

At the same path below `fragments/`, with links that lead to the site and
identifiers of their own; `gongshi.css` beside them touches nothing else in
the page they are pasted into. They go when their page goes.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from generator.artifacts import HTML, Artifact, Page, digest
from generator.edition import Edition
from generator.edition.portal import CSS, SCOPE, fragment_of
from generator.exceptions import GongshiError
from generator.notices import WebNotice
from generator.office import Settings
from generator.rendering import Press
from generator.rendering.links import with_links, with_own_identifiers, without_scripts
from generator.rendering.scoped_css import scoped

_STYLES = ("site/assets/rare.css", "site/assets/site.css")


def derived(made: Sequence[Artifact], edition: Edition[WebNotice], press: Press) -> Iterator[Artifact]:
    settings = edition.office.settings
    if not settings.fragments:
        return
    for artifact in made:
        folder, _, path = artifact.path.rpartition("site/")
        if artifact.about:
            yield Artifact(
                path=f"{folder}site/{fragment_of(path)}",
                media_type=HTML,
                key=digest(artifact.key, settings.site_url, edition.site.mark),
                until=artifact.until,
                make=partial(_fragment, artifact, path, settings, edition.site.mark, press),
                notices=artifact.notices,
                beside=artifact.path,
            )
    yield Artifact(
        path=f"site/{CSS}",
        media_type="text/css",
        key=press.page_digest,
        until=None,
        make=_style,
        sources=_STYLES,
    )


def _fragment(artifact: Artifact, path: str, settings: Settings, mark: str, press: Press) -> bytes:
    page = artifact.make()
    if not isinstance(page, Page):
        raise GongshiError(f"{artifact.path} is no page")
    body = with_own_identifiers(without_scripts(page.body), f"{SCOPE}-")
    return press.render(
        "pages/fragment.html", scope=SCOPE, css=settings.url(CSS), mark=mark, body=with_links(body, path, settings.url)
    ).encode("utf-8")


def _style(files: Mapping[str, bytes]) -> bytes:
    css = "\n".join(files[path].decode("utf-8") for path in _STYLES)
    # Relative to the style sheet: the small font lies in another folder.
    return scoped(css.replace('url("rare.woff2")', 'url("../assets/rare.woff2")'), SCOPE).encode("utf-8")
