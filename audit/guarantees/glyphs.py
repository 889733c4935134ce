"""No glyph is missing: letters are shown from embedded fonts, and none is glyph 0 (.notdef) or stands for no character.

pymupdf reads them, as any viewer that is not the one that drew them.
"""

from collections import Counter
from collections.abc import Iterator

import pymupdf

from audit.guarantees.known import Known
from audit.guarantees.printed import Printed
from tests.posters.documents import fonts, is_embedded

TITLE = "every glyph there, fonts embedded"
_NOTDEF, _UNKNOWN = 0, 0xFFFD


def concerns(printed: Printed, known: Known) -> bool:
    return True


def objections(printed: Printed, known: Known) -> Iterator[str]:
    found = fonts(printed.document)
    if not found:
        yield "no fonts"
    foreign = {str(each.BaseFont) for each in found if not is_embedded(each)}
    yield from (f"font {each} is not embedded" for each in sorted(foreign))
    with pymupdf.open(printed.path) as document:
        for number, page in enumerate(document, start=1):
            missing = Counter(letter for letter, glyph in _shown(page) if glyph == _NOTDEF or letter == _UNKNOWN)
            for letter, times in missing.items():
                yield f"page {number}: no glyph for U+{letter:04X}, {times} times"


def _shown(page: pymupdf.Page) -> Iterator[tuple[int, int]]:
    """Character and glyph of every letter of a page, invisible ones too."""
    return ((letter[0], letter[1]) for span in page.get_texttrace() for letter in span["chars"])
