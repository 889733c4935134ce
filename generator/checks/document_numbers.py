"""Document numbers are written 代字〔YYYY〕N号, and one number belongs to one document.

Why: GB/T 9704-2012, 7.2.5: the year in full between hexagonal brackets 〔〕, the
number without 第 and without leading zeros. People look a document up by its
number; [ ], ( ) or 05 finds nothing. A number used twice makes one of two
decisions impossible to find.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import date

from generator.approvals import BrokenStatement, load_statement
from generator.checks import Scope
from generator.findings import Finding, Phrase, Place, Word, finding, phrase
from generator.office.registers import register_place
from generator.texts import round_place

_BROAD = re.compile(
    r"(?P<issuer>[\u4e00-\u9fff]{1,14})(?P<open>[〔\[［【（(〈<﹝「]?)(?P<space> ?)(?P<year>[0-9０-９]{4})(?P<gap> ?)"
    r"(?P<close>[〕\]］】）)〉>﹞」]?)(?P<after> ?)(?P<ordinal>第?)(?P<number>[0-9０-９]{1,5})(?P<end> ?号?)"
)
_STRICT = re.compile(r"[\u4e00-\u9fff]{1,14}〔[0-9]{4}〕[1-9][0-9]{0,4}号")
# A number in running text counts as one only with brackets round its year; rooms and windows are numbered too.
_IN_TEXT = re.compile(
    r"[发函办字令规示救纪通告医保][〔\[［【(（〈<﹝]\s?[0-9０-９]{4}\s?[〕\]］】）)〉>﹞]\s?第?[0-9０-９]{1,5}\s?号(?![楼窗门室院])"
)
_ISSUER = re.compile(r"[\u4e00-\u9fff]{0,10}$")
_WIDE = str.maketrans("０１２３４５６７８９", "0123456789")
_OLDEST = 1949
_COLUMN, _HEADING = "document_number", "文号"


def check_office(scope: Scope) -> Iterator[Finding]:
    numbers = tuple(_numbers(scope))
    for place, number, _ in numbers:
        if faults := faults_of(number, scope.today):
            yield finding("document-number-form", place, faults=faults, expected=corrected(number))
    for text in scope.texts:
        for found in _IN_TEXT.finditer(text.text):
            issuer = _ISSUER.search(text.text, 0, found.start())
            number = (issuer[0] if issuer else "") + found[0]
            # Those in a place of their own were read above.
            if (faults := faults_of(number, scope.today)) and text.place.column != _HEADING:
                yield finding("document-number-form", text.place, faults=faults, expected=corrected(number))
    yield from _used_twice(numbers)


def faults_of(number: str, today: date) -> tuple[Word, ...]:
    """What is wrong with a number of the form 代字〔YYYY〕N号; nothing for 国务院令第711号 and the like."""
    found = _BROAD.fullmatch(number.strip())
    if not found:
        return ()
    faults: list[Phrase] = []
    wrong = [sign for sign, right in ((found["open"], "〔"), (found["close"], "〕")) if sign != right]
    if any(wrong):
        faults.append(phrase("number-brackets", signs="".join(wrong)))
    elif wrong:
        faults.append(phrase("number-no-brackets"))
    if found["ordinal"]:
        faults.append(phrase("number-ordinal"))
    if found["number"].translate(_WIDE).startswith("0"):
        faults.append(phrase("number-zero"))
    if not found["end"].strip():
        faults.append(phrase("number-no-end"))
    if any(found[name] for name in ("space", "gap", "after")) or found["end"].startswith(" "):
        faults.append(phrase("number-space"))
    if found["year"].translate(_WIDE) + found["number"].translate(_WIDE) != found["year"] + found["number"]:
        faults.append(phrase("number-wide"))
    if not _OLDEST <= int(found["year"].translate(_WIDE)) <= today.year:
        faults.append(phrase("number-year", year=found["year"]))
    return tuple(faults)


def corrected(number: str) -> str:
    """The number as it ought to be written."""
    found = _BROAD.fullmatch(number.strip())
    if not found:
        return number
    year, count = found["year"].translate(_WIDE), int(found["number"].translate(_WIDE))
    return f"{found['issuer']}〔{year}〕{count}号"


def _numbers(scope: Scope) -> Iterator[tuple[Place, str, str]]:
    """Every document number that stands in a place of its own, with what tells documents apart: a title or a day."""
    for table in scope.tables:
        if _COLUMN in table.positions:
            title = "title" if "title" in table.positions else _COLUMN
            for row, (number, name) in enumerate(zip(table.values(_COLUMN), table.values(title), strict=True)):
                if number:
                    yield table.place(row, _COLUMN), number, f"《{name}》"
    for name, record in scope.office.rounds.items():
        for stage in record.stages.values():
            yield round_place(name), stage.document_number, f"{stage.decided_by} {stage.decided_on}"
            if stage.minutes:
                yield round_place(name), stage.minutes, ""
    for basis in scope.office.registers.legal_bases:
        yield register_place("legal_bases", basis, _HEADING), basis.document_number, f"《{basis.title}》"
    yield from _of_statements(scope)


def _of_statements(scope: Scope) -> Iterator[tuple[Place, str, str]]:
    for table in scope.tables:
        if table.listing.stage != "standing":
            continue  # the others carry the number of their round
        try:
            statement = load_statement(table.listing.statement_path)
        except (FileNotFoundError, BrokenStatement):
            continue  # the approval gate reports both
        place = Place(f"{table.listing.file.rpartition('/')[0]}/{table.listing.statement_path.name}")
        yield place, statement.document_number, f"{statement.decided_by} {statement.decided_on}"
        if statement.minutes:
            yield place, statement.minutes, ""


def _used_twice(numbers: Iterable[tuple[Place, str, str]]) -> Iterator[Finding]:
    """Numbers of two documents. The register and a record of the same title are one document."""
    first: dict[str, tuple[str, Place]] = {}
    for place, number, document in numbers:
        if not document or not _STRICT.fullmatch(number):
            continue
        other, where = first.setdefault(number, (document, place))
        if other != document and other.startswith("《") == document.startswith("《"):
            yield finding("document-number-twice", place, number=number, first=str(where))
