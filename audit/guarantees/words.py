"""Every text that a sheet is made of can be extracted, as often as it was given: of boards, cards, leaflets, books.

The texts are those that a build today would set; lists are held against their sources besides, in `entries`.
"""

from collections.abc import Iterator

from audit.guarantees.known import Known
from audit.guarantees.printed import Printed
from generator.rendering.readback import lost_texts

TITLE = "every text of every sheet extractable"


def concerns(printed: Printed, known: Known) -> bool:
    return not printed.tiled


def objections(printed: Printed, known: Known) -> Iterator[str]:
    sheet = known.planned.get(printed.name)
    if sheet is None:
        yield "no sheet that a build makes today"
        return
    lost = lost_texts(printed.content, sheet.texts)
    yield from (f"“{each}” is not there as often as it must be" for each in lost)
