"""The same list out of every format and encoding; and what no program should trust."""

import io
import struct
import zipfile
from pathlib import Path
from random import Random

import pytest
import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.intake.read import read_grid
from generator.sources.readers.xlsx import parse
from generator.sources.sheet import Unreadable
from tests.intake.conftest import GOOD_ROW, HEADING
from tests.intake.exports import comma_separated, repacked, workbook

ROWS = [HEADING, GOOD_ROW, ["街心社区", "白秋月", 1, 640.5]]
BODY = ["望山村,甄有田,2,620.50", "街心社区,白秋月,1,640.50"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("delimiter", [",", "\t"])
def test_text_in_every_encoding(take, encoding, delimiter):
    assert take(comma_separated(ROWS, encoding, delimiter), "导出.csv").lines[1:] == BODY


@pytest.mark.parametrize("name", ["导出.xlsx", "导出.xls", "导出.csv"])
def test_a_workbook_is_known_by_its_bytes(take, name):
    assert take(workbook(ROWS), name).lines[1:] == BODY


def test_wrapped_numbers_of_a_text_export(take):
    text = '所属社,户主姓名,保障人口,月保障金额\n="望山村",甄有田,\t2,\'620.5\n'
    assert take(text.encode(), "导出.csv").lines[1:] == BODY[:1]


def test_an_old_workbook_with_merged_title_hidden_row_and_signature(take):
    """Written by an old system: title over the table, a village merged over rows, one row hidden."""
    content = (Path(__file__).parent / "files" / "old_system.xls").read_bytes()
    taken = take(content, "old_system.xls")
    assert taken.rules == ["raw-hidden-sheet", "raw-hidden-rows", "raw-hidden-column"]
    assert "第 5 行" in taken.outcome.findings[1].message()
    assert taken.outcome.rows.read == 3 and taken.outcome.rows.faulty == 0
    assert taken.outcome.passed_over == {"total": (6,), "signature": (7,)}


def test_days_of_both_calendars_of_a_workbook(take):
    heading = ["序号", "日期", "环节", "资金类别", "摘要", "金额", "专户余额", "会议记录"]
    row = [1, 43890, "期初", "低保资金", "结转", 100, 100, "一号"]
    taken = take(workbook([heading, row], options={"date_1904": True}), kind="fund_ledger")
    assert "1,2024-03-01,期初" in taken.lines[1]
    row[1] = 45352
    assert "1,2024-03-01,期初" in take(workbook([heading, row]), kind="fund_ledger").lines[1]


def test_a_workbook_that_unpacks_to_too_much_is_refused_before_it_is_unpacked():
    content = workbook(ROWS)
    with pytest.raises(Unreadable) as caught:
        read_grid(repacked(content, lambda name, part: part, {"xl/media/a": b"0" * 302 * 2**20}), "a.xlsx")
    assert [each.rule for each in caught.value.findings] == ["raw-too-large"]


def test_a_directory_that_lies_about_its_sizes_does_not_help():
    content = bytearray(repacked(workbook(ROWS), lambda name, part: part, {"xl/media/a": b"0" * 302 * 2**20}))
    with zipfile.ZipFile(io.BytesIO(bytes(content))) as archive:
        member = archive.getinfo("xl/media/a")
    size = struct.pack("<I", member.file_size)
    assert content.count(size) == 2
    with pytest.raises(Unreadable) as caught:
        read_grid(bytes(content.replace(size, struct.pack("<I", 1000))), "a.xlsx")
    assert [each.rule for each in caught.value.findings] == ["raw-too-large"]


def test_a_smaller_lie_is_a_damaged_workbook():
    content = bytearray(repacked(workbook(ROWS), lambda name, part: part, {"xl/media/a": b"0" * 4099}))
    with pytest.raises(Unreadable) as caught:
        read_grid(bytes(content.replace(struct.pack("<I", 4099), struct.pack("<I", 10))), "a.xlsx")
    assert [each.rule for each in caught.value.findings] == ["xlsx-broken"]


def test_a_workbook_with_a_password():
    """An OLE container that holds an encrypted package, as Excel and WPS write it."""
    content = (Path(__file__).parent / "files" / "old_system.xls").read_bytes()
    with pytest.raises(Unreadable) as caught:
        read_grid(renamed_stream(content, "Workbook", "EncryptedPackage"), "a.xlsx")
    assert [each.rule for each in caught.value.findings] == ["raw-encrypted"]


def renamed_stream(content: bytes, old: str, new: str) -> bytes:
    """The OLE file with one directory entry renamed: 64 bytes of name, then its length."""
    start = content.index(old.encode("utf-16-le") + b"\0\0")
    entry = new.encode("utf-16-le").ljust(64, b"\0") + struct.pack("<H", len(new) * 2 + 2)
    return content[:start] + entry + content[start + 66 :]


@pytest.mark.parametrize(
    "head", [b"<html>", b"\xef\xbb\xbf<table>", b'<?xml version="1.0"?><Workbook>', "<html>".encode("utf-16")]
)
def test_a_web_page_with_a_workbooks_name(head):
    with pytest.raises(Unreadable) as caught:
        read_grid(head + b"x" * 50, "a.xls")
    assert [each.rule for each in caught.value.findings] == ["raw-web-page"]


def refused_or_read(content: bytes, name: str) -> None:
    """Never an exception but the one that carries findings."""
    try:
        grid, _ = read_grid(content, name)
        assert grid.rows
    except Unreadable as reason:
        assert reason.findings


@given(
    st.binary(max_size=400),
    st.sampled_from(["a.xlsx", "a.xls", "a.csv"]),
    st.sampled_from([b"", b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"\xff\xfe"]),
)
def test_random_bytes_never_crash(content, name, head):
    refused_or_read(head + content, name)


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10**6))
def test_damaged_workbooks_never_crash(seed):
    random = Random(seed)
    for original in (workbook(ROWS), (Path(__file__).parent / "files" / "old_system.xls").read_bytes()):
        content = bytearray(original)
        for _ in range(random.randint(1, 8)):
            content[random.randrange(len(content))] = random.randrange(256)
        refused_or_read(bytes(content[: random.randrange(1, len(content) + 1)] if seed % 3 else content), "a.xlsx")


