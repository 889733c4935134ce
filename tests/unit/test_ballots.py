"""Ballots of a round: recorded before the first disclosure, by village, and shown where the list is."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.cli import run
from generator.office import Ballot
from tests.conftest import REPOSITORY
from tests.offices import pages, rewrite
from tests.sample_office.regenerate import approve_all

LIST = "村（社区）,姓名,慰问金\n望山村,甄有田,300.00\n"
COUNTS = st.integers(0, 60)


@given(COUNTS, COUNTS, COUNTS, COUNTS, COUNTS)
def test_a_ballot_adds_up_only_if_everybody_present_voted_and_was_eligible(eligible, present, yes, no, neither):
    ballot = Ballot.model_validate(
        {
            "date": "2026-10-26",
            "eligible": eligible,
            "present": present,
            "in_favour": yes,
            "against": no,
            "abstained": neither,
        }
    )
    assert ballot.adds_up == (yes + no + neither == present and present <= eligible)


def test_the_announcement_rests_on_the_ballot_of_its_public_notice(office, capsys):
    folder = office.root / "data/rounds/2026-10"
    for stage in ("public_notice", "announcement"):
        (folder / f"visiting_list.{stage}.csv").write_text(LIST, encoding="utf-8")
    approve_all(office)
    assert run(["check", "--project", str(office.root)]) == 0, capsys.readouterr().err


def test_an_announcement_without_a_public_notice_needs_its_own(office, capsys):
    path = office.root / "data/rounds/2026-10/visiting_list.announcement.csv"
    path.write_text(LIST, encoding="utf-8")
    approve_all(office)
    assert run(["check", "--project", str(office.root)]) == 1
    printed = capsys.readouterr().err
    assert "“走访慰问”要先由村（社区）票决，但 round.yaml 里没有望山村的投票记录" in printed
    assert "在 announcement 的 ballots 中写明" in printed


def test_where_no_ballot_is_asked_none_is_missed(office, capsys):
    """Rules differ by place: an office takes `ballot` out of the kind's evidence."""
    for name in ("subsistence_allowance", "temporary_assistance"):
        rewrite(office.root / f"data/kinds/{name}.yaml", "evidence: [home_visit, ballot]", "evidence: [home_visit]")
    for path in (office.root / "data/rounds").glob("*/round.yaml"):
        text = path.read_text(encoding="utf-8")
        ballots = text[text.index("    ballots:\n") :].split("\n  notice_of_ending")[0].split("\n  announcement")[0]
        path.write_text(text.replace(ballots, "").rstrip() + "\n", encoding="utf-8")
    approve_all(office)
    assert run(["check", "--project", str(office.root)]) == 0, capsys.readouterr().err


@pytest.mark.parametrize(
    ("name", "decided_by", "number"),
    [
        ("disaster_money.announcement", "晴川县应急管理局", "晴川应急〔2026〕21号"),
        ("subsistence_allowance.announcement", "晴川县民政局", "晴川民救〔2026〕43号"),
    ],
)
def test_a_list_that_somebody_else_decides_says_so(name, decided_by, number):
    statement = json.loads((REPOSITORY / f"data/rounds/2026-10/{name}.approval.json").read_text(encoding="utf-8"))
    assert (statement["decided_by"], statement["document_number"]) == (decided_by, number)


def test_a_misspelt_vote_is_named_with_its_line(office, capsys):
    path = office.root / "data/rounds/2026-11/round.yaml"
    rewrite(path, "in_favour:", "in_favor:")
    line = path.read_text(encoding="utf-8").split("in_favor:")[0].count("\n") + 1
    assert run(["check", "--project", str(office.root)]) == 1
    assert f"data/rounds/2026-11/round.yaml 第{line}行" in capsys.readouterr().err


def test_the_page_shows_the_ballot_and_the_introduction_the_steps(office):
    rewrite(
        office.root / "data/rounds/2026-11/round.yaml",
        "      temporary_assistance:\n",
        '      visiting_list:\n        望山村: {date: "2026-10-25", eligible: 38, present: 33, '
        "in_favour: 30, against: 2, abstained: 1}\n      temporary_assistance:\n",
    )
    rewrite(
        office.root / "data/rounds/2026-11/round.yaml",
        "    evidence:\n",
        "    evidence:\n      visiting_list: {home_visit: 入户调查表}\n",
    )
    path = office.root / "data/rounds/2026-11/visiting_list.public_notice.csv"
    path.write_text(LIST, encoding="utf-8")
    approve_all(office)
    page = pages(office)["site/notices/visiting_list-2026-11-public_notice-990101100201.html"]
    assert "2026年10月25日：应到38人，实到33人；同意30人，反对2人，弃权1人" in page
    assert "经入户调查、评议票决和晴川县禾风镇人民政府初审" in page
