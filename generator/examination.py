"""Sources, tables, checks and gates: everything an office's files can have wrong, and what was approved."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import partial

from generator import checks
from generator.approvals import Ledger, load_ledger
from generator.edition.looks import looks
from generator.edition.looks import not_checked as looks_not_checked
from generator.findings import Finding, Phrase, Place, finding, first_of_each_rule, in_order, phrase
from generator.findings.sheet import MarkedSheet
from generator.gates.approval import Approved, approve_gate, orphans
from generator.gates.mark import mark
from generator.gates.privacy import policy_findings, privacy_findings
from generator.gates.signatures import signature_gate
from generator.gates.succession import broken_succession
from generator.gates.withdrawal import withdrawal_findings
from generator.kinds import Kind, load_kinds
from generator.office import Office, load_office
from generator.office.fonts import characters, font_folders
from generator.office.printing import PRINT
from generator.project import Project
from generator.sources import read
from generator.sources.listings import Listing, candidates, listing_of
from generator.tables import Table, read_table
from generator.texts import Prose

_OF_THE_LEDGER = {"approval-unrecorded", "withdrawal-unknown", "withdrawal-unrecorded"}


@dataclass(frozen=True)
class Examination:
    """Everything read, checked and gated: findings, and what was approved.

    `ledger` is empty if it is broken; `not_checked` is what this run could not
    look at; no report shows `tables`, only what `marked_sheets` lets through;
    `prose` are the hand-written pages by file.
    """

    findings: tuple[Finding, ...]
    office: Office | None = None
    kinds: dict[str, Kind] = field(default_factory=dict)
    approved: tuple[Approved, ...] = ()
    tables: tuple[Table, ...] = ()
    not_checked: tuple[Phrase, ...] = ()
    ledger: Ledger = Ledger()
    prose: Prose = field(default_factory=dict)

    @property
    def rows(self) -> int:
        """Rows in all approved lists."""
        return sum(each.table.row_count for each in self.approved)


def examine(project: Project, today: date) -> Examination:
    """Read, check and gate an office's files. All findings at once, never only the first."""
    office, office_findings = load_office(project)
    kinds, kind_findings = load_kinds(project)
    findings = [*office_findings, *kind_findings]
    if office is None:
        return Examination(in_order(findings), not_checked=(phrase("unchecked-lists"),))
    findings += [*_kind_references(kinds, office, project), *_print_references(office)]
    listings, tables, table_findings = read_tables(project, kinds)
    findings += table_findings
    prose, prose_findings = read_prose(project)
    findings += prose_findings
    fonts = font_folders(project)
    scope = checks.Scope(office, kinds, tables, prose, partial(characters, fonts), today)
    findings += checks.run(scope)
    ledger, ledger_findings = load_ledger(project)
    findings += ledger_findings
    approved, gate_findings = _gates(tables, office, ledger, project)
    # Nothing of a broken ledger counts: that it is broken says it all.
    findings += [each for each in gate_findings if not ledger_findings or each.rule not in _OF_THE_LEDGER]
    findings += orphans(project, listings)
    left_out = (
        *_unread(project, tables),
        *_unsigned(office),
        *looks_not_checked(kinds.values(), fonts),
        *checks.not_checked(scope),
    )
    return Examination(in_order(findings), office, kinds, approved, tables, left_out, ledger, prose)


def read_tables(
    project: Project, kinds: dict[str, Kind]
) -> tuple[tuple[Listing, ...], tuple[Table, ...], list[Finding]]:
    """Every list of the project as a table; what cannot be read is a finding."""
    listings: list[Listing] = []
    tables: list[Table] = []
    findings: list[Finding] = []
    declared = project.files("data/kinds", "*.yaml")
    for path in candidates(project):
        listing = listing_of(project, path)
        if listing is None or listing.kind not in declared:
            findings.append(finding("file-unexpected", Place(project.relative(path)), kinds=tuple(declared)))
            continue
        listings.append(listing)
        if listing.kind not in kinds:
            continue  # its kind is broken, which has a finding of its own
        sheet, problems = read(path, listing.file)
        findings += problems
        if sheet is not None:
            table, problems = read_table(listing, kinds[listing.kind], sheet)
            findings += problems
            tables.append(table)
    return tuple(listings), tuple(tables), findings


