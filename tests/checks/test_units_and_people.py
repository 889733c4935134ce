"""Units by their official names and in their time; who answers for what."""

from datetime import date

import pytest

from generator.checks import (
    duty_posts,
    duty_roles,
    office_contacts,
    registered,
    unique_register_rows,
    unit_names,
    village_officers,
)
from generator.office.phones import is_office_number
from generator.office.registers import Contact, Unit, Village
from tests.checks.sample_scope import found, rules, sample, table, with_register, with_tables
from tests.numbers import NUMBERS

HEADING = "类别,事项序号,事项,序号,具体工作,责任单位,配合单位,岗位,责任人\n"


def duties(lead: str, supporting: str = "", post: str = "社会救助", person: str = "霍知远"):
    row = f"职责,1,宣传,1,每月走访一次困难家庭。,{lead},{supporting},{post},{person}\n"
    return table("duty_list", HEADING + row, suffix="csv")


def unit(name: str, **more: str) -> Unit:
    return Unit.model_validate({"名称": name, "别名": "", **more})


def test_a_short_name_is_answered_with_the_official_one():
    (finding,) = found(unit_names, with_tables(duties("民政办")))
    assert finding.rule == "unit-short-name" and "禾风镇社会事务办公室" in finding.message()
    assert rules(registered, with_tables(duties("民政办"))) == []  # one fault, one finding
    assert rules(registered, with_tables(duties("民政局"))) == ["cell-not-registered"]


def test_a_unit_exists_from_its_first_day_until_it_ends():
    units = (unit("甲办", 启用日期="2026-11-05", 停用日期="2026-11-06"), unit("乙办"))
    for day, expected in ((4, ["unit-not-in-being"]), (5, []), (6, ["unit-not-in-being"])):
        scope = with_register("units", *units, tables=(duties("甲办"),), today=date(2026, 11, day))
        assert rules(unit_names, scope) == expected


def test_the_register_of_units_agrees_with_itself():
    taken = (unit("甲办", 别名="民政办"), unit("乙办", 别名="民政办"))
    lost = (unit("甲办", 停用日期="2026-01-01", 后继单位="丙办"),)
    backwards = (unit("甲办", 启用日期="2026-01-01", 停用日期="2025-01-01"),)
    for units in (taken, lost, backwards):
        assert rules(unit_names, with_register("units", *units, tables=())) == ["unit-register"]


def test_both_roles_are_found_behind_a_short_name():
    assert rules(duty_roles, with_tables(duties("禾风镇财政所", "禾风镇派出所"))) == []
    assert rules(duty_roles, with_tables(duties("禾风镇财政所", "禾风镇派出所、财政所"))) == ["unit-both-roles"]


def test_the_person_holds_the_post():
    assert rules(duty_posts, with_tables(duties("禾风镇财政所"))) == []
    assert rules(duty_posts, with_tables(duties("禾风镇财政所", post="社会福利"))) == ["duty-post-differs"]


@pytest.mark.parametrize(
    ("officer", "expected"),
    [
        ("霍知远", []),
        ("", ["village-officer"]),
        ("霍知远、程砚秋", ["village-officer"]),
        ("甄有田", ["village-officer"]),
    ],
)
def test_one_officer_for_each_village(officer, expected):
    village = Village.model_validate(sample().office.registers.villages[0].model_dump() | {"officer": officer})
    assert rules(village_officers, with_register("villages", village)) == expected


@pytest.mark.parametrize(
    "phone", ["0690-5550110", "06905550110", "010-65550110", "12345", "12349", "110", "95588", "400-555-0110"]
)
def test_office_lines(phone):
    assert is_office_number(phone)


@pytest.mark.parametrize(
    "phone", ["5550110", "0690-555011", "0690-5555555", "0690-0550110", "00-5550110", "123456", "69055501"]
)
def test_numbers_nobody_can_dial(phone):
    assert not is_office_number(phone)


def contact(id: str, phone: str) -> Contact:
    return Contact.model_validate({"编号": id, "名称": "某办", "号码": phone, "时间": "", "地址": ""})


def test_a_mobile_is_asked_about_and_never_printed():
    others = sample().office.registers.contacts
    (finding,) = found(office_contacts, with_register("contacts", *others, contact("duty", NUMBERS["PHONE"])))
    assert finding.rule == "contact-mobile"
    assert NUMBERS["PHONE"] not in finding.message() + str(finding.place)


def test_settings_name_contacts_that_exist():
    assert rules(office_contacts, with_register("contacts", contact("office", "12345"))) == ["contact-unknown"] * 3


def test_no_key_stands_twice_in_a_register():
    a, b = contact("office", "12345"), contact("office", "12349")
    a._row, b._row = 2, 3
    (finding,) = found(unique_register_rows, with_register("contacts", a, b))
    assert finding.place.line == 3 and "第2行" in finding.message()


def test_the_staff_belong_to_units_by_their_official_names():
    member = sample().office.registers.staff[1]
    for name, expected in (
        ("禾风镇社会事务办公室", []),
        ("民政办", ["unit-short-name"]),
        ("禾风镇民政办公室", ["unit-not-in-being"]),
    ):
        scope = with_register("staff", member.model_copy(update={"unit": name}), tables=())
        assert rules(unit_names, scope) == expected
