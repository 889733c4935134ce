"""Two lists of one kind compared: how many joined, changed and left, and what it adds up to.

Entries are the same if they agree in the kind's `identity` and stand in the same
village. Two people of a village may share a name, so lists are compared as
multisets: what is the same altogether is taken out of both first, then what
remains is paired. What comes out holds counts and sums; who it was stays here,
because names taken off a list may appear nowhere (《个人信息保护法》第四十七条).
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from decimal import Decimal
from operator import sub

from generator.changes.pairs import VILLAGE, Pair, Row, pairs_of, rows_of, shown
from generator.comparisons import Added, Change, Comparison, Figures, Movement, Reason
from generator.kinds import Kind
from generator.tables import Table


def compare(before: Table, after: Table, ending: Table | None = None) -> Comparison:
    """What became of the entries of `before` in `after`; `ending` is the notice of ending of the later round.

    Raises `ValueError` for lists of two kinds, and for tables of counts: what
    they hide could be computed from what changed.
    """
    kind = after.kind
    if before.kind.id != kind.id or kind.aggregate:
        raise ValueError(f"lists of {before.kind.id} and {kind.id} are not compared")
    first, second = rows_of(before), rows_of(after)
    pairs = pairs_of(kind, first, second, ending) if kind.continuing else []
    were, are = _by_village(first), _by_village(second)
    moved: dict[str, list[Pair]] = {}
    for pair in pairs:
        moved.setdefault(pair.village, []).append(pair)
    names = dict.fromkeys([*are, *were]) if kind.per == "village" else ()
    return Comparison(
        kind=kind.id,
        stage=after.listing.stage,
        before=before.listing.round,
        after=after.listing.round,
        reference=after.listing.reference,
        added=_added(kind),
        total=_change("", kind, first, second, pairs),
        villages=tuple(
            _change(name, kind, were.get(name, []), are.get(name, []), moved.get(name, [])) for name in names
        ),
    )


def _added(kind: Kind) -> tuple[Added, ...]:
    """What the kind publishes as the sum of all entries, of money or of a number."""
    sums = [(rule, kind.column(rule.sum)) for rule in kind.totals if rule.sum and not rule.where]
    return tuple(
        Added(column.name, rule.title, rule.unit or column.unit, column.type)
        for rule, column in sums
        if column.type in {"money", "count"} and column.name in shown(kind)
    )


def _by_village(rows: Iterable[Row]) -> dict[str, list[Row]]:
    villages: dict[str, list[Row]] = {}
    for row in rows:
        villages.setdefault(row[VILLAGE], []).append(row)
    return villages


def _change(village: str, kind: Kind, before: list[Row], after: list[Row], pairs: list[Pair]) -> Change:
    movement = _movement(kind, pairs) if kind.continuing else None
    return Change(village, _figures(kind, before), _figures(kind, after), movement)


def _movement(kind: Kind, pairs: Sequence[Pair]) -> Movement:
    stayed = [(pair.before, pair.after) for pair in pairs if pair.before and pair.after]
    were, are = (_figures(kind, [each[side] for each in stayed]) for side in (0, 1))
    titles = {name: f"{kind.column(name).title}变化" for name in shown(kind)}
    return Movement(
        joined=_figures(kind, [pair.after for pair in pairs if pair.after and not pair.before]),
        left=_figures(kind, [pair.before for pair in pairs if pair.before and not pair.after]),
        changed=Figures(len(stayed), tuple(map(sub, are.sums, were.sums))),
        why_left=_counted(pair.why_left for pair in pairs if not pair.after),
        what_changed=_counted(
            title for before, after in stayed for name, title in titles.items() if before[name] != after[name]
        ),
    )


def _figures(kind: Kind, rows: Sequence[Row]) -> Figures:
    sums = (sum((Decimal(row[each.name] or 0) for row in rows), Decimal()) for each in _added(kind))
    return Figures(len(rows), tuple(sums))


def _counted(titles: Iterable[str]) -> tuple[Reason, ...]:
    """The most frequent first."""
    counts = Counter(titles)
    return tuple(Reason(title, counts[title]) for title in sorted(counts, key=lambda title: (-counts[title], title)))
