"""A page per kind, and a page per section of the site."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from functools import partial
from typing import Any

from generator.artifacts import Artifact
from generator.edition import Edition
from generator.edition.accounts import account_totals
from generator.edition.feeds import kind_feed
from generator.edition.pages import Crumb, latest, page
from generator.edition.sections import SECTIONS
from generator.edition.ways import ways_in
from generator.kinds import Kind
from generator.notices import Facts, WebNotice
from generator.rendering import Press


def web(edition: Edition[WebNotice], press: Press) -> Iterator[Artifact]:
    for section, title in SECTIONS.items():
        kinds = edition.section(section)
        told = sorted((_kind(kind, edition) for kind in kinds), key=_received, reverse=True)
        yield from _section(edition, press, section, title, told)
        for kind in kinds:
            yield page(
                edition,
                press,
                f"kinds/{kind.id}.html",
                "pages/kind.html",
                title=kind.title,
                crumbs=(Crumb(title, f"{section}.html"), Crumb(kind.title)),
                section=section,
                description=f"{edition.site.settings.township}{kind.title}：正在公示的、正式公布的，依据和公开哪些内容。",
                changed=latest(each for each in edition.facts if each.kind == kind.id),
                feed=kind_feed(kind),
                kind=_kind(kind, edition),
                rules={name: getattr(kind, name) for name in ("every_months", "evidence", "paid_by", "refusal")},
                bases=_bases(edition, kind),
                columns=[(column.title, column.board, column.web) for column in kind.columns],
                past=tuple(facts for facts in edition.past() if facts.kind == kind.id),
            )


def _section(
    edition: Edition[WebNotice], press: Press, section: str, title: str, kinds: list[dict[str, Any]]
) -> Iterator[Artifact]:
    """The page of a section; where it quotes records, one without quotations is made ahead for purge."""
    quoted = tuple(facts.address for kind in kinds for facts, _ in kind["records"])
    render = partial(
        page,
        edition,
        press,
        f"{section}.html",
        "pages/section.html",
        title=title,
        crumbs=(Crumb(title),),
        section=section,
        ways=ways_in(edition, section),
        changed=latest(each for each in edition.facts if each.section == section),
    )
    yield render(kinds=kinds, notices=quoted)
    if quoted:
        unquoted = [{**kind, "records": [(facts, {}) for facts, _ in kind["records"]]} for kind in kinds]
        yield render(kinds=unquoted, folder="after/site")


def _kind(kind: Kind, edition: Edition[WebNotice]) -> dict[str, Any]:
    """What the templates say of a kind: current notices by stage, and entries of standing lists."""
    current = [notice for notice in edition.notices if notice.facts.kind == kind.id]
    facts = [notice.facts for notice in current]
    return {
        "id": kind.id,
        "title": kind.title,
        "short_title": kind.short_title,
        "shape": kind.shape,
        "office_wide": kind.per == "office" and bool(current),
        "on_notice": [each for each in facts if each.stage in {"public_notice", "notice_of_ending"}],
        "announced": [each for each in facts if each.stage == "announcement"],
        "standing": [each for each in facts if each.stage == "standing"],
        "accounts": [(each, account_totals(kind, each)) for each in facts if kind.account],
        "bulletins": sorted(facts, key=_began, reverse=True) if kind.progress else [],
        "records": [(each.facts, each.record()) for each in current if kind.shape == "record"],
        "views": [(view.name, view.title) for view in kind.views],
    }


def _received(told: dict[str, Any]) -> Decimal:
    """What the accounts of a kind received: where the money went comes first, the largest in front."""
    return sum((Decimal(totals[1].plain) for _, totals in told["accounts"]), start=Decimal())


def _began(facts: Facts) -> tuple[date, str]:
    return facts.first_day, facts.address


def _bases(edition: Edition[WebNotice], kind: Kind) -> list[tuple[str, str, Facts | None]]:
    """Title and number of each legal basis, with the policy page about it if there is one."""
    numbers = {basis.title: basis.document_number for basis in edition.office.registers.legal_bases}
    pages = {facts.list_title: facts for facts in edition.facts if facts.section == "policies"}
    return [(title, numbers.get(title, ""), pages.get(title)) for title in kind.legal_bases]
