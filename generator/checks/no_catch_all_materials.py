"""A service guide names every document an applicant must bring; it never says 其他材料.

Why: a catch-all sends people home for one more paper. 国办秘函〔2019〕19号 inspects
the list of documents and counts 其他, 有关, 相关 and 等 in it as a fault.
"""

import re
from collections.abc import Iterator

from generator.checks import Scope
from generator.findings import Finding, finding
from generator.tables import Table

ALWAYS = True
_COLUMN = "required_documents"
_THINGS = "(?:证明|申请|佐证|辅助)?(?:材料|资料|文件|证件|证明|手续)"
_CATCH_ALL = re.compile(
    rf"(?:其他|其它|相关|有关|必要的?|所需的?|规定的?|其余)(?:的|相关|有关|必要)*{_THINGS}"
    rf"|等(?:其他|其它|相关|有关|的)*{_THINGS}"
    r"|等$|其他$|其它$|等等"
)


def check(table: Table, scope: Scope) -> Iterator[Finding]:
    if _COLUMN not in table.positions:
        return
    for row, documents in enumerate(table.values(_COLUMN)):
        for document in documents or ():
            # The first part names the document; the others say how many and where from.
            name = document if isinstance(document, str) else document[0]
            if found := catch_all(name):
                yield finding("guide-catch-all", table.place(row, _COLUMN), words=found)


def catch_all(document: str) -> str:
    """The words of a document's name that name no document; empty if there are none."""
    found = _CATCH_ALL.search(document)
    return found[0] if found else ""
