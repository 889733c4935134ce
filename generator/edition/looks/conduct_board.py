"""How those who work here must behave, and how to complain: the hand-written page `content/conduct.md`."""

from collections.abc import Iterator

from generator.edition import blocks
from generator.edition.edition import AnyEdition
from generator.edition.prose import Prose
from generator.edition.prose_blocks import prose_sections
from generator.edition.sheets import UNDATED, Content, Sheet, common, of_office
from generator.office.wall_sets import Source
from generator.rendering import Press

PAGE = "conduct.html"


def sheets(edition: AnyEdition, press: Press) -> Iterator[Sheet]:
    page = next((each for each in edition.prose if each.path == PAGE), None)
    if page is None:
        return
    content = page_content(edition, page)
    published = page.published or UNDATED
    sources: tuple[Source, ...] = (("page", page.file),)
    yield from of_office("conduct_board", edition, content, blocks.texts(content), published=published, sources=sources)


def page_content(edition: AnyEdition, page: Prose) -> Content:
    """A hand-written page as a board of its sections."""
    introduction, sections = prose_sections(page.body)
    return {
        **common(edition, page.title, edition.site.settings.url(page.path), page.keywords),
        "slogan": edition.site.settings.slogan,
        "introduction": introduction,
        "sections": sections,
    }
