"""The blank workbook of a kind: filled in, it is approved without intake."""

import io
import re
import zipfile
from datetime import date, datetime
from xml.sax.saxutils import escape

import pytest
from python_calamine import CalamineWorkbook
from xlsxwriter.utility import xl_rowcol_to_cell

from generator.cli import run
from generator.findings import Place
from generator.intake import blank_list
from generator.intake.package import hazards
from generator.sources.readers.xlsx import NOTES_SHEET
from tests.intake.conftest import KIND, sample
from tests.intake.exports import repacked

ROWS = [kind for kind, each in sample()[1].items() if each.shape == "rows"]


def fill(content: bytes, rows) -> bytes:
    """The workbook with rows typed into its first sheet, cells as a spreadsheet program stores them."""

    def cell(row, column, value):
        at = xl_rowcol_to_cell(row, column)
        if isinstance(value, date):
            return (
                f'<c r="{at}"><v>{(datetime(value.year, value.month, value.day) - datetime(1899, 12, 30)).days}</v></c>'
            )
        if isinstance(value, str):
            return f'<c r="{at}" t="inlineStr"><is><t>{escape(value)}</t></is></c>'
        return f'<c r="{at}"><v>{value}</v></c>'

    typed = "".join(
        f'<row r="{number + 1}">' + "".join(cell(number, column, value) for column, value in enumerate(row)) + "</row>"
        for number, row in enumerate(rows, 1)
    )

    def change(name, part):
        return part.replace(b"</sheetData>", typed.encode() + b"</sheetData>") if name.endswith("/sheet1.xml") else part

    return repacked(content, change)


def test_filled_in_it_is_approved_and_checked(office, capsys):
    project = ["--project", str(office.root)]
    blank = office.root / "blank.xlsx"
    assert run(["new-list", KIND, "--out", str(blank), *project]) == 0
    target = office.root / "data" / "rounds" / "2026-11" / f"{KIND}.public_notice.xlsx"
    target.with_suffix(".csv").unlink()
    target.write_bytes(fill(blank.read_bytes(), [["望山村", "甄有田", 2, 620.5], ["街心社区", "白秋月", 1, 640]]))
    assert run(["approve", str(target), "--correction", "重新核对了名单", *project]) == 0
    assert "2 行" in capsys.readouterr().out
    assert run(["check", *project]) == 0


def test_blank_it_is_an_empty_list_not_an_example(office, capsys):
    blank = office.root / "data" / "rounds" / "2026-11" / f"{KIND}.public_notice.xlsx"
    blank.with_suffix(".csv").unlink()
    run(["new-list", KIND, "--out", str(blank), "--project", str(office.root)])
    run(["approve", str(blank), "--correction", "重新核对了名单", "--project", str(office.root)])
    assert "：0 行" in capsys.readouterr().out


@pytest.mark.parametrize("kind", ROWS)
def test_every_list_kind_has_a_blank(kind):
    office, kinds = sample()
    content = blank_list(kinds[kind], office)
    assert content == blank_list(kinds[kind], office)
    book = CalamineWorkbook.from_filelike(io.BytesIO(content))
    assert book.sheet_names == ["名单", NOTES_SHEET]
    assert book.get_sheet_by_name("名单").to_python() == [[column.title for column in kinds[kind].columns]]
    notes = str(book.get_sheet_by_name(NOTES_SHEET).to_python())
    assert "示例行" in notes and all(column.title in notes for column in kinds[kind].columns)
    found = hazards(content, Place("a.xlsx"), 10**8)
    assert not found.hidden_sheets and not found.macros and not any(each.hidden_rows for each in found.sheets.values())


def test_villages_and_choices_are_drop_down_lists_and_numbers_are_guarded():
    office, kinds = sample()
    with zipfile.ZipFile(io.BytesIO(blank_list(kinds["temporary_assistance"], office))) as archive:
        xml = archive.read("xl/worksheets/sheet1.xml").decode()
        notes = archive.read("xl/worksheets/sheet2.xml").decode()
    assert re.findall(r'<dataValidation type="(\w+)"', xml) == ["list", "textLength", "list", "decimal"]
    assert f"'{NOTES_SHEET}'!$A$" in xml and f"'{NOTES_SHEET}'!$C$" in xml
    assert 'state="frozen"' in xml
    assert "sheetData" in notes


def test_an_existing_file_is_not_overwritten(office, capsys):
    (office.root / "a.xlsx").write_text("x", encoding="utf-8")
    assert run(["new-list", KIND, "--out", str(office.root / "a.xlsx"), "--project", str(office.root)]) == 2
    assert run(["new-list", "service_guide", "--out", str(office.root / "b.xlsx"), "--project", str(office.root)]) == 2
