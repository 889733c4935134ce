"""Privacy gate, first half: only the kind's columns, and no number that identifies a person.

The second half, `disclose`, builds what each channel may show.
"""

from generator.columns import column_type
from generator.detection import private_texts, public_numbers
from generator.findings import Finding, finding
from generator.gates.approval import Approved
from generator.gates.private_headings import is_private, names_persons
from generator.kinds import Kind
from generator.office import Office
from generator.tables import Table

# A cell that was read as one of these is no hidden ID.
_NUMBERS = {"money", "count", "date", "month"}


def privacy_findings(table: Table, office: Office) -> tuple[Finding, ...]:
    """Columns that may not be there, and cells that hold a private number. Runs without an approval."""
    findings: list[Finding] = []
    kind, sheet = table.kind, table.sheet
    for index in table.surplus:
        place = sheet.place(column=index)
        if kind.aggregate and names_persons(sheet.header[index]):
            findings.append(finding("list-refused", place, kind=kind.title, refusal=kind.refusal))
        elif is_private(sheet.header[index]):
            findings.append(finding("column-private", place))
        else:
            titles = tuple(column.title for column in kind.columns)
            findings.append(finding("column-unknown", place, kind=kind.title, columns=titles))
    public = public_numbers(office.public_values())
    for column, index in table.positions.items():
        if column not in table.unread and kind.column(column).type in _NUMBERS:
            continue
        texts = [raw if isinstance(raw, str) else _text(raw) for raw in sheet.columns[index]]
        if found := private_texts(texts, public):
            findings += [
                finding("cell-private-number", sheet.place(row, index), kinds=found[text])
                for row, text in enumerate(texts)
                if text in found
            ]
    return tuple(findings)


def policy_findings(approved: Approved) -> tuple[Finding, ...]:
    """What the kind and the law forbid for this list as a whole."""
    kind, listing = approved.table.kind, approved.table.listing
    place = approved.table.sheet.place()
    findings = []
    if listing.stage not in kind.stages:
        findings.append(finding("stage-not-allowed", place, kind=kind.title, stage=listing.stage, stages=kind.stages))
    if "refused" in (kind.lists.board, kind.lists.web):
        findings.append(finding("list-refused", place, kind=kind.title, refusal=kind.refusal))
    if _web_shows_full_names(kind) and not approved.statement.pipia:
        findings.append(finding("web-full-name", place, kind=kind.title))
    return tuple(findings)


def masked_values(approved: Approved) -> frozenset[str]:
    """The masked values of an approved list."""
    return masked_in(approved.table)


def masked_in(table: Table) -> frozenset[str]:
    """Every name or text that may stand on the board but nowhere in `site/`.

    Numbers and choices are left out: 840.00 is on every page.
    """
    columns = [
        each
        for each in table.kind.columns
        if each.board == "full" and each.web != "full" and each.type in {"person_name", "text"}
    ]
    return frozenset(
        column_type(column.type).canonical(value)
        for column in columns
        for value in table.values(column.name)
        if value is not None
    )


def _web_shows_full_names(kind: Kind) -> bool:
    return kind.lists.web == "named" and any(
        column.type == "person_name" and column.web == "full" for column in kind.columns
    )


def _text(raw: object) -> str:
    if isinstance(raw, str):
        return raw
    if isinstance(raw, dict):
        return "\n".join(map(_text, raw.values()))
    return "\n".join(map(_text, raw))  # type: ignore[call-overload]
