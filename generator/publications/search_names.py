"""Shards of full names for the search. Without the office's setting there is not one file."""

import json
from collections.abc import Iterator
from functools import partial

from generator.artifacts import Artifact, digest
from generator.edition import Edition
from generator.edition.search.index import GLOBAL
from generator.edition.search.names import Named, named, shard_count, shard_of
from generator.notices import WebNotice
from generator.rendering import Press


def web(edition: Edition[WebNotice], press: Press) -> Iterator[Artifact]:
    names = named(edition)
    count = shard_count(names)
    shards: list[list[Named]] = [[] for _ in range(count)]
    for each in names:
        shards[shard_of(each.name, count)].append(each)
    for number, shard in enumerate(shards):
        path = f"site/search-names/{number}.js"
        script = _script(number, shard)
        yield Artifact(
            path=path,
            media_type="text/javascript",
            key=digest(script),
            until=min((each.facts.until for each in shard if each.facts.until), default=None),
            make=partial(str.encode, script),
            notices=tuple(dict.fromkeys(each.facts.address for each in shard)),
        )
        # Any notice may be withdrawn: what takes the place of a shard holds no name at all.
        empty = _script(number, [])
        yield Artifact(f"after/{path}", "text/javascript", digest(empty), None, partial(str.encode, empty))


def _script(number: int, shard: list[Named]) -> str:
    """Addresses and titles of the notices by name."""
    found: dict[str, list[tuple[str, str]]] = {}
    for each in shard:
        found.setdefault(each.name, []).append((f"{each.facts.address}.html", each.facts.title))
    names = json.dumps(dict(sorted(found.items())), ensure_ascii=False, separators=(",", ":"))
    return f'{GLOBAL}["names{number}"]={names};\n'
