"""Totals and charts of a notice, from the same decimals as its entries."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from generator.columns import column_type, month, quantity
from generator.kinds import Kind, Summary, TotalRule
from generator.notices import Chart, ChartRow, ChartValue, Total

Rows = Sequence[Sequence[Any]]
_MEASURES = {"个", "项"}


def totals(kind: Kind, rows: Rows) -> tuple[Total, ...]:
    """The number of entries, then the kind's own figures."""
    # A unit of 个村 counts 村: the figure is headed 村数, and its unit is 个. So is 项具体工作; 项 alone is both.
    measure, counted = kind.entry_unit[:1], kind.entry_unit[1:]
    if measure not in _MEASURES or not counted:
        measure = counted = kind.entry_unit
    count = Total("entries", f"{counted}数", f"{len(rows):,}", measure, str(len(rows)))
    return (count, *(_total(kind, rule, rows) for rule in kind.totals))


def charts(kind: Kind, rows: Rows) -> tuple[Chart, ...]:
    """One chart for each summary of the kind."""
    return tuple(_chart(kind, summary, rows) for summary in kind.summaries)


def _total(kind: Kind, rule: TotalRule, rows: Rows) -> Total:
    column = kind.column(rule.column)
    index = _index(kind, rule.column)
    values = [row[index] for row in _where(kind, rule.where, rows)]
    present = [value for value in values if value is not None]
    value: Any
    if rule.sum and column.type == "quantity":
        return _total_of_goods(rule, present)
    if rule.distinct:
        value, module = len(set(present)), column_type("count")
    else:
        module = column_type(column.type)
        zero = Decimal("0.00") if column.type == "money" else 0
        value = sum(present, start=zero) if rule.sum else (present[-1] if present else zero)
    shown = module.show(value)
    return Total(rule.name, rule.title, str(shown), rule.unit or column.unit, module.canonical(value))


def _total_of_goods(rule: TotalRule, values: Sequence[quantity.Quantity]) -> Total:
    """One sum for each unit: 36袋、20床."""
    sums = quantity.total(values)
    text, plain = ("、".join(map(write, sums)) for write in (quantity.show, quantity.canonical))
    return Total(rule.name, rule.title, text or "无", rule.unit, plain)


def _chart(kind: Kind, summary: Summary, rows: Rows) -> Chart:
    column = kind.column(summary.sum)
    module = column_type(column.type)
    zero = Decimal("0.00") if column.type == "money" else 0
    sums: dict[str, dict[str, Any]] = {}
    series: dict[str, Any] = dict.fromkeys(summary.only, zero)
    group, sum_index = _index(kind, summary.group), _index(kind, summary.sum)
    series_index = _index(kind, summary.series) if summary.series else None
    for row in _where(kind, summary.where, rows):
        label = _label(row[group], summary.by)
        name = summary.title if series_index is None else str(row[series_index])
        if not label or (summary.only and name not in summary.only):
            continue
        amount = row[sum_index]
        cells = sums.setdefault(label, {})
        cells[name] = cells.get(name, zero) + amount
        series[name] = series.get(name, zero) + amount
    longest = max((value for cells in sums.values() for value in cells.values()), default=zero)
    return Chart(
        name=summary.name,
        title=summary.title,
        unit=column.unit,
        series=tuple(series),
        rows=tuple(
            ChartRow(
                label,
                tuple(
                    ChartValue(
                        str(module.show(value)),
                        module.canonical(value),
                        round(float(value / longest), 4) if longest else 0.0,
                    )
                    for value in (cells.get(name, zero) for name in series)
                ),
            )
            for label, cells in sums.items()
        ),
        totals=tuple(str(module.show(value)) for value in series.values()),
    )


def _where(kind: Kind, conditions: dict[str, str], rows: Rows) -> Rows:
    if not conditions:
        return rows
    wanted = [(_index(kind, name), text) for name, text in conditions.items()]
    return [row for row in rows if all(row[index] == text for index, text in wanted)]


def _label(value: Any, by: str) -> str:
    if value is None:
        return ""
    if by == "month":
        return month.show(f"{value:%Y-%m}" if isinstance(value, date) else value)
    return str(value)


def _index(kind: Kind, name: str) -> int:
    return next(index for index, column in enumerate(kind.columns) if column.name == name)
