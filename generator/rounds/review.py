"""The review sheet: on paper, for those who sign, exactly what the public will see of a list just approved."""

from collections.abc import Iterator
from pathlib import Path

from generator.approvals import Ledger
from generator.checks.office_contacts import unknown_contacts
from generator.edition import Edition
from generator.exceptions import GongshiError
from generator.gates.aggregate import hidden_counts
from generator.gates.approval import Approved, approve_gate
from generator.gates.disclose import disclose_all
from generator.kinds import Kind
from generator.notices import WebNotice
from generator.office import Office
from generator.office.fonts import characters
from generator.project import Project
from generator.rendering import make_press
from generator.rendering.typst import compile_poster
from generator.rounds.review_content import Content, Reviewed, review_content
from generator.sources import read
from generator.sources.listings import candidates, listing_of
from generator.tables import Table, read_table

_LOOK = "documents/review_sheet.typ"


def review_sheet(
    project: Project, table: Table, office: Office, kinds: dict[str, Kind], ledger: Ledger
) -> bytes | None:
    """The PDF, or `None` while the list could not be published: nobody signs what nobody will see.

    It is made of the notices that pages and posters are made of. Raises
    `GongshiError` if it cannot be made although the list is in order.
    """
    every = _of_its_kind(project, table, office, ledger)
    approved = next((each for each in every if each.table is table), None)
    if approved is None or unknown_contacts(office):
        return None
    reviewed = _reviewed(approved, every, office, ledger)
    if not reviewed.notices:
        return None
    press = make_press(project)
    look = press.source(_LOOK)
    if look is None:
        raise GongshiError(f"no document called {_LOOK}")
    edition = Edition[WebNotice]("web", office, kinds, approved.statement.first_day, (), ())
    content = review_content(reviewed, edition, press)
    try:
        return compile_poster(look, press.font_folders, content, approved.statement.published)
    except GongshiError:
        if _printable(content, press.font_folders):
            raise
        return None


def _reviewed(approved: Approved, every: list[Approved], office: Office, ledger: Ledger) -> Reviewed:
    reference = approved.table.listing.reference
    notices = [each for each in disclose_all(every, office) if each.facts.reference == reference]
    return Reviewed(
        approved=approved,
        notices=tuple(each for each in notices if not each.withdrawal),
        withdrawn=tuple(each for each in notices if each.withdrawal),
        hidden=hidden_counts(every).get(reference, frozenset()),
        line=ledger.lines[approved.line - 1],
    )


def _of_its_kind(project: Project, table: Table, office: Office, ledger: Ledger) -> list[Approved]:
    """The list if the gate passes it; of counts also the other tables of its kind: they decide what it hides."""
    tables = [table, *(_others(project, table) if table.kind.aggregate else ())]
    gated = (approve_gate(each, office, ledger)[0] for each in tables)
    return [each for each in gated if each]


def _others(project: Project, table: Table) -> Iterator[Table]:
    for path in candidates(project):
        listing = listing_of(project, path)
        if listing and listing.kind == table.kind.id and path != table.listing.path:
            sheet, _ = read(path, listing.file)
            if sheet is not None:
                yield read_table(listing, table.kind, sheet)[0]


def _printable(content: Content, fonts: tuple[Path, ...]) -> bool:
    """Whether the fonts have a glyph for every character; a name without one has a finding of its own."""
    return characters(fonts).issuperset(ord(each) for text in _texts(content) for each in text if each != "\n")


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from (text for each in value.values() for text in _texts(each))
    elif isinstance(value, list | tuple):
        yield from (text for each in value for text in _texts(each))
