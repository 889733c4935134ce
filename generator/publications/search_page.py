"""The page of the search: box, filters and results; and, without a script, the ways that need none."""

from collections.abc import Iterator

from generator.artifacts import Artifact
from generator.edition import Edition
from generator.edition.pages import Crumb, page
from generator.edition.sections import SECTIONS
from generator.notices import WebNotice
from generator.rendering import Press

TITLE = "查找"


def web(edition: Edition[WebNotice], press: Press) -> Iterator[Artifact]:
    rounds = sorted({facts.round: facts.round_title for facts in edition.facts if facts.round}.items(), reverse=True)
    listed = {facts.kind for facts in edition.facts}
    yield page(
        edition,
        press,
        "search.html",
        "pages/search.html",
        title=TITLE,
        crumbs=(Crumb(TITLE),),
        indexed=False,
        villages=edition.office.registers.villages,
        kinds=[(kind.id, kind.title) for kind in edition.kinds.values() if kind.id in listed],
        months=rounds,
        sections=SECTIONS,
        names=edition.office.settings.search_names,
    )
