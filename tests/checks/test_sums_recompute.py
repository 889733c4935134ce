"""Sums beside their addends: wrong ones are found, everything doubtful is left alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.checks import sums_recompute
from generator.checks.sums_recompute import wrong_sums
from tests.checks.sample_scope import found, with_prose

WRONG = [
    ("低保388户、特困35户，合计433户。", "423户"),
    ("望山村12户36人，柳湾村18户40人，合计30户67人。", "76人"),
    ("发放低保金240,000元、特困供养金35,500.50元，共计275,500元", "275500.50元"),
    ("共15个：村11个，社区3个", "14个"),
    ("全镇423户，其中农村388户，城镇45户。", "433户"),
    ("特困87人，其中分散供养60人、集中供养17人。", "77人"),
    ("每人每月差220元：620-400=210元", "220"),
    ("220×3=650", "660"),
]
RIGHT = [
    "低保388户、特困35户，合计423户。",
    "望山村12户36人，柳湾村18户40人，合计30户76人。",
    "拨入24.6万元、12.3万元，合计37万元",
    "全镇423户，其中农村388户，城镇35户。",
    "620－400＝220元，220×3=660元",
    "660÷3=220",
    "100÷3=33.33",
]
DOUBTFUL = [
    "新增3户、停发2户，合计388户。",
    "全镇423户，其中残疾人家庭300户，老年人家庭200户。",
    "期初余额120元、拨入300元，合计发放200元",
    "四项基本服务费减免，合计最高1800元",
    "低保388户、特困35人，合计423户",
    "2026年10月5户、11月6户，合计累计20户",
    "每户3人、每人620元，共计1860元",
    "带身份证1份、户口簿1份，合计约3份",
    "禾政发〔2026〕8号、9号，共计2件",
    "办公室电话0690-5550110，3户、4户，合计9户",
]


@pytest.mark.parametrize(("line", "right"), WRONG)
def test_a_wrong_sum_is_named_with_the_right_one(line, right):
    messages = [each.message() for each in found(sums_recompute, with_prose(line)) if each.rule == "text-sum"]
    assert len(messages) == 1
    assert f"加起来是{right}" in messages[0]


@pytest.mark.parametrize("line", RIGHT + DOUBTFUL)
def test_right_and_doubtful_sums_are_silent(line):
    assert found(sums_recompute, with_prose(line)) == []


def test_a_part_above_its_whole():
    (finding,) = found(sums_recompute, with_prose("全镇特困87人，其中集中供养107人。"))
    assert finding.rule == "text-part-above-whole"


@given(st.lists(st.integers(0, 10**6), min_size=2, max_size=6), st.integers(-2, 2))
def test_a_sum_is_reported_exactly_when_it_is_wrong(addends, off):
    total = sum(addends) + off
    if total < 0:
        return
    line = "、".join(f"第几村{addend:,}元".replace("第几", "甲") for addend in addends) + f"，合计{total:,}元。"
    assert bool(list(wrong_sums(line))) == bool(off)
