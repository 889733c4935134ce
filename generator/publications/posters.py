"""Posters: one PDF per notice, look and size, in each channel the kind allows."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

from generator.artifacts import PDF, Artifact, digest
from generator.edition import Edition
from generator.edition.poster_content import CONTENT
from generator.edition.poster_files import poster_files
from generator.exceptions import GongshiError
from generator.notices import BoardNotice, N, WebNotice
from generator.rendering import Press
from generator.rendering.qr import qr_svg
from generator.rendering.readback import lost_texts
from generator.rendering.typst import compile_poster

# What a poster says of the office itself.
_OFFICE = ("issuer", "contacts", "url", "seal_name", "slogan", "demo")


def web(edition: Edition[WebNotice], press: Press) -> Iterator[Artifact]:
    yield from _posters(edition, press, "web", "site")


def board(edition: Edition[BoardNotice], press: Press) -> Iterator[Artifact]:
    yield from _posters(edition, press, "board", "print")


def _posters(edition: Edition[N], press: Press, channel: str, folder: str) -> Iterator[Artifact]:
    for notice in edition.notices:
        kind = edition.kinds[notice.facts.kind]
        for look, size, path in poster_files(kind, notice.facts.slug, channel):
            content = CONTENT[look](notice, kind, size, edition, press)
            template = press.source(f"posters/{look}.typ")
            if template is None:
                raise GongshiError(f"no look called {look}")
            yield Artifact(
                path=f"{folder}/{path}",
                media_type=PDF,
                key=digest(press.poster_digest, look, content),
                until=notice.facts.until,
                make=partial(_make, template, press.font_folders, content, notice.facts.approval.published),
                notices=(notice.facts.address,),
                parts=_parts(notice, content, press),
            )


def _parts(notice: BoardNotice | WebNotice, content: dict[str, Any], press: Press) -> dict[str, str]:
    """What a poster is called, and digests of what it is made of."""
    facts = notice.facts
    return {
        "title": facts.title,
        "village": facts.village,
        "list": digest(facts.title, facts.totals, notice.columns, notice.entries),
        "approval": digest(facts.approval),
        "period": digest(facts.first_day, facts.last_day),
        "contacts": digest({name: content.get(name) for name in _OFFICE}),
        "look": digest(press.look_digest, content["size"]),
    }


def _make(template: Path, fonts: tuple[Path, ...], content: dict[str, Any], published: str) -> bytes:
    """Compile, then read the text back: a name that cannot be extracted is a name lost."""
    # The code is drawn here, in the worker: choosing its mask costs as much as a page of type.
    pdf = compile_poster(template, fonts, {**content, "qr": qr_svg(content["url"])}, published)
    if lost := lost_texts(pdf, _must_appear(content)):
        raise GongshiError(f"{content['title']}: {len(lost)} texts cannot be read back from the poster")
    return pdf


def _must_appear(content: dict[str, Any]) -> Iterator[str]:
    """Everything that differs from notice to notice; a fact shared by a group is printed once."""
    yield content["title"]
    yield from content["approval"].values()
    if period := content.get("period"):
        yield from (period["first_day"], period["last_day"])
    yield from (total["text"] for total in content.get("totals", ()))
    yield from (text for row in content.get("rows", ()) for text in row)
    facts = set()
    for group in content.get("groups", ()):
        for matter in group["matters"]:
            yield matter["title"]
            yield from (task["text"] for task in matter["tasks"])
            facts |= {fact["text"] for task in matter["tasks"] for fact in task["facts"]}
    yield from facts
