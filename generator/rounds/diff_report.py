"""The difference of two rounds, as text for the clerk and as JSON for machines."""

import io
import json
from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Any

from rich.console import Console
from rich.table import Table

from generator.columns import column_type
from generator.comparisons import Added, Change, Comparison, Figures, Reason
from generator.kinds import STAGE_TITLES, Kind
from generator.office import Office
from generator.rounds.diff import Difference

_WHOLE = "全镇"
_WIDEST = 1000  # columns: a table is never broken, the reader's window may be


def text_lines(difference: Difference, office: Office, kinds: dict[str, Kind]) -> list[str]:
    """A heading and a table for each list, the whole township first, then what was left out."""
    before, after = (office.rounds[name].title for name in (difference.before, difference.after))
    lines = [f"{after}和{before}相比"]
    for each in difference.comparisons:
        lines += ["", f"{_title(each, kinds)}（单位：{kinds[each.kind].entry_unit}）", *_table(each, before, after)]
        lines += _reasons(each, kinds[each.kind])
    if not difference.comparisons:
        lines += ["", "没有可以比较的名单。"]
    if difference.left_out:
        lines += ["", "没有比较的：", *(f"  - {each.title}：{each.reason}" for each in difference.left_out)]
    return lines


def json_text(difference: Difference, kinds: dict[str, Kind]) -> str:
    """One object: `lists` with the total and every village, money as exact text, and `not_compared`."""
    content = {
        "schema": "gongshi-diff@v1",
        "before": difference.before,
        "after": difference.after,
        "lists": [_list(each, kinds) for each in difference.comparisons],
        "not_compared": [{"title": each.title, "reason": each.reason} for each in difference.left_out],
    }
    return json.dumps(content, ensure_ascii=False, indent=2)


def _title(comparison: Comparison, kinds: dict[str, Kind]) -> str:
    return f"{kinds[comparison.kind].title}{STAGE_TITLES[comparison.stage]}"


def _table(comparison: Comparison, before: str, after: str) -> list[str]:
    moves = ["新增", "减少", "调整"] if comparison.total.movement is not None else []
    sums = [f"{each.title}（{each.unit}）" for each in comparison.added]
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0))
    table.add_column("村（社区）", no_wrap=True)
    for heading in (before, *moves, after, *sums):
        table.add_column(heading, justify="right", no_wrap=True)
    for change in (comparison.total, *comparison.villages):
        table.add_row(change.village or _WHOLE, *_cells(change, comparison.added))
    page = io.StringIO()
    Console(file=page, width=_WIDEST, color_system=None, markup=False, emoji=False, highlight=False).print(table)
    return [line.rstrip() for line in page.getvalue().splitlines()]


def _cells(change: Change, added: Sequence[Added]) -> list[str]:
    moved = change.movement
    moves = [str(each.entries) for each in (moved.joined, moved.left, moved.changed)] if moved is not None else []
    sums = zip(_shown(change.before, added), _shown(change.after, added), strict=True)
    return [
        str(change.before.entries),
        *moves,
        str(change.after.entries),
        *(one if one == other else f"{one} → {other}" for one, other in sums),
    ]


def _reasons(comparison: Comparison, kind: Kind) -> list[str]:
    moved = comparison.total.movement
    if moved is None:
        return ["每期单独办理，不算新增和减少。"]
    named = (("减少的原因", moved.why_left), ("调整的内容", moved.what_changed))
    return [f"{label}：{_counts(reasons, kind.entry_unit)}" for label, reasons in named if reasons]


def _counts(reasons: Iterable[Reason], unit: str) -> str:
    return "、".join(f"{each.title}{each.entries}{unit}" for each in reasons)


def _shown(figures: Figures, added: Sequence[Added]) -> list[str]:
    return [str(column_type(each.type).show(value)) for each, value in zip(added, figures.sums, strict=True)]


def _list(comparison: Comparison, kinds: dict[str, Kind]) -> dict[str, Any]:
    return {
        "kind": comparison.kind,
        "stage": comparison.stage,
        "title": _title(comparison, kinds),
        "unit": kinds[comparison.kind].entry_unit,
        "columns": [{"name": each.name, "title": each.title, "unit": each.unit} for each in comparison.added],
        "total": _record(comparison.total, comparison.added),
        "villages": [_record(change, comparison.added) for change in comparison.villages],
    }


def _record(change: Change, added: Sequence[Added]) -> dict[str, Any]:
    record: dict[str, Any] = {"village": change.village} if change.village else {}
    record |= {"before": _exact(change.before, added), "after": _exact(change.after, added)}
    moved = change.movement
    if moved is not None:
        record |= {name: _exact(getattr(moved, name), added) for name in ("joined", "left", "changed")}
        record |= {
            name: [{"title": each.title, "entries": each.entries} for each in getattr(moved, name)]
            for name in ("why_left", "what_changed")
        }
    return record


def _exact(figures: Figures, added: Sequence[Added]) -> dict[str, Any]:
    def plain(column: Added, value: Decimal) -> str:
        return column_type(column.type).canonical(value)

    sums = {column.name: plain(column, value) for column, value in zip(added, figures.sums, strict=True)}
    return {"entries": figures.entries, "sums": sums}
