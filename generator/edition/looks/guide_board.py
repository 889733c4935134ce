"""A service guide: what it is, who may apply, on what conditions, how much, with what, where and when."""

from collections.abc import Iterator

from generator.edition import blocks
from generator.edition.edition import AnyEdition, Edition
from generator.edition.guides import guide_contacts
from generator.edition.sheets import Content, Sheet, of_notices
from generator.kinds import Kind
from generator.notices import AnyNotice, N
from generator.rendering import Press

# What the other board of a guide shows: its steps.
_WHERE = ("place", "hours", "fees", "statutory_time_limit", "committed_time_limit")


def sheets(edition: Edition[N], press: Press) -> Iterator[Sheet]:
    yield from of_notices("guide_board", edition, press, _content, blocks.texts)


def _content(notice: AnyNotice, kind: Kind, edition: AnyEdition, press: Press) -> Content:
    told, columns = notice.record(), {column.name: column for column in notice.columns}
    documents = columns["required_documents"]
    listed = [
        blocks.section(columns[name].title, blocks.items(map(str, told[name])))
        for name in ("eligibility", "not_eligible", "standard")
    ]
    return {
        "title": f"{notice.facts.title}服务指南",
        "introduction": f"{told['summary']}\n也叫：{'、'.join(map(str, told['synonyms']))}。",
        "contacts": guide_contacts(edition, notice),
        "sections": [
            *blocks.section(columns["applicants"].title, blocks.text(str(told["applicants"]))),
            *(section for sections in listed for section in sections),
            *blocks.section(
                documents.title,
                blocks.table(
                    ((part, "left") for part in documents.parts), (map(str, each) for each in told[documents.name])
                ),
            ),
            *blocks.section("到哪里办", blocks.facts((columns[name].title, str(told[name])) for name in _WHERE)),
            *blocks.section(columns["legal_bases"].title, blocks.items(map(str, told["legal_bases"]))),
        ],
    }