@pytest.mark.parametrize(
    ("change", "rule"),
    [
        ((b'<row r="2"', b'<row hidden="1" r="2"'), "raw-hidden-rows"),
        ((b'<row r="2"', b'<row ht="0" customHeight="true" r="2"'), "raw-hidden-rows"),
        ((b"<sheetData>", b'<cols><col min="4" max="4" width="0"/></cols><sheetData>'), "raw-hidden-column-used"),
        ((b"<v>620.5</v>", b"<f>600+20.5</f>"), "raw-formula-without-value"),
        ((b"<v>620.5</v>", b"<v>5.10322E+17</v>"), "raw-number-damaged"),
        ((b"<v>620.5</v>", b"<v>510322198001010000</v>"), "raw-number-damaged"),
    ],
)
def test_what_a_sheet_hides_is_reported_first(take, change, rule):
    """Each as some spreadsheet program writes it; the cheap look must not pass over any of them."""
    taken = take(repacked(workbook(ROWS), lambda name, part: part.replace(*change) if "sheet1" in name else part))
    assert taken.rules[0] == rule


def test_a_namespace_prefix_hides_nothing(take):
    def prefixed(name, part):
        if "sheet1" not in name:
            return part
        import re

        part = re.sub(rb"<(/?)([a-zA-Z])", rb"<\1x:\2", part).replace(b"xmlns=", b"xmlns:x=")
        return part.replace(b"<x:v>620.5</x:v>", b"<x:f>600+20.5</x:f>")

    assert "raw-formula-without-value" in take(repacked(workbook(ROWS), prefixed)).rules


def test_a_stray_cell_in_the_last_corner_is_refused_before_room_is_made_for_it():
    """Such a table would need 170 GB; the reader ends the process, which no program can catch."""
    content = io.BytesIO()
    with xlsxwriter.Workbook(content) as book:
        sheet = book.add_worksheet("名单")
        sheet.write(0, 0, "姓名")
        sheet.write(1_048_575, 16_383, "x")
    for reader in (lambda: read_grid(content.getvalue(), "a.xlsx"), lambda: parse(content.getvalue(), "a.xlsx")):
        with pytest.raises(Unreadable) as caught:
            reader()
        assert [each.rule for each in caught.value.findings] == ["xlsx-broken"]


def test_a_damaged_size_of_an_old_workbook_is_refused():
    content = (Path(__file__).parent / "files" / "old_system.xls").read_bytes()
    at = content.index(b"\x00\x02\x0e\x00") + 4
    damaged = content[: at + 10] + b"\xff\xff" + content[at + 12 :]
    with pytest.raises(Unreadable) as caught:
        read_grid(damaged, "a.xls")
    assert [each.rule for each in caught.value.findings] == ["xlsx-broken"]
