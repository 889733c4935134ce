"""From what was approved to a release: notices, publications, bundle, switch."""

from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path

from generator import publications
from generator.agreements import agreements
from generator.approvals import Ledger, ledger_bytes
from generator.artifacts import Artifact, Bundle, Chain, Origin, Progress, unique
from generator.edition import Edition
from generator.edition.fragments import fragments
from generator.edition.orders import Order
from generator.edition.printed import board_sheets
from generator.edition.prose import prose_pages
from generator.edition.prose_head import prose_head
from generator.edition.walls import hung, lacking
from generator.examination import Examination
from generator.findings import has_errors
from generator.gates.approval import Approved
from generator.gates.disclose import disclose_all
from generator.gates.privacy import masked_values
from generator.gates.window import Showable, window_gate
from generator.kinds import Kind
from generator.notices import BoardNotice, PublicLedger, Recorded, WebNotice
from generator.office import Office
from generator.office.wall_sets import Panel
from generator.project import Project
from generator.publications import posters
from generator.release.publish import BuildProse, Outcome, publish_release
from generator.rendering import make_press
from generator.rolled_up import Place
from generator.rounds.diff import with_earlier


def bundle(project: Project, examination: Examination, today: date, townships: tuple[Place, ...] = ()) -> Bundle:
    """All artifacts of a project that passed its examination; of a county's `townships` only their figures.

    Knows no site engine.
    """
    office = examination.office
    assert office is not None and not has_errors(examination.findings), "only an examination without errors is shown"
    press = make_press(project)
    web, board = editions(examination, today)
    web = replace(web, townships=townships)
    masked = frozenset(value for each in examination.approved for value in masked_values(each))
    return Bundle(
        artifacts=unique(publications.publish_all(web, board, press)),
        ledger=board.ledger.chain,
        public_values=office.public_values(),
        masked_values=masked,
        public_names=office.registers.officials | office.registers.names("villages") | office.registers.names("units"),
        fragments=fragments(web, press),
        head=partial(prose_head, web, press),
        site=web.site,
        notices={each.address: Origin(each.reference, each.approval.line) for each in (*web.facts, *board.facts)},
        withdrawn=examination.ledger.withdrawn,
    )


@dataclass(frozen=True)
class Ordered:
    """Posters to order; of a wall set also the panels for which there is nothing today."""

    posters: tuple[Artifact, ...]
    lacking: tuple[Panel, ...]


def posters_to_order(project: Project, examination: Examination, today: date, order: Order) -> Ordered:
    """The board's posters in any size and finish. Raises `SetupError` if there is no such size."""
    _, board = editions(examination, today)
    press = make_press(project)
    made = unique(posters.ordered(board, press, order))
    if not order.wall_set:
        return Ordered(made, ())
    panels = hung(board.office.wall_sets[order.wall_set], board_sheets(board, press))
    return Ordered(made, lacking(panels))


def editions(examination: Examination, today: date) -> tuple[Edition[WebNotice], Edition[BoardNotice]]:
    """What the web and the boards may show today."""
    office = examination.office
    assert office is not None and not has_errors(examination.findings), "only an examination without errors is shown"
    live = {kind.id: kind for kind in sorted(examination.kinds.values(), key=_catalogue_order) if kind.state == "live"}
    showable = showable_on(examination.approved, office, today).only(live)
    compared = with_earlier([each for each in examination.approved if each.table.kind.id in live], office, today)
    ledger = public_ledger(examination.ledger)
    shown = _references_shown(showable)
    agreed = tuple(agreements(each.table for each in examination.approved if each.table.listing.reference in shown))
    prose = prose_pages(examination.prose)
    web = Edition("web", office, live, today, showable.web, showable.tombstones, compared, ledger, agreed, prose)
    board = Edition("board", office, live, today, showable.board, showable.tombstones, (), ledger, agreed, prose)
    return web, board


def showable_on(approved: tuple[Approved, ...], office: Office, today: date) -> Showable:
    """The last two gates: what each channel may show of the approved lists today."""
    return window_gate(disclose_all(approved, office), today)


def _references_shown(showable: Showable) -> frozenset[str]:
    """The lists that are or were public as a whole: begun, and nothing of them withdrawn."""
    ended = [each.facts.reference for each in showable.tombstones if each.status != "withdrawn"]
    withdrawn = {each.facts.reference for each in showable.tombstones if each.status == "withdrawn"}
    return frozenset({*ended, *(each.facts.reference for each in showable.web)} - withdrawn)


def public_ledger(ledger: Ledger) -> PublicLedger:
    """The whole ledger as it goes into `site/`: it names lists, days and digests."""
    return PublicLedger(
        chain=Chain(ledger.head, len(ledger.lines)),
        lines=tuple(Recorded(each.number, each.day, each.event, each.subject, each.sha256) for each in ledger.lines),
        content=ledger_bytes(ledger),
    )


def _catalogue_order(kind: Kind) -> tuple[int, str]:
    """As the disclosure catalogue (民办函〔2019〕52号) lists them; what it does not list comes last."""
    return min(kind.catalogue_rows, default=99), kind.id


def publish(
    made: Bundle,
    out: Path,
    today: date,
    build_prose: BuildProse,
    *,
    jobs: int,
    clean: bool,
    key: Path | None,
    progress: Progress,
) -> Outcome:
    """Stage, scan, sign, switch. `build_prose(folder)` is the site engine, handed in by `cli`."""
    return publish_release(made, out, today, build_prose, jobs=jobs, clean=clean, key=key, progress=progress)
