"""The sample office: the size and shape it claims, made again by its script, and clean on both channels."""

import csv
import shutil
from collections import Counter
from decimal import Decimal
from pathlib import Path

import pytest

from generator.cli import run
from tests.conftest import REPOSITORY
from tests.sample_office.names import MINORITY, RARE
from tests.sample_office.regenerate import regenerate

DATA = REPOSITORY / "data"


def rows(name: str) -> list[dict[str, str]]:
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_the_script_makes_exactly_what_is_committed(tmp_path):
    shutil.copytree(DATA, tmp_path / "data")
    for path in (tmp_path / "data" / "rounds").rglob("*.*"):
        path.unlink()
    regenerate(tmp_path)
    for path in sorted(DATA.rglob("*")):
        if path.is_file():
            assert (tmp_path / path.relative_to(REPOSITORY)).read_bytes() == path.read_bytes(), path.name


def test_size_and_shape():
    allowance = rows("rounds/2026-10/subsistence_allowance.announcement.csv")
    assert len(rows("registers/villages.csv")) == 15
    assert 600 <= len(allowance) <= 620
    assert 860 <= sum(int(row["保障人口"]) for row in allowance) <= 890
    assert 55 <= len(rows("rounds/2026-10/extreme_poverty_support.announcement.csv")) <= 65
    assert 500 <= len(rows("rounds/2026-10/old_age_allowance.announcement.csv")) <= 520
    assisted = [
        rows(f"rounds/{name}/temporary_assistance.public_notice.csv") for name in ("2026-09", "2026-10", "2026-11")
    ]
    assert sum(map(len, assisted)) == 30


def test_people_join_change_and_leave():
    before, after = (
        {row["户主姓名"]: row for row in rows(f"rounds/{name}/subsistence_allowance.announcement.csv")}
        for name in ("2026-09", "2026-10")
    )
    assert after.keys() - before.keys() and before.keys() - after.keys()
    assert any(before[name] != after[name] for name in before.keys() & after.keys())


def test_rare_and_minority_names_are_there():
    everybody = {
        row.get("户主姓名") or row.get("姓名") or row.get("申请人姓名")
        for path in sorted((DATA / "rounds").rglob("*.csv"))
        for row in rows(path.relative_to(DATA).as_posix())
    }
    assert set(RARE) <= everybody
    assert set(MINORITY) <= everybody


@pytest.mark.parametrize(
    ("name", "matters", "tasks"), [("township", 32, 74), ("village", 28, 56), ("village_assistant", 13, 13)]
)
def test_duty_catalogue(name, matters, tasks):
    duties = rows(f"standing/duty_list/{name}.csv")
    assert len(duties) == tasks
    assert len({row["事项序号"] for row in duties}) == matters
    posts = {row["姓名"]: row["岗位"] for row in rows("registers/staff.csv")}
    for row in duties:
        assert posts[row["责任人"]] == row["岗位"]
        assert not set(row["责任单位"].split("、")) & set(row["配合单位"].split("、"))
    if name == "township":
        assert len({row["类别"] for row in duties}) == 17


def test_a_year_of_the_account_closes():
    ledger = rows("standing/fund_ledger/2025-11-to-2026-10.csv")
    sums: Counter[str] = Counter()
    for row in ledger:
        sums[row["环节"]] += Decimal(row["金额"])  # type: ignore[arg-type]
        assert row["会议记录"].startswith("禾联纪〔")
    assert sums["期初"] + sums["拨入"] - sums["发放"] == Decimal(ledger[-1]["专户余额"])
    assert len({row["日期"][:7] for row in ledger}) == 12
    assert sums["内审"] > 0


def test_a_fen_off_the_announced_list_is_found(tmp_path, capsys):
    """One payment of the ledger one fen too high: named with both sums and the difference."""
    shutil.copytree(DATA, tmp_path / "data")
    ledger = tmp_path / "data/standing/fund_ledger/2025-11-to-2026-10.csv"
    lines = ledger.read_text(encoding="utf-8").splitlines()
    index = max(n for n, line in enumerate(lines) if ",发放,高龄津贴," in line)
    cells = lines[index].split(",")
    cells[5] = f"{Decimal(cells[5]) + Decimal('0.01'):.2f}"
    lines[index] = ",".join(cells)
    ledger.write_text("\n".join(lines) + "\n", encoding="utf-8")
    assert run(["check", "--project", str(tmp_path)]) == 1
    printed = capsys.readouterr().err
    assert "2026年10月“高龄津贴”发放合计" in printed and "相差0.01元" in printed
    assert "余额应当是" in printed


def test_guides_and_policies_are_complete():
    assert len(list((DATA / "standing/service_guide").glob("*.yaml"))) >= 8
    policies = sorted((DATA / "standing/policy_document").glob("*.yaml"))
    assert len(policies) >= 12
    for path in sorted((DATA / "standing/service_guide").glob("*.yaml")):
        assert "其他材料" not in path.read_text(encoding="utf-8")


def test_ledgers_are_described():
    text = (REPOSITORY / "content/ledgers.md").read_text(encoding="utf-8")
    facts = ["民政工作会议记录簿", "困难群众基本信息变动登记簿", "村（居）换届情况记录簿"]
    assert all(name in text for name in facts)


def test_no_full_name_stands_anywhere_in_site(built):
    """The scan's own claim, checked with a plain search over every text file of `site/`."""
    names = {
        row.get("户主姓名") or row.get("姓名") or row.get("申请人姓名")
        for path in sorted((DATA / "rounds").rglob("*.csv"))
        for row in rows(path.relative_to(DATA).as_posix())
    }
    names = {name for name in names if len(name) > 2}
    for path in sorted((built / "site").rglob("*")):
        if path.suffix in {".html", ".csv", ".xml", ".js", ".css"}:
            text = path.read_text(encoding="utf-8")
            assert not [name for name in names if name in text], path.name


def test_every_page_of_the_demonstration_is_marked(built):
    for path in sorted((built / "site").rglob("*.html")):
        if path.name != "404.html":
            assert "示例数据" in path.read_text(encoding="utf-8"), path.name
    assert "示例数据" in Path(built / "print/index.html").read_text(encoding="utf-8")
