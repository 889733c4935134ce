"""CSV in UTF-8 (with or without a byte order mark) or GB18030."""

import csv
import io
from collections.abc import Iterable

from generator.findings import Place, finding
from generator.sources.sheet import Sheet, Unreadable, grid_sheet

_ENCODINGS = ("utf-8-sig", "gb18030")


def parse(content: bytes, file: str) -> Sheet:
    """The whole file as one sheet; raises `Unreadable` for a wrong encoding or broken quoting."""
    text = decoded(content, _ENCODINGS)
    if text is None:
        raise Unreadable(finding("file-encoding", Place(file)))
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    try:
        return grid_sheet(content, file, "", list(reader))
    except csv.Error as error:
        raise Unreadable(finding("csv-broken", Place(file, line=reader.line_num))) from error


def decoded(content: bytes, encodings: Iterable[str]) -> str | None:
    """The text in the first of the encodings that fits; `None` if none does."""
    for encoding in encodings:
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        # UTF-16 decodes as GB18030 without complaint, but leaves NULs.
        if "\0" not in text:
            return text
    return None
