"""The catalogue: every rule says everything in both languages, and the manual is made from it."""

import re
import string

import pytest

from generator.findings import LANGUAGES, Place, broken_yaml, finding, phrase, rules, spoken
from generator.findings.catalogue import phrases
from generator.findings.manual import FILES, area_title, by_area, manual
from generator.strict_yaml import YamlError
from tests.conftest import REPOSITORY

HAN = re.compile(r"[\u4e00-\u9fff]")
every_rule = pytest.mark.parametrize("rule", rules().values(), ids=lambda rule: rule.id)


def braces(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


@every_rule
def test_a_rule_says_everything_in_both_languages(rule):
    assert rule.severity in {"error", "warning"}
    assert f"actor-{rule.actor}" in phrases()
    for text in (rule.message, rule.remedy, rule.about):
        assert set(text) == set(LANGUAGES) and all(text[language].strip() for language in LANGUAGES)
        assert HAN.search(text["zh"])
        assert re.search("[a-z]{3}", text["en"])


@every_rule
def test_both_languages_have_the_same_braces(rule):
    """Otherwise one of them would stop the report in the middle."""
    for text in (rule.message, rule.remedy):
        assert braces(text["zh"]) == braces(text["en"])
    for language in LANGUAGES:
        assert not braces(rule.about[language])


@every_rule
def test_a_message_has_no_full_stop_and_the_reason_has_one(rule):
    """Reports join message and remedy into sentences of their own."""
    for language, stop in (("zh", "。"), ("en", ".")):
        assert not rule.remedy[language].endswith(stop), rule.remedy[language]
        assert rule.about[language].endswith(stop)


@pytest.mark.parametrize("key", phrases())
def test_a_phrase_has_both_languages_and_the_same_braces(key):
    text = phrases()[key]
    assert set(text) == set(LANGUAGES) and all(text.values())
    assert braces(text["zh"]) == braces(text["en"])


def test_every_area_has_a_heading():
    assert all(area_title(area, language) for area in by_area() for language in LANGUAGES)


def test_no_two_files_define_one_rule():
    files = sorted((REPOSITORY / "generator/findings/catalogue").glob("*.yaml"))
    lines = [line for path in files for line in path.read_text(encoding="utf-8").splitlines()]
    names = [line.rstrip(":") for line in lines if re.fullmatch(r"[a-z-]+:", line)]
    assert len(names) == len(set(names)) == len(rules())


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_committed_manual_is_what_the_catalogue_says(language):
    committed = (REPOSITORY / "docs/manual" / FILES[language]).read_text(encoding="utf-8")
    assert committed == manual(language), "run `make manual`"
    assert all(f"\n### {name}\n" in committed for name in rules())


def test_words_inside_words_are_said_in_the_language_of_the_report():
    found = finding("cell-private-number", Place("a.csv"), kinds=(phrase("number-id"), phrase("number-card")))
    assert "像身份证号码、银行账号的内容" in found.message("zh")
    assert "looks like an ID number, a bank card number;" in found.message("en")


def test_the_reason_of_broken_yaml_is_a_phrase():
    found = broken_yaml("a.yaml", YamlError(3, "yaml-key-twice", key="名称"))
    assert found.place == Place("a.yaml", line=3)
    assert found.message("en").endswith("“名称” is given twice")


@pytest.mark.parametrize(("rule", "words"), [("no-such-rule", {}), ("row-duplicate", {"first": 2})])
def test_an_unknown_rule_or_a_missing_word_is_our_bug(rule, words):
    with pytest.raises(KeyError):
        finding(rule, Place("a.csv"), **words)


def test_a_missing_phrase_is_our_bug():
    with pytest.raises(KeyError):
        phrase("no-such-phrase")
    assert spoken((1, "二"), "en") == "1, 二"
