"""The index of the search: every page's title, numbers, facets and other names; no entries, no names of persons."""

from collections.abc import Iterator, Sequence
from functools import partial

from generator.artifacts import Artifact, digest
from generator.edition import Edition
from generator.edition.search.index import scripts
from generator.edition.search.names import named, shard_count
from generator.edition.search.words import is_searched
from generator.notices import WebNotice
from generator.rendering import Press

SCRIPT = "text/javascript"


def derived(made: Sequence[Artifact], edition: Edition[WebNotice], press: Press) -> Iterator[Artifact]:
    """The index; and, for purge, one that quotes no record, for when one of them is taken down."""
    shards = shard_count(named(edition))
    quoted = [each.facts for each in edition.notices if is_searched(each.facts, edition)]
    for name, script in scripts(edition, press, made, shards).items():
        yield Artifact(
            path=f"site/{name}",
            media_type=SCRIPT,
            key=digest(script),
            until=min((facts.until for facts in quoted if facts.until), default=None),
            make=partial(str.encode, script),
            notices=tuple(facts.address for facts in quoted),
        )
    if quoted:
        for name, script in scripts(edition, press, made, shards, quoting=False).items():
            yield Artifact(f"after/site/{name}", SCRIPT, digest(script), None, partial(str.encode, script))
