"""What a poster must say, from three places: the approved list, its statement, and the web page."""

import csv
import json
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import Any

from lxml import html
from python_calamine import CalamineWorkbook

from generator.kinds import Kind

Row = dict[str, str]
_LISTED = ("notice_list", "duty_board")


@dataclass(frozen=True)
class Page:
    """The web page of a notice: its table and its totals."""

    text: str
    titles: list[str]
    rows: list[list[str]]
    totals: list[tuple[str, str, str]]


@dataclass(frozen=True)
class Notice:
    """One notice that is shown today. `digest` is its statement's, `rows` are those of the list that belong to it."""

    address: str
    kind: Kind
    statement: dict[str, Any]
    digest: str
    rows: list[Row]
    page: Page

    @property
    def slug(self) -> str:
        return self.address.removeprefix("notices/").replace("/", "-")

    @property
    def look(self) -> str:
        return self.kind.posters[0].look

    @property
    def name_title(self) -> str:
        """The title of the column of persons."""
        return next(each.title for each in self.kind.columns if each.type == "person_name")

    @cached_property
    def names(self) -> list[str]:
        return [row[self.name_title] for row in self.rows]

    def table_of(self, rows: list[list[str]]) -> list[Row]:
        """Rows of a table by the title of their column."""
        return [dict(zip(self.page.titles, cells, strict=True)) for cells in rows]


def cell_text(cell: html.HtmlElement) -> str:
    """What a cell says where the table is a table: without the units of cards."""
    return "".join(cell.xpath(".//text()[not(ancestor::span[@class='card-unit'])]"))


def current_notices(data: Path, site: Path, kinds: dict[str, Kind]) -> list[Notice]:
    """Every notice with a table on the web whose posters show that table."""
    villages = {row["名称"]: row["代码"] for row in read_rows(data / "registers" / "villages.csv")}
    notices = []
    for path in sorted(data.glob("*/*/*.approval.json")):
        content = path.read_bytes()
        statement = json.loads(content)
        reference = path.name.removesuffix(".approval.json")
        kind = kinds[path.parent.name if statement["stage"] == "standing" else reference.split(".")[0]]
        if not kind.posters or kind.posters[0].look not in _LISTED:
            continue
        rows = read_rows(next(each for each in path.parent.glob(f"{reference}.*") if each.suffix in (".csv", ".xlsx")))
        for village, address in _addresses(path, kind, reference, villages):
            page = _page(site / f"{address}.html")
            if page:
                own = [row for row in rows if not village or row["村（社区）"] == village]
                notices.append(Notice(address, kind, statement, sha256(content).hexdigest(), own, page))
    return notices


def day(text: str) -> str:
    """`2026-11-05` as people write it."""
    each = date.fromisoformat(text)
    return f"{each.year}年{each.month}月{each.day}日"


def _addresses(path: Path, kind: Kind, reference: str, villages: dict[str, str]) -> list[tuple[str, str]]:
    if kind.per == "office":
        return [("", f"{kind.id}/{reference}")]
    slug = f"{kind.id}-{path.parent.name}-{reference.split('.')[1]}"
    return [(name, f"notices/{slug}-{code}") for name, code in villages.items()]


def _page(path: Path) -> Page | None:
    """`None` where there is no page or no table: not begun, or a tombstone."""
    if not path.is_file():
        return None
    tree = html.fromstring(path.read_text(encoding="utf-8"))
    tables = tree.xpath("//table[contains(@class, 'list')]")
    if not tables:
        return None
    return Page(
        text=tree.text_content(),
        titles=[each.text_content() for each in tables[0].xpath("./thead//th")],
        rows=[[cell_text(cell) for cell in row.xpath("./td")] for row in tables[0].xpath("./tbody/tr")],
        totals=[
            (each.findtext("dt"), number, each.xpath("string(dd)").removeprefix(number).strip())
            for each in tree.xpath("//dl[@class='totals']/div")
            for number in [each.xpath("string(dd/*[@class='number'])")]
        ],
    )


def read_rows(path: Path) -> list[Row]:
    """The rows of a list file, CSV or XLSX, by the titles of their columns."""
    if path.suffix == ".csv":
        with path.open(encoding="utf-8", newline="") as file:
            return list(csv.DictReader(file))
    heading, *rows = CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python()
    return [dict(zip(map(str, heading), map(str, row), strict=True)) for row in rows]
