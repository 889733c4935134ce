from generator.checks import stray_backticks
from tests.checks.sample_scope import rules, with_prose


def test_one_backtick_is_stray_a_pair_is_markdown():
    assert rules(stray_backticks, with_prose("打电话`0690")) == ["text-backtick"]
    assert rules(stray_backticks, with_prose("运行`gongshi due`")) == []
    assert rules(stray_backticks, with_prose("```", "gongshi due", "```")) == []
