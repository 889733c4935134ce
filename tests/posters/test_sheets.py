"""Which posters there are, and their sheets: size, number, margins, legibility."""

from collections import Counter

import pytest

from tests.posters.reading import POINTS_PER_MM, Poster, compact, outside, overlapping
from tests.posters.sources import Notice

pytestmark = pytest.mark.xdist_group("posters")


def test_every_current_notice_has_its_posters_and_no_other_has_any(posters: list[Poster], notices: dict[str, Notice]):
    wanted = {
        ({"board": "print", "web": "site"}[channel], notice.slug, size)
        for notice in notices.values()
        for spec in notice.kind.posters
        for channel in spec.channels
        for size in spec.sizes
    }
    assert {(each.channel, each.slug, each.size) for each in posters} == wanted
    assert len(notices) > 100


def test_every_sheet_has_the_size_that_was_asked_for(posters: list[Poster], sizes: dict[str, dict]):
    wrong = {
        (each.path.name, sheet.width, sheet.height)
        for each in posters
        for sheet in each.sheets
        if abs(sheet.width - sizes[each.size]["width"] * POINTS_PER_MM) > 0.1
        or abs(sheet.height - sizes[each.size]["height"] * POINTS_PER_MM) > 0.1
    }
    assert not wrong


def test_sheets_are_counted(posters: list[Poster]):
    wrong = [
        (each.path.name, number)
        for each in posters
        for number, sheet in enumerate(each.sheets, start=1)
        if f"第{number}张共{len(each.sheets)}张" not in compact("".join(sheet.lines))
    ]
    assert not wrong


def test_a_wall_board_is_one_sheet(posters: list[Poster], sizes: dict[str, dict]):
    """A board cannot be continued; only lists for the printer may run over sheets."""
    boards = [each for each in posters if sizes[each.size]["width"] >= 400]
    assert boards
    assert not [each.path.name for each in boards if len(each.sheets) != 1]


def test_no_sheet_is_without_entries(lists: list[tuple[Poster, Notice]]):
    wrong = [
        poster.path.name
        for poster, notice in lists
        if not all(" ".join(notice.page.titles) in sheet.lines for sheet in poster.sheets)
    ]
    assert not wrong


def test_text_keeps_to_the_margins(posters: list[Poster], sizes: dict[str, dict]):
    """Only the mark of sample data stands in the frame, once on each sheet."""
    for each in posters:
        edge = sizes[each.size]["margin"] * POINTS_PER_MM - 0.5
        for sheet in each.sheets:
            assert outside(sheet, edge) == "示例数据", each.path.name
            assert outside(sheet, 0) == ""


def test_no_text_is_smaller_than_the_size_allows(posters: list[Poster], sizes: dict[str, dict]):
    small = Counter(
        (each.path.name, char.text, round(char.size, 2))
        for each in posters
        for sheet in each.sheets
        for char in sheet.chars
        if char.size < sizes[each.size]["min"] - 0.01
    )
    assert not small


def test_no_text_covers_other_text(posters: list[Poster]):
    wrong = [(each.path.name, pairs[:3]) for each in posters for sheet in each.sheets if (pairs := overlapping(sheet))]
    assert not wrong
