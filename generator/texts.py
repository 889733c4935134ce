"""Every text of the office with its place: lists, hand-written pages, rounds, kinds, registers, the questionnaire.

Names of persons are not texts: no rule about wording may touch them.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Literal

from generator.columns import Shown
from generator.findings import Place
from generator.kinds import Kind
from generator.office import Office
from generator.office.registers import Entry, register_place
from generator.tables import Table

Prose = Mapping[str, tuple[str, ...]]
Source = Literal["list", "prose", "round", "kind", "rules", "register", "settings", "eligibility"]
# Types of column that people write in words of their own.
WRITTEN = frozenset({"text", "list", "parts"})
_HEADING = re.compile(r"^#{1,6}\s")
_MARK = "---"


@dataclass(frozen=True, slots=True)
class Text:
    """One text and where it stands. `heading`: it names what stands below it.

    The place is made when somebody asks: of a million cells, few are reported.
    """

    text: str
    source: Source
    where: Callable[[], Place]
    heading: bool = False

    @property
    def place(self) -> Place:
        return self.where()


def all_texts(tables: Iterable[Table], kinds: Mapping[str, Kind], office: Office, prose: Prose) -> Iterator[Text]:
    """Every text of the office."""
    for table in tables:
        yield from table_texts(table)
    yield from prose_texts(prose)
    yield from round_texts(office)
    yield from kind_texts(kinds)
    yield from rule_texts(office)
    yield from register_texts(office)
    yield from settings_texts(office)
    yield from eligibility_texts(office)


def table_texts(table: Table) -> Iterator[Text]:
    """The cells of a list's written columns, each part of a cell by itself."""
    identity = set(table.kind.identity)
    for column in table.kind.columns:
        if column.type not in WRITTEN or column.name not in table.positions:
            continue
        for row, value in enumerate(table.values(column.name)):
            if value is None:
                continue
            where = partial(table.place, row, column.name)
            if isinstance(value, str):
                yield Text(value, "list", where, column.name in identity)
            else:
                for text in pieces(value):
                    yield Text(text, "list", where, column.name in identity)


def pieces(value: Shown) -> Iterator[str]:
    """The texts of a value, however deep its parts lie."""
    if isinstance(value, str):
        yield value
    else:
        for part in value:
            yield from pieces(part)


def prose_texts(prose: Prose) -> Iterator[Text]:
    """The lines of the hand-written pages, without the settings that open a page."""
    for file, lines in prose.items():
        end = lines.index(_MARK, 1) + 1 if lines[:1] == (_MARK,) and _MARK in lines[1:] else 0
        for number, line in enumerate(lines[end:], end + 1):
            if line.strip():
                yield Text(line, "prose", partial(Place, file, line=number), bool(_HEADING.match(line)))


def round_place(name: str) -> Place:
    """The record of the round called `name`."""
    return Place(f"data/rounds/{name}/round.yaml")


def round_texts(office: Office) -> Iterator[Text]:
    """Titles and summaries of rounds, and who decided."""
    for name, record in office.rounds.items():
        where = partial(round_place, name)
        yield Text(record.title, "round", where, heading=True)
        yield Text(record.summary, "round", where)
        yield from (Text(stage.decided_by, "round", where) for stage in record.stages.values())


def kind_place(kind: Kind) -> Place:
    """The file of a kind."""
    return Place(f"data/kinds/{kind.id}.yaml")


def kind_texts(kinds: Mapping[str, Kind]) -> Iterator[Text]:
    """Titles a kind gives to itself, its lists, columns and figures."""
    for kind in kinds.values():
        titles = [kind.title, kind.short_title, *kind.list_titles.values()]
        for group in (kind.columns, kind.totals, kind.summaries, kind.views):
            titles += [each.title for each in group]
        yield from (Text(text, "kind", partial(kind_place, kind)) for text in (*titles, kind.refusal))


def rule_texts(office: Office) -> Iterator[Text]:
    """What the rule packs say of themselves."""
    for pack in office.packs:
        for text in (*pack.sources, *pack.to_confirm, *(rule.title for rule in pack.rules.values())):
            yield Text(text, "rules", partial(Place, "data/rules", column=f"{pack.place} {pack.effective}"))


def register_texts(office: Office) -> Iterator[Text]:
    """What stands in the registers in words: names of units and places, hours, posts. Names of staff are left out."""
    registers = office.registers
    entries: tuple[tuple[str, Iterable[Entry], tuple[str, ...]], ...] = (
        ("villages", registers.villages, ("name", "board")),
        ("staff", registers.staff, ("post", "unit", "room")),
        ("leading_group", registers.leading_group, ("role", "position")),
        ("contacts", registers.contacts, ("name", "hours", "address")),
        ("units", registers.units, ("name",)),
        ("legal_bases", registers.legal_bases, ("title", "document_number")),
    )
    for register, rows, names in entries:
        for entry in rows:
            for name in names:
                heading = str(type(entry).model_fields[name].alias)
                yield Text(getattr(entry, name), "register", partial(register_place, register, entry, heading))


def settings_texts(office: Office) -> Iterator[Text]:
    """The office's own names and its slogan."""
    settings = office.settings
    for key in ("name", "full_name", "government", "county", "township", "site_name", "slogan"):
        yield Text(getattr(settings, key), "settings", partial(Place, "data/office.yaml", column=key))


def eligibility_texts(office: Office) -> Iterator[Text]:
    """Questions with their answers, and what the offers say."""
    eligibility = office.eligibility
    if eligibility is None:
        return
    for name, question in eligibility.questions.items():
        where = partial(eligibility.place, "questions", name)
        for text in (question.topic, question.ask, question.help, *question.answers.values()):
            yield Text(text, "eligibility", where)
    for guide, each in eligibility.guides.items():
        for number, offer in enumerate(each.offers):
            where = partial(eligibility.place, "guides", guide, "offers", number)
            yield from (Text(text, "eligibility", where) for text in (offer.why, offer.note, each.decided_by))
