"""`totals.json`: counts and sums of announced lists by kind and month, for whoever adds up several offices."""

import json
from collections.abc import Iterator
from dataclasses import asdict
from functools import partial

from generator.artifacts import JSON, Artifact, digest
from generator.edition import Edition
from generator.edition.rolled_up import figures_of
from generator.notices import WebNotice
from generator.rendering import Press
from generator.rolled_up import TOTALS, Figure


def web(edition: Edition[WebNotice], press: Press) -> Iterator[Artifact]:
    figures = figures_of(edition)
    name, open_now = edition.site.settings.township, len({facts.reference for facts in edition.on_notice()})
    yield Artifact(
        path=f"site/{TOTALS}",
        media_type=JSON,
        key=digest(press.page_digest, name, open_now, figures),
        until=None,
        make=partial(_make, name, open_now, figures),
    )


def _make(name: str, open_now: int, figures: tuple[Figure, ...]) -> bytes:
    content = {
        "schema": "gongshi-totals@v1",
        "name": name,
        "on_notice": open_now,
        "figures": list(map(asdict, figures)),
    }
    return json.dumps(content, ensure_ascii=False, indent=1, default=str).encode("utf-8") + b"\n"
