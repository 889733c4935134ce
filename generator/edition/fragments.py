"""Live sections that hand-written pages ask for by name (`fragment:` in their front matter)."""

from collections.abc import Iterable
from decimal import Decimal

from generator.edition import Edition
from generator.edition.accounts import account_totals
from generator.edition.sections import SECTIONS
from generator.edition.ways import ways_in
from generator.notices import Facts, WebNotice
from generator.rendering import Press


def fragments(edition: Edition[WebNotice], press: Press) -> dict[str, str]:
    """HTML by name, with links from the site's root."""
    return {"home": press.render("pages/home.html", **_home(edition))}


def _home(edition: Edition[WebNotice]) -> dict[str, object]:
    by_kind: dict[str, list[Facts]] = {kind: [] for kind in edition.kinds}
    for facts in edition.on_notice():
        by_kind[facts.kind].append(facts)
    funds = [each for each in edition.notices if each.facts.section == "funds"]
    guides = [each.facts for each in edition.notices if each.facts.section == "guides"]
    return {
        "site": edition.site,
        "root": "",
        "sections": SECTIONS,
        "villages": edition.office.registers.villages,
        "townships": edition.townships,
        "on_notice": [(edition.kinds[kind], facts) for kind, facts in by_kind.items() if facts],
        "last_days": sorted({facts.last_day for facts in edition.on_notice() if facts.last_day}),
        "announced": _latest_lists(edition),
        "funds": funds,
        "account": _main_account(edition, funds),
        "guides": guides,
        "ways": ways_in(edition, "guides"),
        "guided": [kind.short_title for kind in edition.kinds.values() if kind.guide],
    }


def _main_account(edition: Edition[WebNotice], funds: Iterable[WebNotice]) -> dict[str, object] | None:
    """The account from which most was paid: what was paid, and what is left."""
    told = [(each.facts, account_totals(edition.kinds[each.facts.kind], each.facts)) for each in funds]
    accounts = [(facts, totals) for facts, totals in told if totals]
    if not accounts:
        return None
    facts, (_, _, paid, closing) = max(accounts, key=lambda each: Decimal(each[1][2].plain))
    return {"facts": facts, "paid": paid, "closing": closing}


def _latest_lists(edition: Edition[WebNotice]) -> list[dict[str, object]]:
    """Current announcements, one line per list."""
    lists: dict[str, list[WebNotice]] = {}
    order = list(edition.kinds)
    announced = [each for each in edition.notices if each.facts.stage == "announcement"]
    for notice in sorted(announced, key=lambda each: order.index(each.facts.kind)):
        lists.setdefault(notice.facts.reference, []).append(notice)
    return [
        {"facts": notices[0].facts, "villages": len(notices), "rows": notices[0].facts.approval.rows}
        for notices in lists.values()
    ]
