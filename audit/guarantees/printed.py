"""A PDF of a release, read once for all guarantees."""

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import pikepdf

from tests.posters.reading import Poster, Sheet, read_sheets


@dataclass(frozen=True)
class Printed:
    """`name` is its path from `site/` or `print/` on."""

    path: Path
    name: str

    @property
    def channel(self) -> str:
        return self.name.partition("/")[0]

    @property
    def tiled(self) -> bool:
        """Whether it is a poster over several sheets: a picture of one, for the printer next door."""
        return self.path.parent.name == "tiled"

    @cached_property
    def content(self) -> bytes:
        return self.path.read_bytes()

    @cached_property
    def document(self) -> pikepdf.Pdf:
        return pikepdf.open(self.path)

    @property
    def count(self) -> int:
        """How many pages it has; none if it cannot be read."""
        try:
            return len(self.document.pages)
        except pikepdf.PdfError:
            return 0

    @cached_property
    def sheets(self) -> tuple[Sheet, ...]:
        """Its pages with their text, without the places of their letters."""
        return read_sheets(self.content, places=False)

    @property
    def poster(self) -> Poster:
        return Poster(self.path, self.channel, self.path.stem, "", self.sheets)
