"""Chapters of books: approved lists, records, hand-written pages and registers as sections of blocks."""

from collections.abc import Iterable, Iterator

from generator.edition import blocks
from generator.edition.blocks import Block
from generator.edition.edition import AnyEdition
from generator.edition.grouping import grouped
from generator.edition.people import people
from generator.edition.prose_blocks import prose_sections
from generator.edition.sheets import notice_sources
from generator.kinds import Kind
from generator.notices import AnyNotice
from generator.office.printing import Chapter

# Keywords and other names are read as one line, conditions as a list. In characters.
_SHORT = 9


def chapter_notices(chapter: Chapter, edition: AnyEdition) -> list[AnyNotice]:
    """The notices a chapter quotes, in the order of their addresses."""
    found = [notice for notice in edition.notices if chapter.source in notice_sources(notice.facts)]
    return sorted(found, key=lambda notice: notice.facts.address)


def sections(chapter: Chapter, edition: AnyEdition) -> list[Block]:
    """The sections of a chapter; a section has a title, blocks and, if it is a document, its `number`."""
    if chapter.page:
        return _of_page(chapter.page, edition)
    if chapter.register_name:
        table = _staff(edition) if chapter.register_name == "staff" else _contacts(edition)
        return [_section("", [table])]
    return [
        section
        for notice in chapter_notices(chapter, edition)
        for section in _of_notice(notice, edition.kinds[notice.facts.kind])
    ]


def _section(title: str, said: Iterable[Block], number: str = "") -> Block:
    return {"title": title, "number": number, "blocks": list(said)}


def _of_page(file: str, edition: AnyEdition) -> list[Block]:
    page = next((each for each in edition.prose if each.file == file), None)
    if page is None:
        return []
    introduction, parts = prose_sections(page.body)
    opening = [_section("", [blocks.text(introduction)])] if introduction else []
    return opening + [_section(each["title"], each["blocks"]) for each in parts]


def _staff(edition: AnyEdition) -> Block:
    """Village people after those of the township, as the register has them."""
    titles = ("姓名", "岗位", "单位或服务点", "电话")
    rows = [
        (each.name, each.post, each.room if each.village else each.unit, each.phone)
        for each in people(edition.office, edition.site.office)
    ]
    return blocks.table(((title, "left") for title in titles), rows)


def _contacts(edition: AnyEdition) -> Block:
    titles = ("名称", "电话", "时间", "地址")
    rows = [(each.name, each.phone, each.hours, each.address) for each in edition.office.registers.contacts]
    return blocks.table(((title, "left") for title in titles), rows)


def _of_notice(notice: AnyNotice, kind: Kind) -> Iterator[Block]:
    if kind.shape == "record":
        number = notice.record().get("document_number", "")
        yield _section(notice.facts.title, _of_record(notice), str(number))
    elif kind.views:
        yield _section(notice.facts.title, _of_groups(notice, kind))
    else:
        rows = [[str(each) for each in entry.shown] for entry in notice.entries]
        yield _section(notice.facts.title, [blocks.table(((c.title, c.align) for c in notice.columns), rows)])


def _of_record(notice: AnyNotice) -> Iterator[Block]:
    """Texts and short words as labelled facts, several texts as a list, things of named parts as a table."""
    facts: list[tuple[str, str]] = []
    told = notice.record()
    for column in notice.columns:
        shown = told[column.name]
        if not shown or shown == notice.facts.title:
            continue
        if isinstance(shown, str) or all(isinstance(each, str) and len(each) <= _SHORT for each in shown):
            facts.append((column.title, blocks.in_one_line(shown)))
            continue
        yield from [blocks.facts(facts)] if facts else []
        facts = []
        yield _heading(column.title)
        if column.parts:
            yield blocks.table(((part, "left") for part in column.parts), (map(str, each) for each in shown))
        else:
            yield blocks.items(map(str, shown), numbered=True)
    if facts:
        yield blocks.facts(facts)


def _of_groups(notice: AnyNotice, kind: Kind) -> Iterator[Block]:
    """By the first view of the kind: a heading for each outer group, a table of what is left of its entries."""
    columns, groups = grouped(notice.columns, notice.entries, kind.views[0])
    kept = [index for index, column in enumerate(columns) if column.type != "count"]
    for outer, inside in groups.items():
        yield _heading(outer)
        titles = [(kind.short_title, "left"), *((columns[index].title, "left") for index in kept)]
        rows = [[inner, *(str(entry.shown[i]) for i in kept)] for inner, found in inside.items() for entry in found]
        yield blocks.table(titles, rows)


def _heading(title: str) -> Block:
    return {"type": "heading", "text": title}
