"""A chart by months as a drawing: one group of columns a month over a scale of round amounts.

All lengths are units of the drawing, about a pixel on a phone.
"""

from dataclasses import dataclass
from decimal import Decimal
from math import ceil

from generator.notices import Chart
from generator.rendering.lines import width

WIDTH = 340
_LETTER = 16
_RIGHT, _TOP, _PLOT = 4, 14, 150
_BELOW = 48
_LEAST_LABEL = 22  # width that the number of a month needs
_YEAR = 60  # width that the name of a year needs
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
    scale = [step * number for number in range(int(full / step) + 1)]
    left = ceil(max(width(_round_amount(each)) for each in scale) * _LETTER) + 8
    group = (WIDTH - left - _RIGHT) / len(numbers)
    column = min(_MOST_COLUMN, group * 0.78 / len(chart.series))
    centres = {number: left + group * (place + 0.5) for place, number in enumerate(numbers)}
    base = _TOP + _PLOT
    return Months(
        width=WIDTH,
        height=base + _BELOW,
        left=left,
        right=WIDTH - _RIGHT,
        base=base,
        month_y=base + 20,
        year_y=base + 42,
        ticks=tuple(Tick(_n(base - float(each / full) * _PLOT), _round_amount(each)) for each in scale),
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
    """Each year from the first of its months on. The first gives way to the left, the next a little to the right."""
    firsts: dict[int, float] = {}
    for number, centre in centres.items():
        firsts.setdefault(number // 12, centre - _LETTER / 2)
    (year, start), *later = firsts.items()
    labels = [(year, max(0.0, min([start, *(other - _YEAR for _, other in later[:1])])))]
    for year, start in later:
        place = max(start, labels[-1][1] + _YEAR)
        if place - start <= _LETTER:
            labels.append((year, place))
    return tuple(Label(_n(place), f"{year}年") for year, place in labels)


def _peak(chart: Chart, series: int) -> tuple[str, str, str]:
    best = max(chart.rows, key=lambda row: Decimal(row.values[series].plain))
    return chart.series[series], best.label, best.values[series].text


def _n(length: float) -> str:
    return f"{length:.1f}".removesuffix(".0")
