"""Rows of pages that are found one by one: whatever has a title, hand-written pages with it."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import partial

from generator.artifacts import Artifact
from generator.edition import Edition
from generator.edition.search.rows import TYPES, PageRow, Tables, days, in_villages, statuses
from generator.edition.search.words import asked_for, is_searched, kind_names, record_words, village_names
from generator.notices import Facts, WebNotice

_SITE = "site/"
# Nobody looks for the page on which one looks.
_SELF = "search.html"


def page_rows(edition: Edition[WebNotice], known: Tables, made: Iterable[Artifact], quoting: bool) -> Iterator[PageRow]:
    """A row for every page but those of villages' notices; without `quoting`, nothing out of entries."""
    asked = asked_for(edition)
    facets = _facets(edition, known, quoting)
    for page in prose_rows(edition):
        yield replace(page, names=(*page.names, *asked.get(page.path, ())))
    for artifact in made:
        path = artifact.path.removeprefix(_SITE)
        if not artifact.about or not artifact.path.startswith(_SITE) or path == _SELF:
            continue
        if (facts := edition.by_address.get(path.removesuffix(".html"))) and in_villages(facts):
            continue
        row = facets(artifact, artifact.about.title, path, facts)
        yield replace(row, names=tuple(dict.fromkeys((*row.names, *asked.get(path, ())))))


def prose_rows(edition: Edition[WebNotice]) -> Iterator[PageRow]:
    """Hand-written pages: title, keywords, and their headings as text."""
    for page in edition.prose:
        yield PageRow(page.path, page.title, TYPES["page"], page.also, text=" ".join(page.headings))


def own_names(edition: Edition[WebNotice], quoting: bool) -> dict[str, tuple[str, ...]]:
    """By path, other names of records, those that the office has heard with them."""
    names = asked_for(edition)
    if quoting:
        for notice in edition.notices:
            if is_searched(notice.facts, edition):
                path = f"{notice.facts.address}.html"
                words, _, _ = record_words(notice, edition.kinds[notice.facts.kind])
                names[path] = (*words, *names.get(path, ()))
    return names


def _facets(
    edition: Edition[WebNotice], known: Tables, quoting: bool
) -> Callable[[Artifact, str, str, Facts | None], PageRow]:
    hubs = _hubs(edition, known)
    records = {each.facts.address: each for each in edition.notices if is_searched(each.facts, edition)}
    of_notice = partial(_of_notice, edition, known, records if quoting else {}, statuses(edition))

    def row(artifact: Artifact, title: str, path: str, facts: Facts | None) -> PageRow:
        if facts:
            return of_notice(facts, path, title)
        if hub := hubs.get(path):
            return replace(hub, title=title)
        shown = edition.by_address.get(artifact.notices[0]) if len(artifact.notices) == 1 else None
        return PageRow(path, title, TYPES["page"], kind=known.kinds[shown.kind if shown else ""])

    return row


def _of_notice(
    edition: Edition[WebNotice],
    known: Tables,
    records: dict[str, WebNotice],
    status: dict[str, int],
    facts: Facts,
    path: str,
    title: str,
) -> PageRow:
    kind = edition.kinds[facts.kind]
    notice = records.get(facts.address)
    words, numbers, text = record_words(notice, kind) if notice else ((), (), "")
    return PageRow(
        path=path,
        title=title,
        type=TYPES["record" if kind.shape == "record" else "page"],
        names=words,
        numbers=(facts.approval.document_number, *numbers),
        kind=known.kinds[facts.kind],
        village=known.villages[facts.village_code],
        months=(known.months[facts.round],) if facts.round else (),
        stage=known.stages[facts.stage],
        days=days(facts),
        status=status[facts.address],
        text=text,
    )


def _hubs(edition: Edition[WebNotice], known: Tables) -> dict[str, PageRow]:
    """Pages that lead to notices: of villages, kinds and rounds. Their titles are the pages' own."""
    months: dict[str, set[int]] = {}
    numbers: dict[str, set[str]] = {}
    for facts in edition.facts:
        if facts.round:
            months.setdefault(facts.kind, set()).add(known.months[facts.round])
            numbers.setdefault(facts.round, set()).add(facts.approval.document_number)
    hub = partial(PageRow, title="", type=TYPES["hub"])
    rows = [
        hub(f"villages/{each.code}.html", names=village_names(each), village=known.villages[each.code])
        for each in edition.office.registers.villages
    ]
    rows += [
        hub(
            f"kinds/{kind.id}.html",
            names=kind_names(kind),
            kind=known.kinds[kind.id],
            months=tuple(sorted(months.get(kind.id, ()))),
        )
        for kind in edition.kinds.values()
    ]
    rows += [
        hub(
            f"rounds/{name}.html",
            names=(record.title,),
            numbers=tuple(sorted(numbers.get(name, ()))),
            months=(known.months[name],) if name in known.months else (),
        )
        for name, record in edition.office.rounds.items()
    ]
    return {row.path: row for row in rows}
