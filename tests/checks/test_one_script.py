"""Traditional characters among Simplified ones; names and legal doubles are left alone."""

import pytest

from generator.checks import one_script
from generator.detection.script import traditional
from generator.office.registers import Village
from tests.checks.sample_scope import found, rules, sample, with_prose, with_register


def test_each_character_is_named_with_its_standard_form():
    (finding,) = found(one_script, with_prose("補助资金已经發放"))
    assert "補（补）、發（发）" in finding.message()
    assert "發（发）" in finding.message("en")


@pytest.mark.parametrize(
    "line", ["乾坤、瞭望、著名、夥同、於菟、皇后、里程、仝某、昇某、䶮某", "Traditional script", "12个村"]
)
def test_characters_of_both_scripts_and_names_are_silent(line):
    assert rules(one_script, with_prose(line)) == []


def test_後_is_traditional_though_gb2312_has_it():
    assert traditional("公示期滿以後") == ("滿", "後")


def test_a_registered_name_keeps_its_character():
    village = sample().office.registers.villages[0].model_dump() | {"name": "龍门村"}
    scope = with_register(
        "villages", Village.model_validate(village), prose={"content/page.md": ("龍门村的公示",)}, tables=()
    )
    assert rules(one_script, scope) == []
