"""Rounds, the catalogue, and what is due, late, stale or missing."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from generator.checks import catalogue_covered, disclosure_schedule, round_records, stale_columns, yearly_duties
from generator.office import Round
from generator.schedule import days_late
from tests.checks.sample_scope import found, rules, sample, with_prose, with_tables

STAGE = {
    "decided_by": "晴川县禾风镇人民政府",
    "decided_on": "2026-10-30",
    "document_number": "禾政民示〔2026〕11号",
    "minutes": "禾联纪〔2026〕22号",
    "first_day": "2026-11-02",
    "published": "2026-11-02 09:00",
}


def round_of(folder="2026-11", title="2026年11月", announcement=None, **stage):
    stages = {"public_notice": STAGE | stage} | ({"announcement": STAGE | announcement} if announcement else {})
    record = Round.model_validate({"schema": "1", "title": title, "summary": "", "stages": stages})
    return replace(sample(), tables=(), office=replace(sample().office, rounds={folder: record}))


@pytest.mark.parametrize(
    ("scope", "expected"),
    [
        (round_of(), []),
        (round_of(title="2026年11月低保调整"), []),
        (round_of(title="2026年1月"), ["round-title"]),
        (round_of(folder="2026-1"), ["round-folder"]),
        (round_of(document_number=" "), ["round-incomplete"]),
        (round_of(minutes=""), ["round-incomplete"]),
        (round_of(decided_on="2026-11-03"), ["round-days"]),
        (round_of(published="2026-11-01 09:00"), ["round-days"]),
        (round_of(decided_on="2025-10-30", first_day="2025-11-02", published="2025-11-02 09:00"), ["round-days"]),
        (round_of(announcement={"decided_on": "2026-11-02"}), ["round-days"]),
        (
            round_of(
                announcement={"decided_on": "2026-11-16", "first_day": "2026-11-17", "published": "2026-11-17 09:00"}
            ),
            [],
        ),
    ],
)
def test_a_round_agrees_with_its_folder_and_itself(scope, expected):
    assert rules(round_records, scope) == expected


def test_a_row_is_covered_by_a_list_of_its_stage_in_a_live_kind():
    missing = {dict(each.words)["number"] for each in found(catalogue_covered, sample())}
    assert not missing & {1, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13}
    notices = [each for each in sample().tables if each.listing.stage != "announcement"]
    missing = {dict(each.words)["number"] for each in found(catalogue_covered, with_tables(*notices))}
    assert {6, 10} <= missing and not missing & {5, 9, 13}
    drafts = [replace(each, kind=each.kind.model_copy(update={"state": "draft"})) for each in sample().tables]
    assert len(found(catalogue_covered, with_tables(*drafts))) == 13


def test_a_list_is_late_from_the_day_after_it_was_due():
    kind = sample().kinds["duty_list"].model_copy(update={"every_months": 3})
    last = date(2026, 7, 20)
    assert days_late(kind, last, date(2026, 10, 20)) == 0
    assert days_late(kind, last, date(2026, 10, 21)) == 1
    lists = [each for each in sample().tables if each.kind.id == "duty_list"]
    scope = with_tables(*lists, kinds={kind.id: kind}, today=date(2026, 10, 23))
    (finding,) = found(disclosure_schedule, scope)
    assert "晚了3天" in finding.message()
    assert rules(disclosure_schedule, with_tables(kinds={kind.id: kind})) == ["disclosure-missing"]
    draft = kind.model_copy(update={"state": "draft"})
    assert rules(disclosure_schedule, with_tables(kinds={kind.id: draft})) == []


def test_columns_grow_stale_after_the_months_of_the_rules():
    policies = [each for each in sample().tables if each.kind.section == "policies"]
    for day, expected in ((date(2027, 1, 20), []), (date(2027, 1, 21), ["column-stale"])):
        assert rules(stale_columns, with_tables(*policies, today=day)) == expected


def reminders(today: date, *lines: str):
    return found(yearly_duties, replace(with_prose(*lines), today=today))


def test_a_reminder_begins_thirty_days_ahead_and_ends_with_the_report():
    due = date(2027, 1, 31)
    audited = "# 2025年度救助资金审计结果"  # what was due in May 2026
    report = "# 2026年政府信息公开工作年度报告"
    assert [each.rule for each in reminders(due - timedelta(days=31), audited, "# 2025年年度报告")] == []
    assert [each.rule for each in reminders(due - timedelta(days=30), audited)] == ["yearly-due"]
    assert [each.rule for each in reminders(due, "# 2026年审计")] == ["yearly-due", "yearly-overdue"]
    assert "还有0天" in reminders(due)[0].message()
    assert "晚了1天" in reminders(due + timedelta(days=1))[0].message()
    assert not [each for each in reminders(due, report) if "年度报告" in each.message()]
    # A sentence is not a report.
    assert [each for each in reminders(due, "2026年政府信息公开工作年度报告正在写") if "年度报告" in each.message()]


def test_an_audit_in_the_ledger_is_evidence():
    assert rules(yearly_duties, with_tables(*sample().tables, today=date(2026, 6, 1))) == ["yearly-overdue"]
    without = [each for each in sample().tables if each.kind.id != "fund_ledger"]
    assert rules(yearly_duties, with_tables(*without, today=date(2026, 6, 1))) == ["yearly-overdue"] * 2
