"""Open data in three formats: the same values in each, exact, and nothing that runs."""

import csv
import io
import json
from dataclasses import replace
from datetime import date
from decimal import Decimal
from random import Random
from zipfile import ZipFile

import pytest
from python_calamine import CalamineWorkbook

from generator.edition.open_formats import as_csv, as_json, as_xlsx, harmless
from generator.edition.open_lists import OpenList
from generator.notices import Column
from tests.unit.test_hostile_values import HOSTILE, edition_with

COLUMNS = (
    Column("village", "村（社区）", "", "left", "village"),
    Column("household_head", "户主姓名", "", "left", "person_name"),
    Column("persons_covered", "保障人口", "人", "right", "count"),
    Column("monthly_amount", "月保障金额", "元", "right", "money"),
)
ROWS = (
    ("望山村", "张某", "3", "1280.00"),
    ("望山村", "欧阳某某", "*", "99999999999.99"),
    ("街心社区", "买某·某", "0", "0.10"),
)


def table(*rows: tuple[str, ...]) -> OpenList:
    facts = replace(edition_with("x").notices[0].facts, title="名单")
    return OpenList("x", "名单", facts, COLUMNS, rows, (), (), date(2026, 11, 10))


def read_csv(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def read_xlsx(content: bytes) -> list[list[object]]:
    book = CalamineWorkbook.from_filelike(io.BytesIO(content))
    assert len(book.sheet_names) == 1
    return book.get_sheet_by_index(0).to_python()


def test_the_formats_agree():
    titles = [column.title for column in COLUMNS]
    assert read_csv(as_csv(table(*ROWS))) == [titles, *map(list, ROWS)]
    assert read_xlsx(as_xlsx(table(*ROWS))) == [
        titles,
        ["望山村", "张某", 3.0, 1280.0],
        ["望山村", "欧阳某某", "*", 99999999999.99],
        ["街心社区", "买某·某", 0.0, 0.1],
    ]
    assert [list(row.values()) for row in json.loads(as_json(table(*ROWS)))] == [
        ["望山村", "张某", 3, "1280.00"],
        ["望山村", "欧阳某某", "*", "99999999999.99"],
        ["街心社区", "买某·某", 0, "0.10"],
    ]


def test_amounts_in_a_workbook_are_exact_to_the_fen():
    random = Random(7)
    amounts = [f"{Decimal(random.randrange(10 ** random.randint(1, 14))) / 100:.2f}" for _ in range(500)]
    _, *rows = read_xlsx(as_xlsx(table(*(("村", "张某", "1", each) for each in amounts))))
    assert [f"{Decimal(str(row[3])):.2f}" for row in rows] == amounts


@pytest.mark.parametrize("text", [*HOSTILE, "＝1+1", "－1", "\n=1", "+86", "-2"])
def test_nothing_runs(text):
    row = (text, text, "1", "1.00")
    assert read_csv(as_csv(table(row)))[1][0] == harmless(text)
    assert not harmless(text).startswith(("=", "+", "-", "@", "\t", "\n", "＝", "＋", "－", "＠"))
    assert json.loads(as_json(table(row)))[0]["户主姓名"] == text
    workbook = as_xlsx(table(row))
    assert read_xlsx(workbook)[1][0] == text
    assert "<f>" not in sheet_xml(workbook)


def sheet_xml(workbook: bytes) -> str:
    with ZipFile(io.BytesIO(workbook)) as archive:
        return archive.read("xl/worksheets/sheet1.xml").decode("utf-8")


def test_the_same_list_gives_the_same_bytes():
    assert as_xlsx(table(*ROWS)) == as_xlsx(table(*ROWS))
