"""`gongshi explain` and `gongshi list rules`."""

import pytest

from generator.cli import run
from generator.findings import rules
from tests.conftest import REPOSITORY


@pytest.mark.parametrize("name", rules())
def test_a_rule_is_explained_in_both_languages(name, capsys):
    rule = rules()[name]
    for language in ("zh", "en"):
        assert run(["explain", name, "--lang", language]) == 0
        printed = capsys.readouterr().out
        assert printed.startswith(f"{name} · ")
        assert all(text[language] in printed for text in (rule.message, rule.remedy, rule.about))


def test_an_unknown_rule_suggests_a_near_one(capsys):
    assert run(["explain", "cell-privat-number"]) == 2
    assert "是不是想写“cell-private-number" in capsys.readouterr().err
    assert run(["explain", "zzz", "--lang", "en"]) == 2
    assert "there is no rule “zzz”" in capsys.readouterr().err


def test_without_a_rule_all_are_listed_by_area(capsys):
    assert run(["explain"]) == 0
    listed = capsys.readouterr().out
    assert all(f"\n{name}  " in listed for name in rules())
    assert listed.index("批准、隐私和期限") < listed.index("approval-missing") < listed.index("事项定义")


def test_list_rules(capsys):
    assert run(["list", "rules", "--project", str(REPOSITORY)]) == 0
    assert len(capsys.readouterr().out.splitlines()) == len(rules())


def test_an_unknown_format_is_wrong_usage(capsys):
    assert run(["check", "--project", str(REPOSITORY), "--format", "pdf"]) == 2
    assert "没有“pdf”这种报告" in capsys.readouterr().err
