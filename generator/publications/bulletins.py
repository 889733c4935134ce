"""The monthly bulletin of targets: what the month brought, what is done, what is late.

It compares two lists, so it has a page of its own: when one of them is withdrawn,
the page stays without any entry until the next build.
"""

from collections.abc import Iterator
from functools import partial

from generator.artifacts import Artifact
from generator.edition import Edition
from generator.edition.pages import Crumb, page
from generator.edition.progress import steps, targets
from generator.notices import WebNotice
from generator.rendering import Press


def web(edition: Edition[WebNotice], press: Press) -> Iterator[Artifact]:
    for kind in edition.kinds.values():
        if kind.progress is None:
            continue
        bulletins = sorted(
            (each for each in edition.notices if each.facts.kind == kind.id),
            key=lambda each: (each.facts.first_day, each.facts.address),
        )
        for before, after in zip([None, *bulletins], bulletins, strict=False):
            facts = after.facts
            render = partial(
                page,
                edition,
                press,
                f"{facts.address}-bulletin.html",
                "pages/bulletin.html",
                title=f"{facts.title}：这个月做了什么",
                crumbs=(
                    Crumb(kind.title, f"kinds/{kind.id}.html"),
                    Crumb(facts.title, f"{facts.address}.html"),
                    Crumb("这个月做了什么"),
                ),
                published=facts.approval.published,
                facts=facts,
            )
            compared = [facts.address, *([before.facts.address] if before else [])]
            yield render(
                before=before.facts if before else None,
                steps=tuple(steps(targets(kind, before) if before else (), targets(kind, after))),
                until=facts.until,
                notices=tuple(compared),
            )
            yield render(before=None, steps=(), folder="after/site")
