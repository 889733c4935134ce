"""A policy document: its number, who issued it, since when it is in force, and what it means for residents."""

from collections.abc import Iterator, Mapping

from generator.columns import Shown
from generator.edition import blocks
from generator.edition.edition import AnyEdition, Edition
from generator.edition.sheets import Content, Sheet, of_notices
from generator.kinds import Kind
from generator.notices import AnyNotice, N
from generator.rendering import Press

_DOCUMENT = (
    "document_number",
    "issuer",
    "topic",
    "issued",
    "effective",
    "repealed",
    "validity",
    "index_number",
    "responsible",
)


def sheets(edition: Edition[N], press: Press) -> Iterator[Sheet]:
    yield from of_notices("policy_board", edition, press, _content, blocks.texts)


def _content(notice: AnyNotice, kind: Kind, edition: AnyEdition, press: Press) -> Content:
    told = notice.record()
    columns = {column.name: column for column in notice.columns}
    return {
        "introduction": _status(told),
        "sections": [
            *blocks.section("说的是什么", blocks.text(str(told["summary"]))),
            *blocks.section(columns["points"].title, blocks.items(map(str, told["points"]), numbered=True)),
            *blocks.section(
                "文件信息",
                blocks.facts((columns[name].title, str(told[name])) for name in _DOCUMENT if name in told),
                blocks.note(press.wording("policy_note")),
            ),
        ],
    }


def _status(told: Mapping[str, Shown]) -> str:
    """Whether it is in force: a document that no longer is must say so at the top."""
    repealed = f"，{told['repealed']}废止" if told.get("repealed") else ""
    return f"{told['validity']}：{told['effective']}起施行{repealed}"
