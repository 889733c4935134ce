"""`gongshi diff`: two rounds, approved lists only, counts and sums, no names."""

import json
from datetime import date
from decimal import Decimal

import pytest

from generator.cli import run
from generator.examination import examine
from generator.project import Project
from generator.rounds.diff import with_earlier
from tests.conftest import REPOSITORY
from tests.sample_office.regenerate import approve_all

KIND = "subsistence_allowance"
HEADING = "村（社区）,户主姓名,保障人口,月保障金额\n"
OCTOBER = "望山村,令狐有田,2,620.00\n望山村,甄有禾,1,310.10\n街心社区,甄有米,3,900.00\n"
NOVEMBER = "望山村,甄有禾,1,330.10\n望山村,甄有粟,1,400.00\n街心社区,甄有米,3,900.00\n"


@pytest.fixture
def two_rounds(office: Project) -> Project:
    """Of October and November only one list each: 令狐有田 left, 甄有粟 joined, 甄有禾 gets more."""
    rounds = office.root / "data" / "rounds"
    for path in [*rounds.glob("*/*.csv"), *rounds.glob("*/*.json")]:
        path.unlink()
    for name, content in (("2026-10", OCTOBER), ("2026-11", NOVEMBER)):
        (rounds / name / f"{KIND}.public_notice.csv").write_text(HEADING + content, encoding="utf-8")
    approve_all(office)
    return office


def diff(office: Project, *more: str) -> int:
    return run(["diff", "2026-10", "2026-11", "--project", str(office.root), *more])


def test_a_table_for_each_list(two_rounds, capsys):
    assert diff(two_rounds) == 0
    printed = capsys.readouterr()
    assert printed.err == ""
    lines = printed.out.splitlines()
    assert lines[0] == "2026年11月和2026年10月相比"
    assert lines[2] == "最低生活保障公示（单位：户）"
    cells = [line.split() for line in lines[3:7]]
    assert cells[0] == [
        "村（社区）",
        "2026年10月",
        "新增",
        "减少",
        "调整",
        "2026年11月",
        "保障人口（人）",
        "月保障金额合计（元）",
    ]
    assert cells[1] == ["全镇", "3", "1", "1", "1", "3", "6", "→", "5", "1,830.10", "→", "1,630.10"]
    assert cells[2] == ["望山村", "2", "1", "1", "1", "2", "3", "→", "2", "930.10", "→", "730.10"]
    assert cells[3] == ["街心社区", "1", "0", "0", "0", "1", "3", "900.00"]
    assert lines[7:] == ["减少的原因：未说明1户", "调整的内容：月保障金额变化1户"]


def test_columns_stand_under_their_headings(two_rounds, capsys):
    """A Chinese character is as wide as two figures."""
    assert diff(two_rounds) == 0
    table = capsys.readouterr().out.splitlines()[3:7]
    widths = {sum(1 if each.isascii() or each == "→" else 2 for each in line) for line in table}
    assert len(widths) == 1


def test_json_is_exact(two_rounds, capsys):
    assert diff(two_rounds, "--format", "json") == 0
    content = json.loads(capsys.readouterr().out)
    assert (content["before"], content["after"], content["not_compared"]) == ("2026-10", "2026-11", [])
    (found,) = content["lists"]
    assert (found["kind"], found["stage"], found["unit"]) == (KIND, "public_notice", "户")
    total = found["total"]
    assert total["before"] == {"entries": 3, "sums": {"persons_covered": "6", "monthly_amount": "1830.10"}}
    assert total["changed"] == {"entries": 1, "sums": {"persons_covered": "0", "monthly_amount": "20.00"}}
    assert total["left"]["sums"]["monthly_amount"] == "620.00"
    assert total["why_left"] == [{"title": "未说明", "entries": 1}]
    assert [each["village"] for each in found["villages"]] == ["望山村", "街心社区"]


@pytest.mark.parametrize("form", ["text", "json"])
def test_nobody_is_named(two_rounds, form, capsys):
    """Neither who left nor who stayed, and no surname either."""
    assert diff(two_rounds, "--format", form) == 0
    printed = capsys.readouterr()
    assert "望山村" in printed.out
    assert not [name for name in ("令狐", "甄", "有田") if name in printed.out + printed.err]


def test_a_list_that_is_not_approved_is_named_and_not_compared(two_rounds, capsys):
    path = two_rounds.root / f"data/rounds/2026-11/{KIND}.public_notice.csv"
    path.write_text(HEADING + NOVEMBER.replace("330.10", "33010.00"), encoding="utf-8")
    assert diff(two_rounds) == 1
    printed = capsys.readouterr()
    assert "没有可以比较的名单" in printed.out and "新增" not in printed.out
    assert "  - 最低生活保障公示：2026年11月的没有通过批准" in printed.out.splitlines()
    assert "approval-sum" in printed.err and "approval-missing" not in printed.err
    path.with_name(f"{KIND}.public_notice.approval.json").unlink()
    assert diff(two_rounds, "--format", "json") == 1
    printed = capsys.readouterr()
    assert [each["title"] for each in json.loads(printed.out)["not_compared"]] == ["最低生活保障公示"]
    assert "approval-missing" in printed.err


