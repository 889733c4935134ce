"""Percentages beside their two numbers: wrong ones are found, everything doubtful is left alone."""

from decimal import ROUND_HALF_UP, Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.checks import percentages_recompute
from generator.checks.percentages_recompute import stated_ratios
from tests.checks.sample_scope import found, with_prose

WRONG = [
    ("全镇32个村中27个建了公示栏，占85.6%。", "84.4%"),
    ("32个村中，27个村已经完成，完成率85.6%。", "84.4%"),
    ("共有低保423户，其中农村388户，占91.2%，城镇35户，占8.3%。", "91.7%"),
    ("计划办理40件，办结35件，办结率85%。", "87.5%"),
    ("应走访1,200户，完成走访1,080户，完成率为95%", "90.0%"),
    ("低保对象600人，其中老年人150人，占２０％", "25.0%"),
    ("发放10000元，其中通过一卡通9800元，占比99%", "98.0%"),
]
RIGHT = [
    "全镇32个村中27个建了公示栏，占84.4%。",
    "32个村中27个，占84%。",
    "共有低保423户，其中农村388户，占91.7%，城镇35户，占8.3%。",
    "计划办理40件，办结35件，办结率87.5%。",
    "三个村中有1个，占33.33%",
]
DOUBTFUL = [
    "从32户增加到40户，增长20%。",
    "32户比上年27户增加18.5%",
    "低保标准620元，提高到680元，提高10%",
    "32个村中27个完成，未完成的占15.6%",
    "32个村中27个完成，占比不低于80%",
    "32个村中至少27个，占85%以上",
    "15个村，840户，占全镇的60%",
    "特困人员每人每月806元，是低保标准620元的130%",
    "剩下的合规费用救助75%，每人每年最高60000元",
    "2026年7月1日起，32户享受，比例为70%",
    "目标40户。完成35户，占80%。",
    "全镇32个村，27人负责，占84%",
]


@pytest.mark.parametrize(("line", "right"), WRONG)
def test_a_wrong_percentage_is_named_with_the_right_one(line, right):
    (finding,) = found(percentages_recompute, with_prose(line))
    assert f"算出来是{right}" in finding.message()


@pytest.mark.parametrize("line", RIGHT)
def test_right_percentages_are_recomputed_and_silent(line):
    assert found(percentages_recompute, with_prose(line)) == []
    assert list(stated_ratios(line)) or "三个" in line


@pytest.mark.parametrize("line", DOUBTFUL)
def test_what_is_not_stated_plainly_is_left_alone(line):
    assert found(percentages_recompute, with_prose(line)) == []


@given(st.integers(1, 5000), st.integers(0, 5000), st.integers(0, 2), st.integers(-3, 3))
def test_a_percentage_holds_exactly_when_it_is_the_rounded_ratio(whole, part, decimals, off):
    part = min(part, whole)
    exact = Decimal(part) * 100 / whole
    unit = Decimal(1).scaleb(-decimals)
    printed = exact.quantize(unit, ROUND_HALF_UP) + off * unit
    if printed < 0:
        return
    (ratio,) = stated_ratios(f"全镇{whole}户中{part}户已经办结，占{printed}%。")
    # A tie may be rounded either way.
    assert ratio.holds == (abs(printed - exact) <= unit / 2)
    assert ratio.holds or off
