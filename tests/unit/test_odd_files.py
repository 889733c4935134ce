"""Odd files and days that once ended a run without a finding."""

import shutil
from datetime import date

import pytest

from generator.cli import run
from generator.office.catalogue import Yearly
from tests.sample_office.regenerate import approve_all

LIST = "data/rounds/2026-11/old_age_allowance.public_notice"


def test_a_duty_due_on_a_day_that_not_every_year_has():
    duty = Yearly(title="年报", month=2, day=30, words=("年报",), source="某办法")
    assert [duty.due(year) for year in (2027, 2028)] == [date(2027, 2, 28), date(2028, 2, 29)]


@pytest.mark.parametrize("day", ["9999-12-31", "0001-01-01", "1949-09-30"])
def test_a_day_no_office_can_mean_is_wrong_usage(office, capsys, day):
    assert run(["check", "--project", str(office.root), "--today", day]) == 2
    assert (
        run(["approve", str(office.root / f"{LIST}.csv"), "--project", str(office.root), "--on", day, "--number", "x"])
        == 2
    )


@pytest.mark.parametrize("file", [f"{LIST}.approval.json", "data/kinds/village_rules.yaml"])
def test_a_folder_where_a_file_belongs_is_a_finding(office, capsys, file):
    (office.root / file).unlink(missing_ok=True)
    (office.root / file).mkdir()
    assert run(["check", "--project", str(office.root)]) == 1
    assert file.split("/")[-1].split(".")[0] in capsys.readouterr().err


def test_numbers_are_added_to_a_register_that_a_spreadsheet_has_saved(office):
    register = office.root / "data/registers/index_numbers.csv"
    text = register.read_text(encoding="utf-8")
    register.write_bytes(text.encode("gb18030"))
    heading, *entries = text.splitlines()
    document = next((office.root / "data/standing/policy_document").glob("*.yaml"))
    copy = document.with_name("copied.yaml")
    shutil.copy(document, copy)
    lines = copy.read_text(encoding="utf-8").splitlines()
    changed = ["索引号: 990101-101/2026-00999" if line.startswith("索引号:") else line for line in lines]
    copy.write_text("\n".join(changed) + "\n", encoding="utf-8")
    approve_all(office)
    assert (
        run(
            [
                "approve",
                str(copy),
                "--project",
                str(office.root),
                "--on",
                "2026-11-01",
                "--number",
                "禾政办〔2026〕99号",
            ]
        )
        == 0
    )
    after = register.read_text(encoding="utf-8").splitlines()
    assert after[0] == heading and set(entries) < set(after)