def test_a_list_that_cannot_be_read_is_reported(two_rounds, capsys):
    (two_rounds.root / f"data/rounds/2026-10/{KIND}.public_notice.csv").write_text("", encoding="utf-8")
    assert diff(two_rounds) == 1
    printed = capsys.readouterr()
    assert "file-empty" in printed.err
    assert "最低生活保障公示：2026年10月的没有通过批准" in printed.out


def test_other_rounds_are_not_looked_at(two_rounds, capsys):
    """What is wrong in a third round is not said here."""
    folder = two_rounds.root / "data/rounds/2026-12"
    folder.mkdir()
    record = (two_rounds.root / "data/rounds/2026-11/round.yaml").read_text(encoding="utf-8")
    (folder / "round.yaml").write_text(record.replace("title: 2026年11月", "title: 2026年12月"), encoding="utf-8")
    (folder / f"{KIND}.public_notice.csv").write_text("坏了", encoding="utf-8")
    assert diff(two_rounds) == 0
    assert capsys.readouterr().err == ""


def test_what_stands_in_the_village_column_is_named_only_if_it_is_a_village(two_rounds, capsys):
    path = two_rounds.root / f"data/rounds/2026-11/{KIND}.public_notice.csv"
    path.write_text(HEADING + NOVEMBER + "令狐有田家,甄有麦,1,100.00\n", encoding="utf-8")
    assert run(["approve", str(path), "--correction", "重新核对了名单", "--project", str(two_rounds.root)]) == 0
    capsys.readouterr()
    assert diff(two_rounds) == 0
    printed = capsys.readouterr().out
    assert "未登记的村" in printed and "令狐" not in printed


def test_what_has_no_counterpart_and_what_is_only_counted_is_left_out(capsys):
    assert run(["diff", "2026-10", "2026-11", "--project", str(REPOSITORY)]) == 0
    left_out = capsys.readouterr().out.split("没有比较的：")[1]
    assert "孤儿和困境儿童公布：只公布数量的统计表，不逐行比较" in left_out
    assert "救灾款发放公示：2026年11月没有这份名单" in left_out
    assert "医疗救助公示：2026年10月没有这份名单" in left_out


@pytest.mark.parametrize(
    ("rounds", "said"),
    [
        (("2026-1", "2026-11"), "是不是想写“2026-1"),
        (("2026-10", "2026-21"), "是不是想写“2026-11”"),
        (("2026-10", "明年"), "已有：2026-10、2026-11"),
        (("2026-10", "2026-10"), "两轮要不一样"),
    ],
)
def test_an_unknown_round_is_wrong_usage(office, rounds, said, capsys):
    assert run(["diff", *rounds, "--project", str(office.root)]) == 2
    assert said in capsys.readouterr().err


def found(day: str) -> dict[str, str]:
    """What is compared in the sample on a day: the later list and the round before."""
    today = date.fromisoformat(day)
    examination = examine(Project(REPOSITORY), today)
    assert examination.office
    made = with_earlier(examination.approved, examination.office, today)
    return {each.reference: each.before for each in made}


def test_each_list_is_compared_with_the_one_before_it_of_its_stage():
    compared = found("2026-11-05")
    assert compared[f"2026-10/{KIND}.announcement"] == compared[f"2026-10/{KIND}.public_notice"] == "2026-09"
    assert compared[f"2026-11/{KIND}.public_notice"] == "2026-10"
    assert not [each for each in compared if each.startswith("2026-09/")]
    assert not [each for each in compared if "notice_of_ending" in each or "children_in_difficulty" in each]


def test_what_has_not_begun_is_not_compared():
    compared = found("2026-11-01")
    assert f"2026-10/{KIND}.announcement" in compared
    assert not [each for each in compared if each.startswith("2026-11/")]


def test_the_sample_closes():
    """September to November is September to October and October to November together."""
    examination = examine(Project(REPOSITORY), date(2026, 11, 5))
    made = {each.reference: each for each in with_earlier(examination.approved, examination.office, date(2026, 11, 5))}
    october, november = (made[f"2026-{month}/{KIND}.public_notice"] for month in (10, 11))
    assert october.total.after == november.total.before
    for each in (october, november):
        assert sum(change.after.entries for change in each.villages) == each.total.after.entries
        amounts = (change.after.sums[1] for change in each.villages)
        assert sum(amounts, Decimal()) == each.total.after.sums[1]
        assert [change.village for change in each.villages] == [
            each.name for each in examination.office.registers.villages
        ]
