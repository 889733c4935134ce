"""A chart by months as a drawing: one group of columns a month over a scale of round amounts.

All lengths are units of the drawing, about a pixel on a phone.
"""

from dataclasses import dataclass
from decimal import Decimal
from math import ceil

from generator.notices import Chart

WIDTH = 340
_LEFT, _RIGHT, _TOP, _PLOT = 42, 4, 14, 150
_BELOW = 42
_LEAST_LABEL = 22  # width that the number of a month needs
_YEAR = 44  # width that the name of a year needs
_MOST_COLUMN = 16.0
_UNITS = ((Decimal(100_000_000), "亿"), (Decimal(10_000), "万"), (Decimal(1), ""))


@dataclass(frozen=True)
class Tick:
    """A line of the scale."""

    y: str
    text: str


@dataclass(frozen=True)
class Bar:
    """A column; `series` counts from 1."""

    x: str
    y: str
    width: str
    height: str
    series: int


@dataclass(frozen=True)
class Label:
    """Text below the columns."""

    x: str
    text: str


@dataclass(frozen=True)
class Months:
    """What the template draws. `peaks`: of each series, its month of most money and the amount."""

    width: int
    height: int
    left: int
    right: int
    base: int
    month_y: int
    year_y: int
    ticks: tuple[Tick, ...]
    bars: tuple[Bar, ...]
    months: tuple[Label, ...]
    years: tuple[Label, ...]
    peaks: tuple[tuple[str, str, str], ...]


def draw_months(chart: Chart) -> Months | None:
    """Of a chart whose rows are months (2026年10月); `None` if there is nothing to draw.

    Months between them in which nothing moved keep their place.
    """
    values = {_number(row.label): [Decimal(value.plain) for value in row.values] for row in chart.rows}
    most = max((value for row in values.values() for value in row), default=Decimal())
    if most <= 0:
        return None
    step = _step(most)
    full = step * ceil(most / step)
    numbers = range(min(values), max(values) + 1)
    group = (WIDTH - _LEFT - _RIGHT) / len(numbers)
    column = min(_MOST_COLUMN, group * 0.78 / len(chart.series))
    centres = {number: _LEFT + group * (place + 0.5) for place, number in enumerate(numbers)}
    base = _TOP + _PLOT
    return Months(
        width=WIDTH,
        height=base + _BELOW,
        left=_LEFT,
        right=WIDTH - _RIGHT,
        base=base,
        month_y=base + 17,
        year_y=base + 35,
        ticks=tuple(
            Tick(_n(base - float(step * number / full) * _PLOT), _round_amount(step * number))
            for number in range(int(full / step) + 1)
        ),
        bars=tuple(
            _bar(centres[number] + (series - len(row) / 2) * column, column, float(value / full) * _PLOT, base, series)
            for number, row in sorted(values.items())
            for series, value in enumerate(row)
            if value
        ),
        months=_months(centres, group),
        years=_years(centres),
        peaks=tuple(_peak(chart, number) for number in range(len(chart.series))),
    )


def _number(label: str) -> int:
    """Months since the year 0, January counting as 0."""
    year, _, month = label.partition("年")
    return int(year) * 12 + int(month.removesuffix("月")) - 1


def _bar(x: float, width: float, height: float, base: int, series: int) -> Bar:
    height = max(height, 1.0)
    return Bar(_n(x + 0.4), _n(base - height), _n(max(width - 0.8, 0.5)), _n(height), series + 1)


def _step(most: Decimal) -> Decimal:
    """The round distance between lines (1, 2 or 5 with zeros) that gives at most five."""
    unit = Decimal(10) ** (most.adjusted() - 1)
    return next(unit * factor for factor in (1, 2, 5, 10, 20, 50) if most <= unit * factor * 5)


def _round_amount(amount: Decimal) -> str:
    size, word = next((size, word) for size, word in _UNITS if amount >= size or size == 1)
    return f"{(amount / size).normalize():f}{word}"


def _months(centres: dict[int, float], group: float) -> tuple[Label, ...]:
    """The number of each month, or of every second, third, … if there is no room."""
    every = max(1, -(-_LEAST_LABEL // int(max(group, 1))))
    return tuple(Label(_n(centre), str(number % 12 + 1)) for number, centre in list(centres.items())[::every])


def _years(centres: dict[int, float]) -> tuple[Label, ...]:
    """Each year below the first of its months, if its name has room before the next year's."""
    firsts: dict[int, float] = {}
    for number, centre in centres.items():
        firsts.setdefault(number // 12, centre)
    ends = [*list(firsts.values())[1:], float("inf")]
    return tuple(
        Label(_n(centre), f"{year}年")
        for (year, centre), end in zip(firsts.items(), ends, strict=True)
        if end - centre >= _YEAR
    )


def _peak(chart: Chart, series: int) -> tuple[str, str, str]:
    best = max(chart.rows, key=lambda row: Decimal(row.values[series].plain))
    return chart.series[series], best.label, best.values[series].text


def _n(length: float) -> str:
    return f"{length:.1f}".removesuffix(".0")
