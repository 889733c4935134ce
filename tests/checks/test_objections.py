"""The register of objections: its days, its deadlines, and its counts on the page."""

from dataclasses import replace
from datetime import date

import pytest

from generator.checks import objections
from generator.findings import Place
from generator.office import Objection
from generator.office.objection_deadlines import objection_deadlines
from tests.checks.sample_scope import found, rules, sample
from tests.offices import pages

NOTICE = "2026-11/old_age_allowance.public_notice"
HEADING = "编号,名单,村（社区）,收到日期,方式,处理,办结日期"


def objection(**changes):
    values = {"id": "2026-001", "list": NOTICE, "received": "2026-11-03", "way": "电话", "outcome": "核查中"}
    return Objection(**values | changes)


def register(*entries):
    return replace(sample(), office=replace(sample().office, objections=entries))


def test_a_good_one_is_silent():
    closed = objection(id="2026-002", outcome="不成立", closed="2026-11-04", village="望山村")
    assert rules(objections, register(objection(), closed)) == []


@pytest.mark.parametrize(
    "changes",
    [
        {"outcome": "不成立"},
        {"closed": "2026-11-04"},
        {"outcome": "成立", "closed": "2026-11-02"},
        {"outcome": "成立", "closed": "2026-11-06"},
    ],
)
def test_days_and_outcome_fit_together(changes):
    assert rules(objections, register(objection(**changes))) == ["objection-dates"]


@pytest.mark.parametrize(("day", "outside"), [("11-01", True), ("11-02", False), ("11-10", False), ("11-11", True)])
def test_the_first_and_last_day_of_the_notice_count(day, outside):
    found_rules = rules(objections, register(objection(received=f"2026-{day}")))
    assert ("objection-outside-period" in found_rules) is outside


def test_a_village_or_list_that_is_none_is_not_repeated():
    wrong = register(objection(village="甄有田"), objection(id="2026-002", list="甄有禾"))
    reported = found(objections, wrong)
    assert {each.rule for each in reported} == {"register-value", "objection-list-unknown"}
    assert not [each for each in reported if "甄有" in each.message() + each.remedy()]


def test_a_number_is_given_once():
    assert rules(objections, register(objection(), objection())) == []
    first, second = objection(), objection()
    first._row, second._row = 2, 3
    (repeated,) = found(objections, register(first, second))
    assert repeated.rule == "register-repeated" and repeated.place == Place(
        "data/objections.csv", line=3, column="编号"
    )


def test_deadlines_are_working_days_after_the_day_of_receipt():
    """15 of them from 12 October: the last is Monday, 2 November; what is closed has none."""
    office = replace(
        sample().office,
        objections=(
            objection(id="2026-003", received="2026-11-04"),
            objection(received="2026-10-12", village="望山村"),
            objection(id="2026-002", received="2026-10-12", outcome="撤回", closed="2026-10-13"),
        ),
    )
    (first, one), (second, _) = objection_deadlines(office, date(2026, 11, 5))
    assert (first, second) == (date(2026, 11, 2), date(2026, 11, 25))
    assert (one.id, one.list, one.village) == ("2026-001", NOTICE, "望山村")
    assert rules(objections, replace(sample(), office=office)).count("objection-overdue") == 1


def test_a_year_without_holidays_is_reported_and_not_guessed():
    late = register(objection(received="2026-12-28"))
    assert "register-holidays" in rules(objections, late)
    assert objection_deadlines(late.office, date(2026, 12, 29)) == []


def test_the_page_says_how_many_and_no_more(office):
    (office.root / "data/objections.csv").write_text(
        f"{HEADING}\n2026-001,{NOTICE},望山村,2026-11-03,来访,不成立,2026-11-04\n2026-002,{NOTICE},,2026-11-04,信函,核查中,\n",
        encoding="utf-8",
    )
    notices = {path: text for path, text in pages(office).items() if path.startswith("site/notices/")}
    saying = {path: text.split("公示期间")[1][:20] for path, text in notices.items() if "公示期间" in text}
    address = "site/notices/old_age_allowance-2026-11-public_notice"
    assert saying.keys() == {f"{address}-990101100201.html", f"{address}-990101100001.html"}
    assert saying[f"{address}-990101100201.html"].startswith("收到异议2件，已经办结1件。")
    assert saying[f"{address}-990101100001.html"].startswith("收到异议1件，已经办结0件。")
