"""A list grouped by one of its columns under another: duties by matter, duties by post."""

from collections.abc import Iterator

from generator.artifacts import Artifact
from generator.edition import Edition
from generator.edition.grouping import grouped
from generator.edition.pages import Crumb, page
from generator.notices import Column, WebNotice
from generator.rendering import Press


def web(edition: Edition[WebNotice], press: Press) -> Iterator[Artifact]:
    for notice in edition.notices:
        facts = notice.facts
        kind = edition.kinds[facts.kind]
        for view in kind.views:
            columns, groups = grouped(notice.columns, notice.entries, view)
            yield page(
                edition,
                press,
                f"{facts.address}-by-{view.name}.html",
                "pages/view.html",
                title=f"{facts.title}（{view.title}）",
                crumbs=(
                    Crumb(kind.title, f"kinds/{kind.id}.html"),
                    Crumb(facts.title, f"{facts.address}.html"),
                    Crumb(view.title),
                ),
                until=facts.until,
                notices=(facts.address,),
                published=facts.approval.published,
                section=facts.section,
                facts=facts,
                heading_of={"group": _title(notice.columns, view.group), "under": _title(notice.columns, view.under)},
                columns=columns,
                groups=groups,
            )


def _title(columns: tuple[Column, ...], name: str) -> str:
    return next(column.title for column in columns if column.name == name)
