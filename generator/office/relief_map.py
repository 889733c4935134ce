"""The map of the relief system, 1+6+X: the forms of relief that the rule packs name, by group."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from generator.office.requirements import requirement
from generator.office.rules import RulePack

# The rules of a pack that hold the groups, in the order of the map.
GROUPS = ("relief_map.basic", "relief_map.special", "relief_map.further")


@dataclass(frozen=True)
class ReliefGroup:
    """One group. `mark` is its part of the map's name (1, 6 or X), empty where the rule's title gives none."""

    mark: str
    title: str
    reliefs: tuple[str, ...]
    source: str


def relief_map(packs: Sequence[RulePack], day: date) -> tuple[ReliefGroup, ...]:
    """The groups in force on `day`; a rule's title is `mark：title`. Empty if no pack draws the map."""
    asked = [found for found in (requirement(packs, name, day) for name in GROUPS) if found]
    return tuple(ReliefGroup(*_titles(each.title), each.values, each.source) for each in asked)


def _titles(title: str) -> tuple[str, str]:
    mark, colon, rest = title.partition("：")
    return (mark, rest) if colon else ("", title)
