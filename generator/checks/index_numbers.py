"""An index number has a known form, belongs to one document, and never changes.

Why: 索引号 is how a portal, a search engine and a reader's note find a document
again. It is stored, never computed anew. What was once given stands in
`data/registers/index_numbers.csv`, where approval writes it: so a later change of
the number, or giving it to another document, shows, also after the first
document has been withdrawn.
"""

import re
from collections.abc import Iterator

from stdnum.cn import uscc

from generator.checks import Scope
from generator.findings import Finding, finding
from generator.index_numbers import COLUMN, index_numbers

# The grammars in use on portals: 640104-001/2020-00011, 003031160/201802-00083, 统一社会信用代码/202603-5.
_FORM = re.compile(
    r"(?:[0-9]{6}-[0-9]{3}|[0-9A-Z]{9}|(?P<code>[0-9A-Z]{18}))/(?P<year>20[0-9]{2})(?P<month>0[1-9]|1[0-2])?-[0-9]{1,6}"
)


def check_office(scope: Scope) -> Iterator[Finding]:
    recorded = {entry.document: entry.number for entry in scope.office.registers.index_numbers}
    owners = {entry.number: entry for entry in scope.office.registers.index_numbers}
    seen: dict[str, str] = {}
    for table in scope.tables:
        for row, document, number in index_numbers(table):
            place = table.place(row, COLUMN)
            if not has_known_form(number, scope.today.year):
                yield finding("index-number-form", place)
            if seen.setdefault(number, document) != document:
                yield finding("index-number-twice", place, number=number, other=seen[number])
            if recorded.get(document, number) != number:
                yield finding("index-number-changed", place, number=number, recorded=recorded[document])
            elif number in owners and owners[number].document != document:
                yield finding("index-number-reused", place, number=number, other=owners[number].document)
            elif document not in recorded:
                yield finding("index-number-unrecorded", place, number=number)


def has_known_form(number: str, year: int) -> bool:
    """Whether a number follows one of the grammars, with a year until `year` and a valid credit code."""
    found = _FORM.fullmatch(number)
    return bool(found and int(found["year"]) <= year and (not found["code"] or uscc.is_valid(found["code"])))
