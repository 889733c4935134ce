"""Reading a finished PDF back: its text must hold what went in."""

import re
from collections.abc import Iterable

import pypdfium2

_SPACE = re.compile(r"\s+")


def pdf_text(pdf: bytes) -> str:
    """The text of every page."""
    with pypdfium2.PdfDocument(pdf) as document:
        return "\n".join(page.get_textpage().get_text_range() for page in document)


def lost_texts(pdf: bytes, texts: Iterable[str]) -> list[str]:
    """Those of `texts` that cannot be extracted again; white space does not count."""
    found = _compact(pdf_text(pdf))
    return [text for text in texts if _compact(text) not in found]


def _compact(text: str) -> str:
    return _SPACE.sub("", text)
