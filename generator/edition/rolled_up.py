"""The figures of an office's announced lists, from its notices."""

import re
from collections import defaultdict
from collections.abc import Sequence
from decimal import Decimal

from generator.edition.edition import Edition
from generator.notices import Facts, Total, WebNotice
from generator.rolled_up import Figure, Sum, added

# Goods of several units have no sum; a star is a hidden one.
_NUMBER = re.compile(r"[0-9]+(\.[0-9]+)?|\*")


def figures_of(edition: Edition[WebNotice]) -> tuple[Figure, ...]:
    """One for each announced list of which nothing was withdrawn, in the order of the kinds, the newest month first."""
    withdrawn = {each.facts.reference for each in edition.tombstones if each.status == "withdrawn"}
    lists: dict[str, list[Facts]] = defaultdict(list)
    for facts in edition.facts:
        if facts.stage == "announcement" and facts.round and facts.reference not in withdrawn:
            lists[facts.reference].append(facts)
    order = list(edition.kinds)
    found = [_figure(edition.kinds[parts[0].kind].title, parts) for parts in lists.values()]
    newest = sorted(found, key=lambda figure: figure.month, reverse=True)
    return tuple(sorted(newest, key=lambda figure: order.index(figure.kind)))


def _figure(title: str, parts: Sequence[Facts]) -> Figure:
    """Of one list, from what the notices of its villages say."""
    return added(
        [
            Figure(
                kind=each.kind,
                title=title,
                month=each.round,
                month_title=each.round_title,
                unit=each.entry_unit,
                count=each.count,
                sums=tuple(_sum(total) for total in each.totals if _NUMBER.fullmatch(total.plain)),
            )
            for each in parts
        ]
    )


def _sum(total: Total) -> Sum:
    return Sum(total.name, total.title, total.unit, None if total.plain == "*" else Decimal(total.plain))
