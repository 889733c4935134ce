"""Rule packs: dated, by place, and the stricter of two that disagree."""

import tomllib
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from generator.office.requirements import disagreements, requirement
from generator.office.rules import Rule, RulePack, in_force, load_rules, periods
from generator.project import Project
from tests.conftest import REPOSITORY

DAY = date(2026, 11, 5)
STAFF = {
    "title": "镇民政工作人员",
    "unit": "人",
    "tiers": [{"below": "30000", "at_least": "3"}, {"below": "50001", "at_least": "4"}, {"at_least": "5"}],
    "source": "某办法第三条",
}


def pack(place="全国", effective="2026-07-01", periods=None, **rules):
    return RulePack.model_validate(
        {"schema": "1", "place": place, "effective": effective, "sources": [], "periods": periods, "rules": rules}
    )


def rule(source="某办法", **limits):
    return {"title": "培训", "unit": "次", "source": source, **limits}


@pytest.mark.parametrize(("persons", "staff"), [(0, 3), (29_999, 3), (30_000, 4), (50_000, 4), (50_001, 5)])
def test_a_tier_is_chosen_by_size(persons, staff):
    assert requirement([pack(staff=STAFF)], "staff", DAY, persons).at_least == staff


def test_a_rule_by_size_without_a_size_is_our_mistake():
    with pytest.raises(ValueError, match="镇民政工作人员"):
        requirement([pack(staff=STAFF)], "staff", DAY)


@pytest.mark.parametrize(("persons", "staff"), [(1, 1), (10_000, 1), (10_001, 2), (35_000, 4)])
def test_one_for_every_ten_thousand_begun(persons, staff):
    by_persons = {"title": "人员", "at_least": "1", "per": "10000", "source": "某办法"}
    assert requirement([pack(staff=by_persons)], "staff", DAY, persons).at_least == staff


def test_the_stricter_of_two_places_applies_and_both_sources_are_named():
    packs = [
        pack(training=rule("甲办法", at_least="1")),
        pack("某市", "2026-08-01", training=rule("乙办法", at_least="2")),
    ]
    found = requirement(packs, "training", DAY)
    assert (found.at_least, found.sources, found.limits()) == (Decimal(2), ("甲办法", "乙办法"), "≥ 2")
    assert [each.place for each, _ in disagreements(packs, DAY)["training"]] == ["全国", "某市"]


def test_a_younger_pack_of_the_same_place_replaces_the_older_one():
    packs = [pack(grace=rule(at_most="6")), pack(effective="2026-09-01", grace=rule(at_most="12"))]
    assert requirement(packs, "grace", DAY).at_most == 12
    assert requirement(packs, "grace", date(2026, 8, 31)).at_most == 6
    assert disagreements(packs, DAY) == {}


def test_a_pack_that_has_not_begun_says_nothing():
    packs = [pack(), pack("某市", "2027-01-01", training=rule(at_least="2"))]
    assert requirement(packs, "training", DAY) is None
    assert [each.place for each in in_force(packs, DAY)] == ["全国"]


def test_words_of_all_places_add_up():
    packs = [pack(pairs=rule(values=["a+b"])), pack("某市", pairs=rule(values=["a+b", "a+c"]))]
    assert requirement(packs, "pairs", DAY).values == ("a+b", "a+c")


def test_a_notice_stands_for_the_longest_period_asked_by_any_place():
    national = {"notice_days": 7, "notice_working_days": 7, "first_day_counts": True, "announcement_months": 12}
    local = {"notice_days": 10, "notice_working_days": 5, "first_day_counts": False, "announcement_months": 6}
    together = periods([pack(periods=national), pack("某市", periods=local)], DAY)
    assert together.model_dump() == {**local, "notice_working_days": 7}


def test_before_the_first_pack_its_periods_count():
    national = {"notice_days": 7, "notice_working_days": 7, "first_day_counts": True, "announcement_months": 12}
    assert periods([pack(periods=national)], date(2025, 1, 1)).notice_days == 7


@pytest.mark.parametrize("number", ["1_000", "３", "NaN", "-1", "1e3", "", "三"])
def test_only_plain_numbers_are_read(number):
    with pytest.raises(ValidationError):
        Rule.model_validate(rule(at_least=number))


@pytest.mark.parametrize(
    "empty", [rule(), {**STAFF, "tiers": [{"at_least": "3"}, {"at_least": "4"}]}, {**STAFF, "tiers": [{"below": "3"}]}]
)
def test_a_rule_must_say_something(empty):
    with pytest.raises(ValidationError):
        Rule.model_validate(empty)


@given(st.integers(0, 99), st.integers(0, 99), st.integers(0, 99))
def test_what_the_stricter_admits_each_place_admits(low, high, number):
    packs = [pack(a=rule(at_least=str(low))), pack("某市", a=rule(at_most=str(high)))]
    together = requirement(packs, "a", DAY).admits(number)
    assert together == (number >= low and number <= high)


def test_only_national_packs_are_everybodys(tmp_path):
    """The pack of the sample county is its own: another office has the national one, and its own."""
    own = tmp_path / "data" / "rules" / "county-2026-01-01.yaml"
    own.parent.mkdir(parents=True)
    own.write_text("schema: 1\nplace: 某县\neffective: '2026-01-01'\nsources: []\n", encoding="utf-8")
    packs, findings = load_rules(Project(tmp_path))
    assert [pack.place for pack in packs] == ["某县", "全国"] and not findings
    assert {pack.place for pack in load_rules(Project(REPOSITORY))[0]} == {"全国", "晴川县", "各地做法"}


def test_every_national_pack_travels_in_the_wheel():
    settings = tomllib.loads((REPOSITORY / "pyproject.toml").read_text(encoding="utf-8"))
    included = settings["tool"]["hatch"]["build"]["targets"]["wheel"]["force-include"]
    carried = {name for name in included if name.startswith("data/rules")}
    assert carried == {f"data/rules/{path.name}" for path in (REPOSITORY / "data/rules").glob("national-*.yaml")}
