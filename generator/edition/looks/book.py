"""Books of the office (`books` in `data/print.yaml`), each compiled as one document with contents and page numbers."""

from collections.abc import Iterator
from itertools import chain

from generator.edition import blocks
from generator.edition.chapters import chapter_notices, sections
from generator.edition.edition import Edition
from generator.edition.sheets import Content, Sheet, common, of_office
from generator.notices import N
from generator.office.printing import Book
from generator.rendering import Press


def sheets(edition: Edition[N], press: Press) -> Iterator[Sheet]:
    for name, book in edition.office.printing.books.items():
        content = {**common(edition, book.title, ""), **_content(book, edition)}
        quoted = chain.from_iterable(chapter_notices(chapter, edition) for chapter in book.chapters)
        notices = tuple(notice.facts for notice in quoted)
        yield from of_office("book", edition, content, _texts(content), name=name, notices=notices)


def _content(book: Book, edition: Edition[N]) -> Content:
    """Chapters that have nothing to say today are left out."""
    chapters = [{"title": each.title, "sections": sections(each, edition)} for each in book.chapters]
    return {
        "office": edition.site.settings.government,
        "indexed": book.indexed,
        "chapters": [each for each in chapters if each["sections"]],
    }


def _texts(content: Content) -> Iterator[str]:
    for chapter in content["chapters"]:
        yield chapter["title"]
        for section in chapter["sections"]:
            yield from (section["title"], *blocks.strings(section["blocks"]))
