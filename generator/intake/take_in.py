"""The way from a raw file's bytes to the bytes of a clean list. Reads and writes no file itself."""

import csv
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from generator.findings import Finding, finding, has_errors
from generator.gates.privacy import privacy_findings
from generator.intake import secrets
from generator.intake.above import tables_above, titles_above
from generator.intake.grid import Grid, shown
from generator.intake.hazards import damaged_numbers, hidden_columns, hidden_rows
from generator.intake.headings import find_header, table_unit
from generator.intake.household import member_rows
from generator.intake.matching import Matching, match_columns
from generator.intake.outcome import Outcome, RowCount
from generator.intake.read import read_grid
from generator.intake.rows import Row, sorted_rows
from generator.intake.totals import compare_totals
from generator.intake.units import amount_findings
from generator.intake.values import read_values
from generator.kinds import Kind, KindColumn
from generator.office import Office
from generator.sources.listings import Listing
from generator.sources.readers import csv as csv_source
from generator.sources.sheet import Unreadable
from generator.tables import read_table


@dataclass(frozen=True)
class Request:
    """What to read: the bytes and name of the raw file, as which list, on which day.

    `fixed` gives, by column name, the value of columns that the file does not have.
    `leave_out` writes the good rows although others are refused.
    """

    content: bytes
    name: str
    kind: Kind
    listing: Listing
    today: date
    sheet: str = ""
    fixed: Mapping[str, str] = field(default_factory=dict)
    leave_out: bool = False


def take_in(request: Request, office: Office) -> Outcome:
    """The outcome; its `content` is set only if nothing forbids writing it. Hazards are the first findings."""
    name = shown(request.name)
    try:
        grid, hazards = read_grid(request.content, request.name, request.sheet)
    except Unreadable as reason:
        return Outcome(name, shown(request.sheet), reason.findings)
    header = find_header(grid, request.kind)
    if header is None:
        titles = tuple(column.title for column in request.kind.columns)
        findings = (*hazards, *hidden_rows(grid), finding("raw-no-heading", grid.place(), columns=titles))
        return Outcome(name, shown(grid.sheet), findings)
    unit = table_unit(grid, header.first)
    matching, problems = match_columns(grid, header, request.kind, request.fixed, unit)
    problems = (*tables_above(grid, header, request.kind, matching), *problems)
    rows = list(sorted_rows(grid, header, matching))
    outcome = Outcome(
        file=name,
        sheet=shown(grid.sheet),
        findings=(*hazards, *hidden_rows(grid), *hidden_columns(grid, matching), *damaged_numbers(grid), *problems),
        rows=RowCount(read=sum(row.sort == "entry" for row in rows)),
        heading_rows=tuple(range(header.first + 1, header.last + 2)),
        matching=matching,
        passed_over=_passed_over(rows, titles_above(grid, header)),
    )
    if has_errors(problems):
        return outcome
    if not outcome.rows.read:
        return replace(outcome, findings=(*outcome.findings, finding("raw-no-rows", grid.place())))
    members = dict(member_rows(grid, rows, header, matching))
    return _with_values(outcome, grid, rows, matching, members, request, office)


def _with_values(
    outcome: Outcome,
    grid: Grid,
    rows: Sequence[Row],
    matching: Matching,
    members: Mapping[int, Finding],
    request: Request,
    office: Office,
) -> Outcome:
    kind = request.kind
    values = read_values(grid, rows, matching, office, members)
    # Whether a total holds without the members shows whether their amounts belong to the household's.
    heads = [row for row in rows if row.number not in members]
    totals, differences = compare_totals(grid, heads, matching, values.texts, kind.entry_unit)
    band = office.requirement(f"amount.{kind.id}", request.today)
    unlikely = amount_findings(grid, matching, values, kind, band) if band else []
    kept = [(number, texts) for number, texts in values.texts.items() if number not in values.faulty]
    private = secrets.collect(rows, matching)
    leaking = _leaking(grid, matching, kind, secrets.leaks(kept, kind, private))
    findings = [*outcome.findings, *values.findings, *differences, *unlikely, *leaking]
    outcome = replace(
        outcome,
        totals=totals,
        changes=values.changes,
        secrets_checked=len(private.numbers) + len(private.texts) + len(private.names),
        band_checked=band is not None,
        rows=RowCount(read=outcome.rows.read, faulty=len(values.faulty)),
    )
    others = [each for each in findings if each not in set(values.findings)] if request.leave_out else findings
    if has_errors(others) or not kept:
        return replace(outcome, findings=tuple(findings))
    content = _csv(_columns(kind, matching), kept)
    # The strict reader and the privacy gate have the last word, on the very bytes to be written.
    objections = _reread(content, kind, request.listing, office)
    findings += objections
    if has_errors(objections):
        return replace(outcome, findings=tuple(findings))
    written = RowCount(read=outcome.rows.read, written=len(kept), faulty=len(values.faulty))
    return replace(outcome, findings=tuple(findings), content=content, rows=written)


def _reread(content: bytes, kind: Kind, listing: Listing, office: Office) -> list[Finding]:
    table, findings = read_table(listing, kind, csv_source.parse(content, listing.file))
    return [*findings, *privacy_findings(table, office)]


def _columns(kind: Kind, matching: Matching) -> list[KindColumn]:
    """The kind's columns that the list has, in the kind's order."""
    found = {each.column.name for each in matching.recognised} | set(matching.fixed)
    return [column for column in kind.columns if column.name in found]


def _csv(columns: Sequence[KindColumn], rows: Sequence[tuple[int, Mapping[str, str]]]) -> bytes:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow([column.title for column in columns])
    names = [column.name for column in columns]
    writer.writerows([texts[name] for name in names] for _, texts in rows)
    return out.getvalue().encode("utf-8")


def _passed_over(rows: Sequence[Row], titles: Sequence[int]) -> dict[str, tuple[int, ...]]:
    sorts = ("total", "signature", "heading", "blank")
    found = {sort: tuple(row.number + 1 for row in rows if row.sort == sort) for sort in sorts}
    found = {"title": tuple(row + 1 for row in titles)} | found
    return {sort: numbers for sort, numbers in found.items() if numbers}


def _leaking(grid: Grid, matching: Matching, kind: Kind, leaks: Sequence[tuple[int, str]]) -> list[Finding]:
    positions = {each.column.name: each.index for each in matching.recognised}
    return [
        finding("raw-private-value", grid.place(row, positions.get(name), kind.column(name).title))
        for row, name in leaks
    ]
