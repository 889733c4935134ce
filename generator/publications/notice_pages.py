"""A page per notice; a tombstone at the same address afterwards."""

from collections.abc import Iterator

from generator.artifacts import Artifact
from generator.columns.date import show
from generator.edition import Edition
from generator.edition.accounts import told
from generator.edition.changes import notice_change
from generator.edition.linked import dataset
from generator.edition.open_lists import open_files
from generator.edition.pages import Crumb, page
from generator.edition.progress import targets
from generator.edition.sheet_names import sheet_files
from generator.kinds import Kind
from generator.notices import Facts, WebNotice, Withdrawal
from generator.rendering import Press

_OPEN_TO_OBJECTION = {"public_notice", "notice_of_ending"}


def web(edition: Edition[WebNotice], press: Press) -> Iterator[Artifact]:
    for notice in edition.notices:
        yield _notice(edition, press, notice)
        # Made ahead, so that purge can put it in place without valid data.
        yield _tombstone(edition, press, notice.facts, "taken_down", folder="after/site")
    for tombstone in edition.tombstones:
        yield _tombstone(edition, press, tombstone.facts, tombstone.status, tombstone.withdrawal)


def _notice(edition: Edition[WebNotice], press: Press, notice: WebNotice) -> Artifact:
    facts = notice.facts
    kind = edition.kinds[facts.kind]
    files = open_files(kind, facts)
    return page(
        edition,
        press,
        f"{facts.address}.html",
        f"pages/{kind.page}.html",
        title=facts.title,
        crumbs=crumbs(edition, facts),
        until=facts.until,
        notices=(facts.address,),
        # What stands for a time only would stay in a search engine for longer.
        indexed=facts.until is None,
        published=facts.approval.published,
        section=facts.section,
        description=_description(edition, facts),
        keywords=_keywords(edition, facts),
        linked=(dataset(edition.site, facts, files),) if files else (),
        notice=notice,
        kind=_named(kind),
        views=[(view.title, f"{facts.address}-by-{view.name}.html") for view in kind.views],
        guide=_guide(edition, kind),
        change=_change(edition, facts),
        account=told(edition, notice),
        targets=targets(kind, notice),
        others=edition.siblings(facts),
        preceding=_preceding(edition, facts),
        objections=_objections(edition, facts),
        downloads=files,
        posters=[
            ("，".join(filter(None, (title, edition.office.sizes[size].title))), path)
            for title, size, path in sheet_files(kind, facts.slug, "web")
        ],
    )


def _tombstone(
    edition: Edition[WebNotice],
    press: Press,
    facts: Facts,
    status: str,
    withdrawal: Withdrawal | None = None,
    folder: str = "site",
) -> Artifact:
    return page(
        edition,
        press,
        f"{facts.address}.html",
        "pages/tombstone.html",
        title=facts.title,
        crumbs=crumbs(edition, facts),
        indexed=False,
        published=facts.approval.published,
        section=facts.section,
        description=_description(edition, facts),
        keywords=_keywords(edition, facts),
        folder=folder,
        facts=facts,
        kind=_named(edition.kinds[facts.kind]),
        status=status,
        withdrawal=withdrawal,
        objections=_objections(edition, facts),
        others=edition.siblings(facts),
    )


def _description(edition: Edition[WebNotice], facts: Facts) -> str:
    """A sentence for portals and search engines, true at any time."""
    counted = f"，共{facts.count}{facts.entry_unit}" if facts.round else ""
    until = f"至{show(facts.last_day)}" if facts.last_day else "起"
    return f"{facts.title}{counted}，{show(facts.first_day)}{until}公开。{edition.site.settings.full_name}"


def _keywords(edition: Edition[WebNotice], facts: Facts) -> tuple[str, ...]:
    kind = edition.kinds[facts.kind]
    words = (
        facts.list_title,
        kind.title,
        kind.short_title,
        facts.stage_title,
        facts.village,
        edition.site.settings.township,
    )
    return tuple(dict.fromkeys(filter(None, words)))


def _objections(edition: Edition[WebNotice], facts: Facts) -> tuple[int, int]:
    """How many objections to a public notice came until today, and how many of them are closed."""
    if facts.stage not in _OPEN_TO_OBJECTION:
        return 0, 0
    came = [
        each
        for each in edition.office.objections
        if each.list == facts.reference and each.village in {facts.village, None} and each.received <= edition.today
    ]
    return len(came), sum(each.closed is not None and each.closed <= edition.today for each in came)


def crumbs(edition: Edition[WebNotice], facts: Facts) -> tuple[Crumb, ...]:
    """Home ▸ village ▸ notice, or home ▸ kind ▸ entry."""
    kind = edition.kinds[facts.kind]
    above: tuple[Crumb, ...]
    if facts.village_code:
        above = (Crumb("我的村", "villages/index.html"), Crumb(facts.village, f"villages/{facts.village_code}.html"))
    else:
        above = (Crumb(kind.title, f"kinds/{kind.id}.html"),)
    return (*above, Crumb(facts.title))


def _preceding(edition: Edition[WebNotice], facts: Facts) -> Facts | None:
    """The public notice that an announcement follows, in the same village."""
    follows = facts.approval.follows
    return next((each for each in edition.siblings(facts) if follows and each.reference == follows), None)


def _named(kind: Kind) -> dict[str, object]:
    return {
        "id": kind.id,
        "title": kind.title,
        "short_title": kind.short_title,
        "unit": kind.entry_unit,
        "evidence": kind.evidence,
        "paid_by": kind.paid_by,
    }


def _guide(edition: Edition[WebNotice], kind: Kind) -> dict[str, object] | None:
    """Where the conditions stand, and the standard that applies to the amounts."""
    guide = edition.notice(f"service_guide/{kind.guide}") if kind.guide else None
    return {"facts": guide.facts, "standard": guide.record()["standard"]} if guide else None


def _change(edition: Edition[WebNotice], facts: Facts) -> dict[str, object] | None:
    found = edition.change(facts)
    return notice_change(*found, edition.office.rounds) if found else None
