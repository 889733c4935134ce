"""Live sections that hand-written pages ask for by name (`fragment:` in their front matter)."""

from collections.abc import Iterator

from generator.notices import WebNotice
from generator.edition import Edition
from generator.edition.sections import SECTIONS
from generator.rendering import Press


def fragments(edition: Edition[WebNotice], press: Press) -> dict[str, str]:
    """HTML by name, with links from the site's root."""
    return {"home": press.render("pages/home.html", **_home(edition))}


def _home(edition: Edition[WebNotice]) -> dict[str, object]:
    on_notice = edition.on_notice()
    by_kind: dict[str, list[object]] = {}
    for facts in on_notice:
        by_kind.setdefault(facts.kind, []).append(facts)
    funds = [each for each in edition.notices if each.facts.section == "funds"]
    return {
        "site": edition.site,
        "root": "",
        "sections": SECTIONS,
        "villages": edition.office.registers.villages,
        "on_notice": [(edition.kinds[kind], facts) for kind, facts in by_kind.items()],
        "announced": _latest_lists(edition),
        "funds": funds,
        "guides": [(each.facts, each.record()) for each in edition.notices if each.facts.section == "guides"],
    }


def _latest_lists(edition: Edition[WebNotice]) -> list[dict[str, object]]:
    """Current announcements, one line per list."""
    lists: dict[str, list[WebNotice]] = {}
    for notice in edition.notices:
        if notice.facts.stage == "announcement":
            lists.setdefault(notice.facts.reference, []).append(notice)
    return list(_lines(lists))


def _lines(lists: dict[str, list[WebNotice]]) -> Iterator[dict[str, object]]:
    for notices in lists.values():
        facts = notices[0].facts
        yield {"facts": facts, "villages": len(notices), "rows": facts.approval.rows}
