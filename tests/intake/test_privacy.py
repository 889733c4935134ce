"""No private value of a raw file reaches anything that intake writes, prints or returns."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from generator.cli import run
from tests.conftest import REPOSITORY
from tests.intake.conftest import GOOD_ROW, HEADING, KIND
from tests.intake.exports import HEADINGS, comma_separated, ministry_export, workbook
from tests.numbers import NUMBERS

LIST = f"data/rounds/2026-11/{KIND}.public_notice.csv"
TITLE = ["晴川县禾风镇农村低保家庭查询", *[""] * (len(HEADINGS) - 1)]


def everything_below(folder: Path, without: Path) -> bytes:
    """Names and bytes of every file, but the raw one."""
    files = [path for path in sorted(folder.rglob("*")) if path.is_file() and path != without]
    return b"\n".join(str(path).encode() + b"\n" + path.read_bytes() for path in files)


def leaked(canaries: frozenset[str], *texts: bytes) -> list[str]:
    haystack = b"\n".join(texts)
    return [each for each in canaries if each.encode() in haystack]


def test_a_ministry_export_becomes_a_list_that_can_be_approved(office, capsys):
    export = ministry_export(40)
    raw = office.root / "导出.xlsx"
    raw.write_bytes(workbook([TITLE, HEADINGS, *export.rows]))
    before = [*office.root.rglob("*")]
    project = ["--project", str(office.root)]
    report = office.root / "report.json"
    assert run(["intake", str(raw), "--kind", KIND, "--replace", "--report", str(report), *project]) == 0
    printed = capsys.readouterr()
    assert "读到 40 行 = 写出 40 行 + 未写出 0 行" in printed.out
    assert {path.name for path in set(office.root.rglob("*")) - set(before)} == {"report.json"}
    assert run(["approve", str(office.root / LIST), "--correction", "按平台数据重新核对", *project]) == 0
    assert run(["check", *project]) == 0
    captured = capsys.readouterr()
    streams = (printed.out, printed.err, captured.out, captured.err)
    assert leaked(export.canaries, everything_below(office.root, raw), *map(str.encode, streams)) == []
    heading, *rows = (office.root / LIST).read_text(encoding="utf-8").splitlines()
    assert heading == "村（社区）,户主姓名,保障人口,月保障金额"
    assert [row.split(",")[1] for row in rows] == [row[6] for row in export.rows]
    content = json.loads(report.read_text(encoding="utf-8"))
    assert content["rows"] == {"read": 40, "written": 40, "refused": 0, "faulty": 0}
    assert {each["heading"] for each in content["dropped"] if each["reason"] == "private"} >= {
        "户主身份证号",
        "家庭住址",
    }


def spoilt(export):
    """Every way of going wrong at once, with a private value in each place."""
    rows = [list(row) for row in export.rows]
    secret = str(rows[0][7])
    for index, heading in enumerate(("所属社", "户主姓名", "保障人口(数)", "户月保障金额（元）")):
        rows[index][HEADINGS.index(heading)] = secret
    rows.append([f"合计 {secret}", *[""] * 9, 9, "", 9, *[""] * 13])
    rows.append([f"制表人：{secret}", *[""] * 25])
    return rows, secret


@pytest.mark.parametrize(
    "headings", [HEADINGS, [*HEADINGS[:7], "x", *HEADINGS[8:]], None], ids=["all", "one unknown", "none"]
)
@pytest.mark.parametrize("form", ["xlsx", "csv"])
def test_nothing_private_is_printed_when_everything_is_wrong(office, headings, form):
    export = ministry_export(12)
    rows, _ = spoilt(export)
    grid = [*([TITLE, headings] if headings else []), *rows]
    raw = office.root / f"导出.{form}"
    raw.write_bytes(workbook(grid) if form == "xlsx" else comma_separated(grid, "gb18030"))
    before = everything_below(office.root / "data", raw)
    command = [sys.executable, "-X", "dev", "-m", "generator", "intake", raw, "--kind", KIND, "--replace"]
    result = subprocess.run(
        [*map(str, command), "--project", str(office.root), "--report", str(office.root / "report.json")],
        cwd=REPOSITORY,
        capture_output=True,
        check=False,
        timeout=120,
    )
    assert result.returncode == 1, result.stderr.decode()
    written = everything_below(office.root, raw)
    assert leaked(export.canaries, written, result.stdout, result.stderr) == []
    assert everything_below(office.root / "data", raw) == before


def test_a_heading_or_name_that_is_a_number_is_not_printed(take, capsys):
    secret = str(ministry_export(1).rows[0][7])
    taken = take(workbook([[*HEADING, secret], [*GOOD_ROW, "x"]], sheet=secret), name=f"{secret}.xlsx")
    assert secret not in repr(taken.outcome.findings) + repr(taken.outcome.matching) + taken.outcome.file


LEDGER = ["序号", "日期", "环节", "资金类别", "摘要", "金额", "专户余额", "会议记录"]


@pytest.mark.parametrize(
    ("summary", "private", "stopped"),
    [
        ("送到望山村三组靠河第二户", "望山村三组靠河第二户", True),
        ("送到 望山村三组，靠河第二户", "望山村三组靠河第二户", False),
        ("由白小满代领", "白秋月、白小满", True),
        ("发放到户", "白秋月", False),
        ("第100次会议", "100", False),
        ("电话5550101转", "5550101", True),
    ],
)
def test_private_texts_are_looked_for_in_free_text(take, summary, private, stopped):
    row = [1, "2026-03-04", "期初", "低保资金", summary, 100, 100, "一号"]
    taken = take([[*LEDGER, "家庭成员姓名"], [*row, private]], kind="fund_ledger")
    assert taken.rules == (["raw-private-value"] if stopped else [])


def test_a_phone_in_the_column_of_amounts_is_stopped(take):
    phone = int(str(ministry_export(1).rows[0][14]))
    taken = take([[*HEADING, "联系电话"], [*GOOD_ROW[:3], phone, phone]])
    assert "raw-private-value" in taken.rules


def test_the_heads_own_name_is_no_leak(take):
    taken = take([[*HEADING, "家庭成员姓名", "银行账户名称"], [*GOOD_ROW, "甄有田、甄小满", "甄有田"]])
    assert taken.rules == []
    assert "甄小满" not in "".join(taken.lines)


def test_an_approved_list_is_not_replaced_unless_asked(office, capsys):
    raw = office.root / "raw.csv"
    raw.write_bytes(comma_separated([HEADING, GOOD_ROW]))
    target = office.root / LIST
    before = target.read_bytes()
    command = ["intake", str(raw), "--kind", KIND, "--project", str(office.root)]
    assert run(command) == 1
    assert target.read_bytes() == before
    assert "读到 1 行 = 写出 0 行 + 未写出 1 行" in capsys.readouterr().out
    assert run([*command, "--replace"]) == 0
    assert run(["check", "--project", str(office.root)]) == 1, "the old approval must not cover the new list"


@pytest.mark.parametrize(
    "arguments",
    [
        ["--kind", "nothing"],
        ["--kind", "service_guide"],
        ["--kind", KIND, "--stage", "standing"],
        ["--kind", KIND, "--round", "../.."],
        ["--kind", KIND, "--set", "village=某村"],
        ["--kind", KIND, "--set", "身份证号=1"],
    ],
)
def test_wrong_usage(office, arguments, capsys):
    raw = office.root / "raw.csv"
    raw.write_bytes(comma_separated([HEADING, GOOD_ROW]))
    assert run(["intake", str(raw), *arguments, "--project", str(office.root)]) == 2
    assert run(["intake", "nowhere.csv", "--kind", KIND, "--project", str(office.root)]) == 2


@pytest.mark.parametrize("option", ["--sheet", "--kind", "--stage", "--round"])
def test_a_number_pasted_behind_an_option_is_not_printed(office, capsys, option):
    raw, report = office.root / "raw.xlsx", office.root / "report.json"
    raw.write_bytes(workbook([HEADING, GOOD_ROW]))
    command = ["intake", str(raw), "--kind", KIND, option, NUMBERS["ID"], "--report", str(report)]
    assert run([*command, "--project", str(office.root)]) == (1 if option == "--sheet" else 2)
    assert run(["new-list", NUMBERS["ID"], "--project", str(office.root)]) == 2
    printed = "".join(capsys.readouterr()) + (report.read_text(encoding="utf-8") if report.exists() else "")
    assert NUMBERS["ID"] not in printed


def test_a_full_disk_leaves_nothing_behind(office, capsys):
    raw = office.root / "raw.csv"
    raw.write_bytes(comma_separated([HEADING, GOOD_ROW]))
    out = office.root / "list.csv"
    out.mkdir()
    (out / "kept").touch()
    command = ["intake", str(raw), "--kind", KIND, "--out", str(out / "kept" / "a.csv")]
    assert run([*command, "--project", str(office.root)]) == 3
    shutil.rmtree(out)
