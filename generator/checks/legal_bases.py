"""Nobody may rely on a legal basis that has been repealed, nor on one that the register does not know.

Why: catalogues in use still cite 民发〔2012〕220号 and 民发〔2016〕178号, both
repealed on 2021-07-01 by 民发〔2021〕57号 and 〔2021〕43号; a decision under a repealed
rule can be set aside (《行政复议法》第六十四条). The register of legal bases holds the
dates and the successors. A text that itself says that a basis is repealed, and
the record of the repealed document, may name it.
"""

import re
from collections.abc import Iterator

from generator.checks import Scope
from generator.findings import Finding, Place, finding, phrase
from generator.office import LegalBasis
from generator.office.bases import Citation, citations, find_basis, is_same_number, successor_in_force
from generator.tables import Table
from generator.texts import kind_place

_COLUMN = "legal_bases"
_CLAUSE_END = re.compile(r"[，。；！？,;\n]")
_SAYS_SO = re.compile(r"废止|失效|停止执行|不再执行|不再适用|不再施行|接替|取代|代替")


def check_office(scope: Scope) -> Iterator[Finding]:
    for kind in scope.kinds.values():
        for title in kind.legal_bases:
            yield from _relied_on(title, kind_place(kind), scope)
    for table in scope.tables:
        yield from _listed(table, scope)
    own = _documents(scope)
    bases, known = scope.office.registers.legal_bases, dict[Citation, LegalBasis | None]()
    for text in scope.texts:
        if text.source == "register":
            continue  # the register is where repealed bases stand
        for citation in citations(text.text):
            basis = known[citation] if citation in known else find_basis(bases, citation)
            known[citation] = basis
            if basis is None or _says_so(text.text, citation) or basis.title in own.get(text.place.file, ()):
                continue
            yield from _repealed(basis, text.place, scope)
            yield from _misnumbered(basis, citation, text.place)


def _says_so(text: str, citation: Citation) -> bool:
    """Whether the clause that cites says that the basis is repealed; what the rest of the text says does not count."""
    return any(_SAYS_SO.search(clause) and citation in citations(clause) for clause in _CLAUSE_END.split(text))


def _relied_on(title: str, place: Place, scope: Scope) -> Iterator[Finding]:
    """A basis named as such: it must be known, and in force."""
    number = next((each.number for each in citations(title) if each.number), "")
    basis = find_basis(scope.office.registers.legal_bases, Citation(title, number))
    if basis is None:
        yield finding("legal-basis-unknown", place, title=title)
        return
    yield from _repealed(basis, place, scope)
    if basis.effective and basis.effective > scope.today:
        yield finding("legal-basis-not-yet", place, title=basis.title, day=basis.effective.isoformat())


def _listed(table: Table, scope: Scope) -> Iterator[Finding]:
    """The bases a guide lists."""
    if _COLUMN in table.positions:
        for row, titles in enumerate(table.values(_COLUMN)):
            for title in titles or ():
                yield from _relied_on(title, table.place(row, _COLUMN), scope)


def _repealed(basis: LegalBasis, place: Place, scope: Scope) -> Iterator[Finding]:
    if basis.repealed and basis.repealed <= scope.today:
        title = successor_in_force(scope.office.registers.legal_bases, basis, scope.today)
        successor = phrase("basis-successor", title=title) if title else phrase("basis-none")
        yield finding(
            "legal-basis-repealed",
            place,
            title=basis.title,
            number=basis.document_number,
            day=basis.repealed.isoformat(),
            successor=successor,
        )


def _misnumbered(basis: LegalBasis, citation: Citation, place: Place) -> Iterator[Finding]:
    """A title with the number of another document behind it."""
    by_title = citation.title and basis.title == citation.title
    if by_title and citation.number and not is_same_number(citation.number, basis.document_number):
        yield finding("legal-basis-number", place, title=basis.title, number=basis.document_number)


def _documents(scope: Scope) -> dict[str, set[str]]:
    """The bases whose own record a file is."""
    own: dict[str, set[str]] = {}
    for table in scope.tables:
        if not {"title", "document_number"} <= set(table.positions):
            continue
        for title, number in zip(table.values("title"), table.values("document_number"), strict=True):
            basis = find_basis(scope.office.registers.legal_bases, Citation(title or "", number or ""))
            if basis:
                own.setdefault(table.listing.file, set()).add(basis.title)
    return own
