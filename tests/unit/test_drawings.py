"""Drawings of money: lengths are in proportion, nothing stands outside the drawing, long names are broken."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.notices import Chart, ChartRow, ChartValue
from generator.rendering.flow import WIDTH, Stream, draw_flow
from generator.rendering.lines import broken, width
from generator.rendering.months import draw_months

amounts = st.decimals(min_value=Decimal("0.01"), max_value=Decimal("999999999.99"), places=2)


def streams(values: list[Decimal]) -> list[Stream]:
    return [Stream(f"来源{number}", f"{value:,.2f}", f"{value:.2f}") for number, value in enumerate(values)]


@given(st.lists(amounts, min_size=1, max_size=8), amounts)
def test_boxes_are_as_high_as_the_money_and_stay_inside(values, left):
    uses = [Stream("用出去", "", f"{sum(values):.2f}")] if left >= sum(values) else None
    uses = uses or [Stream("用出去", "", f"{sum(values) - left:.2f}"), Stream("还剩", "", f"{left:.2f}", "left")]
    drawing = draw_flow(streams(values), uses)
    full = float(drawing.bar_height)
    for side in (drawing.sources, drawing.uses):
        tops = [float(node.y) for node in side]
        assert tops == sorted(tops)
        assert tops[0] >= 0 and tops[-1] + float(side[-1].height) <= float(drawing.height)
        for node in side:
            assert all(0 < float(y) < float(drawing.height) for _, y in node.lines)
    for value, node in zip(values, drawing.sources, strict=True):
        # A hair at the least; else in proportion, but for the rounding of what is written down.
        assert float(node.height) == pytest.approx(max(1.0, full * float(value / sum(values))), abs=0.06)


def test_a_flow_that_does_not_add_up_is_not_drawn():
    assert draw_flow(streams([Decimal(5)]), streams([Decimal(4)])) is None
    assert draw_flow([], []) is None
    assert draw_flow(streams([Decimal(0)]), streams([Decimal(0)])) is None


def test_a_long_name_takes_two_lines_and_ends_in_an_ellipsis():
    assert broken("农村低保", 7.5) == ("农村低保",)
    assert broken("困难家庭学生助学", 7.5) == ("困难家庭学生助", "学")
    assert broken("各村居民委员会困难家庭老年人居家适老化改造", 7.5) == ("各村居民委员会", "困难家庭老年…")
    assert all(width(line) <= 7.5 for line in broken("ABC" * 40, 7.5))


def chart(rows: dict[str, list[Decimal]]) -> Chart:
    values = {
        label: tuple(ChartValue(f"{each:,.2f}", f"{each:.2f}", 0.0) for each in row) for label, row in rows.items()
    }
    return Chart("m", "每月", "元", ("拨入", "发放"), tuple(ChartRow(*each) for each in values.items()), ("", ""))


@given(st.lists(amounts, min_size=2, max_size=2), st.lists(amounts, min_size=2, max_size=2))
def test_columns_are_in_proportion_and_below_the_top_line(first, second):
    drawing = draw_months(chart({"2025年12月": first, "2026年1月": second}))
    most = max(*first, *second)
    tallest = max(float(bar.height) for bar in drawing.bars)
    assert tallest <= drawing.base - float(drawing.ticks[-1].y) + 0.06
    assert 2 <= len(drawing.ticks) <= 7
    for value, bar in zip([*first, *second], drawing.bars, strict=True):
        assert float(bar.height) == pytest.approx(max(1.0, tallest * float(value / most)), abs=0.12)
        assert drawing.left <= float(bar.x) and float(bar.x) + float(bar.width) <= WIDTH


def test_months_in_which_nothing_moved_keep_their_place():
    drawing = draw_months(chart({"2026年2月": [Decimal(3200), Decimal(0)], "2026年6月": [Decimal(0), Decimal(4150)]}))
    assert [label.text for label in drawing.months] == ["2", "3", "4", "5", "6"]
    assert [label.text for label in drawing.years] == ["2026年"]
    assert [tick.text for tick in drawing.ticks] == ["0", "1000", "2000", "3000", "4000", "5000"]
    assert drawing.peaks == (("拨入", "2026年2月", "3,200.00"), ("发放", "2026年6月", "4,150.00"))


def test_three_years_are_labelled_without_overlap():
    months = {f"{2024 + n // 12}年{n % 12 + 1}月": [Decimal(600_000), Decimal(100_000_000)] for n in range(36)}
    drawing = draw_months(chart(months))
    places = [float(label.x) for label in drawing.months]
    assert min(after - before for before, after in zip(places, places[1:], strict=False)) >= 22
    assert [label.text for label in drawing.years] == ["2024年", "2025年", "2026年"]
    assert drawing.ticks[-1].text == "1亿"


def test_an_amount_too_wide_is_left_to_the_table():
    whole = Decimal("999999999999.99")
    drawing = draw_flow(streams([whole]), streams([whole]))
    assert [node.amount for node in (*drawing.sources, *drawing.uses)] == ["", ""]


def test_the_first_year_makes_room_for_the_next():
    drawing = draw_months(chart({"2025年12月": [Decimal(5), Decimal(5)], "2026年10月": [Decimal(5), Decimal(5)]}))
    first, second = (float(label.x) for label in drawing.years)
    assert second - first >= 60 and first >= 0


def test_nothing_moved_nothing_drawn():
    assert draw_months(chart({})) is None
    assert draw_months(chart({"2026年2月": [Decimal(0), Decimal(0)]})) is None
