"""The account and the work funds: cards, minutes, the order of steps, and enough to work with."""

import pytest

from generator.checks import fund_life_cycle, paid_by_card, payments_cite_minutes, work_funds
from tests.checks.sample_scope import found, rules, sample, table, with_tables

_LEDGER = "序号,日期,环节,资金类别,摘要,金额,专户余额,支付方式,会议记录,对应名单,对应月份\n"
_FUND = "序号,日期,环节,来源,经费项目,摘要,金额,余额,会议记录\n"


def ledger(*rows):
    """Rows as (day, step, amount, method, minutes, month)."""
    lines = [
        f"{number},{day},{step},农村低保,摘要,{amount},0.00,{method},{minutes},,{month}"
        for number, (day, step, amount, method, minutes, month) in enumerate(rows, start=1)
    ]
    return table("fund_ledger", _LEDGER + "\n".join(lines), suffix="csv")


def step(step, amount, method="", minutes="禾联纪〔2026〕20号", month="", day="2026-10-21"):
    return day, step, amount, method, minutes, month


@pytest.mark.parametrize(
    ("card", "cash", "enough"), [("95.00", "5.00", True), ("94.00", "6.00", False), ("0.00", "0.00", True)]
)
def test_share_paid_by_card(card, cash, enough):
    paid = ledger(step("拨入", "900.00"), step("发放", card, "一卡通"), step("发放", cash, "现金"))
    assert rules(paid_by_card, with_tables(paid)) == ([] if enough else ["paid-by-card"])


@pytest.mark.parametrize(
    ("minutes", "month", "wrong"),
    [
        ("禾联纪〔2026〕20号", "2026-10", False),
        ("禾联纪〔2026〕20号、禾联纪〔2026〕21号", "2026-10", False),
        ("禾联纪〔2026〕2号", "2026-10", True),
        ("禾联纪〔2026〕2号", "2026-03", False),
        ("禾联纪〔2026〕2号", "", False),
    ],
)
def test_a_payment_cites_the_meeting_of_its_list(minutes, month, wrong):
    """October's lists were decided in 禾联纪〔2026〕20号; nothing is known of March."""
    paid = ledger(step("发放", "1.00", "一卡通", minutes, month))
    assert rules(payments_cite_minutes, with_tables(paid)) == ["payment-minutes"] * wrong


@pytest.mark.parametrize(
    ("rows", "cell"),
    [
        ([step("分配", "9.00"), step("审批", "9.00"), step("发放", "9.00")], ""),
        ([step("分配", "9.00"), step("审批", "8.00"), step("发放", "9.00")], "F4"),
        ([step("分配", "8.00"), step("审批", "9.00")], "F3"),
        ([step("发放", "9.00"), step("分配", "9.00"), step("审批", "9.00")], "F2"),
        ([step("审批", "9.00"), step("发放", "9.00")], ""),
        ([step("发放", "9.00")], ""),
    ],
)
def test_allocated_then_approved_then_paid(rows, cell):
    """A ledger that leaves out a step is compared with the step before it; one of payments only is not judged."""
    assert [each.place.cell for each in found(fund_life_cycle, with_tables(ledger(*rows)))] == ([cell] if cell else [])


def fund(*rows):
    lines = [
        f"{n},{day},{event},{source},服务群众专项经费,摘要,{amount},0.00,禾联纪〔2026〕9号"
        for n, (day, event, source, amount) in enumerate(rows, 1)
    ]
    return table("work_fund", _FUND + "\n".join(lines), suffix="csv")


def recipients(number):
    rows = "\n".join(f"望山村,甄{chr(0x4E00 + n)},60.00" for n in range(number))
    return table(
        "old_age_allowance",
        f"村（社区）,姓名,月津贴金额\n{rows}",
        suffix="csv",
        id="",
        stage="announcement",
        round="2026-10",
    )


@pytest.mark.parametrize(
    ("first", "received", "enough"),
    [
        ("2025-11-01", "500.00", True),
        ("2025-11-01", "499.00", False),
        ("2026-05-01", "250.00", True),
        ("2026-05-01", "249.00", False),
    ],
)
def test_five_yuan_for_each_recipient_and_year(first, received, enough):
    """A hundred recipients; half a year needs half of it."""
    rows = (first, "期初", "", "9999.00"), ("2026-10-20", "拨入", "县财政", received)
    scope = with_tables(fund(*rows), recipients(100))
    assert rules(work_funds, scope) == ([] if enough else ["work-funds-per-recipient"])


@pytest.mark.parametrize(("own", "enough"), [("20.00", True), ("19.99", False)])
def test_two_per_cent_of_the_transfer(own, enough):
    """1,000 yuan came from above between the days of the fund; what came before does not count."""
    above = ledger(
        step("拨入", "1000.00", day="2026-03-05"),
        step("拨入", "70000.00", day="2025-03-05"),
        step("发放", "70000.00", day="2026-04-05"),
    )
    given = fund(
        ("2026-01-15", "拨入", "乡镇", own),
        ("2026-02-15", "拨入", "县财政", "800.00"),
        ("2026-10-20", "支出", "", "1.00"),
    )
    assert rules(work_funds, with_tables(given, above)) == ([] if enough else ["work-funds-matching"])


@pytest.mark.parametrize("check", [paid_by_card, payments_cite_minutes, fund_life_cycle, work_funds])
def test_the_sample_is_good(check):
    assert not found(check, sample())
