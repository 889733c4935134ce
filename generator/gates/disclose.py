"""Privacy gate, second half: an approved list becomes notices, one type per channel.

Nothing but this module builds a `BoardNotice` or a `WebNotice`.
"""

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from generator.approvals import Statement, grouped
from generator.columns import Shown, column_type
from generator.gates.aggregate import Hidden, hidden_counts
from generator.gates.approval import Approved
from generator.gates.figures import charts, totals
from generator.kinds import STAGE_TITLES, Kind, KindColumn
from generator.notices import (
    Approval,
    Ballot,
    BoardNotice,
    Column,
    Correction,
    Entry,
    Facts,
    Total,
    WebNotice,
    Withdrawal,
)
from generator.office import Office, Village
from generator.sources.listings import notice_address
from generator.tables import Table

Rows = list[tuple[Any, ...]]
HIDDEN = "*"
_LISTED = {"named", "aggregate"}


@dataclass(frozen=True)
class Disclosed:
    """One notice in both channels; `None` where the channel may show only counts or nothing.

    `withdrawal` says when and why it was taken down after its approval.
    """

    facts: Facts
    board: BoardNotice | None
    web: WebNotice | None
    withdrawal: Withdrawal | None = None


def disclose_all(approved: Collection[Approved], office: Office) -> list[Disclosed]:
    """The notices of all approved lists: what a table of counts hides depends on the others."""
    hidden = hidden_counts(approved)
    return [
        notice
        for one in approved
        for notice in _disclose(one, office, hidden.get(one.table.listing.reference, frozenset()))
    ]


def _disclose(approved: Approved, office: Office, hidden: Hidden) -> tuple[Disclosed, ...]:
    """One notice per village that has rows, or one for the office."""
    return tuple(_disclosed(approved, office, village, rows, hidden) for village, rows in _parts(approved, office))


def _parts(approved: Approved, office: Office) -> Iterator[tuple[Village | None, Rows]]:
    kind, rows = approved.table.kind, approved.table.rows()
    if kind.per == "office" or kind.village_column is None:
        yield None, rows
        return
    index = kind.columns.index(kind.village_column)
    by_village: dict[str, Rows] = {}
    for row in rows:
        by_village.setdefault(row[index], []).append(row)
    for village in office.registers.villages:
        if village.name in by_village:
            yield village, by_village[village.name]


def _disclosed(approved: Approved, office: Office, village: Village | None, rows: Rows, hidden: Hidden) -> Disclosed:
    kind, channels = approved.table.kind, approved.statement.channels
    facts = _facts(approved, office, village, rows, hidden)
    figures = charts(kind, rows)
    below = kind.small_cells if hidden else 0
    board = web = None
    if "board" in channels and kind.lists.board in _LISTED:
        board = BoardNotice(facts, _columns(kind, "board"), _entries(kind, "board", rows, hidden), figures, below)
    if "web" in channels and kind.lists.web in _LISTED:
        web = WebNotice(facts, _columns(kind, "web"), _entries(kind, "web", rows, hidden), figures, below)
    return Disclosed(facts, board, web, _withdrawal(approved, facts))


def _withdrawal(approved: Approved, facts: Facts) -> Withdrawal | None:
    """The latest of the notice or of its whole list."""
    concerned = [each for each in approved.withdrawals if each.notice in {facts.address, facts.reference}]
    return Withdrawal(concerned[-1].day, concerned[-1].reason) if concerned else None


def _facts(approved: Approved, office: Office, village: Village | None, rows: Rows, hidden: Hidden) -> Facts:
    kind, listing, statement = approved.table.kind, approved.table.listing, approved.statement
    round_title = office.rounds[listing.round].title if listing.round else ""
    list_title = title_of(approved.table, rows)
    stage_title = STAGE_TITLES[listing.stage]
    title = f"{village.name if village else ''}{list_title}"
    return Facts(
        address=notice_address(listing.reference, village.code if village else ""),
        kind=kind.id,
        section=kind.section,
        title=f"{title}{_noun(kind)}{stage_title}（{round_title}）" if listing.round else title,
        list_title=list_title,
        noun=_noun(kind),
        stage=listing.stage,
        stage_title=stage_title,
        round=listing.round,
        round_title=round_title,
        village_code=village.code if village else "",
        village=village.name if village else "",
        entry_unit=kind.entry_unit,
        count=len(rows),
        totals=tuple(_total(each, kind, hidden) for each in totals(kind, rows)),
        first_day=statement.first_day,
        last_day=statement.last_day,
        until=statement.last_day,
        reference=listing.reference,
        approval=Approval(
            decided_by=statement.decided_by,
            decided_on=statement.decided_on,
            document_number=statement.document_number,
            minutes=statement.minutes,
            digest=grouped(approved.digest),
            line=approved.line,
            rows=statement.rows,
            published=statement.published,
            follows=statement.follows.list if statement.follows else "",
            ballot=_ballot(statement, village),
            correction=Correction(statement.correction.on, statement.correction.note) if statement.correction else None,
            signed=approved.signed,
        ),
    )


