"""Figures that can only be two figures, and figures that are merely large."""

import pytest

from generator.checks import fused_numbers
from tests.checks.sample_scope import found, rules, with_prose


@pytest.mark.parametrize("line", ["全省低保1129142257人", "从20077月份起", "3月1512日", "共300400500户"])
def test_fused_figures(line):
    assert rules(fused_numbers, with_prose(line)) == ["text-fused-number"]


@pytest.mark.parametrize(
    "line",
    [
        "2007年7月份、12月、1月",
        "36个月",
        "满100日",
        "婴儿24月龄",
        "全国14亿人",
        "全省1,129,142人",
        "支出112914225.70元",
        "电话0690-5550110",
        "990100-201/2026-00012",
    ],
)
def test_large_and_plain_figures(line):
    assert rules(fused_numbers, with_prose(line)) == []


def test_a_lost_dash_is_asked_about_only_where_the_same_words_have_it():
    (finding,) = found(fused_numbers, with_prose("每月走访1—2次。", "包片干部每月走访12次。"))
    assert finding.rule == "text-range-lost"
    assert "1—2次" in finding.message()
    assert rules(fused_numbers, with_prose("每月走访12次。")) == []
    assert rules(fused_numbers, with_prose("每月走访1—2次。", "每年走访12次。", "每月走访12户。")) == []
