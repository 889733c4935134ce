"""The stages in their order: sources, tables, checks, gates, notices, publications, bundle."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from pathlib import Path

from generator import checks, publications
from generator.artifacts import Bundle, unique
from generator.edition import Edition
from generator.edition.fragments import fragments
from generator.findings import Finding, Phrase, Place, finding, first_of_each_rule, has_errors, in_order, phrase
from generator.findings.sheet import MarkedSheet
from generator.gates.approval import Approved, approve_gate, broken_succession, orphans
from generator.gates.disclose import disclose_all
from generator.gates.mark import mark
from generator.gates.privacy import masked_values, policy_findings, privacy_findings
from generator.gates.window import Showable, window_gate
from generator.kinds import Kind, load_kinds
from generator.office import Office, load_office
from generator.office.fonts import characters, font_folders
from generator.project import Project
from generator.publications.posters import looks
from generator.release.publish import BuildProse, Outcome, publish_release
from generator.release.stage import Progress
from generator.rendering import Press, make_press
from generator.sources import read
from generator.sources.listings import Listing, candidates, listing_of
from generator.tables import Table, read_table


@dataclass(frozen=True)
class Examination:
    """Everything read, checked and gated: findings, and what was approved.

    `not_checked` is what this run could not look at; no report shows `tables`, only what `marked_sheets` lets through.
    """

    findings: tuple[Finding, ...]
    office: Office | None = None
    kinds: dict[str, Kind] = field(default_factory=dict)
    approved: tuple[Approved, ...] = ()
    tables: tuple[Table, ...] = ()
    not_checked: tuple[Phrase, ...] = ()

    @property
    def rows(self) -> int:
        """Rows in all approved lists."""
        return sum(len(each.table.frame) for each in self.approved)


def examine(project: Project, today: date) -> Examination:
    """Read, check and gate an office's files. All findings at once, never only the first."""
    office, office_findings = load_office(project)
    kinds, kind_findings = load_kinds(project)
    findings = [*office_findings, *kind_findings]
    if office is None:
        return Examination(in_order(findings), not_checked=(phrase("unchecked-lists"),))
    findings += _kind_references(kinds, office, make_press(project))
    listings, tables, table_findings = read_tables(project, kinds)
    findings += table_findings
    prose, prose_findings = _prose(project)
    findings += prose_findings
    scope = checks.Scope(office, kinds, tables, prose, partial(characters, font_folders(project)), today)
    findings += checks.run(scope)
    approved, gate_findings = _gates(tables, office)
    findings += gate_findings
    findings += orphans(project, listings)
    left_out = (*_unread(project, tables), *checks.not_checked(scope))
    return Examination(in_order(findings), office, kinds, approved, tables, left_out)


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


def bundle(project: Project, examination: Examination, today: date) -> Bundle:
    """All artifacts of a project that passed its examination. Knows no site engine."""
    office = examination.office
    assert office is not None and not has_errors(examination.findings), "only an examination without errors is shown"
    press = make_press(project)
    live = {kind.id: kind for kind in sorted(examination.kinds.values(), key=_catalogue_order) if kind.state == "live"}
    showable = showable_on(examination.approved, office, today).only(live)
    web = Edition(office, live, today, showable.web, showable.tombstones)
    board = Edition(office, live, today, showable.board, showable.tombstones)
    masked = frozenset(value for each in examination.approved for value in masked_values(each))
    return Bundle(
        artifacts=unique(publications.publish_all(web, board, press)),
        public_values=office.public_values(),
        masked_values=masked,
        public_names=office.registers.names("staff")
        | office.registers.names("villages")
        | office.registers.names("units"),
        fragments=fragments(web, press),
        head=partial(press.render, "pages/head.html", site=web.site, indexed=True, published=""),
        site=web.site,
    )


def _prose(project: Project) -> tuple[dict[str, tuple[str, ...]], list[Finding]]:
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


def showable_on(approved: tuple[Approved, ...], office: Office, today: date) -> Showable:
    """The last two gates: what each channel may show of the approved lists today."""
    return window_gate(disclose_all(approved, office), today)


def _catalogue_order(kind: Kind) -> tuple[int, str]:
    """As the disclosure catalogue (民办函〔2019〕52号) lists them; what it does not list comes last."""
    return min(kind.catalogue_rows, default=99), kind.id


def _gates(tables: Iterable[Table], office: Office) -> tuple[tuple[Approved, ...], list[Finding]]:
    approved: list[Approved] = []
    findings: list[Finding] = []
    for table in tables:
        one, problems = approve_gate(table, office)
        findings += problems
        findings += privacy_findings(table, office)
        if one:
            findings += policy_findings(one)
            approved.append(one)
    findings += broken_succession(tuple(approved))
    return tuple(approved), findings


def _kind_references(kinds: dict[str, Kind], office: Office, press: Press) -> list[Finding]:
    """Names in a kind that lead nowhere: checks, page templates, looks, sizes."""
    findings: list[Finding] = []
    for kind in kinds.values():
        place = Place(f"data/kinds/{kind.id}.yaml")
        known = {
            "kind-unknown-check": ([call.name for call in kind.checks], checks.names()),
            "kind-unknown-page": ([f"pages/{kind.page}.html"], _pages(press)),
            "kind-unknown-look": (
                [name for poster in kind.posters for name in (poster.look, *poster.sizes)],
                (*looks(press), *office.sizes),
            ),
        }
        for rule, (used, available) in known.items():
            findings += [
                finding(rule, place, name=name, known=tuple(sorted(available)))
                for name in used
                if name not in available
            ]
    return findings


def _pages(press: Press) -> tuple[str, ...]:
    return tuple(name for name in press.environment.list_templates() if name.startswith("pages/"))


def publish(
    made: Bundle, out: Path, today: date, build_prose: BuildProse, *, jobs: int, clean: bool, progress: Progress
) -> Outcome:
    """Stage, scan, switch. `build_prose(folder)` is the site engine, handed in by `cli`."""
    return publish_release(made, out, today, build_prose, jobs=jobs, clean=clean, progress=progress)
