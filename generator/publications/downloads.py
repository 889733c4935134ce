"""Fresh files per list in the formats its kind names, with what the web may show and nothing else."""

from collections.abc import Iterator
from functools import partial

from generator.artifacts import Artifact, digest
from generator.edition import Edition
from generator.edition.open_formats import WRITERS
from generator.edition.open_lists import open_lists
from generator.notices import WebNotice
from generator.rendering import Press


def web(edition: Edition[WebNotice], press: Press) -> Iterator[Artifact]:
    for table in open_lists(edition):
        key = digest(press.page_digest, table)
        for file in table.files:
            yield Artifact(
                path=f"site/{file.path}",
                media_type=file.media_type,
                key=key,
                until=table.until,
                make=partial(WRITERS[file.format], table),
                notices=table.notices,
            )
