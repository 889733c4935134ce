"""The sample office: the size and shape it claims, made again by its script, and clean on both channels."""

import csv
import shutil
from collections import Counter
from decimal import Decimal
from pathlib import Path

import pytest

from generator.cli import run
from generator.kinds import load_kinds
from generator.project import Project
from tests.conftest import REPOSITORY
from tests.offices import LISTS
from tests.people import everybody, named
from tests.reading import file_text
from tests.sample_office.names import MINORITY, RARE
from tests.sample_office.regenerate import regenerate

DATA = REPOSITORY / "data"
KINDS, _ = load_kinds(Project(REPOSITORY))


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
    assert set(RARE) <= everybody(DATA, KINDS)
    assert set(MINORITY) <= everybody(DATA, KINDS)


def test_nobody_is_on_the_staff_or_on_two_sorts_of_list():
    """But who was hit by the storm got money and goods."""
    staff = {row["姓名"] for row in rows("registers/staff.csv")}
    sorts: dict[str, set[str]] = {}
    for path in sorted((DATA / "rounds").rglob("*.csv")):
        for name in named(path, KINDS):
            sorts.setdefault(name, set()).add(path.name.split(".")[0].removesuffix("_money").removesuffix("_goods"))
    assert not staff & sorts.keys()
    assert [name for name, kinds in sorts.items() if len(kinds) > 1] == []


def test_every_kind_has_a_list_and_a_small_one():
    """A list makes a poster in every village: what is only there to be seen has a few."""
    for kind in KINDS.values():
        files = [*(DATA / "rounds").glob(f"*/{kind.id}.*.*s*"), *(DATA / "standing" / kind.id).glob("*.*")]
        assert files, kind.id
    posters = 0
    for path in sorted((DATA / "rounds").rglob("*.csv")):
        kind = KINDS[path.name.split(".")[0]]
        if kind.posters and kind.id not in LISTS and not path.name.startswith(("visiting_list.p", "disaster_money.p")):
            posters += len({row["村（社区）"] for row in rows(path.relative_to(DATA).as_posix())})
    assert posters <= 35


def test_price_subsidy_is_what_the_lists_of_the_month_add_up_to():
    subsidy = {row["村（社区）"]: row for row in rows("rounds/2026-10/price_subsidy.announcement.csv")}
    persons: Counter[str] = Counter()
    for row in rows("rounds/2026-10/subsistence_allowance.announcement.csv"):
        persons[row["村（社区）"]] += int(row["保障人口"])
    for row in rows("rounds/2026-10/extreme_poverty_support.announcement.csv"):
        persons[row["村（社区）"]] += 1
    assert {name: int(row["人数"]) for name, row in subsidy.items()} == persons
    assert all(Decimal(row["补贴金额"]) == 28 * persons[name] for name, row in subsidy.items())


def test_goods_go_to_those_who_were_hit():
    money, goods = (rows(f"rounds/2026-10/disaster_{name}.announcement.csv") for name in ("money", "goods"))
    assert {row["户主姓名"] for row in goods} == {row["户主姓名"] for row in money}


def test_the_reserve_fund_closes():
    fund = rows("standing/reserve_fund/2026.csv")
    sums: Counter[str] = Counter()
    for row in fund:
        sums[row["环节"]] += Decimal(row["金额"])  # type: ignore[arg-type]
    assert sums["期初"] + sums["补足"] - sums["支出"] == Decimal(fund[-1]["备用金余额"])


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
    assert "2026-10 的“高龄津贴”发放合计" in printed and "相差0.01元" in printed
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
    """The scan's own claim, checked with a plain search over every text file of `site/`, and in what is packed."""
    names = {name for name in everybody(DATA, KINDS) if len(name) > 2}
    for path in sorted((built / "site").rglob("*")):
        if path.is_file() and path.suffix not in {".pdf", ".woff2"}:
            text = file_text(path)
            assert not [name for name in names if name in text], path.name


def test_every_page_of_the_demonstration_is_marked(built):
    for path in sorted((built / "site").rglob("*.html")):
        if path.name != "404.html":
            assert "示例数据" in path.read_text(encoding="utf-8"), path.name
    assert "示例数据" in Path(built / "print/index.html").read_text(encoding="utf-8")
