"""Checks that read lists of people: bands, units, population, deaths, lists that exclude each other."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.checks import amount_band, incompatible_lists, reported_dead, units_apart, within_population
from generator.office import Death
from tests.checks.sample_scope import TODAY, found, rules, sample, table, with_register, with_tables

_HEADINGS = {
    "subsistence_allowance": "村（社区）,户主姓名,保障人口,月保障金额\n",
    "extreme_poverty_support": "村（社区）,姓名,供养方式,月供养金额\n",
    "price_subsidy": "村（社区）,户数,人数,补贴金额\n",
}


def listed(kind, *rows, stage="public_notice", month="2026-11"):
    content = _HEADINGS[kind] + "\n".join(rows)
    return table(kind, content, suffix="csv", id="", stage=stage, round=month)


@pytest.mark.parametrize(
    ("row", "rule"),
    [
        ("望山村,甄有田,1,30.00", ""),
        ("望山村,甄有田,1,29.99", "amount-outside-band"),
        ("望山村,甄有田,3,3600.00", ""),
        ("望山村,甄有田,3,3600.01", "amount-outside-band"),
        ("望山村,甄有田,2,0.12", "amount-unit-mistake"),
        ("望山村,甄有田,2,11200000.00", "amount-unit-mistake"),
        ("望山村,甄有田,1,0.00", ""),
        ("望山村,甄有田,0,560.00", ""),
    ],
)
def test_amount_per_person(row, rule):
    """30 to 1,200 yuan per person in the county's pack; nothing paid and no persons are others' matter."""
    assert rules(amount_band, with_tables(listed("subsistence_allowance", row))) == ([rule] if rule else [])


def test_the_unit_mistake_says_which_way():
    one, two = found(
        amount_band,
        with_tables(listed("subsistence_allowance", "望山村,甄有田,2,0.12", "望山村,甄有水,2,11200000.00")),
    )
    assert "像是把元写成了万元" in one.message() and "像是多写了一万倍" in two.message()
    assert "0.12" not in one.message()


def test_a_kind_of_which_no_pack_says_anything_is_not_judged():
    quiet = table(
        "benefits_card_subsidy",
        "村（社区）,户主姓名,补贴项目,补贴金额\n望山村,甄有田,耕地地力保护补贴,0.01",
        suffix="csv",
        id="",
        stage="announcement",
        round="2026-10",
    )
    assert not found(amount_band, with_tables(quiet))


@pytest.mark.parametrize(("households", "persons", "wrong"), [(3, 3, False), (3, 2, True), (0, 0, False)])
def test_a_household_has_a_person(households, persons, wrong):
    both = listed("price_subsidy", f"望山村,{households},{persons},56.00", stage="announcement")
    assert rules(units_apart, with_tables(both, kinds={})) == ["fewer-persons-than-households"] * wrong


def test_an_entry_of_a_list_of_households_is_one():
    assert rules(units_apart, with_tables(listed("subsistence_allowance", "望山村,甄有田,0,560.00"), kinds={}))


@pytest.mark.parametrize(
    ("title", "unit", "wrong"),
    [
        ("户数", "户", False),
        ("人数", "人", False),
        ("人数", "户", True),
        ("户数", "人", True),
        ("规模", "户、人", True),
        ("走访（户）", "人", True),
        ("走访人次", "人次", False),
        ("户均人口", "人", False),
    ],
)
def test_a_column_counts_households_or_persons(title, unit, wrong):
    kind = sample().kinds["price_subsidy"]
    column = kind.column("persons").model_copy(update={"title": title, "unit": unit})
    changed = kind.model_copy(update={"columns": (column,)})
    assert rules(units_apart, with_tables(kinds={"price_subsidy": changed})) == ["units-mixed"] * wrong


@pytest.mark.parametrize(
    ("households", "persons", "places"), [(812, 2846, []), (813, 2846, ["B1"]), (812, 2847, ["C1"])]
)
def test_no_more_than_live_there(households, persons, places):
    """望山村 has 812 households and 2,846 residents."""
    scope = with_tables(listed("price_subsidy", f"望山村,{households},{persons},56.00", stage="announcement"))
    assert [each.place.cell for each in found(within_population, scope)] == places


def test_rows_are_counted_too():
    rows = [f"望山村,甄{chr(0x4E00 + number)},1,560.00" for number in range(813)]
    (one,) = found(within_population, with_tables(listed("subsistence_allowance", *rows)))
    assert "望山村合计超过了全村的812户" in one.message()


@pytest.mark.parametrize(
    ("month", "stage", "wrong"),
    [
        ("2026-10", "public_notice", False),
        ("2026-11", "public_notice", True),
        ("2026-11", "announcement", True),
        ("2026-11", "notice_of_ending", False),
    ],
)
def test_listed_after_death(month, stage, wrong):
    """Reported for October: October's list stands, November's must not hold the name, an ending may."""
    people = listed("extreme_poverty_support", "望山村,甄有田,分散供养,926.00", stage=stage, month=month)
    dead = Death(village="望山村", name="甄有田", month="2026-10")
    assert rules(reported_dead, with_register("deaths", dead, tables=(people,))) == ["listed-after-death"] * wrong


def test_a_namesake_of_another_village_is_alive():
    people = listed("extreme_poverty_support", "柳湾村,甄有田,分散供养,926.00")
    dead = Death(village="望山村", name="甄有田", month="2026-10")
    assert not found(reported_dead, with_register("deaths", dead, tables=(people,)))


def test_the_name_is_in_no_message():
    people = listed("extreme_poverty_support", "望山村,甄有田,分散供养,926.00")
    dead = Death(village="望山村", name="甄有田", month="2026-10")
    (one,) = found(reported_dead, with_register("deaths", dead, tables=(people,)))
    for language in ("zh", "en"):
        assert "甄有田" not in one.message(language) + one.remedy(language) + one.place.text(language)


@pytest.mark.parametrize(
    ("village", "month", "stage", "both"),
    [
        ("望山村", "2026-11", "public_notice", True),
        ("柳湾村", "2026-11", "public_notice", False),
        ("望山村", "2026-10", "public_notice", False),
        ("望山村", "2026-11", "announcement", False),
    ],
)
def test_in_two_lists(village, month, stage, both):
    """The same village and name in the same round and stage, and nothing else."""
    scope = with_tables(
        listed("subsistence_allowance", "望山村,白秋月,1,520.00", "望山村,甄有田,1,560.00"),
        listed("extreme_poverty_support", f"{village},甄有田,分散供养,926.00", stage=stage, month=month),
    )
    assert rules(incompatible_lists, scope) == ["person-in-two-lists"] * both


def test_the_other_row_is_named_by_its_number():
    scope = with_tables(
        listed("subsistence_allowance", "望山村,白秋月,1,520.00", "望山村,甄有田,1,560.00"),
        listed("extreme_poverty_support", "望山村,甄有田,分散供养,926.00"),
    )
    (one,) = found(incompatible_lists, scope)
    assert one.place.cell == "B2" and "“最低生活保障”名单第3行" in one.message() and "甄有田" not in one.message()


@pytest.mark.parametrize("check", [amount_band, units_apart, within_population, reported_dead, incompatible_lists])
def test_the_sample_is_good(check):
    assert not found(check, sample())


@given(st.decimals(min_value=100, max_value=1000, places=2), st.integers(1, 9))
def test_every_confusion_of_yuan_and_ten_thousand_yuan_is_seen_as_one(each, persons):
    asked = sample().office.requirement("amount.subsistence_allowance", TODAY)
    assert asked.admits(each)
    assert amount_band.judge(each * persons, persons, asked) == ""
    assert amount_band.judge(each * persons * 10_000, persons, asked) == "typed-in-yuan"
    assert amount_band.judge(each * persons / 10_000, persons, asked) == "typed-in-ten-thousands"
