"""Feeds: `feedparser` (from PyPI) reads each without complaint, and the rules of Atom hold (RFC 4287)."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import feedparser

from audit.sample import Sample
from audit.verdict import Verdict, counted

# RFC 3339, as RFC 4287 section 3.3 wants it: an upper-case T, and a zone.
_MOMENT = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]+)?(Z|[+-][0-9]{2}:[0-9]{2})")


def verdicts(sample: Sample) -> Iterator[Verdict]:
    feeds = [each for each in sorted(sample.site.rglob("*.xml")) if b"http://www.w3.org/2005/Atom" in each.read_bytes()]
    complaints = [f"{sample.name(feed)}: {complaint}" for feed in feeds for complaint in objections(feed)]
    yield counted("feedparser, RFC 4287", "Atom feeds", len(feeds), complaints, "errors")


def objections(feed: Path) -> Iterator[str]:
    """What is wrong with one feed."""
    read = feedparser.parse(feed.read_bytes())
    if read.bozo:
        yield str(read.bozo_exception)
    if read.version != "atom10":
        yield f"read as {read.version or 'nothing known'}"
    yield from _construct(read.feed, "feed")
    if not any(link.get("rel") == "self" for link in read.feed.get("links", [])):
        yield "feed: no link to itself (4.1.1)"
    identifiers = [each.get("id") for each in read.entries]
    yield from (f"{each}: used by two entries (4.1.2)" for each in set(identifiers) if identifiers.count(each) > 1)
    for entry in read.entries:
        name = entry.get("id", "entry")
        yield from _construct(entry, name)
        if not entry.get("content") and not any(each.get("rel") == "alternate" for each in entry.get("links", [])):
            yield f"{name}: neither content nor a link to its page (4.1.2)"
        if not entry.get("author") and not read.feed.get("author"):
            yield f"{name}: no author, nor has the feed one (4.1.2)"


def _construct(read: Any, name: str) -> Iterator[str]:
    """What feeds and entries must both have: exactly one id, title and moment (4.1.1, 4.1.2)."""
    for part in ("id", "title", "updated"):
        if not read.get(part):
            yield f"{name}: no {part}"
    if read.get("id") and ":" not in read["id"]:
        yield f"{name}: id is not an absolute address (4.2.6)"
    if read.get("updated") and not _MOMENT.fullmatch(read["updated"]):
        yield f"{name}: {read['updated']} is not a moment (3.3)"
