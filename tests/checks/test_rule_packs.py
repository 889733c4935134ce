"""Rule packs: which limit applies, misspelt names, and what no pack says."""

from dataclasses import replace

import pytest

from generator.checks import not_checked, rule_packs
from generator.office.rule_names import NAMES, title_of
from generator.office.rules import RulePack
from tests.checks.sample_scope import found, sample


def with_packs(*packs):
    return replace(sample(), office=replace(sample().office, packs=packs))


def pack(place="某县", effective="2026-08-01", **rules):
    said = {
        name.replace("__", "."): {"title": "规则", "unit": "次", "source": "某办法", **rule}
        for name, rule in rules.items()
    }
    return RulePack.model_validate(
        {"schema": "1", "place": place, "effective": effective, "sources": [], "rules": said}
    )


def test_both_limits_are_named_and_the_one_that_applies():
    (one,) = found(rule_packs, with_packs(pack(training={"at_least": "1"}), pack("某市", training={"at_least": "2"})))
    assert one.rule == "rule-packs-disagree"
    assert "某县规则包≥ 1次（某办法）、某市规则包≥ 2次（某办法）；按较严的执行：≥ 2次" in one.message()
    assert "training in a year" in one.message("en") and "the stricter applies: ≥ 2次" in one.message("en")


def test_packs_that_agree_say_nothing():
    assert not found(rule_packs, with_packs(pack(training={"at_least": "1"}), pack("某市", training={"at_least": "1"})))


def test_a_rule_by_size_is_compared_size_by_size():
    by_size = {"tiers": [{"below": "3000", "at_least": "0"}, {"at_least": "1"}]}
    (one,) = found(
        rule_packs, with_packs(pack(staff__assistants=by_size), pack("某市", staff__assistants={"at_least": "1"}))
    )
    assert "按人口分档" in one.message() and "逐一比较，取较严的" in one.message()


def test_a_narrower_band_of_amounts_is_no_conflict():
    bands = ({"at_least": "10", "at_most": "3000"}, {"at_least": "30", "at_most": "900"})
    packs = [pack(place, amount__old_age_allowance=band) for place, band in zip(("某县", "某市"), bands, strict=True)]
    assert not found(rule_packs, with_packs(*packs))


@pytest.mark.parametrize(("name", "hint"), [("traning", "training"), ("grace_periods", "grace_period"), ("zzz", "")])
def test_a_misspelt_rule_is_found_with_the_near_one(name, hint):
    (one,) = found(rule_packs, with_packs(pack(**{name: {"at_least": "1"}})))
    assert one.rule == "rule-unknown"
    assert (f"“{hint}”" in one.message()) if hint else ("是不是" not in one.message())


def test_what_no_pack_says_is_named_as_not_checked():
    scope = with_packs(pack(training={"at_least": "1"}))
    subjects = [dict(each.words)["subject"] for each in rule_packs.not_checked(scope)]
    assert set(map(title_of, NAMES)) - set(subjects) == {title_of("training")}
    assert title_of("amount.subsistence_allowance") in subjects


def test_what_an_office_must_confirm_is_named():
    asked = pack(training={"at_least": "1"}).model_copy(update={"to_confirm": ("每年几次",)})
    assert "每年几次" in [dict(each.words).get("question") for each in rule_packs.not_checked(with_packs(asked))]


def test_the_sample_leaves_out_little():
    """Every rule has a number in its packs, save bands of kinds with amounts in bands of their own."""
    said = {phrase.key for phrase in not_checked(sample())}
    assert said <= {"unchecked-no-rule", "unchecked-no-list", "to-confirm"}
    subjects = [dict(each.words)["subject"] for each in not_checked(sample()) if each.key == "unchecked-no-rule"]
    assert all(subject.key == "rule-amount" for subject in subjects)


def test_every_rule_has_a_title_in_both_languages():
    assert all(title_of(name).key == f"rule-{name}" for name in NAMES)
