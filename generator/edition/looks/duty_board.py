"""Duties with who answers for them, grouped as the kind's first view says."""

from collections.abc import Iterator
from itertools import count

from generator.edition.edition import Edition
from generator.edition.grouping import grouped
from generator.edition.sheets import Content, Sheet, of_notices
from generator.kinds import Kind
from generator.notices import Column, Entry, N
from generator.rendering import Press


def sheets(edition: Edition[N], press: Press) -> Iterator[Sheet]:
    yield from of_notices("duty_board", edition, press, _content, _texts)


def _content(notice: N, kind: Kind, edition: Edition[N], press: Press) -> Content:
    columns, groups = grouped(notice.columns, notice.entries, kind.views[0])
    number = count(1)
    return {
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


def _texts(content: Content) -> Iterator[str]:
    """A fact shared by a group is printed once."""
    matters = [matter for group in content["groups"] for matter in group["matters"]]
    yield from (matter["title"] for matter in matters)
    tasks = [task for matter in matters for task in matter["tasks"]]
    yield from (task["text"] for task in tasks)
    yield from {fact["text"] for task in tasks for fact in task["facts"]}
