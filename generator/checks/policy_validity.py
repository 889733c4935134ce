"""What a policy document says of its own validity agrees with its dates, with today and with the register.

Why: people rely on 有效. A document shown as valid after its repeal misleads them,
and 《政府信息公开条例》第六条 asks for accurate information.
"""

from collections.abc import Iterator
from datetime import date

from generator.checks import Scope
from generator.findings import Finding, finding, phrase
from generator.office import LegalBasis
from generator.office.bases import Citation, find_basis
from generator.tables import Table

ALWAYS = False
_IN_FORCE, _REPEALED = "有效", "废止"
_DATES = (("effective", "施行日期"), ("repealed", "废止日期"))


def check(table: Table, scope: Scope) -> Iterator[Finding]:
    names = ("title", "document_number", "issued", "effective", "repealed", "validity")
    columns = (table.values(name) for name in names)
    for row, (title, number, issued, effective, repealed, validity) in enumerate(zip(*columns, strict=True)):
        if problem := problem_of(issued, repealed, validity, scope.today):
            yield finding("policy-validity", table.place(row, "validity"), reason=phrase(problem))
        basis = find_basis(scope.office.registers.legal_bases, Citation(title or "", number or ""))
        if basis:
            yield from _differences(table, row, basis, {"effective": effective, "repealed": repealed})


def problem_of(issued: date | None, repealed: date | None, validity: str | None, today: date) -> str:
    """The phrase that says what does not fit; empty if all does."""
    if issued and issued > today:
        return "policy-issued-later"
    if repealed and issued and repealed < issued:
        return "policy-repealed-before"
    if validity == _IN_FORCE and repealed and repealed <= today:
        return "policy-shown-valid"
    if validity == _REPEALED and not repealed:
        return "policy-no-repeal-day"
    if validity and validity != _IN_FORCE and repealed and repealed > today:
        return "policy-still-valid"
    return ""


def _differences(table: Table, row: int, basis: LegalBasis, stated: dict[str, date | None]) -> Iterator[Finding]:
    for name, title in _DATES:
        registered = getattr(basis, name)
        if stated[name] != registered and (registered or name == "repealed"):
            yield finding(
                "policy-register-differs",
                table.place(row, name if name in table.positions else "validity"),
                column=title,
                registered=registered.isoformat() if registered else phrase("empty"),
            )
