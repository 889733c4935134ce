"""The procedure of a guide: each step with who acts and how long it takes, time limits, fees and phones."""

from collections.abc import Iterator

from generator.edition import blocks
from generator.edition.edition import AnyEdition, Edition
from generator.edition.guides import guide_contacts
from generator.edition.procedure import procedure
from generator.edition.sheets import Content, Sheet, of_notices
from generator.kinds import Kind
from generator.notices import AnyNotice, N
from generator.rendering import Press


def sheets(edition: Edition[N], press: Press) -> Iterator[Sheet]:
    yield from of_notices("procedure_board", edition, press, _content, blocks.texts)


def _content(notice: AnyNotice, kind: Kind, edition: AnyEdition, press: Press) -> Content:
    told, titles = notice.record(), {column.name: column for column in notice.columns}
    shown = ("statutory_time_limit", "committed_time_limit", "fees", "place", "hours")
    return {
        "title": f"{notice.facts.title}{titles['procedure_steps'].title}",
        "introduction": "",
        "contacts": guide_contacts(edition, notice),
        "sections": [
            *blocks.section("", blocks.steps(procedure(told["procedure_steps"], titles["procedure_steps"].parts))),
            *blocks.section("", blocks.facts((titles[name].title, str(told[name])) for name in shown)),
        ],
    }
