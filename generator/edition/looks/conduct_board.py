"""How those who work here must behave, and how to complain: the hand-written page `content/conduct.md`."""

from collections.abc import Iterator

from generator.edition import blocks
from generator.edition.edition import AnyEdition
from generator.edition.prose import Prose
from generator.edition.prose_blocks import prose_sections
from generator.edition.sheets import UNDATED, Sheet, common, of_office
from generator.rendering import Press

PAGE = "conduct.html"


def sheets(edition: AnyEdition, press: Press) -> Iterator[Sheet]:
    page = next((each for each in edition.prose if each.path == PAGE), None)
    if page is not None:
        yield from page_board("conduct_board", edition, page)


def page_board(look: str, edition: AnyEdition, page: Prose, name: str = "") -> Iterator[Sheet]:
    """A hand-written page as a board of its sections."""
    introduction, sections = prose_sections(page.body)
    content = {
        **common(edition, page.title, edition.site.settings.url(page.path), page.keywords),
        "slogan": edition.site.settings.slogan,
        "introduction": introduction,
        "sections": sections,
    }
    yield from of_office(
        look,
        edition,
        content,
        blocks.texts(content),
        name=name,
        published=page.published or UNDATED,
        sources=(("page", page.file),),
    )
