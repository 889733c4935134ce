"""How people write numbers and days: what is read, what is refused, and that nothing changes its value."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator import columns
from generator.columns import LooseOptions, Rejected, column_type, tidy
from generator.findings import rules
from generator.intake.villages import tidy_village
from generator.writing import spell, whole_number, yuan

MONTHLY = LooseOptions(unit="元/月")
PERSONS = LooseOptions(unit="人")
NONE = LooseOptions()

ACCEPTED = [
    ("money", "280", MONTHLY, "280.00"),
    ("money", "280元/月", MONTHLY, "280.00"),
    ("money", "280元/户/月", MONTHLY, "280.00"),
    ("money", "¥280", MONTHLY, "280.00"),
    ("money", "￥ 1,280.5", MONTHLY, "1280.50"),
    ("money", "２８０．５", MONTHLY, "280.50"),
    ("money", "人民币280元整", MONTHLY, "280.00"),
    ("money", "壹佰贰拾元整", MONTHLY, "120.00"),
    ("money", "一百二十元零五分", MONTHLY, "120.05"),
    ("money", "一百二十", MONTHLY, "120.00"),
    ("money", 620.1, MONTHLY, "620.10"),
    ("money", 0.1 + 0.2, MONTHLY, "0.30"),
    ("money", 1240, MONTHLY, "1240.00"),
    ("money", 0.028, LooseOptions(unit="万元"), "280.00"),
    ("money", "0.0280万元", LooseOptions(unit="万元"), "280.00"),
    ("money", "1.2万", NONE, "12000.00"),
    ("count", "3人", PERSONS, "3"),
    ("count", "共 3 口人", PERSONS, "3"),
    ("count", "三人", PERSONS, "3"),
    ("count", "十二", PERSONS, "12"),
    ("count", "３", PERSONS, "3"),
    ("count", 3.0, PERSONS, "3"),
    ("count", "3户", LooseOptions(unit="户"), "3"),
    ("date", "2024-3-1", NONE, "2024-03-01"),
    ("date", "2024/3/1", NONE, "2024-03-01"),
    ("date", "2024.3.1", NONE, "2024-03-01"),
    ("date", "20240301", NONE, "2024-03-01"),
    ("date", 20240301.0, NONE, "2024-03-01"),
    ("date", "2024年3月1日", NONE, "2024-03-01"),
    ("date", "二〇二四年三月十一日", NONE, "2024-03-11"),
    ("date", "2024-03-01 00:00:00", NONE, "2024-03-01"),
    ("date", date(2024, 3, 1), NONE, "2024-03-01"),
    ("date", 45352.0, NONE, "2024-03-01"),
    ("date", 43890.0, LooseOptions(epoch_1904=True), "2024-03-01"),
    ("month", "2024.3", NONE, "2024-03"),
    ("month", "2024.10", NONE, "2024-10"),
    ("month", "202403", NONE, "2024-03"),
    ("month", "2024年3月份", NONE, "2024-03"),
    ("month", "二〇二四年三月", NONE, "2024-03"),
    ("month", 2024.3, NONE, "2024-03"),
    ("month", 2024.11, NONE, "2024-11"),
    ("month", date(2024, 3, 1), NONE, "2024-03"),
    ("month", "2024-03-15", NONE, "2024-03"),
    ("person_name", "张 三", NONE, "张三"),
    ("person_name", " 张\u3000三\u200b", NONE, "张三"),
    ("person_name", "欧阳 修文", NONE, "欧阳修文"),
    ("person_name", "王五（户主）", NONE, "王五"),
    ("person_name", "甄和平", NONE, "甄和平"),
    ("person_name", "和志强", NONE, "和志强"),
    ("person_name", "马依努尔•阿卜杜热合曼", NONE, "马依努尔·阿卜杜热合曼"),
    ("person_name", "马依努尔・阿卜杜热合曼", NONE, "马依努尔·阿卜杜热合曼"),
    ("person_name", "马依努尔‧阿卜杜热合曼", NONE, "马依努尔·阿卜杜热合曼"),
    ("person_name", "马依努尔.阿卜杜热合曼", NONE, "马依努尔·阿卜杜热合曼"),
    ("person_name", "杨𠮷生", NONE, "杨𠮷生"),
    ("choice", "支出型 困难", LooseOptions(choices=("支出型困难", "火灾")), "支出型困难"),
    ("text", " 一句话 ", NONE, "一句话"),
]

REFUSED = [
    ("money", "约600", MONTHLY, "raw-amount"),
    ("money", "-5", MONTHLY, "raw-amount"),
    ("money", "1,28", MONTHLY, "raw-amount"),
    ("money", "0280", MONTHLY, "raw-amount"),
    ("money", "280.505", MONTHLY, "raw-amount"),
    ("money", 620.3333333, MONTHLY, "raw-amount"),
    ("money", 1e16, MONTHLY, "raw-amount"),
    ("money", True, MONTHLY, "raw-amount"),
    ("money", date(2024, 3, 1), MONTHLY, "raw-amount"),
    ("money", "一百二", MONTHLY, "raw-amount"),
    ("money", "元", MONTHLY, "raw-amount"),
    ("money", "280-300", MONTHLY, "raw-amount"),
    ("money", "7200元/年", MONTHLY, "raw-unit"),
    ("money", "280元/人", MONTHLY, "raw-unit"),
    ("money", "280元", LooseOptions(unit="万元"), "raw-unit"),
    ("money", "0.028万元", LooseOptions(unit="元"), "raw-unit"),
    ("count", "3户", PERSONS, "raw-unit"),
    ("count", "三口半", PERSONS, "raw-count"),
    ("count", "2-3", PERSONS, "raw-count"),
    ("count", 3.5, PERSONS, "raw-count"),
    ("count", "03", PERSONS, "raw-count"),
    ("date", "03/04/2024", NONE, "raw-date"),
    ("date", "24-3-1", NONE, "raw-date"),
    ("date", "2024-3", NONE, "raw-date"),
    ("date", "45352", NONE, "raw-date"),
    ("date", 45352.5, NONE, "raw-date"),
    ("date", "2024-02-30", NONE, "cell-no-such-day"),
    ("month", 2024.1, NONE, "raw-month"),
    ("month", "24.3", NONE, "raw-month"),
    ("month", "2024.13", NONE, "cell-no-such-day"),
    ("month", "三月", NONE, "raw-month"),
    ("person_name", "王五（已故）", NONE, "raw-name"),
    ("person_name", "张", NONE, "raw-name"),
    ("person_name", "张三1", NONE, "raw-name"),
    ("person_name", "张三、李四", NONE, "raw-several-names"),
    ("person_name", "张三\n李四", NONE, "raw-several-names"),
    ("person_name", "张三和李四", NONE, "raw-several-names"),
    ("person_name", "张三 李四", NONE, "raw-name-spaces"),
    ("person_name", "马依努尔 阿卜杜热合曼", NONE, "raw-name-spaces"),
    ("person_name", "龚\ue863", NONE, "raw-private-use"),
    ("choice", "散养", LooseOptions(choices=("分散供养", "集中供养")), "cell-not-a-choice"),
]


@pytest.mark.parametrize(("name", "cell", "options", "text"), ACCEPTED)
def test_what_can_be_read_in_one_way_only_is_taken(name, cell, options, text):
    assert tidy(name, cell, options).text == text
    column_type(name).parse(text, options)


@pytest.mark.parametrize(("name", "cell", "options", "rule"), REFUSED)
def test_what_would_have_to_be_guessed_is_refused(name, cell, options, rule):
    with pytest.raises(Rejected) as caught:
        tidy(name, cell, options)
    assert caught.value.rule == rule
    assert rule in rules()


def test_a_private_use_character_is_named_with_its_place_today():
    with pytest.raises(Rejected) as caught:
        tidy("person_name", "龚\ue863\uf8ff", NONE)
    assert caught.value.words == {"characters": ("U+E863（可能是“䶮”）", "U+F8FF")}


VILLAGES = ("望山村", "上河沿村", "河沿村", "街心社区")


@pytest.mark.parametrize(
    ("written", "village"),
    [
        ("望山村", "望山村"),
        (" 望 山 村", "望山村"),
        ("望山", "望山村"),
        ("街心", "街心社区"),
        ("晴川县禾风镇望山村三组", "望山村"),
        ("禾风镇/望山村村民委员会", "望山村"),
        ("晴川县禾风镇上河沿村", "上河沿村"),
        ("禾风镇河沿村", "河沿村"),
    ],
)
def test_a_village_is_known_by_its_registered_name(written, village):
    assert tidy_village(written, VILLAGES).text == village


@pytest.mark.parametrize("written", ["下河沿村", "禾风镇", "望山村、街心社区", "山", "某村", 12.0])
def test_a_village_is_never_guessed(written):
    with pytest.raises(Rejected, match="raw-village"):
        tidy_village(written, VILLAGES)


@given(st.integers(0, 10**12 - 1))
def test_a_numeral_survives_spelling_and_reading(number):
    assert whole_number(spell(number)) == number


@given(st.integers(0, 10**12 - 1))
def test_formal_numerals_read_the_same(number):
    formal = spell(number).translate(str.maketrans("一二三四五六七八九十百千", "壹贰叁肆伍陆柒捌玖拾佰仟"))
    assert whole_number(formal) == number


@pytest.mark.parametrize("text", ["一百二", "二十百", "万", "一一", "百", "零零", "两", "一二三", "十十", "", "3"])
def test_irregular_numerals_are_not_numbers(text):
    assert whole_number(text) == (2 if text == "两" else None)


@given(st.integers(1, 10**9), st.integers(0, 9), st.integers(0, 9))
def test_an_amount_in_words_is_exact(whole, jiao, fen):
    text = f"{spell(whole)}元" + (f"{spell(jiao)}角" if jiao else "") + (f"零{spell(fen)}分" if fen else "整")
    assert yuan(text) == Decimal(whole) + Decimal(jiao) / 10 + Decimal(fen) / 100


@given(st.decimals(min_value=0, max_value=10**9, places=2))
def test_money_survives_every_loose_writing(amount):
    for text in (f"{amount}", f"{amount:,}元/月", f"¥{amount}", f"{amount}元整"):
        assert Decimal(tidy("money", text, MONTHLY).text) == amount
    shifted = f"{(amount / 10_000):f}万元"
    assert Decimal(tidy("money", shifted, LooseOptions(unit="万元")).text) == amount


@given(st.floats(min_value=0, max_value=10**9).map(lambda number: round(number, 2)))
def test_a_number_of_the_spreadsheet_keeps_its_fen(number):
    assert Decimal(tidy("money", number, MONTHLY).text) == Decimal(f"{number:.2f}")


@given(st.dates(min_value=date(1950, 1, 1), max_value=date(2099, 12, 31)))
def test_a_day_survives_every_loose_writing(day):
    serial = float((day - date(1899, 12, 30)).days)
    for cell in (
        day,
        serial,
        f"{day:%Y%m%d}",
        f"{day.year}/{day.month}/{day.day}",
        f"{day.year}年{day.month}月{day.day}日",
    ):
        assert tidy("date", cell, NONE).text == day.isoformat()
        assert tidy("month", cell, NONE).text == f"{day:%Y-%m}"


@given(st.text(max_size=12), st.sampled_from(columns.names()))
def test_any_text_is_taken_or_refused(text, name):
    """Whatever stands in a cell: either the strict reader takes what comes out, or it is refused."""
    try:
        tidied = tidy(name, text, LooseOptions(choices=("甲",)))
        if name not in {"parts", "text"}:
            column_type(name).parse(tidied.text, LooseOptions(choices=("甲",)))
    except Rejected as rejection:
        assert rejection.rule in rules()
