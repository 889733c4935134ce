"""What broken conversions leave behind, and what only looks like it."""

import pytest

from generator.checks import broken_conversion
from tests.checks.sample_scope import rules, with_prose

GARBLED = "民政公示".encode().decode("gbk", errors="ignore")


@pytest.mark.parametrize(
    ("line", "rule"),
    [
        ("推动职能zhuǎn化", "text-pinyin-residue"),
        ("补贴從7月發(fā)放", "text-pinyin-residue"),
        ("补贴（tiē）按月发放", "text-pinyin-residue"),
        ("锟斤拷锟斤拷", "text-mojibake"),
        ("烫烫烫", "text-mojibake"),
        ("望山�村", "text-mojibake"),
        ("æ°‘æ”¿å…¬ç¤º", "text-mojibake"),
        (GARBLED, "text-mojibake"),
        ("一&amp;nbsp;二", "text-entity"),
    ],
)
def test_residue_is_found(line, rule):
    assert rules(broken_conversion, with_prose(line)) == [rule]


@pytest.mark.parametrize(
    "line",
    [
        "东堽（gāng）村的公示栏在村口",  # a rare character is annotated for readers
        "“仝”读tóng",
        "GB/T 37668-2019和WCAG 2.2的AA级",
        "用A4纸打印，按Tab键走到链接",
        "一&nbsp;二",  # a hand-written page shows this as a space
        "AT&T的热线；甲&乙",
        "联通公司、中国联通",  # the classic of encoding guessers
        "涓流汇成河，鍏字很少见",
        "**30.00 €**",
    ],
)
def test_plain_words_are_left_alone(line):
    assert rules(broken_conversion, with_prose(line)) == []
