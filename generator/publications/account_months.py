"""A page for each month of a long account, with every entry and its minutes."""

from collections.abc import Iterator

from generator.artifacts import Artifact
from generator.edition import Edition
from generator.edition.accounts import Month, told
from generator.edition.pages import Crumb, page
from generator.notices import WebNotice
from generator.rendering import Press


def web(edition: Edition[WebNotice], press: Press) -> Iterator[Artifact]:
    for notice in edition.notices:
        facts = notice.facts
        account = told(edition, notice)
        if account is None or account.together:
            continue
        kind = edition.kinds[facts.kind]
        months = account.by_month
        for later, month, earlier in zip((None, *months), months, (*months[1:], None), strict=False):
            yield page(
                edition,
                press,
                f"{month.address}.html",
                "pages/fund_month.html",
                title=f"{kind.title}：{month.title}",
                crumbs=(
                    Crumb(kind.title, f"kinds/{kind.id}.html"),
                    Crumb(facts.title, f"{facts.address}.html"),
                    Crumb(month.title),
                ),
                until=facts.until,
                notices=(facts.address,),
                indexed=facts.until is None,
                published=facts.approval.published,
                facts=facts,
                unit=account.paid.unit,
                month=month,
                earlier=_link(earlier),
                later=_link(later),
                notice={"columns": notice.columns},
            )


def _link(month: Month | None) -> dict[str, str]:
    return {"title": month.title, "address": month.address} if month else {}
