"""The ledger: a page on which a resident compares paper and screen, and the whole file."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from generator.artifacts import Artifact, digest
from generator.edition import Edition
from generator.edition.pages import Crumb, page
from generator.edition.recorded import EVENTS, first_recent, in_groups, title_of
from generator.notices import Recorded, WebNotice
from generator.rendering import Press


@dataclass(frozen=True)
class _Row:
    """A line as people compare it: `digest` is the first 16 characters in groups of four, as on the poster."""

    line: Recorded
    event: str
    title: str
    digest: str


def web(edition: Edition[WebNotice], press: Press) -> Iterator[Artifact]:
    ledger = edition.ledger
    start = first_recent(edition)
    yield page(
        edition,
        press,
        "ledger.html",
        "pages/ledger.html",
        title="批准台账",
        crumbs=(Crumb("审批记录", "approvals.html"), Crumb("批准台账")),
        changed=max((line.day.isoformat() for line in ledger.lines), default=""),
        chain=ledger.chain,
        head=in_groups(ledger.chain.head),
        rows=[_row(edition, line) for line in reversed(ledger.lines[start:])],
        earlier=Counter(EVENTS[line.event] for line in ledger.lines[:start]),
    )
    yield Artifact(
        path="site/ledger.jsonl",
        media_type="application/jsonl",
        key=digest(press.page_digest, ledger.chain),
        until=None,
        make=partial(bytes, ledger.content),
    )


def _row(edition: Edition[WebNotice], line: Recorded) -> _Row:
    return _Row(line, EVENTS[line.event], title_of(edition, line.subject), in_groups(line.sha256[:16]))
