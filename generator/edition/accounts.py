"""An account as its page tells it: from where, to what, month by month, and what is left.

Every figure is one of the notice's own totals, charts or entries: nothing is added up
anew but what the kind's declaration leaves over.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from generator.columns import money, percent
from generator.columns.month import show as month_title
from generator.comparisons import Agreement
from generator.edition.edition import AnyEdition
from generator.kinds import Account, Kind
from generator.notices import AnyNotice, Chart, Entry, Facts, Total
from generator.rendering.flow import Stream

_NOT_SAID = "没有写明"
# An account with more entries has a page for each month: on a phone an entry takes half a screen.
_TOGETHER = 40


@dataclass(frozen=True)
class Month:
    """Entries of one calendar month, what moved in it (heading, yuan), what was paid for, and what was left.

    `address` is that of its page, if it has one.
    """

    name: str
    address: str
    title: str
    moved: tuple[tuple[str, str], ...]
    paid_for: tuple[tuple[str, str], ...]
    left: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True)
class OnCard:
    """How much of what was paid went to benefits cards; what the rule packs ask for, if they do."""

    amount: str
    share: str
    rest: tuple[Stream, ...]
    asked: str = ""
    source: str = ""


@dataclass(frozen=True)
class Agreed:
    """A month's lists that agree with what was paid, in yuan, and those that differ (paid, listed)."""

    round: str
    round_title: str
    lists: tuple[tuple[str, str], ...]
    differing: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True)
class AccountTold:
    """What the page of an account says above its entries."""

    opening: Total
    received: Total
    paid: Total
    closing: Total
    sources: tuple[Stream, ...]
    uses: tuple[Stream, ...]
    whole: str
    months: Chart
    by_month: tuple[Month, ...]
    on_card: OnCard | None
    audits: tuple[tuple[str, str, str], ...]
    agreed: tuple[Agreed, ...]
    not_compared: str
    together: bool


def told(edition: AnyEdition, notice: AnyNotice) -> AccountTold | None:
    """The account that a notice of a kind with an `account` gives; `None` of all others."""
    kind = edition.kinds[notice.facts.kind]
    account = kind.account
    if account is None:
        return None
    charts = {each.name: each for each in notice.charts}
    opening, received, paid, closing = account_totals(kind, notice.facts)
    agreements = [each for each in edition.agreements if each.ledger == notice.facts.reference]
    return AccountTold(
        opening=opening,
        received=received,
        paid=paid,
        closing=closing,
        sources=(_stream(opening, "kept"), *_streams(charts[account.sources], received)),
        uses=(*_streams(charts[account.uses], paid), _stream(closing, "left")),
        whole=money.show(Decimal(opening.plain) + Decimal(received.plain)),
        months=charts[account.months],
        by_month=tuple(reversed(list(_by_month(account, notice, charts)))),
        on_card=_on_card(edition, account, charts, paid),
        audits=tuple(_audits(account, notice)),
        agreed=tuple(_agreed(edition, agreements)),
        not_compared=_not_compared(paid, agreements),
        together=len(notice.entries) <= _TOGETHER,
    )


def account_totals(kind: Kind, facts: Facts) -> tuple[Total, ...]:
    """Opening, received, paid and closing; none of a kind without an account. They stay public with the facts."""
    totals = {each.name: each for each in facts.totals}
    return tuple(totals[name] for name in kind.account.totals) if kind.account else ()


def _stream(total: Total, role: str) -> Stream:
    return Stream(total.title, total.text, total.plain, role)


def _streams(chart: Chart, total: Total) -> Iterator[Stream]:
    """The bars of a chart, the largest first, and what of the total no bar says."""
    ordered = sorted(chart.rows, key=lambda row: -Decimal(row.values[0].plain))
    yield from (Stream(row.label, row.values[0].text, row.values[0].plain) for row in ordered)
    rest = Decimal(total.plain) - sum((Decimal(row.values[0].plain) for row in ordered), start=Decimal("0.00"))
    if rest:
        yield Stream(_NOT_SAID, money.show(rest), money.canonical(rest))


def _by_month(account: Account, notice: AnyNotice, charts: dict[str, Chart]) -> Iterator[Month]:
    names = [column.name for column in notice.columns]
    month, balance = names.index(account.month), names.index(account.balance)
    by_name: dict[str, list[Entry]] = {}
    for entry in notice.entries:
        by_name.setdefault(entry.plain[month][:7], []).append(entry)
    moved, uses = _figures(charts[account.months]), _figures(charts.get(account.monthly_uses))
    for name, entries in by_name.items():
        title = month_title(name)
        yield Month(
            name=name,
            address=f"{notice.facts.address}-{name}",
            title=title,
            moved=moved.get(title, ()),
            paid_for=uses.get(title, ()),
            left=str(entries[-1].shown[balance]),
            entries=tuple(entries),
        )


def _figures(chart: Chart | None) -> dict[str, tuple[tuple[str, str], ...]]:
    """What each row of a chart says, without its zeros."""
    if chart is None:
        return {}
    return {
        row.label: tuple(
            (name, value.text) for name, value in zip(chart.series, row.values, strict=True) if Decimal(value.plain)
        )
        for row in chart.rows
    }


def _on_card(edition: AnyEdition, account: Account, charts: dict[str, Chart], paid: Total) -> OnCard | None:
    """The share paid by card. The rule packs' `funds.card_share` is the one that `paid_by_card` checks."""
    if not account.on_card or not Decimal(paid.plain):
        return None
    streams = {each.label: each for each in _streams(charts[account.methods], paid)}
    card = streams.pop(account.on_card, Stream(account.on_card, "0.00", "0.00"))
    asked = edition.office.requirement("funds.card_share", edition.today)
    return OnCard(
        amount=card.text,
        share=percent.in_words(Decimal(card.plain), Decimal(paid.plain)),
        rest=tuple(streams.values()),
        asked=f"{asked.at_least:f}{asked.unit}" if asked and asked.at_least is not None else "",
        source=asked.source if asked else "",
    )


def _audits(account: Account, notice: AnyNotice) -> Iterator[tuple[str, str, str]]:
    """Day, result and minutes of each audit, the newest first."""
    if not account.audit:
        return
    index = {column.name: number for number, column in enumerate(notice.columns)}
    for entry in reversed(notice.entries):
        if all(entry.plain[index[name]] == text for name, text in account.audit.items()):
            day, result, minutes = (
                str(entry.shown[index[name]]) for name in (account.month, account.audited, account.minutes)
            )
            yield day, result, minutes


def _agreed(edition: AnyEdition, agreements: list[Agreement]) -> Iterator[Agreed]:
    """By month, the newest first; a list that agrees with its sum, one that does not with both figures."""
    titles = {kind.id: kind.title for kind in edition.kinds.values()}
    for name in sorted({each.round for each in agreements}, reverse=True):
        compared = [each for each in agreements if each.round == name and (each.paid or each.listed)]
        compared.sort(key=lambda each: -each.paid)
        yield Agreed(
            round=name,
            round_title=edition.office.rounds[name].title,
            lists=tuple((titles[each.kind], money.show(each.paid)) for each in compared if not each.difference),
            differing=tuple(
                (titles[each.kind], money.show(each.paid), money.show(each.listed))
                for each in compared
                if each.difference
            ),
        )


def _not_compared(paid: Total, agreements: list[Agreement]) -> str:
    """What was paid for lists that the site does not have; empty if that is nothing."""
    rest = Decimal(paid.plain) - sum((each.paid for each in agreements), start=Decimal("0.00"))
    return money.show(rest) if rest else ""
