"""Window gate: a notice is shown from its first to its last day, unless it is withdrawn; after that, counts.

An announcement stands until the next one of its kind begins. The next list
counts even for a village that it no longer names: its old names must go too.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from generator.gates.disclose import Disclosed
from generator.notices import BoardNotice, Facts, Tombstone, WebNotice


@dataclass(frozen=True)
class Showable:
    """What each channel may show today."""

    board: tuple[BoardNotice, ...]
    web: tuple[WebNotice, ...]
    tombstones: tuple[Tombstone, ...]

    def only(self, kinds: Collection[str]) -> "Showable":
        """Without the lists of other kinds: a draft kind is checked, not published."""
        return Showable(
            tuple(each for each in self.board if each.facts.kind in kinds),
            tuple(each for each in self.web if each.facts.kind in kinds),
            tuple(each for each in self.tombstones if each.facts.kind in kinds),
        )


def window_gate(disclosed: Iterable[Disclosed], today: date) -> Showable:
    """Sorts notices into current ones and tombstones; what begins later is left out altogether."""
    started = [each for each in disclosed if each.facts.first_day <= today]
    newest: dict[str, date] = {}
    for each in started:
        if each.facts.stage == "announcement":
            newest[each.facts.kind] = max(newest.get(each.facts.kind, date.min), each.facts.first_day)
    board: list[BoardNotice] = []
    web: list[WebNotice] = []
    tombstones: list[Tombstone] = []
    for each in started:
        facts = each.facts
        if each.withdrawal:
            tombstones.append(Tombstone(facts, "withdrawn", each.withdrawal))
            continue
        if ended := _ended(facts, today, newest.get(facts.kind)):
            tombstones.append(Tombstone(facts, ended))
            continue
        board += [each.board] if each.board else []
        web += [each.web] if each.web else []
        if each.web is None:
            tombstones.append(Tombstone(facts, "counts"))
    return Showable(tuple(board), tuple(web), tuple(tombstones))


def _ended(facts: Facts, today: date, newest: date | None) -> Literal["", "ended", "superseded"]:
    if facts.until and today > facts.until:
        return "ended"
    if facts.stage == "announcement" and newest and facts.first_day < newest:
        return "superseded"
    return ""
