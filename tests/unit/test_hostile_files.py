"""Hostile text in every column: how much of it is refused, what a second parser reads, and that files stay whole."""

import csv
import io
import json
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import html5lib
import pytest

from generator.checks import plain_text, printable
from generator.columns import Raw, Rejected, column_type
from generator.kinds import KindColumn
from generator.office.fonts import characters, font_folders
from generator.project import Project
from generator.sources import Sheet
from generator.sources.listings import Listing
from generator.tables import Table
from tests.checks.sample_scope import sample, with_tables
from tests.conftest import REPOSITORY
from tests.hostile import HARMLESS, TEXTS, VALUES, made

FORMULA = ("=", "+", "-", "@", "\t", "\r")
GLYPHS = characters(font_folders(Project(REPOSITORY)))
# What has passed the checks for characters: the rest can stand in no file that is read on.
DRAWN = [each for each in VALUES if GLYPHS.issuperset(map(ord, each))]


def raw(column: KindColumn, value: str) -> Raw:
    """The cell as a file would hold it."""
    if column.type == "parts":
        return [dict.fromkeys(column.parts, value)]
    return [value] if column.type == "list" else value


def table(kind: str) -> Table:
    """A list with every hostile value in every column, each cell read by its type."""
    columns, file = sample().kinds[kind].columns, f"{kind}.csv"
    rows = tuple(tuple(raw(column, value) for column in columns) for value in VALUES)
    header = tuple(column.title for column in columns)
    return Table(
        listing=Listing(Path(file), file, kind, "standing"),
        kind=sample().kinds[kind],
        sheet=Sheet(file, "", "", header, rows, tuple(range(2, len(rows) + 2))),
        columns={column.name: [_value(column, raw(column, value)) for value in VALUES] for column in columns},
        positions={column.name: index for index, column in enumerate(columns)},
        surplus=(),
        unread=frozenset(),
    )


def _value(column: KindColumn, cell: Raw) -> object:
    try:
        return column_type(column.type).parse(cell, column.options)
    except Rejected:
        return None


@pytest.fixture(scope="module")
def refused() -> dict[str, tuple[int, int]]:
    """Of each type of column: cells that were refused by the type or a check, and all cells."""
    counts: dict[str, tuple[int, int]] = {}
    for kind in sample().kinds.values():
        read = table(kind.id)
        scope = with_tables(read, characters=lambda: GLYPHS)
        found = {
            (each.place.column, each.place.cell)
            for check in (plain_text, printable)
            for each in check.check(read, scope)
        }
        for column in kind.columns:
            unread = sum(value is None for value in read.values(column.name))
            named = sum(title == column.title for title, _ in found)
            before = counts.get(column.type, (0, 0))
            counts[column.type] = (before[0] + unread + named, before[1] + len(VALUES))
    return counts


def test_numbers_days_and_words_of_a_list_are_never_hostile(refused):
    """So only columns of text can carry it to a page."""
    others = {name: count for name, count in refused.items() if name not in TEXTS}
    assert others
    assert all(count == cells for count, cells in others.values()), others


def test_most_is_refused_before_it_reaches_a_page(refused):
    """Text is not refused for a quotation mark or a brace; markup, code and unseen characters are."""
    for name in ("text", "list", "parts", "units"):
        count, cells = refused[name]
        assert 0.75 < count / cells < 1, (name, count, cells)
    assert refused["person_name"][0] > 0.99 * refused["person_name"][1]


def test_a_second_parser_reads_the_same():
    """html5lib: every value is the text of a cell, and no element or attribute is there that harmless text has not."""
    path = "site/notices/charity_use-2026-10-announcement.html"
    hostile, harmless = (
        html5lib.parse(made("charity_use", values)[path].make().body, namespaceHTMLElements=False)
        for values in (DRAWN, HARMLESS[: len(DRAWN)])
    )
    shapes = [[(each.tag, sorted(each.attrib)) for each in tree.iter()] for tree in (hostile, harmless)]
    assert shapes[0] == shapes[1]
    assert {each.text for each in hostile.iter("td")}.issuperset(DRAWN)


def test_tables_run_no_formula():
    """CSV and XLSX: no cell begins like a formula, none is one, and the text is there but for an apostrophe in front."""
    files = {
        path: each.make() for path, each in made("charity_use", DRAWN).items() if path.startswith("site/downloads/")
    }
    (content,) = [each for path, each in files.items() if path.endswith(".csv")]
    cells = {cell for row in csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")) for cell in row}
    assert not [cell for cell in cells if cell.startswith(FORMULA)]
    assert all(value in cells or f"'{value}" in cells for value in DRAWN)
    for path, content in files.items():
        if path.endswith(".xlsx"):
            with zipfile.ZipFile(io.BytesIO(content)) as book:
                assert not [
                    name for name in book.namelist() if b"<f>" in book.read(name) or b"hyperlink" in book.read(name)
                ]
        if path.endswith(".json"):
            assert json.loads(content)


@pytest.mark.parametrize("kind", ["policy_document", "service_guide"])
def test_feeds_stay_whole(kind):
    """A record is called by its own text: the feed is still XML and says it."""
    feed = ElementTree.fromstring(made(kind, DRAWN)["site/feed.xml"].make())
    titles = [each.text for each in feed.iter("{http://www.w3.org/2005/Atom}title")]
    assert {each.strip() for each in titles}.issuperset(each.strip() for each in DRAWN)
