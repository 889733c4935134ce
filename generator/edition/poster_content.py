"""What each look is given: plain JSON values, wording shared with the web."""

from collections.abc import Callable
from itertools import count
from typing import Any

from generator.columns.date import show as day
from generator.edition import Edition
from generator.edition.grouping import grouped
from generator.kinds import Kind
from generator.notices import BoardNotice, Column, Entry, N, WebNotice
from generator.rendering import Press

Content = dict[str, Any]


def notice_list(notice: N, kind: Kind, size: str, edition: Edition[N], press: Press) -> Content:
    """The list of a public notice or announcement."""
    facts = notice.facts
    words = {"facts": facts, "site": edition.site}
    period = {"first_day": day(facts.first_day), "last_day": "", "days": "", "label": ""}
    if facts.last_day:
        label = "公布期" if facts.stage == "announcement" else "公示期"
        period = {
            "label": label,
            "first_day": day(facts.first_day),
            "last_day": day(facts.last_day),
            "days": f"共{facts.days}天",
        }
    lines = press.wording("objection", **words).splitlines()
    return {
        **_common(notice, size, edition, press),
        "introduction": press.wording("introduction", evidence=kind.evidence, **words),
        "totals": [{"title": each.title, "text": each.text, "unit": each.unit} for each in facts.totals],
        "period": period if facts.last_day else None,
        "columns": [{"title": "序号", "align": "center", "weight": 0.6}]
        + [{"title": _heading(each), "align": each.align, "weight": 1.0} for each in notice.columns],
        "rows": _rows(notice.entries),
        "objection": {"title": lines[0], "lines": lines[1:], "deadline": ""},
        "note": press.wording("hidden_note", below=notice.hidden_below) if notice.hidden_below else "",
    }


def duty_board(notice: N, kind: Kind, size: str, edition: Edition[N], press: Press) -> Content:
    """A duty list, grouped as the kind's first view says."""
    view = kind.views[0]
    columns, groups = grouped(notice.columns, notice.entries, view)
    number = count(1)
    return {
        **_common(notice, size, edition, press),
        "slogan": edition.site.settings.slogan,
        "groups": [
            {
                "title": outer,
                "matters": [
                    {
                        "number": str(next(number)),
                        "title": inner,
                        "tasks": [_task(kind, columns, each) for each in entries],
                    }
                    for inner, entries in inside.items()
                ],
            }
            for outer, inside in groups.items()
        ],
    }


CONTENT: dict[str, Callable[..., Content]] = {"notice_list": notice_list, "duty_board": duty_board}


def _task(kind: Kind, columns: list[Column], entry: Entry) -> Content:
    """The number, the first text column as the task, and every other text as a fact."""
    cells = {column.name: (column, str(shown)) for column, shown in zip(columns, entry.shown, strict=True)}
    number = cells.pop(kind.identity[0])[1]
    texts = [(column.title, text) for column, text in cells.values() if column.type != "count"]
    return {
        "number": number,
        "text": texts[0][1],
        "facts": [{"title": title, "text": text} for title, text in texts[1:] if text],
    }


def _rows(entries: tuple[Entry, ...]) -> list[list[str]]:
    return [[str(number), *map(str, entry.shown)] for number, entry in enumerate(entries, start=1)]


def _heading(column: Column) -> str:
    return f"{column.title}（{column.unit}）" if column.unit else column.title


def _names_persons(notice: BoardNotice | WebNotice) -> bool:
    return any(column.type == "person_name" for column in notice.columns)


def _common(notice: N, size: str, edition: Edition[N], press: Press) -> Content:
    facts, site = notice.facts, edition.site
    url = f"{site.settings.site_url}{facts.address}.html"
    approval = facts.approval
    return {
        "size": {"name": size, **edition.office.sizes[size].model_dump()},
        "title": facts.title,
        "subtitle": press.wording("correction", correction=approval.correction) if approval.correction else "",
        "issuer": site.settings.full_name,
        "demo": site.mark,
        "masked": notice.masked,
        "mask_note": press.wording("mask_note", village=facts.village) if _names_persons(notice) else "",
        "language": "zh",
        "author": site.settings.full_name,
        "keywords": [site.settings.township, facts.list_title, facts.stage_title or "公开"],
        "url": url,
        "contacts": [
            {"name": each.name, "value": each.phone, "hours": each.hours}
            for each in (site.office, site.oversight, site.county, site.hotline)
        ],
        "approval": {
            "decided_by": approval.decided_by,
            "decided_on": day(approval.decided_on),
            "document_number": approval.document_number,
            "minutes": approval.minutes,
            "digest": approval.digest,
            "ledger": f"第{approval.line}号",
            "signed": "、".join(approval.signed),
        },
        "seal_name": site.settings.government,
        "seal_day": day(facts.first_day),
    }
