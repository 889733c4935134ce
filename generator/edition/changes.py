"""Comparisons in the words of pages: counts and sums only, formatted as their columns are."""

from collections.abc import Mapping

from generator.columns import column_type
from generator.comparisons import Added, Change, Comparison
from generator.office.rounds import Round


def round_changes(comparison: Comparison, rounds: Mapping[str, Round]) -> dict[str, object]:
    """What a round's page says of a list: the township, and the villages where something changed."""
    changed = [each for each in comparison.villages if each.before != each.after or _moved(each)]
    moved = comparison.total.movement
    return {
        "earlier": rounds[comparison.before].title,
        "total": _line(comparison.total, comparison.added),
        "villages": [_line(each, comparison.added) for each in changed],
        "unchanged": len(comparison.villages) - len(changed),
        "why_left": moved.why_left if moved is not None else (),
        "what_changed": moved.what_changed if moved is not None else (),
    }


def notice_change(comparison: Comparison, change: Change, rounds: Mapping[str, Round]) -> dict[str, object]:
    """What a notice's page says of its village since the list before it."""
    return {"earlier": rounds[comparison.before].title, **_line(change, comparison.added)}


def _line(change: Change, added: tuple[Added, ...]) -> dict[str, object]:
    moved = change.movement
    sums = zip(added, change.before.sums, change.after.sums, strict=True)
    return {
        "village": change.village,
        "before": f"{change.before.entries:,}",
        "after": f"{change.after.entries:,}",
        "moves": None if moved is None else (moved.joined.entries, moved.left.entries, moved.changed.entries),
        "sums": [
            (each.title, each.unit, column_type(each.type).show(one), column_type(each.type).show(other))
            for each, one, other in sums
        ],
    }


def _moved(change: Change) -> bool:
    return change.movement is not None and change.movement.entries > 0
