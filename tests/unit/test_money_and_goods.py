"""Who pays, what was donated and used, and goods with their units: through the command line."""

import shutil
from decimal import Decimal

import pytest

from generator.cli import run
from generator.columns.quantity import Quantity
from generator.gates.figures import totals
from generator.kinds import load_kinds
from generator.project import Project
from tests.conftest import REPOSITORY
from tests.offices import pages, rewrite
from tests.sample_office.regenerate import approve_all

KINDS, _ = load_kinds(Project(REPOSITORY))
DONATIONS = "序号,日期,署名,捐赠单位,捐赠人,捐款,捐赠物资,数量,指定用途\n1,2026-09-03,个人,,甄有田,500,,,助学\n2,2026-09-05,匿名,,,,大米,20袋,\n"
USE = "序号,日期,环节,用途,受益户数,金额,结余,会议记录\n1,2026-07-01,期初,结余,,100,100,禾联纪〔2026〕14号\n2,2026-09-03,收到捐赠,捐款,,{received},{balance},禾联纪〔2026〕19号\n"


def test_goods_are_added_up_by_unit():
    rows = [
        ("望山村", "甄有田", "大米", Quantity(Decimal(2), "袋")),
        ("望山村", "甄有田", "棉被", Quantity(Decimal(3), "床")),
        ("望山村", "欧阳秋月", "大米", Quantity(Decimal(1), "袋")),
    ]
    count, goods = totals(KINDS["disaster_goods"], rows)
    assert (count.text, goods.text, goods.plain) == ("3", "3袋、3床", "3袋、3床")


def test_no_goods_at_all_are_said_in_words():
    rows = [(1, None, "匿名", None, None, Decimal("5.00"), None, None, None)]
    assert [each.text for each in totals(KINDS["charity_donation"], rows)] == ["1", "5.00", "无"]


@pytest.mark.parametrize(("received", "balance", "code"), [("500", "600", 0), ("499.99", "599.99", 1)])
def test_donations_and_their_use_balance(office, capsys, received, balance, code):
    folder = office.root / "data/rounds/2026-10"
    (folder / "charity_donation.announcement.csv").write_text(DONATIONS, encoding="utf-8")
    use = USE.format(received=received, balance=balance)
    (folder / "charity_use.announcement.csv").write_text(use, encoding="utf-8")
    approve_all(office)
    assert run(["check", "--project", str(office.root)]) == code
    printed = capsys.readouterr().err
    assert ("现金合计500.00元，使用明细中“收到捐赠”合计499.99元，相差0.01元" in printed) == bool(code)


def test_what_somebody_else_pays_is_not_sought_in_the_account(tmp_path, capsys):
    """Without `paid_by` the same list is missed in the ledger."""
    for name in ("content", "data"):
        shutil.copytree(REPOSITORY / name, tmp_path / name)
    assert run(["check", "--project", str(tmp_path)]) == 0
    rewrite(tmp_path / "data/kinds/benefits_card_subsidy.yaml", "paid_by: 财政部门\n", "")
    assert run(["check", "--project", str(tmp_path)]) == 1
    assert "“惠民惠农“一卡通”补贴”发放合计0.00元" in capsys.readouterr().err


def test_donors_are_named_only_on_the_board(office):
    folder = office.root / "data/rounds/2026-10"
    (folder / "charity_donation.announcement.csv").write_text(DONATIONS, encoding="utf-8")
    use = USE.format(received="500", balance="600")
    (folder / "charity_use.announcement.csv").write_text(use, encoding="utf-8")
    approve_all(office)
    made = pages(office)
    page = made["site/notices/charity_donation-2026-10-announcement.html"]
    assert "慈善捐赠名单公布（2026年10月）" in page and "甄某某" in page and "20袋" in page
    assert "觉得数目不对怎么办" in page
    assert "慈善款使用明细表公布" in made["site/notices/charity_use-2026-10-announcement.html"]
    assert "notices/charity_use-2026-10-announcement.html" in made["site/funds.html"]
    assert "甄某某" in made["site/downloads/charity_donation-2026-10-announcement.csv"]
    assert not [path for path, text in made.items() if "甄有田" in text]
