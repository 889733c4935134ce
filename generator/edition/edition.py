"""An edition: everything one channel may show today."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Generic

from generator.artifacts import digest
from generator.comparisons import Agreement, Change, Comparison, by_village
from generator.edition.prose import Prose
from generator.kinds import Kind
from generator.kinds.parts import Channel
from generator.notices import BoardNotice, Facts, N, PublicLedger, Tombstone, WebNotice
from generator.office import Contact, Office, Settings
from generator.rolled_up import Place


@dataclass(frozen=True)
class Site:
    """What every page and poster may need. Nothing here changes from day to day by itself.

    `mark` is what a demonstration office writes on everything it makes; `of_county` says that
    townships have sites of their own below this one.
    """

    settings: Settings
    mark: str
    office: Contact
    oversight: Contact
    county: Contact
    hotline: Contact
    of_county: bool

    @property
    def contacts(self) -> tuple[Contact, ...]:
        """Whom anybody may call, the office first."""
        return (self.office, self.oversight, self.county, self.hotline)

    @cached_property
    def digest(self) -> str:
        """Of everything here: each page has it in its key."""
        return digest(self)


@dataclass(frozen=True, eq=False)
class Edition(Generic[N]):
    """The office, its kinds, the notices of one channel, and the ledger. `notices` hold what may be shown, no more.

    `comparisons` are those of lists that have begun, each with the one before it; `agreements`
    those of ledgers with announced lists that have begun and were not withdrawn; `prose` are
    the hand-written pages, which the site engine makes; `townships` are those of a county.
    """

    channel: Channel
    office: Office
    kinds: dict[str, Kind]
    today: date
    notices: tuple[N, ...]
    tombstones: tuple[Tombstone, ...]
    comparisons: tuple[Comparison, ...] = ()
    ledger: PublicLedger = PublicLedger()
    agreements: tuple[Agreement, ...] = ()
    prose: tuple[Prose, ...] = ()
    townships: tuple[Place, ...] = ()

    @cached_property
    def site(self) -> Site:
        settings, contact = self.office.settings, self.office.registers.contact
        return Site(
            settings=settings,
            mark=settings.demonstration.mark if settings.demonstration else "",
            office=contact(settings.contact_office),
            oversight=contact(settings.contact_oversight),
            county=contact(settings.contact_county),
            hotline=contact(settings.contact_hotline),
            of_county=bool(self.townships),
        )

    @cached_property
    def facts(self) -> tuple[Facts, ...]:
        """Facts of everything with an address, tombstones included."""
        current = tuple(each.facts for each in self.notices)
        return current + tuple(each.facts for each in self.tombstones)

    @cached_property
    def by_address(self) -> dict[str, Facts]:
        return {facts.address: facts for facts in self.facts}

    @cached_property
    def last_published(self) -> dict[tuple[str, str], str]:
        """By kind and stage, when the latest notice was published."""
        latest: dict[tuple[str, str], str] = {}
        for facts in self.facts:
            key = facts.kind, facts.stage
            latest[key] = max(latest.get(key, ""), facts.approval.published)
        return latest

    def notice(self, address: str) -> N | None:
        """What may be shown at an address, if anything."""
        return self._notices.get(address)

    @cached_property
    def _notices(self) -> dict[str, N]:
        return {notice.facts.address: notice for notice in self.notices}

    def change(self, facts: Facts) -> tuple[Comparison, Change] | None:
        """What became of a notice's village since the list before it, if there was one."""
        return self._changes.get((facts.reference, facts.village))

    @cached_property
    def _changes(self) -> dict[tuple[str, str], tuple[Comparison, Change]]:
        return by_village(self.comparisons)

    def section(self, section: str) -> tuple[Kind, ...]:
        """The kinds of a section that have something to show: an office uses some of the standard kinds only."""
        return tuple(kind for kind in self.kinds.values() if kind.section == section and kind.id in self._disclosed)

    def disclosed(self) -> tuple[Kind, ...]:
        """The kinds that have something to show."""
        return tuple(kind for kind in self.kinds.values() if kind.id in self._disclosed)

    @cached_property
    def _disclosed(self) -> frozenset[str]:
        return frozenset(facts.kind for facts in self.facts)

    def on_notice(self, village: str = "") -> tuple[Facts, ...]:
        """Public notices open to objection today, the one that ends first in front, then as the kinds are ordered."""
        return self._current(("public_notice", "notice_of_ending"), village)

    def announced(self, village: str = "") -> tuple[Facts, ...]:
        """Current announcements."""
        return self._current(("announcement",), village)

    def standing(self, village: str) -> tuple[Facts, ...]:
        """What a village shows for long: its rules."""
        return self._current(("standing",), village)

    def past(self, village: str = "") -> tuple[Facts, ...]:
        """What has ended or was superseded, the newest in front."""
        ended = [each.facts for each in self.tombstones if each.facts.village_code == village or not village]
        return tuple(sorted(ended, key=lambda facts: (facts.first_day, facts.address), reverse=True))

    def _current(self, stages: Iterable[str], village: str) -> tuple[Facts, ...]:
        found = [facts for facts in self._current_by_village.get(village, ()) if facts.stage in stages]
        order = list(self.kinds)
        return tuple(sorted(found, key=lambda each: (each.last_day or date.max, order.index(each.kind), each.address)))

    @cached_property
    def _current_by_village(self) -> dict[str, list[Facts]]:
        """Facts of current notices by village code; all of them under the empty code."""
        villages: dict[str, list[Facts]] = {"": [notice.facts for notice in self.notices]}
        for facts in villages[""]:
            if facts.village_code:
                villages.setdefault(facts.village_code, []).append(facts)
        return villages

    def siblings(self, facts: Facts) -> tuple[Facts, ...]:
        """Other notices of the same kind and village, the newest in front."""
        return tuple(each for each in self._families[facts.kind, facts.village_code] if each.address != facts.address)

    @cached_property
    def _families(self) -> dict[tuple[str, str], list[Facts]]:
        families: dict[tuple[str, str], list[Facts]] = {}
        for facts in sorted(self.facts, key=lambda facts: (facts.first_day, facts.address), reverse=True):
            families.setdefault((facts.kind, facts.village_code), []).append(facts)
        return families


# For what both channels tell in the same way.
AnyEdition = Edition[BoardNotice] | Edition[WebNotice]
