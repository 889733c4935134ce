"""Types of column: what they read, refuse, show and conceal."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator import columns
from generator.checks.printable import everyday
from generator.columns import Options, Rejected, column_type, person_name, quantity
from generator.columns.quantity import Quantity
from generator.findings import rules
from generator.office.fonts import characters, font_folders
from generator.project import Project
from tests.conftest import REPOSITORY

NONE = Options()

GOOD = [
    ("percent", "84.4%", Decimal("84.4"), "84.4%"),
    ("percent", "100%", Decimal("100.0"), "100.0%"),
    ("money", "620", Decimal("620.00"), "620.00"),
    ("money", "1,240.5", Decimal("1240.50"), "1,240.50"),
    ("money", "0", Decimal("0.00"), "0.00"),
    ("count", "3", 3, "3"),
    ("count", "12000", 12000, "12,000"),
    ("date", "2024-02-29", date(2024, 2, 29), "2024年2月29日"),
    ("month", "2026-09", "2026-09", "2026年9月"),
    ("person_name", " 甄有田 ", "甄有田", "甄有田"),
    ("person_name", "马依努尔•阿卜杜热合曼", "马依努尔·阿卜杜热合曼", "马依努尔·阿卜杜热合曼"),
    ("person_name", "杨𠮷生", "杨𠮷生", "杨𠮷生"),
    ("village", "望山村", "望山村", "望山村"),
    ("staff", "霍知远", "霍知远", "霍知远"),
    ("contact", "12345", "12345", "12345"),
    ("units", "甲所、乙办", ("甲所", "乙办"), "甲所、乙办"),
    ("text", " 一句话。 ", "一句话。", "一句话。"),
    ("list", ["甲", "乙"], ("甲", "乙"), ("甲", "乙")),
    ("list", "甲；乙", ("甲", "乙"), ("甲", "乙")),
    ("quantity", "2床", Quantity(Decimal(2), "床"), "2床"),
    ("quantity", "12.5公斤", Quantity(Decimal("12.5"), "公斤"), "12.5公斤"),
    ("quantity", "1200袋", Quantity(Decimal(1200), "袋"), "1,200袋"),
]

BAD = [
    ("percent", "84.4"),
    ("percent", "084.4%"),
    ("percent", "84.44%"),
    ("percent", "８４%"),
    ("money", "280元/月"),
    ("money", "1,24.00"),
    ("money", "1_000"),
    ("money", "６２０"),
    ("money", "-5"),
    ("money", "1.005"),
    ("money", "1e3"),
    ("count", "2人"),
    ("count", "03"),
    ("count", "٣"),
    ("count", "1.0"),
    ("date", "2026-02-30"),
    ("date", "2026.2.3"),
    ("date", "20260203"),
    ("month", "2026-13"),
    ("person_name", "张"),
    ("person_name", "张三1"),
    ("person_name", "张三、李四"),
    ("person_name", "张 三"),
    ("person_name", "<b>张三</b>"),
    ("text", "两\n行"),
    ("text", ["不", "是"]),
    ("list", {"甲": "乙"}),
    ("parts", "一段话"),
    ("quantity", "2"),
    ("quantity", "床"),
    ("quantity", "2.5床"),
    ("quantity", "2 床"),
    ("quantity", "两床"),
    ("quantity", "２床"),
    ("quantity", "2床被"),
    ("quantity", "2车"),
    ("quantity", "1.234公斤"),
]


@pytest.mark.parametrize(("name", "raw", "value", "shown"), GOOD)
def test_reads_and_shows(name, raw, value, shown):
    module = column_type(name)
    assert module.parse(raw, NONE) == value
    assert module.show(value) == shown


@pytest.mark.parametrize(("name", "raw"), BAD)
def test_refuses_with_a_rule_of_the_catalogue(name, raw):
    with pytest.raises(Rejected) as caught:
        column_type(name).parse(raw, NONE)
    assert caught.value.rule in rules()


def test_every_type_is_exercised_above():
    assert {name for name, *_ in GOOD} | {"choice", "parts"} == set(columns.names())


def test_choice_names_the_accepted_words():
    options = Options(choices=("分散供养", "集中供养"))
    assert column_type("choice").parse("集中供养", options) == "集中供养"
    with pytest.raises(Rejected) as caught:
        column_type("choice").parse("散养", options)
    assert caught.value.words == {"choices": ("分散供养", "集中供养")}


def test_parts_must_be_complete():
    options = Options(parts=("材料", "份数"))
    assert column_type("parts").parse([{"份数": "1", "材料": "户口簿"}], options) == (("户口簿", "1"),)
    with pytest.raises(Rejected):
        column_type("parts").parse([{"材料": "户口簿"}], options)


@pytest.mark.parametrize(
    ("name", "masked"),
    [
        ("甄有田", "甄某某"),
        ("李山", "李某"),
        ("欧阳修文", "欧阳某某"),
        ("欧阳", "欧某"),
        ("马依努尔·阿卜杜热合曼", "马某某某·某某某某某某"),
        ("龚䶮", "龚某"),
        ("𠮷田", "𠮷某"),
    ],
)
def test_conceals_all_but_the_surname(name, masked):
    assert person_name.conceal(name) == masked


HAN = st.characters(min_codepoint=0x4E00, max_codepoint=0x9FFF)


@given(st.text(HAN, min_size=2, max_size=6).filter(lambda name: "某" not in name))
def test_a_masked_name_keeps_its_length_and_loses_the_given_name(name):
    masked = person_name.conceal(name)
    assert len(masked) == len(name)
    assert masked[-1] == "某"
    assert masked != name
    assert set(masked) - {"某"} <= set(name[:2])


@given(st.decimals(min_value=0, max_value=10**11, places=2))
def test_money_survives_showing_and_reading(amount):
    money = column_type("money")
    assert money.parse(money.show(amount), NONE) == amount
    assert money.parse(money.canonical(amount), NONE) == amount


QUANTITY = st.one_of(
    st.builds(Quantity, st.integers(0, 10**6).map(Decimal), st.sampled_from(["袋", "床"])),
    st.builds(Quantity, st.decimals(0, 10**6, places=2), st.sampled_from(["公斤", "升"])),
)


@given(QUANTITY)
def test_a_quantity_survives_its_canonical_text(value):
    assert quantity.parse(quantity.canonical(value), NONE) == value


@given(st.lists(QUANTITY))
def test_bags_and_beds_are_never_added_up(values):
    sums = {each.unit: each.number for each in quantity.total(values)}
    assert set(sums) == {each.unit for each in values}
    for unit, number in sums.items():
        assert number == sum(each.number for each in values if each.unit == unit)


@given(st.dates(min_value=date(1900, 1, 1)))
def test_a_date_survives_its_canonical_text(day):
    module = column_type("date")
    assert module.parse(module.canonical(day), NONE) == day


def test_the_pinned_fonts_draw_every_everyday_character():
    """Lists that hold nothing else are never compared with the fonts."""
    drawn = characters(font_folders(Project(REPOSITORY)))
    assert len(everyday()) > 7000
    assert everyday() <= drawn
