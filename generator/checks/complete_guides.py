"""Every element of a service guide says something: nothing empty, no 略, no 详见附件.

Why: the catalogue (民办函〔2019〕52号, rows 4, 8, 12) asks for matter, conditions,
standard, materials, procedure, time and place, contact; who reads a guide at home
cannot see the attachment, and an empty element is penalised (国办秘函〔2019〕19号).
"""

import re
from collections.abc import Iterator

from generator.checks import Scope
from generator.findings import Finding, finding
from generator.tables import Table
from generator.texts import WRITTEN, pieces

ALWAYS = True
_SECTION = "guides"
_PLACEHOLDER = re.compile(
    r"(?:略|无|暂无|待定|待补充?|待填|同上|见附件|详见附件|见上|[xX×*]{2,}|[-—－/／、.。…]+|TODO|todo)?"
)


def check(table: Table, scope: Scope) -> Iterator[Finding]:
    if table.kind.section != _SECTION:
        return
    for column in table.kind.columns:
        if column.type not in WRITTEN or column.name not in table.positions:
            continue
        for row, value in enumerate(table.values(column.name)):
            if value is not None and any(_PLACEHOLDER.fullmatch(text.strip("（）()")) for text in pieces(value)):
                yield finding("guide-element-empty", table.place(row, column.name))
