"""What a report may show of a sheet: the kind's columns, without private numbers; ▇ for everything else."""

import dataclasses
from pathlib import Path

import pytest

from generator.findings import Place, finding
from generator.findings.sheet import HIDDEN
from generator.gates.mark import mark
from generator.gates.privacy import privacy_findings
from generator.kinds import load_kinds
from generator.kinds.parts import Lists
from generator.office import load_office
from generator.project import Project
from generator.sources import read
from generator.sources.listings import Listing
from generator.tables import Table, read_table
from tests.conftest import REPOSITORY
from tests.numbers import NUMBERS, filled

HEADS = "村（社区）,户主姓名,保障人口,月保障金额"


def table(folder: Path, text: str, kind: str = "subsistence_allowance", suffix: str = "csv") -> tuple[Table, list]:
    """The table of a file, and everything found in it."""
    path = folder / f"list.{suffix}"
    path.write_bytes(filled(text.encode("utf-8")))
    sheet, findings = read(path, path.name)
    assert sheet is not None, findings
    kinds, _ = load_kinds(Project(REPOSITORY))
    made, findings = read_table(Listing(path, path.name, kind, "public_notice", "2026-11"), kinds[kind], sheet)
    office, _ = load_office(Project(REPOSITORY))
    return made, [*findings, *privacy_findings(made, office)]


def texts(folder: Path, text: str, **more: str) -> list[list[str]]:
    made, findings = table(folder, text, **more)
    sheet = mark(made, findings, ())
    assert sheet is not None
    return [[cell.text for cell in row.cells] for row in sheet.rows]


def test_a_column_that_is_not_published_shows_nothing(tmp_path):
    rows = texts(tmp_path, f"{HEADS},家庭成员姓名,月保障金额说明\n望山村,甄有田,3人,620.00,令狐葳蕤,\n")
    assert rows == [["望山村", "甄有田", "3人", "620.00", HIDDEN, HIDDEN]]


def test_the_length_of_what_is_hidden_does_not_show(tmp_path):
    short, long = "甲", "甲" * 50
    rows = texts(tmp_path, f"{HEADS},备注\n望山村,甄有田,x,1,{short}\n望山村,甄有禾,x,1,{long}\n")
    assert rows[0][4] == rows[1][4] == HIDDEN


@pytest.mark.parametrize("value", ["甄有田{ID}", "甄有田 {SPACED_ID}", "{PHONE}", "{CARD}"])
def test_a_private_number_in_a_published_column_is_hidden(tmp_path, value):
    assert texts(tmp_path, f"{HEADS}\n望山村,{value},2,620.00\n") == [["望山村", HIDDEN, "2", "620.00"]]


def test_a_private_number_that_reads_as_a_number_is_hidden(tmp_path):
    """No finding says so, because the whole column is numbers; the report still looks for itself."""
    rows = texts(tmp_path, HEADS + "\n望山村,甄有田,x,{PHONE}\n")
    assert rows == [["望山村", "甄有田", "x", HIDDEN]]


def test_without_headings_nothing_is_shown(tmp_path):
    made, findings = table(tmp_path, "望山村,甄有田,2,620.00\n街心社区,甄有禾,1,700.00\n")
    assert all(each.place.column == "" for each in findings)
    sheet = mark(made, findings, ())
    assert {cell.text for cell in sheet.header} == {HIDDEN}
    assert sheet.rows == ()


def test_rows_far_from_a_fault_are_left_out_and_counted(tmp_path):
    rows = "".join(f"望山村,甄有{chr(0x4E00 + n)},{'x' if n == 50 else 2},1.00\n" for n in range(100))
    made, findings = table(tmp_path, f"{HEADS}\n{rows}")
    sheet = mark(made, findings, ())
    assert [(row.number, row.skipped) for row in sheet.rows] == [(51, 49), (52, 0), (53, 0)]
    assert sheet.skipped == 48
    assert [cell.rules for cell in sheet.rows[1].cells] == [(), (), ("cell-not-a-count",), ()]
    assert [cell.name for cell in sheet.rows[1].cells] == ["A52", "B52", "C52", "D52"]


def test_a_fault_of_a_whole_row_marks_the_row(tmp_path):
    made, _ = table(tmp_path, f"{HEADS}\n望山村,甄有田,2,620.00\n")
    sheet = mark(made, [finding("row-too-long", made.place(0))], ())
    assert sheet.rows[0].rules == ("row-too-long",)


def test_a_list_without_faulty_cells_is_not_shown(tmp_path):
    made, findings = table(tmp_path, f"{HEADS}\n望山村,甄有田,2,620.00\n")
    assert findings == []
    assert mark(made, [finding("approval-changed", Place("list.csv"))], ()) is None
    assert mark(made, [finding("cell-missing", Place("other.csv", "", 2, "A2", "村（社区）"))], ()) is None


def test_a_record_file_shows_its_lines(tmp_path):
    text = "名称: 示例\n文号: 禾政发〔2026〕9号\n成文日期: 三月\n经办人电话: {PHONE}\n摘要: 请找{ID}\n"
    made, findings = table(tmp_path, text, "policy_document", "yaml")
    sheet = mark(made, findings, ())
    shown = {row.number: [cell.text for cell in row.cells] for row in sheet.rows}
    assert shown[3] == ["成文日期", "三月"]
    assert shown[4] == ["经办人电话", HIDDEN]
    assert shown[5] == ["摘要", HIDDEN]
    assert NUMBERS["ID"] not in repr(sheet)


@pytest.mark.parametrize(
    ("listing", "shown"),
    [
        ("named", ["望山村", "甄有田", "x", "620.00"]),
        ("refused", [HIDDEN] * 4),
        ("counts", [HIDDEN] * 4),
        ("aggregate", ["望山村", "甄有田", HIDDEN, "620.00"]),
    ],
)
def test_a_list_that_is_not_published_by_name_shows_nothing(tmp_path, listing, shown):
    """Of an aggregate no count is shown: a small one points at a person."""
    made, findings = table(tmp_path, f"{HEADS}\n望山村,甄有田,x,620.00\n")
    kind = made.kind.model_copy(update={"lists": Lists(board=listing, web=listing)})
    sheet = mark(dataclasses.replace(made, kind=kind), findings, ())
    assert [cell.text for cell in sheet.rows[0].cells] == shown
