"""Figures of announced lists by kind and month, and how those of several places are added up.

Counts and sums only, which stay lawful after a list has ended (DOMAIN §3); no entries, no names.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

TOTALS = "totals.json"


@dataclass(frozen=True)
class Sum:
    """A total of a list, in `unit`; `amount` is `None` where a part of it is hidden."""

    name: str
    title: str
    unit: str
    amount: Decimal | None

    @property
    def text(self) -> str:
        """As people read it; a hidden one is a star."""
        return "*" if self.amount is None else f"{self.amount:,}"


@dataclass(frozen=True)
class Figure:
    """The announced list of a kind in a month (`2026-10`): how many `unit` are on it, and its totals."""

    kind: str
    title: str
    month: str
    month_title: str
    unit: str
    count: int
    sums: tuple[Sum, ...]


@dataclass(frozen=True)
class Place:
    """A township of a county: its folder's name, how many lists are open to objection in it, and its figures."""

    id: str
    name: str
    on_notice: int
    figures: tuple[Figure, ...]


def place_of(id: str, content: str) -> Place:
    """A township as its own `totals.json` tells of it."""
    told = json.loads(content)
    figures = [
        Figure(**each | {"sums": tuple(Sum(**one | {"amount": _decimal(one["amount"])}) for one in each["sums"])})
        for each in told["figures"]
    ]
    return Place(id, told["name"], told["on_notice"], tuple(figures))


def added(figures: Sequence[Figure]) -> Figure:
    """Figures of one kind and month added up; a sum is hidden if a part of it is, and left out if a part lacks it."""
    by_name = [{one.name: one for one in figure.sums} for figure in figures]
    common = [name for name in by_name[0] if all(name in each for each in by_name)]
    return replace(
        figures[0],
        count=sum(figure.count for figure in figures),
        sums=tuple(_added([each[name] for each in by_name]) for name in common),
    )


def _added(sums: Sequence[Sum]) -> Sum:
    known = [one.amount for one in sums if one.amount is not None]
    return replace(sums[0], amount=sum(known, Decimal(0)) if len(known) == len(sums) else None)


def _decimal(amount: str | None) -> Decimal | None:
    return None if amount is None else Decimal(amount)
