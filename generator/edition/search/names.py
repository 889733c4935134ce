"""Names of persons in the search: only where the office's setting, the kind and the approval all allow it.

By default there are none. The law protects whoever receives assistance
(《社会救助法》 art. 11); a full name stands on the web only with an impact
assessment (《个人信息保护法》 art. 55), which the privacy gate has asked for
before a `WebNotice` could be made.
"""

import zlib
from collections.abc import Iterator
from dataclasses import dataclass

from generator.edition import Edition
from generator.edition.search.text import normalise
from generator.notices import Facts, WebNotice

# About so many names in a file: 18 KB, a second on a slow phone.
_NAMES_A_SHARD = 500


@dataclass(frozen=True)
class Named:
    """A name as it is compared, and a notice on which it stands in full."""

    name: str
    facts: Facts


def named(edition: Edition[WebNotice]) -> tuple[Named, ...]:
    """Every full name that is currently on the web, by notice; nothing unless the office searches for names."""
    if not edition.office.settings.search_names:
        return ()
    found = dict.fromkeys(Named(name, notice.facts) for notice in edition.notices for name in _names(edition, notice))
    return tuple(found)


def shard_count(names: tuple[Named, ...]) -> int:
    """How many files: a power of two, so that a few names more or less move nothing. 0 without names."""
    count = 1
    while count * _NAMES_A_SHARD < len(names):
        count *= 2
    return count if names else 0


def shard_of(name: str, count: int) -> int:
    """The file in which a normalised name is: CRC-32 of its UTF-8, as `crc32` of `search-engine.js` counts."""
    return zlib.crc32(name.encode("utf-8")) % count


def _names(edition: Edition[WebNotice], notice: WebNotice) -> Iterator[str]:
    kind = edition.kinds[notice.facts.kind]
    if kind.lists.web != "named":
        return
    for index, column in enumerate(notice.columns):
        if column.type == "person_name" and kind.column(column.name).web == "full":
            yield from filter(None, (normalise(entry.plain[index]) for entry in notice.entries))
