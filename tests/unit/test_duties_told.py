"""Targets, units, people, staffing and the disclosure schedule as their pages tell them."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest

from generator.artifacts import Artifact
from generator.edition.grouping import grouped
from generator.edition.people import people, responsible
from generator.edition.progress import steps, targets
from generator.notices import WebNotice
from generator.office.requirements import Requirement
from generator.office.staffing import posts_held, township_staff, village_staff
from generator.project import Project
from generator.publications import bulletins, disclosure_schedule, responsibility
from generator.rendering import make_press
from tests.checks.sample_scope import TODAY, sample
from tests.conftest import REPOSITORY
from tests.unit.test_accounts import edition


def bulletin(name: str) -> WebNotice:
    return next(each for each in edition().notices if each.facts.address == f"work_target/{name}")


def of_month(name: str):
    return targets(edition().kinds["work_target"], bulletin(name))


def test_a_target_says_how_far_it_is():
    states = {each.task: each.status for each in of_month("2026-10")}
    assert states["低保家庭年度复核"] == "done"
    assert states["医疗救助"] == "begun"
    assert states["公益性公墓补植树木"] == "not_begun"


def test_what_was_due_before_the_bulletin_is_late_whatever_day_it_is_read():
    notice = bulletin("2026-10")
    facts = replace(notice.facts, first_day=date(2027, 1, 4))
    late = targets(edition().kinds["work_target"], replace(notice, facts=facts))
    assert {each.status for each in late} == {"done", "late"}


def test_what_a_month_has_changed():
    found = {each.target.task: each for each in steps(of_month("2026-09"), of_month("2026-10"))}
    assert found["医疗救助"].more == "139" and not found["医疗救助"].finished
    assert found["困难家庭老年人居家适老化改造"].finished
    assert found["护理型床位"].more == "" and not found["低保家庭年度复核"].finished


def test_a_withdrawn_bulletin_leaves_a_page_without_entries():
    made: list[Artifact] = list(bulletins.web(edition(), make_press(Project(REPOSITORY))))
    newest = [each for each in made if each.path.endswith("2026-10-bulletin.html")]
    shown, after = newest
    assert shown.notices == ("work_target/2026-10", "work_target/2026-09")
    assert after.path.startswith("after/site/") and after.notices == ()
    assert "医疗救助" in shown.make().body and "医疗救助" not in after.make().body


def test_every_unit_has_its_tasks_in_the_role_it_is_named_in():
    notice = next(each for each in edition().notices if each.facts.address == "duty_list/township")
    view = next(each for each in edition().kinds["duty_list"].views if each.roles)
    columns, groups = grouped(notice.columns, notice.entries, view)
    names = [column.name for column in columns]
    told = {
        (unit, role, entry.plain[names.index("task_number")])
        for unit, roles in groups.items()
        for role, entries in roles.items()
        for entry in entries
    }
    written = {
        (unit, role, entry.plain[names.index("task_number")])
        for entry in notice.entries
        for column, role in (("lead_units", "牵头"), ("supporting_units", "配合"))
        for unit in entry.plain[names.index(column)].split("、")
        if unit
    }
    assert told == written


def test_whom_a_village_turns_to():
    office, main = sample().office, sample().office.registers.contact("office")
    first = next(iter(responsible(office, main)))
    assert first.village.name == "望山村"
    assert (first.officer.name, first.officer.hours) == ("霍知远", "工作日 8:30—12:00、14:00—17:30")
    assert {each.post for each in first.local} == {"民政委员", "民政协理员"}
    assert {each.phone for each in first.local} == {"0690-5550301"}
    assert len(people(office, main)) == len(office.registers.staff)


def test_a_phone_that_is_no_contact_is_not_told():
    """Somebody's own phone in the staff register stays there; people are told the office's."""
    registers = sample().office.registers
    staff = tuple(each.model_copy(update={"phone": "0690-5559999"}) for each in registers.staff)
    office = replace(sample().office, registers=registers.model_copy(update={"staff": staff}))
    told = people(office, registers.contact("office"))
    assert {each.phone for each in told} == {"0690-5550110"}
    assert not any(each.own for each in told)


def test_staffing_counts_as_the_checks_do():
    office = sample().office
    township = township_staff(office, TODAY)
    assert (township.found, township.asked.in_words(), township.enough) == (5, "不少于4人", True)
    places = {each.place for each in village_staff(office, TODAY)}
    assert places == {village.name for village in office.registers.villages}
    asked, vacant = posts_held(office, TODAY)
    assert "社会救助" in asked.values and vacant == ()


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [("3", None, "不少于3人"), ("1", "1", "正好1人"), (None, "7", "不多于7人"), ("0", None, "不作要求")],
)
def test_limits_in_words(low, high, words):
    numbers = [None if each is None else Decimal(each) for each in (low, high)]
    assert Requirement("x", "", "人", *numbers, (), ()).in_words() == words


def schedule(day: date = TODAY) -> Artifact:
    (made,) = disclosure_schedule.web(replace(edition(), today=day), make_press(Project(REPOSITORY)))
    return made


def test_the_schedule_says_when_the_next_list_is_due():
    body = schedule().make().body
    rows = body.split("<tr")
    allowance = next(row for row in rows if "6. 最低生活保障：审批信息" in row)
    newest = max(
        each.first_day
        for each in edition().facts
        if (each.kind, each.stage) == ("subsistence_allowance", "announcement")
    )
    assert f"{newest.year}年{newest.month}月{newest.day}日" in allowance
    assert f"{newest.year}年{newest.month + 1}月{newest.day}日" in allowance
    assert body.count("10个工作日内") == 13


def test_these_pages_change_only_with_what_they_show():
    """The same edition read a day later gives the same keys, and so the same bytes."""
    press, later = make_press(Project(REPOSITORY)), TODAY + timedelta(days=1)
    for publication in (responsibility, disclosure_schedule, bulletins):
        keys = [[each.key for each in publication.web(replace(edition(), today=day), press)] for day in (TODAY, later)]
        assert keys[0] == keys[1], publication.__name__
