"""What is judged: the built sample office, as files and as a served site."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from audit.tools import FOLDER
from tests.browser.places import ONE_OF_EACH, find


@dataclass(frozen=True)
class Sample:
    """`folder` holds `site/` and `print/`; `address` is where `site/` is served, under a sub-path.

    `office` is the folder with the data they were made of.
    """

    folder: Path
    address: str
    office: Path = FOLDER.parent

    @property
    def site(self) -> Path:
        return self.folder / "site"

    @cached_property
    def pages(self) -> tuple[Path, ...]:
        """Every whole page that people open, the print room's with them."""
        fragments = self.site / "fragments"
        found = (*self.site.rglob("*.html"), *(self.folder / "print").rglob("*.html"))
        return tuple(sorted(each for each in found if not each.is_relative_to(fragments)))

    @cached_property
    def posters(self) -> tuple[Path, ...]:
        """Every PDF of both folders."""
        return tuple(path for name in ("print", "site") for path in sorted((self.folder / name).rglob("*.pdf")))

    @cached_property
    def templates(self) -> tuple[tuple[str, Path], ...]:
        """One page of each template, under the name that the browser tests give it."""
        return tuple((name, find(self.folder, name)) for name in ONE_OF_EACH)

    def served(self) -> Iterator[tuple[str, str]]:
        """The same with addresses; the print room, which is never deployed, is not among them."""
        for name, path in self.templates:
            if path.is_relative_to(self.site):
                yield name, self.address + path.relative_to(self.site).as_posix()

    def name(self, path: Path | str) -> str:
        """A page as people write it: from `site/` or `print/` on."""
        return str(path).removeprefix(f"{self.folder}/")