def _total(total: Total, kind: Kind, hidden: Hidden) -> Total:
    """A total of which a hidden count could be computed is hidden, too."""
    column = {rule.name: rule.column for rule in kind.totals}.get(total.name)
    return replace(total, text=HIDDEN, plain=HIDDEN) if (None, column) in hidden else total


def _noun(kind: Kind) -> str:
    """What people call a list of the kind."""
    if kind.aggregate:
        return "统计表"
    return "名单" if any(column.type == "person_name" for column in kind.columns) else "明细表"


def _ballot(statement: Statement, village: Village | None) -> Ballot | None:
    """The village's own ballot."""
    held = statement.ballots.get(village.name) if village else None
    return Ballot(**held.model_dump()) if held else None


def title_of(table: Table, rows: Rows) -> str:
    """What people call the list: a record by its own title, a standing list by that of its file."""
    kind, listing = table.kind, table.listing
    if kind.shape == "record":
        return str(rows[0][kind.columns.index(kind.column(kind.identity[0]))])
    return kind.title if listing.round else kind.list_titles.get(listing.id, kind.title)


def _visible(kind: Kind, channel: str) -> list[tuple[int, KindColumn, str]]:
    """Columns the channel shows, with their index and disclosure. A village's own notice does not repeat its name."""
    return [
        (index, column, disclosure)
        for index, column in enumerate(kind.columns)
        if (disclosure := getattr(column, channel)) != "never"
        and not (kind.per == "village" and column is kind.village_column)
    ]


def _columns(kind: Kind, channel: str) -> tuple[Column, ...]:
    return tuple(
        Column(each.name, each.title, each.unit, column_type(each.type).ALIGN, each.type, each.parts)
        for _, each, _ in _visible(kind, channel)
    )


def _entries(kind: Kind, channel: str, rows: Rows, hidden: Hidden) -> tuple[Entry, ...]:
    visible = _visible(kind, channel)
    if not visible or not rows:
        return ()
    columns = list(zip(*rows, strict=True))
    shown = [_each(columns[index], partial(_shown, column_type(column.type), how)) for index, column, how in visible]
    plain = [_each(columns[index], partial(_plain, column_type(column.type), how)) for index, column, how in visible]
    entries = list(map(Entry, zip(*shown, strict=True), zip(*plain, strict=True)))
    if hidden:
        names = [kind.columns[index].name for index, _, _ in visible]
        entries = [_without(entry, number, names, hidden) for number, entry in enumerate(entries)]
    return tuple(entries)


def _without(entry: Entry, number: int, names: list[str], hidden: Hidden) -> Entry:
    """The entry with its hidden counts starred."""
    starred = [(number, name) in hidden for name in names]
    return Entry(
        shown=tuple(HIDDEN if star else each for each, star in zip(entry.shown, starred, strict=True)),
        plain=tuple(HIDDEN if star else each for each, star in zip(entry.plain, starred, strict=True)),
    )


def _each(values: Sequence[Any], show: Callable[[Any], Any]) -> list[Any]:
    """A column as people see it; each different value is formatted once."""
    known = {value: show(value) for value in set(values)}
    return [known[value] for value in values]


def _shown(module: Any, disclosure: str, value: Any) -> Shown:
    if value is None:
        return ""
    return module.conceal(value) if disclosure == "surname" else module.show(value)  # type: ignore[no-any-return]


def _plain(module: Any, disclosure: str, value: Any) -> str:
    if value is None:
        return ""
    return str(module.conceal(value) if disclosure == "surname" else module.canonical(value))
