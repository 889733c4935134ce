import pytest

from generator.checks import digits_of_one_width
from tests.checks.sample_scope import rules, with_prose


@pytest.mark.parametrize(
    "line", ["新增１2户", "占12．5%", "发放1，240元", "2O26年", "1l0户", "比例３5％", "支出24．6万元"]
)
def test_broken_numbers(line):
    assert rules(digits_of_one_width, with_prose(line)) == ["text-mixed-width"]


@pytest.mark.parametrize(
    "line",
    [
        "新增12户",
        "１２户",
        "第1，第2项",
        "一、二；3，100号",
        "12.5%",
        "1,240.50元",
        "见第3。5号窗口",
        "GB/T 37668-2019",
        "3，2户",
    ],
)
def test_whole_numbers(line):
    assert rules(digits_of_one_width, with_prose(line)) == []
