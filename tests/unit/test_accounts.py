"""An account told on its page: everything adds up, and agreement is claimed only where it was found."""

import csv
from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.agreements import agreements, compared
from generator.checks import payments_match_announcements
from generator.columns import percent
from generator.edition import Edition
from generator.edition.accounts import AccountTold, told
from generator.examination import examine
from generator.notices import WebNotice
from generator.pipeline import showable_on
from generator.project import Project
from tests.checks.sample_scope import rules, sample
from tests.conftest import REPOSITORY

TODAY = date(2026, 11, 5)
LEDGER = "standing/fund_ledger/2025-11-to-2026-10"


@cache
def edition() -> Edition[WebNotice]:
    examination = examine(Project(REPOSITORY), TODAY)
    shown = showable_on(examination.approved, examination.office, TODAY)
    compared = tuple(agreements(each.table for each in examination.approved))
    return Edition(
        "web", examination.office, examination.kinds, TODAY, shown.web, shown.tombstones, agreements=compared
    )


def account(kind: str, of: Edition[WebNotice] | None = None) -> AccountTold:
    of = of or edition()
    return next(filter(None, (told(of, notice) for notice in of.notices if notice.facts.kind == kind)))


def yuan(text: str) -> Decimal:
    return Decimal(text.replace(",", ""))


@pytest.mark.parametrize("kind", ["fund_ledger", "work_fund", "reserve_fund", "charity_use"])
def test_what_came_in_is_what_went_out_and_is_left(kind):
    found = account(kind)
    for side in (found.sources, found.uses):
        assert sum(Decimal(each.plain) for each in side) == yuan(found.whole)
    assert found.sources[0].role == "kept" and found.uses[-1].role == "left"


def test_the_months_add_up_to_the_whole():
    found = account("fund_ledger")
    for total, name in ((found.received, "拨入"), (found.paid, "发放")):
        moved = [yuan(text) for month in found.by_month for heading, text in month.moved if heading == name]
        assert sum(moved) == Decimal(total.plain)
    for month in found.by_month:
        assert sum(yuan(text) for _, text in month.paid_for) == yuan(dict(month.moved)["发放"])
    assert found.by_month[0].title == "2026年10月", "the newest in front"
    assert found.by_month[0].left == found.closing.text


def test_what_was_spent_on_one_purpose_in_one_month():
    """Recomputed from the file: temporary assistance, by card and in cash."""
    with (REPOSITORY / f"data/{LEDGER}.csv").open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["环节"] == "发放" and row["日期"].startswith("2026-10")]
    spent = sum(Decimal(row["金额"]) for row in rows if row["资金类别"] == "临时救助")
    assert yuan(dict(account("fund_ledger").by_month[0].paid_for)["临时救助"]) == spent == Decimal("24600.00")


def test_agreement_is_told_of_the_lists_that_were_compared():
    newest, earlier = account("fund_ledger").agreed
    assert (newest.round_title, earlier.round_title) == ("2026年10月", "2026年9月")
    assert ("最低生活保障", "424,666.80") in newest.lists
    assert not newest.differing and not earlier.differing
    assert "救灾物资发放" not in dict(newest.lists), "of goods there is no money to compare"


def test_what_has_no_list_is_said_not_to_be_compared():
    found = account("fund_ledger")
    compared_sum = sum(yuan(text) for month in found.agreed for _, text in month.lists)
    assert yuan(found.not_compared) + compared_sum == Decimal(found.paid.plain)


def test_no_agreement_is_claimed_without_lists():
    found = account("fund_ledger", replace(edition(), agreements=()))
    assert found.agreed == () and found.not_compared == found.paid.text


def test_a_difference_is_told_with_both_figures():
    first = next(each for each in edition().agreements if each.kind == "subsistence_allowance")
    spoilt = replace(first, listed=first.listed + Decimal("0.01"))
    found = account("fund_ledger", replace(edition(), agreements=(spoilt,)))
    ((title, paid, listed),) = found.agreed[0].differing
    assert title == "最低生活保障" and yuan(listed) - yuan(paid) == Decimal("0.01")
    assert found.agreed[0].lists == ()


def test_the_check_and_the_page_rest_on_one_comparison():
    """With a list left out of the tables the comparison is missing; with its money changed both see it."""
    scope = sample()
    ledger = next(each for each in scope.tables if each.listing.reference == LEDGER)
    assert all(not each.difference for each in compared(ledger, scope.tables))
    others = tuple(each for each in scope.tables if each.kind.id != "old_age_allowance")
    assert {each.kind for each in compared(ledger, scope.tables)} - {
        each.kind for each in compared(ledger, others)
    } == {"old_age_allowance"}
    assert not rules(payments_match_announcements, replace(scope, tables=others))


def test_an_account_of_few_entries_has_no_pages_of_months():
    assert account("reserve_fund").together and not account("fund_ledger").together


def test_by_card_and_in_cash():
    card = account("fund_ledger").on_card
    assert card.share == "99.8%" and card.asked == "95%"
    assert [(each.label, each.text) for each in card.rest] == [("现金", "14,400.00")]
    assert yuan(card.amount) + Decimal("14400.00") == Decimal(account("fund_ledger").paid.plain)


@given(st.integers(0, 10**9), st.integers(1, 10**9))
def test_a_share_in_words_never_claims_nothing_or_everything(part, whole):
    part = min(part, whole)
    said = percent.in_words(part, whole)
    assert (said == "100.0%") is (part == whole)
    assert (said == "0.0%") is (part == 0)


def test_money_without_a_source_is_not_hidden():
    """Entries that name no source are missing in the chart; the flow says so instead of not adding up."""
    (notice,) = (each for each in edition().notices if each.facts.kind == "work_fund")
    charts = tuple(
        replace(chart, rows=chart.rows[1:]) if chart.name == "by_source" else chart for chart in notice.charts
    )
    found = account("work_fund", replace(edition(), notices=(replace(notice, charts=charts),)))
    assert found.sources[-1].label == "没有写明"
    assert sum(Decimal(each.plain) for each in found.sources) == yuan(found.whole)
