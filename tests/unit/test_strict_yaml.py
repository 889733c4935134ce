"""Strict YAML keeps what was written and refuses what would surprise."""

import pytest

from generator.strict_yaml import YamlError, parse


def test_scalars_stay_strings():
    content = parse("时间: 12:30\n编号: 0123\n是否: yes\n日期: 2026-11-05\n").content
    assert content == {"时间": "12:30", "编号": "0123", "是否": "yes", "日期": "2026-11-05"}


def test_lines_are_known():
    document = parse("a: 1\nb:\n  - c: 2\n  - d: 3\n")
    assert document.line(("b", 1, "d")) == 4
    assert document.line(("b", 1, "unknown")) == 4


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("a: 1\nb: 2\na: 3\n", 3),
        ("a: &x 1\nb: *x\n", 1),
        ("a: [1\nb: 2\n", 2),
        ("- 1\n- 2\n", 1),
        ("a: 1\n  b: 2\n", 2),
        ("a: \x07\n", 1),
    ],
)
def test_refused_with_its_line(text, line):
    with pytest.raises(YamlError) as caught:
        parse(text)
    assert caught.value.line == line
