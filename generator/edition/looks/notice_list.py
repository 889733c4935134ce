"""The list of a public notice, announcement or notice of ending."""

from collections.abc import Iterator

from generator.columns.date import show as day
from generator.edition.edition import Edition
from generator.edition.sheets import Content, Sheet, heading, of_notices
from generator.kinds import Kind
from generator.notices import Entry, N
from generator.rendering import Press


def sheets(edition: Edition[N], press: Press) -> Iterator[Sheet]:
    yield from of_notices("notice_list", edition, press, list_content, _texts)


def list_content(notice: N, kind: Kind, edition: Edition[N], press: Press) -> Content:
    """The list and the words around it; its other looks say the same."""
    facts = notice.facts
    words = {"facts": facts, "site": edition.site}
    title, *lines = press.wording("objection", **words).splitlines()
    return {
        "introduction": press.wording("introduction", evidence=kind.evidence, **words),
        "totals": [{"title": each.title, "text": each.text, "unit": each.unit} for each in facts.totals],
        "period": {
            "label": "公布期" if facts.stage == "announcement" else "公示期",
            "first_day": day(facts.first_day),
            "last_day": day(facts.last_day),
            "days": f"共{facts.days}天",
        }
        if facts.last_day
        else None,
        "columns": [{"title": "序号", "align": "center", "weight": 0.6}]
        + [{"title": heading(each), "align": each.align, "weight": 1.0} for each in notice.columns],
        "rows": _rows(notice.entries),
        "objection": {"title": title, "lines": lines, "deadline": ""},
        "note": press.wording("hidden_note", below=notice.hidden_below) if notice.hidden_below else "",
    }


def _texts(content: Content) -> Iterator[str]:
    yield from (total["text"] for total in content["totals"])
    yield from (text for row in content["rows"] for text in row)


def _rows(entries: tuple[Entry, ...]) -> list[list[str]]:
    return [[str(number), *map(str, entry.shown)] for number, entry in enumerate(entries, start=1)]
