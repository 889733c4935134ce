"""Targets, training, visits, care homes, duty lists, guides, ballots and walls."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.checks import (
    ballot_carried,
    care_beds,
    duty_list_size,
    home_visits,
    printed_sources,
    relief_guides,
    stated_limits,
    targets,
    training_per_year,
)
from generator.columns import Options, Rejected, percent
from generator.office import Ballot, WallSet
from generator.office.printing import Printing
from tests.checks.sample_scope import found, rules, sample, table, with_tables

_TARGETS = "序号,任务,目标,单位,完成时限,完成数,完成率,进展说明\n"
_TRAINING = "序号,日期,培训内容,参加人员,参加人数,学时\n"
_HOMES = "名称,性质,在哪里,床位,护理型床位,认知障碍照护床位,入住人数,收费标准,咨询电话\n"
_VISITS = "村（社区）,重点户,走访的重点户,走访总户数,下村次数\n"


def target(row, id="2026-10"):
    return table("work_target", _TARGETS + row, suffix="csv", id=id)


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("1,改造,32,户,2026-12-31,27,84.4%,验收单", []),
        ("1,改造,32,户,2026-12-31,27,85.6%,验收单", ["percentage-wrong"]),
        ("1,改造,8,户,2026-12-31,1,12.5%,验收单", []),
        ("1,改造,3000,户,2026-12-31,1,0.0%,验收单", []),
        ("1,改造,32,户,2026-11-05,27,84.4%,验收单", []),
        ("1,改造,32,户,2026-11-04,27,84.4%,验收单", ["target-missed"]),
        ("1,改造,32,户,2026-11-04,33,103.1%,验收单", []),
        ("1,改造,32,户,2026-12-31,27,84.4%,", ["target-without-evidence"]),
        ("1,改造,32,户,2026-12-31,0,0%,", []),
        ("1,改造,0,户,2026-12-31,0,0%,", []),
    ],
)
def test_targets(row, expected):
    """The day it is due is still in time; nothing done needs no evidence."""
    assert rules(targets, with_tables(target(row))) == expected


def test_only_the_newest_bulletin_is_asked_what_is_overdue():
    row = "1,改造,32,户,2026-10-31,27,84.4%,验收单"
    assert not rules(targets, with_tables(target(row, "2026-09"), target("1,改造,32,户,2026-10-31,32,100%,验收单")))


@given(st.integers(0, 99_999), st.integers(1, 99_999))
def test_a_percentage_is_the_nearest_to_one_place(part, whole):
    assert abs(percent.of(part, whole) - Decimal(part) * 100 / whole) <= Decimal("0.05")


@pytest.mark.parametrize("text", ["84.4", "84.44%", "84.4 %", "８４％", "084%", "-1%", "1e2%", "%", "84,4%"])
def test_a_percentage_in_another_form_is_rejected(text):
    with pytest.raises(Rejected):
        percent.parse(text, Options())


@pytest.mark.parametrize(("text", "shown"), [("84.4%", "84.4%"), ("100%", "100.0%"), ("0%", "0.0%")])
def test_a_percentage(text, shown):
    assert percent.show(percent.parse(text, Options())) == percent.canonical(percent.parse(text, Options())) == shown


@pytest.mark.parametrize(
    ("days", "today", "wrong"),
    [
        (("2026-04-16", "2026-09-24"), "2026-12-31", False),
        (("2026-04-16",), "2026-11-05", True),
        (("2026-04-16",), "2026-10-31", False),
        (("2026-04-16",), "2027-02-01", True),
        (("2025-04-16",), "2026-11-05", False),
        (("2026-04-16", "2026-12-20"), "2026-11-05", True),
    ],
)
def test_two_trainings_a_year(days, today, wrong):
    """The running year is a reminder in its last 60 days; what is only planned has not been held. In 2025 no pack was in force."""
    rows = "\n".join(f"{n},{day},政策,协理员,31,6" for n, day in enumerate(days, 1))
    held = table("training", _TRAINING + rows, suffix="csv", id="2026")
    scope = with_tables(held, today=date.fromisoformat(today))
    assert rules(training_per_year, scope) == ["training-too-little"] * wrong


@pytest.mark.parametrize(
    ("beds", "expected"),
    [
        ("100,55,5,60", []),
        ("100,54,5,60", ["care-beds"]),
        ("100,55,4,60", ["care-beds"]),
        ("100,101,5,60", ["beds-exceeded"]),
        ("100,55,5,101", ["beds-exceeded"]),
        ("0,0,0,0", []),
    ],
)
def test_beds(beds, expected):
    home = table("care_home", f"{_HOMES}某院,公办,村南头,{beds},1600元,0690-5550131", suffix="csv")
    assert rules(care_beds, with_tables(home)) == expected


def test_the_share_is_that_of_all_homes_together():
    rows = "甲院,公办,村南头,100,30,10,60,1600元,0690-5550131\n乙院,民办,村北头,100,80,0,60,1600元,0690-5550132"
    assert not rules(care_beds, with_tables(table("care_home", _HOMES + rows, suffix="csv")))


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ("望山村,5,5,20,2", []),
        ("望山村,5,4,20,2", ["key-household-missed"]),
        ("望山村,5,6,20,2", ["visits-exceed-households"]),
        ("望山村,0,0,20,2", []),
        ("望山村,5,5,19,2", ["visits-too-few"]),
        ("望山村,5,5,20,1", ["visits-too-few"]),
        ("望山村,5,5,12,1\n柳湾村,5,5,12,1", []),
    ],
)
def test_visits(rows, expected):
    """望山村 and 柳湾村 have one officer: their trips and households add up."""
    assert rules(home_visits, with_tables(table("home_visit", _VISITS + rows, suffix="csv"))) == expected


def test_no_finding_tells_a_small_count():
    """Other small counts, the same words."""
    said = [
        [each.message() for each in found(home_visits, with_tables(table("home_visit", _VISITS + row, suffix="csv")))]
        for row in ("望山村,1,0,7,1", "望山村,2,1,5,0")
    ]
    assert said[0] == said[1] and len(said[0]) == 3


def test_a_duty_list_that_no_pack_mentions_is_exempt():
    row = "类别,事项序号,事项,序号,具体工作,责任单位,配合单位,岗位,责任人\n职责,1,宣传,1,上门讲政策。,各村（居）民委员会,,社会救助,霍知远"
    exempt, short = (table("duty_list", row, suffix="csv", id=name) for name in ("village_assistant", "village"))
    assert not rules(duty_list_size, with_tables(exempt))
    assert rules(duty_list_size, with_tables(short)) == ["duty-list-size", "duty-list-size"]


def test_a_guide_is_found_by_its_title_and_by_what_people_call_it():
    guides = [each for each in sample().tables if each.kind.id == "service_guide"]
    without = [each for each in guides if "education" not in each.listing.file]
    (one,) = found(relief_guides, with_tables(*without))
    assert "还没有办事指南：教育救助（" in one.message()
    renamed = next(each for each in guides if each.listing.id == "medical_assistance")
    columns = {**renamed.columns, "title": ["看病救助"], "synonyms": [("教育救助", "医疗救助")]}
    others = [each for each in without if each is not renamed]
    assert not found(relief_guides, with_tables(*others, replace(renamed, columns=columns)))


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("渐退期最长6个月", False),
        ("渐退期最长12个月", True),
        ("渐退期满。以后满12个月再申请", False),
        ("每人增发标准的10%至30%", False),
        ("每人增发标准的45%", True),
        ("临时救助按6个月算，渐退另有规定", False),
    ],
)
def test_limits_stated_in_guides(text, wrong):
    guide = next(each for each in sample().tables if each.listing.id == "subsistence_allowance")
    columns = {**guide.columns, "standard": [(text,)]}
    assert rules(stated_limits, with_tables(replace(guide, columns=columns))) == ["stated-limit"] * wrong


@pytest.mark.parametrize(
    ("eligible", "present", "in_favour", "expected"),
    [
        (30, 20, 11, []),
        (30, 19, 19, ["quorum"]),
        (30, 20, 10, ["majority"]),
        (3, 2, 2, []),
        (30, 10, 5, ["quorum", "majority"]),
        (0, 0, 0, []),
    ],
)
def test_quorum_and_majority(eligible, present, in_favour, expected):
    """Two thirds exactly are enough to meet, one half exactly is not enough to decide."""
    votes = {"in_favour": in_favour, "against": present - in_favour, "abstained": 0}
    ballot = Ballot.model_validate({"date": "2026-10-26", "eligible": eligible, "present": present, **votes})
    record = sample().office.rounds["2026-11"]
    stage = record.stages["public_notice"].model_copy(update={"ballots": {"subsistence_allowance": {"望山村": ballot}}})
    rounds = {"2026-11": record.model_copy(update={"stages": {"public_notice": stage}})}
    scope = replace(sample(), office=replace(sample().office, rounds=rounds))
    subjects = [dict(one.words)["subject"].key for one in found(ballot_carried, scope)]
    assert subjects == [f"rule-ballots.{name}" for name in expected]


def wall_set(**panel):
    content = {"schema": "1", "title": "一块板", "wall": "大厅", "source": "某办法"}
    return WallSet.model_validate({**content, "panels": [{"title": "职责", "size": "A3", **panel}]})


@pytest.mark.parametrize(
    ("panel", "rule"),
    [
        ({"kind": "service_guide"}, ""),
        ({"list": "duty_list/township"}, ""),
        ({"list": "2026-10/subsistence_allowance.announcement"}, ""),
        ({"page": "content/ledgers.md"}, ""),
        ({"register": "staff"}, ""),
        ({"register": "deaths"}, "printed-source"),
        ({"kind": "no_such_kind"}, "printed-source"),
        ({"list": "duty_list/country"}, "printed-source"),
        ({"page": "content/none.md"}, "printed-source"),
    ],
)
def test_panels_lead_somewhere(panel, rule):
    scope = replace(sample(), prose={"content/ledgers.md": ()})
    office = replace(scope.office, wall_sets={"one": wall_set(**panel)}, printing=Printing())
    scope = replace(scope, office=office)
    assert rules(printed_sources, scope) == ([rule] if rule else [])


@pytest.mark.parametrize(
    "check",
    [targets, training_per_year, home_visits, care_beds, duty_list_size, relief_guides, stated_limits, ballot_carried],
)
def test_the_sample_is_good(check):
    assert not found(check, sample())
