"""A way of asking leads to something that exists.

Why: words that lead to a page which was renamed or never was find nothing, and
nobody notices. Pages of the site itself (`funds`, `approvals`) are not looked at here.
"""

from collections.abc import Iterator

from generator.checks import Scope
from generator.findings import Finding, Place, finding
from generator.office.search_words import SEARCH_WORDS


def check_office(scope: Scope) -> Iterator[Finding]:
    there = _pages(scope)
    for each in scope.office.search_words:
        if "/" in each.page and each.page not in there:
            place = Place(SEARCH_WORDS, line=each.row, column="页面")
            yield finding("search-word-nowhere", place, words=each.words, page=each.page)


def _pages(scope: Scope) -> frozenset[str]:
    """Addresses of kinds, rounds, villages and standing lists."""
    codes = [village.code for village in scope.office.registers.villages]
    there = {"villages/index", *(f"villages/{code}" for code in codes)}
    there |= {f"kinds/{kind}" for kind in scope.kinds} | {f"rounds/{name}" for name in scope.office.rounds}
    for table in scope.tables:
        if not table.listing.round:
            address = table.listing.reference.removeprefix("standing/")
            there |= {f"{address}-{code}" for code in codes} if table.kind.per == "village" else {address}
    return frozenset(there)