def marked_sheets(examination: Examination) -> tuple[MarkedSheet, ...]:
    """The lists with faulty cells, as far as a report may show them."""
    public = examination.office.public_values() if examination.office else frozenset()
    shown, _ = first_of_each_rule(examination.findings)
    marked = (mark(table, shown, public) for table in examination.tables)
    return tuple(each for each in marked if each)


def _unread(project: Project, tables: tuple[Table, ...]) -> tuple[Phrase, ...]:
    """Files that ought to be lists and of which nothing was checked."""
    read_files = {table.listing.file for table in tables}
    files = (project.relative(path) for path in candidates(project))
    return tuple(phrase("unchecked-file", file=file) for file in files if file not in read_files)


def _unsigned(office: Office) -> tuple[Phrase, ...]:
    """Signatures, where the office asks for none."""
    return () if office.settings.signatures.needed else (phrase("unchecked-signatures"),)


def read_prose(project: Project) -> tuple[dict[str, tuple[str, ...]], list[Finding]]:
    """The hand-written pages, by file, as lines; a page that is not UTF-8 text is a finding."""
    pages: dict[str, tuple[str, ...]] = {}
    findings: list[Finding] = []
    for path in sorted((project.root / "content").rglob("*.md")):
        file = project.relative(path)
        try:
            pages[file] = tuple(path.read_bytes().decode("utf-8-sig").splitlines())
        except UnicodeDecodeError:
            findings.append(finding("prose-encoding", Place(file)))
        except OSError:
            findings.append(finding("file-unreadable", Place(file)))
    return pages, findings


def _gates(
    tables: Iterable[Table], office: Office, ledger: Ledger, project: Project
) -> tuple[tuple[Approved, ...], list[Finding]]:
    approved: list[Approved] = []
    findings: list[Finding] = []
    for table in tables:
        one, problems = approve_gate(table, office, ledger)
        findings += problems
        findings += privacy_findings(table, office)
        if one:
            findings += policy_findings(one)
            approved.append(one)
    findings += broken_succession(tuple(approved), office.objections)
    findings += withdrawal_findings(office.withdrawals, ledger)
    signed, problems = signature_gate(approved, office, ledger, project)
    return signed, [*findings, *problems]


def _kind_references(kinds: dict[str, Kind], office: Office, project: Project) -> list[Finding]:
    """Names in a kind that lead nowhere: checks, page templates, looks, sizes."""
    known = {
        "kind-unknown-check": checks.names(),
        "kind-unknown-page": tuple(project.files("site_templates/pages", "*.html")),
        "kind-unknown-look": (*looks(), *office.sizes),
    }
    return [
        finding(rule, Place(f"data/kinds/{kind.id}.yaml"), name=name, known=tuple(sorted(known[rule])))
        for kind in kinds.values()
        for rule, name in _names(kind)
        if name not in known[rule]
    ]


def _print_references(office: Office) -> Iterator[Finding]:
    """Looks and sizes that nobody knows, in what the office prints of itself and on its walls."""
    printed = office.printing.sheets.items()
    named = [(PRINT, name) for look, one in printed for name in (look, *one.sizes)]
    for name, wall_set in office.wall_sets.items():
        file = f"data/wall_sets/{name}.yaml"
        named += [(file, each) for panel in wall_set.panels for each in (panel.look, panel.size) if each]
    known = tuple(sorted((*looks(), *office.sizes)))
    for file, name in dict.fromkeys(named):
        if name not in known:
            yield finding("printed-unknown", Place(file), name=name, known=known)


def _names(kind: Kind) -> Iterator[tuple[str, str]]:
    """What a kind names, and the rule for a name that nobody knows."""
    yield from (("kind-unknown-check", call.name) for call in kind.checks)
    yield "kind-unknown-page", kind.page
    for poster in kind.posters:
        yield from (("kind-unknown-look", name) for name in (poster.look, *poster.sizes))
