"""Sheets: things to print. A sheet says everything but the size; sizes, style and paper are chosen for it."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from generator.artifacts import digest
from generator.columns.date import show as day
from generator.edition.edition import AnyEdition, Edition
from generator.edition.sheet_names import sheet_name, sheet_sizes
from generator.kinds import Kind
from generator.notices import AnyNotice, Column, Facts, N
from generator.office.wall_sets import Source
from generator.rendering import Press

Content = dict[str, Any]
# The date of a document that nobody approved: a fixed one, so that equal contents give equal bytes.
UNDATED = "2020-01-01 00:00"
# What a sheet says of the office itself.
_OFFICE = ("issuer", "contacts", "url", "seal_name", "slogan", "demo")


@dataclass(frozen=True)
class Sheet:
    """One thing to print.

    `name` is its file's name without size; `content` are plain JSON values for
    the template of its `look`, all of it but `size`. `texts` must be readable
    in the finished PDF again, each as often as it is given here. `published`
    (`YYYY-MM-DD HH:MM`) is the only date of the document; `until` is the last
    lawful day of what it shows, `None` for no limit. `notices` are the addresses
    of the notices whose entries it shows, `facts` those of the one notice it is
    about. `parts` are digests of what it is made of. `village` is empty for the office.
    `sources` are what a panel of a wall set may call it by; `folder` is where its file lies.
    """

    look: str
    name: str
    title: str
    content: Mapping[str, Any]
    texts: tuple[str, ...]
    sizes: tuple[str, ...]
    published: str
    parts: Mapping[str, str]
    village_code: str = ""
    village: str = ""
    until: date | None = None
    notices: tuple[str, ...] = ()
    facts: Facts | None = None
    sources: tuple[Source, ...] = ()
    folder: str = "posters"


def common(edition: AnyEdition, title: str, url: str, keywords: tuple[str, ...] = ()) -> Content:
    """What every look is given: who speaks, whom to ask, where it stands on the web."""
    site = edition.site
    return {
        "title": title,
        "subtitle": "",
        "issuer": site.settings.full_name,
        "demo": site.mark,
        "masked": False,
        "language": "zh",
        "author": site.settings.full_name,
        "keywords": [site.settings.township, *keywords],
        "url": url,
        "contacts": [{"name": each.name, "value": each.phone, "hours": each.hours} for each in site.contacts],
        "approval": {},
        "seal_name": "",
        "seal_day": "",
    }


def of_notices(
    look: str,
    edition: Edition[N],
    press: Press,
    content: Callable[[N, Kind, Edition[N], Press], Content],
    texts: Callable[[Content], Iterator[str]],
) -> Iterator[Sheet]:
    """A sheet for each notice whose kind names the look for this channel."""
    for notice in edition.notices:
        kind, facts = edition.kinds[notice.facts.kind], notice.facts
        sizes = sheet_sizes(kind, look, notice.channel)
        if not sizes:
            continue
        values: Content = {
            **_of_notice(notice, edition, press),
            **content(notice, kind, edition, press),
            "style": edition.office.printing.style,
        }
        yield Sheet(
            look=look,
            name=sheet_name(kind, look, facts.slug),
            title=values["title"],
            content=values,
            texts=(values["title"], *_said(values), *texts(values)),
            sizes=sizes,
            published=facts.approval.published,
            parts=_parts(notice, values),
            village_code=facts.village_code,
            village=facts.village,
            until=facts.until,
            notices=(facts.address,),
            facts=facts,
            sources=notice_sources(facts),
        )


def of_office(
    look: str,
    edition: AnyEdition,
    content: Content,
    texts: Iterable[str],
    *,
    name: str = "",
    titled: bool = True,
    published: str = UNDATED,
    notices: tuple[Facts, ...] = (),
    sources: tuple[Source, ...] = (),
) -> Iterator[Sheet]:
    """A sheet that shows the office itself, if `data/print.yaml` names its look for this channel.

    `content` has what `common` gives; `name` is the file's, without it the look's; `notices` are those it quotes;
    `titled` says whether the title stands on the sheet or is only the document's.
    """
    printed = edition.office.printing.sheets.get(look)
    if printed is None or edition.channel not in printed.channels:
        return
    yield Sheet(
        look=look,
        name=name or look,
        title=content["title"],
        content={**content, "style": edition.office.printing.style},
        texts=((content["title"],) if titled else ()) + tuple(texts),
        sizes=printed.sizes,
        published=max((each.approval.published for each in notices), default=published),
        parts={"title": content["title"], "village": "", "list": digest(content), "contacts": _contacts(content)},
        until=min((each.until for each in notices if each.until), default=None),
        notices=tuple(each.address for each in notices),
        sources=sources,
    )


def notice_sources(facts: Facts) -> tuple[Source, Source]:
    """What panels and chapters may call a notice by: its kind, and its list."""
    return ("kind", facts.kind), ("list", facts.reference.removeprefix("standing/"))


def heading(column: Column) -> str:
    """A column's title with its unit, if it has one."""
    return f"{column.title}（{column.unit}）" if column.unit else column.title


def _said(values: Content) -> Iterator[str]:
    """What of the common values differs from notice to notice."""
    yield from values["approval"].values()
    if period := values.get("period"):
        yield from (period["first_day"], period["last_day"])


def _of_notice(notice: N, edition: Edition[N], press: Press) -> Content:
    facts, settings = notice.facts, edition.site.settings
    approval = facts.approval
    # Where nobody is named both channels show the same, and it is printed once.
    masked = notice.masked and any(column.type == "person_name" for column in notice.columns)
    keywords = (facts.list_title, facts.stage_title or "公开")
    return {
        **common(edition, facts.title, f"{settings.site_url}{facts.address}.html", keywords),
        "subtitle": press.wording("correction", correction=approval.correction) if approval.correction else "",
        "masked": masked,
        "mask_note": press.wording("mask_note", village=facts.village) if masked else "",
        "approval": {
            "decided_by": approval.decided_by,
            "decided_on": day(approval.decided_on),
            "document_number": approval.document_number,
            "minutes": approval.minutes,
            "digest": approval.digest,
            "ledger": f"第{approval.line}号",
            "signed": "、".join(approval.signed),
        },
        "seal_name": settings.government,
        "seal_day": day(facts.first_day),
    }


def _parts(notice: AnyNotice, content: Content) -> dict[str, str]:
    """What a poster is called, and digests of what it is made of."""
    facts = notice.facts
    return {
        "title": facts.title,
        "village": facts.village,
        "list": digest(facts.title, facts.totals, notice.columns, notice.entries),
        "approval": digest(facts.approval),
        "period": digest(facts.first_day, facts.last_day),
        "contacts": _contacts(content),
    }


def _contacts(content: Content) -> str:
    return digest({name: content.get(name) for name in _OFFICE})
