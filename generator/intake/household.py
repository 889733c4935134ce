"""Members of a household that stand in rows of their own are not on the list: only its head or applicant is.

Authority: 《最低生活保障审核确认办法》第二十四条 publishes the applicant's name; members' names are private
(《社会救助法》第十一条).
"""

import re
from collections.abc import Iterator, Sequence

from generator.columns import is_blank, written
from generator.findings import Finding, finding
from generator.intake.grid import Grid
from generator.intake.headings import Header, key
from generator.intake.matching import Matching
from generator.intake.rows import Row
from generator.writing.cells import strip_spaces

# 与户主关系, 与申请人关系, 家庭关系; not the relation of a guardian or of somebody who collects for another.
_RELATION = re.compile("(?!.*(?:监护|代领|代办|代理|联系人|劳动|抚养|扶养|赡养)).*关系")
_HEAD = re.compile(r"(?:(?:申请人|户主)?本人|户主|申请人)(?:[或/、(（](?:本人|户主|申请人)[)）]?)?")


def member_rows(grid: Grid, rows: Sequence[Row], header: Header, matching: Matching) -> Iterator[tuple[int, Finding]]:
    """Rows (from 0) whose relation is neither 本人 nor 户主 nor empty, each with its finding.

    A relation under the members' own group says nothing of the row: there the head has columns of its own.
    """
    for dropped in matching.dropped:
        heading = header.headings[dropped.index]
        if not _RELATION.fullmatch(key(heading.text)) or heading.of_another:
            continue
        for row in rows:
            cell = row.cells[dropped.index]
            if row.sort == "entry" and not is_blank(cell) and not _HEAD.fullmatch(strip_spaces(written(cell))):
                yield row.number, finding("raw-member-row", grid.place(row.number, dropped.index, heading.text))
