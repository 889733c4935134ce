"""Reading a finished PDF back: its text must hold what went in."""

import re
from collections import Counter
from collections.abc import Iterable

import pypdfium2

_SPACE = re.compile(r"\s+")


def pdf_text(pdf: bytes) -> str:
    """The text of every page."""
    with pypdfium2.PdfDocument(pdf) as document:
        return "\n".join(page.get_textpage().get_text_range() for page in document)


def sheet_count(pdf: bytes) -> int:
    """How many pages there are."""
    with pypdfium2.PdfDocument(pdf) as document:
        return len(document)


def lost_texts(pdf: bytes, texts: Iterable[str]) -> list[str]:
    """Those of `texts` that cannot be extracted again as often as they went in; white space does not count."""
    found = _compact(pdf_text(pdf))
    wanted = Counter(compact for text in texts if (compact := _compact(text)))
    return [text for text, times in wanted.items() if found.count(text) < times]


def _compact(text: str) -> str:
    return _SPACE.sub("", text)
