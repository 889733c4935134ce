"""Feeds (Atom, RFC 4287): what is shown now and what has ended of late, with counts, never entries or names.

One for the site, one for each village and one for each kind. That of the site
carries the head of the ledger's chain, so that whoever subscribes keeps a copy
of it that the office cannot change any more.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from typing import Any

from generator.artifacts import Artifact, Chain, digest
from generator.columns.date import show
from generator.edition import Edition
from generator.edition.feeds import Feed, kind_feed, site_feed, village_feed
from generator.notices import Facts, Tombstone, WebNotice
from generator.rendering import Press

# Rounds of which what has ended is still told.
_RECENT = 2
_GONE = {
    "counts": "只公布数量",
    "superseded": "已有新一期，这一期撤下，只留数量",
    "withdrawn": "已经撤下，只留数量",
}


@dataclass(frozen=True)
class _Told:
    """A notice that a feed tells of; `tombstone` if nothing but that is left of it."""

    facts: Facts
    tombstone: Tombstone | None


@dataclass(frozen=True)
class _Entry:
    """`updated` is the last minute at which its status changed, as RFC 3339 wants it."""

    facts: Facts
    updated: str
    status: str


def web(edition: Edition[WebNotice], press: Press) -> Iterator[Artifact]:
    told = [_Told(notice.facts, None) for notice in edition.notices]
    told += [_Told(each.facts, each) for each in _recent(edition)]
    yield from _feeds(edition, press, site_feed(edition), told, edition.ledger.chain)
    of_village = _grouped(told, lambda facts: facts.village_code)
    for village in edition.office.registers.villages:
        yield from _feeds(edition, press, village_feed(village), of_village[village.code])
    of_kind = _grouped(told, lambda facts: facts.kind)
    for kind in edition.disclosed():
        yield from _feeds(edition, press, kind_feed(kind), of_kind[kind.id])


def _recent(edition: Edition[WebNotice]) -> list[Tombstone]:
    """What has ended of late."""
    rounds = sorted({each.round for each in edition.facts if each.round})[-_RECENT:]
    return [each for each in edition.tombstones if each.facts.round in (*rounds, "")]


def _grouped(told: Iterable[_Told], key: Callable[[Facts], str]) -> dict[str, list[_Told]]:
    groups: dict[str, list[_Told]] = defaultdict(list)
    for each in told:
        groups[key(each.facts)].append(each)
    return groups


def _feeds(
    edition: Edition[WebNotice], press: Press, feed: Feed, told: list[_Told], chain: Chain | None = None
) -> Iterator[Artifact]:
    """A feed; and, for purge, what it says once the first of its notices has ended."""
    ends = [each.facts.until for each in told if each.tombstone is None]
    first_end = min(filter(None, ends), default=None)
    yield _feed(edition, press, "site", feed, _entries(edition, told, None), chain, first_end)
    if first_end:
        yield _feed(edition, press, "after/site", feed, _entries(edition, told, first_end), chain, None)


def _feed(
    edition: Edition[WebNotice],
    press: Press,
    folder: str,
    feed: Feed,
    entries: list[_Entry],
    chain: Chain | None,
    until: date | None,
) -> Artifact:
    context: dict[str, Any] = {
        "site": edition.site,
        "feed": feed,
        "chain": chain,
        "entries": entries,
        "updated": max((each.updated for each in entries), default=_at_minute("1970-01-01 00:00")),
    }
    return Artifact(
        path=f"{folder}/{feed.path}",
        media_type="application/atom+xml",
        key=digest(press.page_digest, context),
        until=until,
        make=partial(_make, press, context),
    )


def _make(press: Press, context: dict[str, Any]) -> bytes:
    return press.render("pages/feed.xml", **context).encode("utf-8")


def _entries(edition: Edition[WebNotice], told: Iterable[_Told], ended: date | None) -> list[_Entry]:
    """Newest first. `ended` is the last day of notices that count as over although they are shown today."""
    entries = [_entry(edition, each, ended) for each in told]
    # Two steps, because the newest come first and addresses in their order.
    by_address = sorted(entries, key=lambda each: each.facts.address)
    return sorted(by_address, key=lambda each: each.updated, reverse=True)


def _entry(edition: Edition[WebNotice], told: _Told, ended: date | None) -> _Entry:
    if told.tombstone:
        return _gone(told.tombstone, edition)
    return _over(told.facts) if ended and told.facts.until == ended else _shown(told.facts)


def _shown(facts: Facts) -> _Entry:
    """In words that stay true whenever they are read."""
    if facts.last_day is None:
        status = f"{show(facts.first_day)}起长期公开"
    elif facts.stage == "announcement":
        status = f"{show(facts.first_day)}起正式公布，最迟到{show(facts.last_day)}"
    else:
        status = f"公示{show(facts.first_day)}至{show(facts.last_day)}，最后一天也可以提异议"
    return _Entry(facts, _at_minute(facts.approval.published), status)


def _over(facts: Facts) -> _Entry:
    assert facts.until is not None, "what stands for long does not end by itself"
    morning_after = f"{facts.until + timedelta(days=1)} 00:00"
    return _Entry(facts, _at_minute(morning_after), f"{show(facts.until)}已经结束，名单撤下，只留数量")


def _gone(tombstone: Tombstone, edition: Edition[WebNotice]) -> _Entry:
    facts = tombstone.facts
    if tombstone.status == "ended":
        return _over(facts)
    changed = facts.approval.published
    if tombstone.status == "superseded":
        # When the announcement appeared that took the place of this one.
        changed = edition.last_published[facts.kind, facts.stage]
    elif tombstone.withdrawal:
        changed = f"{tombstone.withdrawal.on} 00:00"
    return _Entry(facts, _at_minute(changed), _GONE[tombstone.status])


def _at_minute(published: str) -> str:
    return f"{published.replace(' ', 'T')}:00+08:00"
