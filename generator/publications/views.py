"""A list grouped by one of its columns under another: duties by matter, by post, by unit."""

from collections.abc import Iterator

from generator.artifacts import Artifact
from generator.edition import Edition
from generator.edition.grouping import grouped
from generator.edition.pages import Crumb, page
from generator.edition.people import Person, people
from generator.kinds import Kind, View
from generator.notices import WebNotice
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
                said=_said(kind, view),
                columns=columns,
                groups=groups,
                people=_people(edition, kind, view),
                others=[(each.title, f"{facts.address}-by-{each.name}.html") for each in kind.views if each != view],
            )


def _said(kind: Kind, view: View) -> str:
    """The column that tells what is done: the first text that neither groups nor numbers the entries."""
    texts = (column.name for column in kind.columns if column.type == "text" and column.name not in view.columns)
    headings = {name for each in kind.views for name in each.columns}
    return next((name for name in texts if name not in headings), "")


def _people(edition: Edition[WebNotice], kind: Kind, view: View) -> dict[str, Person]:
    """Where to find each person, on a page that goes by persons."""
    if not view.under or kind.column(view.under).type != "staff":
        return {}
    return {each.name: each for each in people(edition.office, edition.site.office)}
