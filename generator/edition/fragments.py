"""Live sections that hand-written pages ask for by name (`fragment:` in their front matter)."""

from decimal import Decimal
from typing import Any

from generator.edition import Edition
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
        "on_notice": [(edition.kinds[kind], facts) for kind, facts in by_kind.items() if facts],
        "last_days": sorted({facts.last_day for facts in edition.on_notice() if facts.last_day}),
        "announced": _latest_lists(edition),
        "funds": funds,
        "account": max(_accounts(edition, funds), key=lambda each: Decimal(each["paid"].plain), default=None),
        "guides": guides,
        "ways": ways_in(edition, "guides"),
        "guided": [kind.short_title for kind in edition.kinds.values() if kind.guide],
    }


def _accounts(edition: Edition[WebNotice], funds: list[WebNotice]) -> list[dict[str, Any]]:
    """Accounts with what was paid and what is left."""
    accounts = [(each.facts, edition.kinds[each.facts.kind].account) for each in funds]
    named = [(facts, account, {total.name: total for total in facts.totals}) for facts, account in accounts]
    return [
        {"facts": facts, "paid": totals[account.paid], "closing": totals[account.closing]}
        for facts, account, totals in named
        if account
    ]


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
