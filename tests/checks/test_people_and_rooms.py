"""Staff, posts, rooms and villages of the registers, against the rule packs."""

from dataclasses import replace

import pytest

from generator.checks import office_space, posts_held, register_villages, township_staff, village_staff
from generator.office import Death, Premises, Staff, Village
from tests.checks.sample_scope import found, rules, sample, with_register


def member(type="镇民政办", post="社会救助", village=None):
    return Staff(name="甄有田", post=post, unit="某办", phone="0690-5550110", room="大厅", type=type, village=village)


def village(population, name="望山村"):
    return Village(
        code="990101100201", name=name, type="村", population=population, households=800, officer="霍知远", board="门口"
    )


def with_people(population, *staff):
    scope = with_register("villages", village(population))
    registers = scope.office.registers.model_copy(update={"staff": staff})
    return replace(scope, office=replace(scope.office, registers=registers))


@pytest.mark.parametrize(
    ("population", "staff", "enough"),
    [
        (29_999, 3, True),
        (29_999, 2, False),
        (30_000, 4, True),
        (30_000, 3, False),
        (49_999, 5, True),
        (50_000, 4, False),
    ],
)
def test_staff_by_population(population, staff, enough):
    """The county asks for one in 10,000 as well: 49,999 residents need five, not four."""
    scope = with_people(population, *[member()] * staff)
    assert rules(township_staff, scope) == ([] if enough else ["township-staff"])


def test_leaders_and_village_staff_do_not_count_for_the_township():
    scope = with_people(20_000, member("分管领导"), member("村级协理员", village="望山村"), member(), member())
    (one,) = found(township_staff, scope)
    assert "镇民政工作人员2人，要求≥ 3人" in one.message()


@pytest.mark.parametrize(
    ("population", "assistants", "enough"),
    [
        (2_999, 0, False),
        (2_999, 1, True),
        (4_999, 1, True),
        (5_000, 1, False),
        (5_000, 2, True),
        (9_000, 4, True),
        (20_000, 4, True),
    ],
)
def test_assistants_by_population(population, assistants, enough):
    """min(4, 1 + (population − 3000) / 2000), and at least one everywhere (the county's pack)."""
    staff = [member("村民政委员", village="望山村")] + [member("村级协理员", village="望山村")] * assistants
    assert rules(village_staff, with_people(population, *staff)) == ([] if enough else ["village-staff"])


@pytest.mark.parametrize(
    ("commissioners", "others", "enough"), [(1, 6, True), (0, 7, False), (2, 5, False), (1, 7, False)]
)
def test_one_commissioner_and_seven_in_the_committee(commissioners, others, enough):
    staff = [member("村民政委员", village="望山村")] * commissioners + [member("村委会委员", village="望山村")] * others
    staff += [member("村级协理员", village="望山村")]
    assert rules(village_staff, with_people(2000, *staff)) == ([] if enough else ["village-staff"])


def test_a_register_without_village_staff_is_not_judged():
    assert not found(village_staff, with_people(2000, member()))


def test_a_post_without_anybody():
    posts = ("社会救助", "双拥优抚", "基层民主政治建设", "社会福利")
    (one,) = found(posts_held, with_people(2000, *[member(post=post) for post in posts]))
    assert "这些岗位没有人：社会事务" in one.message()


@pytest.mark.parametrize(
    ("type", "area", "rooms", "number"),
    [
        ("镇民政办", 60, 2, 0),
        ("镇民政办", 59, 2, 1),
        ("镇民政办", 59, 1, 2),
        ("社区服务点", 119, 1, 1),
        ("村服务点", 9, 1, 0),
    ],
)
def test_rooms(type, area, rooms, number):
    premises = Premises(name="某处", type=type, area=area, rooms=rooms)
    assert rules(office_space, with_register("premises", premises)) == ["office-space"] * number


def test_without_premises_the_check_says_so():
    assert [each.key for each in office_space.not_checked(with_register("premises"))] == ["unchecked-premises"]
    assert not list(office_space.not_checked(sample()))


def test_villages_of_registers_exist():
    scope = with_register("deaths", Death(village="望天村", name="甄有田", month="2026-10"))
    (one,) = found(register_villages, scope)
    assert one.place.file == "data/registers/deaths.csv" and "望天村" in one.message()


def test_village_staff_say_which_village():
    assert "staff-village-missing" in rules(register_villages, with_people(2000, member("村级协理员")))
    assert "staff-village-missing" not in rules(register_villages, with_people(2000, member("镇民政办")))


def test_the_sample_is_complete():
    for check in (township_staff, village_staff, posts_held, office_space, register_villages):
        assert not found(check, sample())
