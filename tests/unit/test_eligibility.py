"""What a household may apply for: stories of the sample office, and the rules of deciding."""

from dataclasses import replace

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.checks import eligibility as check
from generator.office.advice import advise, decide, is_met
from generator.office.eligibility import Eligibility, Offer, load_eligibility
from generator.project import Project
from tests.checks.sample_scope import found, sample
from tests.conftest import REPOSITORY

STORIES = yaml.safe_load((REPOSITORY / "tests/unit/eligibility_cases.yaml").read_text(encoding="utf-8"))
VERDICTS = ("likely", "depends", "unlikely")
ASKED = load_eligibility(Project(REPOSITORY))[0]
assert ASKED is not None

answers = st.fixed_dictionaries(
    {
        name: st.sets(st.sampled_from(sorted(question.answers)), max_size=1 if question.choose == "one" else 3)
        for name, question in ASKED.questions.items()
    }
)


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story["story"])
def test_a_household_is_led_to_its_guides(story):
    for name, given_answers in story["answers"].items():
        assert set(given_answers) <= set(ASKED.questions[name].answers), "the story answers what nobody asks"
    advice = advise(ASKED, story["answers"])
    for verdict in VERDICTS:
        assert [each.guide for each in advice if each.verdict == verdict] == story.get(verdict, []), verdict
    if "open" in story:
        assert [each.guide for each in advice if each.verdict == "open"] == story["open"]
    assert {each.guide for each in advice}.isdisjoint(story.get("not", []))


def test_there_are_enough_stories_and_each_guide_is_the_answer_of_one():
    assert len(STORIES) >= 25
    offered = {guide for story in STORIES for verdict in ("likely", "depends") for guide in story.get(verdict, [])}
    assert offered == set(ASKED.guides)


def offer(certainty="likely", **when):
    return Offer(when=when, certainty=certainty, why="收入低于标准", note="要核对")


def test_every_question_of_an_offer_counts_and_one_of_its_answers_is_enough():
    both = offer(收入=("低", "无"), 户口=("本镇",))
    assert is_met(both, {"收入": ["低"], "户口": ["本镇"]}) is True
    assert is_met(both, {"收入": ["低"], "户口": ["外地"]}) is False
    assert is_met(both, {"收入": ["低"]}) is None
    assert is_met(both, {"收入": ["高"]}) is False, "one wrong answer settles it, whatever was skipped"


def test_the_first_offer_that_is_met_counts():
    offers = (offer(收入=("低",), 户口=("外地",), certainty="unlikely"), offer(收入=("低",)))
    assert decide(offers, {"收入": ["低"], "户口": ["外地"]}) == ("unlikely", 0)
    assert decide(offers, {"收入": ["低"], "户口": ["本镇"]}) == ("likely", 1)
    assert decide(offers, {"收入": ["低"]}) == ("likely", 1)
    assert decide(offers, {"收入": ["高"]}) is None


def test_what_was_skipped_is_open_unless_nothing_good_could_come_of_it():
    assert decide((offer(收入=("低",)),), {}) == ("open", None)
    assert decide((offer(收入=("低",), certainty="unlikely"),), {}) is None


@given(answers)
def test_who_skips_a_question_is_never_told_less(given_answers):
    """Whatever is worth asking for with an answer is not left out without it."""
    worth = {each.guide for each in advise(ASKED, given_answers) if each.verdict != "unlikely"}
    for name in ASKED.questions:
        fewer = {each.guide for each in advise(ASKED, {**given_answers, name: set()})}
        assert worth <= fewer, name


def changed(**changes):
    """What the check says of the sample office with changes to its file: `old -> new` texts."""
    text = (REPOSITORY / "data/eligibility.yaml").read_text(encoding="utf-8")
    for old, new in changes["texts"]:
        assert old in text
        text = text.replace(old, new, 1)
    asked = Eligibility.model_validate(yaml.load(text, yaml.BaseLoader))
    return found(check, replace(sample(), office=replace(sample().office, eligibility=asked)))


def test_the_sample_is_sound():
    assert found(check, sample()) == []
    assert found(check, replace(sample(), office=replace(sample().office, eligibility=None))) == []


@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        ("城镇780元", "城镇800元", "eligibility-number"),
        ("满60周岁、不到80周岁", "满65周岁、不到80周岁", "eligibility-number"),
        ("孩子要未满16周岁", "孩子要未满14周岁", "eligibility-number"),
        ("decided_by: 慈善组织", "decided_by: 县慈善总会", "eligibility-decider"),
        ("难事: [灾害], 住房: [不安全, 没有房]}", "难事: [灾害]}", "eligibility-unreachable"),
        (
            "{难事: [去世]}\n        certainty: depends",
            "{难事: [去世]}\n        certainty: unlikely",
            "eligibility-guide-never-offered",
        ),
    ],
)
def test_what_disagrees_with_the_guides_is_found(old, new, rule):
    assert [each.rule for each in changed(texts=[(old, new)])] == [rule]


def test_a_changed_standard_in_the_guide_is_noticed():
    """The other way round: the county raises the standard, and the guide follows before the questionnaire."""
    tables = tuple(
        replace(each, columns={name: [_raised(cell) for cell in cells] for name, cells in each.columns.items()})
        for each in sample().tables
    )
    rules = {each.rule for each in found(check, replace(sample(), tables=tables))}
    assert rules == {"eligibility-number"}


def _raised(cell):
    if isinstance(cell, str):
        return cell.replace("780", "820")
    return tuple(map(_raised, cell)) if isinstance(cell, tuple) else cell
