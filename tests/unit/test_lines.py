"""Searching line by line, and remembering lines, finds exactly what a reading of the whole text finds."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.detection.lines import Found, Searched, _found, search
from generator.detection.names import prepare
from tests.numbers import id_number, mobile_number

ID, PHONE = id_number(Random(31)), mobile_number(Random(32))
NAMES = prepare({"甄有田", "高龄", "龚䶮", "马依努尔·阿卜杜热合曼"})
PIECES = (
    *("<td>", "</td>", "<b>", "</b>", "<!-- ", " -->", '<a href="a.html"\n title="', '">', "\n", " ", "<br>", "&#49;"),
    *(ID[:9], ID[9:], PHONE, PHONE[:5], PHONE[5:], "1", "０", "一二三", "0690-5550110", "5.1E+17", "2026-11-05 09:00"),
    *(
        "甄有田",
        "甄",
        "有田",
        "高龄",
        "津贴",
        "龚䶮",
        "马依努尔·阿卜杜热合曼",
        "·",
        "，",
        "\u200b",
        "abc",
        "<script>",
        "</script>",
    ),
)
texts = st.lists(st.sampled_from(PIECES), max_size=25).map("".join)


def searched(markup: bool) -> Searched:
    return Searched(frozenset({"0690-5550110"}), NAMES, markup)


@given(st.lists(texts, min_size=1, max_size=6), st.booleans())
def test_what_is_remembered_changes_nothing(several, markup):
    known = searched(markup)
    for text in [*several, *several]:
        assert search(text, known) == _found(text, searched(markup))


@pytest.mark.parametrize(
    "opened",
    [
        *(
            "<script>",
            "<SCRIPT type='text/plain'>",
            "<style>",
            "<script></script><script>",
            "<script><!-- --></style ><script>",
        ),
        *("<!--", "--> <!--", "<!-->", "<!-- --> <!--", "a > b <i", "1 > 2 <b"),
    ],
)
def test_no_line_is_read_as_a_part_of_what_another_begins(opened):
    """Lines stand for themselves only if nothing begins on one and swallows the next, in whatever order they come."""
    for number in range(60):
        hidden = f"<p>{number} {PHONE[:5]}<b>{PHONE[5:]}</b></p>"
        ending = f"{number}</script></style><!-- -->"
        page = "\n".join([hidden, opened, ending])
        assert search(page, searched(markup=True)) == _found(page, searched(markup=True))


def test_a_long_text_is_read_once():
    known = searched(markup=False)
    page = "\n".join(f"第{number}行" for number in range(100)) + f"\n{PHONE}\n甄有田"
    first = search(page, known)
    assert (len(first.numbers), first.certain) == (1, 1)
    known.clean.clear()
    known.dirty.clear()
    assert search(page, known) is first and search("别的", known) == Found()
