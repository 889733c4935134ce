"""The register of objections fits the lists, its days make sense, and nothing in it is overdue.

Why: an objection stops the announcement until it is closed (《最低生活保障审核确认办法》;
特困人员认定办法 gives 15 working days); one entered for no list, or never closed, stops
nothing or everything. What a row says wrongly is never repeated: it might be a name.
"""

import difflib
from collections.abc import Iterator, Mapping

from generator.approvals import BrokenStatement, load_statement
from generator.checks import Scope
from generator.findings import Finding, Phrase, finding, phrase
from generator.office import Objection
from generator.office.calendar import UnknownYear
from generator.office.objection_deadlines import objection_deadline
from generator.tables import Table

_IN_HAND = "核查中"


def check_office(scope: Scope) -> Iterator[Finding]:
    lists = {table.listing.reference: table for table in scope.tables}
    villages = scope.office.registers.names("villages")
    rows: dict[str, int] = {}
    for objection in scope.office.objections:
        first = rows.setdefault(objection.id, objection.row)
        if first != objection.row:
            yield finding("register-repeated", objection.place("编号"), column="编号", first=first)
        if objection.village and objection.village not in villages:
            yield finding("register-value", objection.place(), key="村（社区）")
        yield from _days(objection, scope)
        yield from _period(objection, lists)


def _days(objection: Objection, scope: Scope) -> Iterator[Finding]:
    if wrong := _wrong_days(objection, scope):
        yield finding("objection-dates", objection.place(), reason=phrase(wrong))
    if objection.closed:
        return
    try:
        deadline = objection_deadline(scope.office, objection)
    except UnknownYear as unknown:
        yield finding("register-holidays", objection.place(), year=unknown.year)
        return
    if deadline and deadline < scope.today:
        yield finding("objection-overdue", objection.place(), number=objection.id, day=deadline.isoformat())


def _wrong_days(objection: Objection, scope: Scope) -> str:
    closed = objection.closed
    if (objection.outcome == _IN_HAND) is (closed is not None):
        return "objection-half-closed"
    if closed and closed < objection.received:
        return "objection-closed-before"
    return "objection-closed-ahead" if closed and closed > scope.today else ""


def _period(objection: Objection, lists: Mapping[str, Table]) -> Iterator[Finding]:
    """Objections to what is no list, and those that came when the list was not on notice."""
    table = lists.get(objection.list)
    if table is None:
        near = difflib.get_close_matches(objection.list, lists, n=1)
        hint: Phrase | str = phrase("did-you-mean", name=near[0]) if near else ""
        yield finding("objection-list-unknown", objection.place("名单"), hint=hint)
        return
    try:
        statement = load_statement(table.listing.statement_path)
    except (FileNotFoundError, BrokenStatement):
        return  # the approval gate says what is wrong
    # The period of a corrected list began earlier than its statement says.
    too_early = objection.received < statement.first_day and statement.correction is None
    if too_early or (statement.last_day and objection.received > statement.last_day):
        yield finding("objection-outside-period", objection.place("收到日期"), number=objection.id)
