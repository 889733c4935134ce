"""Reading files: the same sheet whatever the format and encoding."""

import io
from datetime import date, datetime

import pytest
import xlsxwriter

from generator.sources import formats, read
from generator.sources.sheet import _letters

HEADING = ["村（社区）", "姓名", "金额"]
ROWS = [["望山村", "甄有田", "880.50"], ["街心社区", "NA", "12"]]
TEXT = "\n".join(",".join(row) for row in [HEADING, *ROWS]) + "\n"


def workbook(rows, extra_sheet=False) -> bytes:
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True, "default_date_format": "yyyy-mm-dd"}) as book:
        sheet = book.add_worksheet("名单")
        for number, row in enumerate(rows):
            for column, cell in enumerate(row):
                (sheet.write_datetime if isinstance(cell, date) else sheet.write)(number, column, cell)
        if extra_sheet:
            book.add_worksheet("别的").write(0, 0, "x")
    return out.getvalue()


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.csv", TEXT.encode()),
        ("a.csv", TEXT.encode("utf-8-sig")),
        ("a.csv", TEXT.encode("gb18030")),
        ("a.csv", TEXT.replace("\n", "\r\n").encode()),
        ("a.CSV", TEXT.encode()),
        ("a.xlsx", workbook([HEADING, ["望山村", "甄有田", 880.5], ["街心社区", "NA", 12]])),
    ],
    ids=["utf-8", "utf-8 with mark", "gb18030", "crlf", "capital suffix", "xlsx"],
)
def test_the_same_sheet(tmp_path, name, content):
    path = tmp_path / name
    path.write_bytes(content)
    sheet, findings = read(path, name)
    assert findings == ()
    assert sheet.header == tuple(HEADING)
    assert [[str(cell).rstrip("0").rstrip(".") for cell in row] for row in sheet.rows] == [
        ["望山村", "甄有田", "880.5"],
        ["街心社区", "NA", "12"],
    ]


def test_blank_rows_are_passed_over_but_counted(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text("甲,乙\n1,2\n\n,\n3,4\n", encoding="utf-8")
    sheet, _ = read(path, "a.csv")
    assert sheet.numbers == (2, 5)
    assert sheet.place(1, 1).cell == "B5"


def test_dates_and_long_numbers_of_a_workbook(tmp_path):
    path = tmp_path / "a.xlsx"
    path.write_bytes(workbook([["日", "号"], [datetime(2026, 11, 5), 5.10322198001e17]]))
    sheet, _ = read(path, "a.xlsx")
    assert sheet.rows[0] == ("2026-11-05", "5.10322198001e+17")


def test_two_filled_sheets_are_ambiguous(tmp_path):
    path = tmp_path / "a.xlsx"
    path.write_bytes(workbook([HEADING], extra_sheet=True))
    sheet, findings = read(path, "a.xlsx")
    assert sheet is None
    assert findings[0].rule == "xlsx-several-sheets"


def test_a_record_file_is_one_row(tmp_path):
    path = tmp_path / "a.yaml"
    path.write_text("名称: 甲\n要点: [一, 二]\n", encoding="utf-8")
    sheet, _ = read(path, "a.yaml")
    assert sheet.rows == (("甲", ["一", "二"]),)
    assert sheet.place(0, 1).line == 2


def test_an_unknown_format_names_the_known_ones(tmp_path):
    _, findings = read(tmp_path / "a.doc", "a.doc")
    assert findings[0].rule == "file-format"
    assert all(name in findings[0].remedy() for name in formats())


@pytest.mark.parametrize(("column", "letters"), [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA")])
def test_columns_are_named_as_a_spreadsheet_does(column, letters):
    assert _letters(column) == letters
