"""An account: what came in and what was paid, from and to where, month by month, and the last entries.

Every figure is one of those that the account's page tells (`generator.edition.accounts`).
"""

from collections.abc import Iterator

from generator.edition import blocks
from generator.edition.accounts import AccountTold, told
from generator.edition.blocks import Block
from generator.edition.edition import AnyEdition, Edition
from generator.edition.sheets import Content, Sheet, heading, of_notices
from generator.kinds import Kind
from generator.notices import AnyNotice, Entry, N, Total
from generator.rendering import Press
from generator.rendering.flow import Stream


def sheets(edition: Edition[N], press: Press) -> Iterator[Sheet]:
    yield from of_notices("fund_board", edition, press, _content, blocks.texts)


def _content(notice: AnyNotice, kind: Kind, edition: AnyEdition, press: Press) -> Content:
    account = told(edition, notice)
    assert account is not None, "a kind with a fund board has an account"
    words = {"opening": account.opening, "received": account.received}
    return {
        "introduction": press.wording("account", **words, paid=account.paid, closing=account.closing),
        "totals": [_total(each) for each in (account.received, account.paid, account.closing)],
        "sections": [
            *blocks.beside(*_bars("钱从哪里来", account.sources), *_bars("钱到哪里去", account.uses)),
            *_months(account),
            *_methods(account),
            *blocks.section(
                "审计结果", blocks.facts((day, f"{result}（{minutes}）") for day, result, minutes in account.audits)
            ),
            *_entries(notice, kind, account),
        ],
    }


def _bars(title: str, streams: tuple[Stream, ...]) -> list[Block]:
    return blocks.section(title, blocks.amount_bars((each.label, each.text, each.plain) for each in streams))


def _total(total: Total) -> Content:
    return {"title": total.title, "text": total.text, "unit": total.unit}


def _months(account: AccountTold) -> list[Block]:
    chart = account.months
    columns = [("月份", "left"), *((f"{name}（{chart.unit}）", "right") for name in chart.series)]
    rows = [(row.label, *(value.text for value in row.values)) for row in chart.rows]
    return blocks.section(chart.title, blocks.table(columns, rows, ("合计", *chart.totals)))


def _methods(account: AccountTold) -> list[Block]:
    card = account.on_card
    if card is None:
        return []
    unit = account.paid.unit
    paid = [
        ("打到一卡通", f"{card.amount}{unit}，占{card.share}"),
        *((each.label, f"{each.text}{unit}") for each in card.rest),
    ]
    return blocks.section("怎样发到群众手里", blocks.facts(paid))


def _entries(notice: AnyNotice, kind: Kind, account: AccountTold) -> list[Block]:
    """Every entry, or those of the last month if the page has one for each month."""
    if account.together:
        return blocks.section("每一笔和会议记录", _table(notice, kind, notice.entries))
    last = account.by_month[0]
    rest = f"一共{notice.facts.count}{notice.facts.entry_unit}，其余各月的每一笔请扫码在网上看。"
    return blocks.section(f"{last.title}的每一笔和会议记录", _table(notice, kind, last.entries), blocks.note(rest))


def _table(notice: AnyNotice, kind: Kind, entries: tuple[Entry, ...]) -> Block:
    """Of each entry what every entry has, but for its number."""
    kept = [
        index
        for index, column in enumerate(notice.columns)
        if column.type != "count" and kind.column(column.name).required
    ]
    columns = [(heading(notice.columns[index]), notice.columns[index].align) for index in kept]
    return blocks.table(columns, ([str(entry.shown[index]) for index in kept] for entry in entries))
