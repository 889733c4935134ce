"""What is known of an office and its release, beside the PDFs: what they must agree with."""

import json
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path

from lxml import html

from generator.detection.names import Names, prepare
from generator.detection.normalise import normalise
from generator.edition import looks
from generator.edition.print_files import poster_file
from generator.edition.printed import board_sheets
from generator.edition.sheets import Sheet
from generator.examination import examine
from generator.kinds import Kind, load_kinds
from generator.office import Size
from generator.office.sizes import load_sizes
from generator.pipeline import editions
from generator.project import Project
from generator.rendering import make_press
from tests.people import everybody
from tests.posters.codes import site_url
from tests.posters.sources import Notice, current_notices


@dataclass(frozen=True)
class Known:
    """`office` has the data, `built` the folders `site/` and `print/` made of them."""

    office: Path
    built: Path

    @cached_property
    def project(self) -> Project:
        return Project(self.office)

    @cached_property
    def today(self) -> date:
        """The day of the release, as it says itself."""
        return date.fromisoformat(json.loads((self.built / "site/release.json").read_text(encoding="utf-8"))["today"])

    @cached_property
    def kinds(self) -> dict[str, Kind]:
        return load_kinds(self.project)[0]

    @cached_property
    def sizes(self) -> dict[str, Size]:
        return load_sizes(self.project)[0]

    @cached_property
    def site_url(self) -> str:
        return site_url(self.office)

    @cached_property
    def notices(self) -> dict[str, Notice]:
        """Every notice of today whose posters show its list or its duties, by the address that they print."""
        found = current_notices(self.office / "data", self.built / "site", self.kinds)
        return {f"{self.site_url}{each.address}.html": each for each in found}

    @cached_property
    def people(self) -> frozenset[str]:
        """Everybody on any list, normalised."""
        return frozenset(map(normalise, everybody(self.office / "data", self.kinds)))

    @cached_property
    def names(self) -> Names | None:
        """The same, to be found in texts; `None` if there is nobody."""
        return prepare(self.people)

    @cached_property
    def counts(self) -> dict[str, int]:
        """How many sheets the print room says that a PDF has."""
        files = self._print_room.xpath("//li[@data-sheets]")
        return {f"print/{each.xpath('string(a[1]/@href)')}": int(each.get("data-sheets")) for each in files}

    @cached_property
    def planned(self) -> dict[str, Sheet]:
        """The sheet of every PDF that a build makes today, by name; tiles are made of those."""
        web, board = editions(examine(self.project, self.today), self.today)
        press = make_press(self.project)
        channels = {"site": looks.sheets(web, press), "print": board_sheets(board, press)}
        return {
            f"{folder}/{poster_file(sheet, size)}": sheet
            for folder, sheets in channels.items()
            for sheet in sheets
            for size in sheet.sizes
        }

    @property
    def promised(self) -> set[str]:
        """Every PDF that must be there: what a build makes, and what the print room links to."""
        linked: list[str] = self._print_room.xpath("//a/@href[contains(., '.pdf')]")
        return {*self.planned, *(f"print/{each}" for each in linked)}

    @cached_property
    def _print_room(self) -> html.HtmlElement:
        return html.fromstring((self.built / "print/index.html").read_text(encoding="utf-8"))
