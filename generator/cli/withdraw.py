"""`gongshi withdraw`"""

import difflib
from pathlib import Path
from typing import Annotated

import typer

from generator.approvals import is_withdrawn
from generator.cli.common import (
    ProjectOption,
    TodayOption,
    office_and_kinds,
    open_project,
    today_of,
    unbroken_ledger,
)
from generator.examination import read_tables
from generator.exceptions import SetupError
from generator.gates.privacy import masked_in
from generator.office import Withdrawal
from generator.reports import said
from generator.rounds.withdraw import Published, concerned, published, record, sheets, unfit_reason
from generator.sources.listings import subject_of


def withdraw(
    notice: Annotated[
        str, typer.Argument(metavar="NOTICE", help="通知的网址，或名单如 2026-11/old_age_allowance.public_notice")
    ],
    reason: Annotated[str, typer.Option("--reason", help="为什么撤回；对外显示，不写姓名")],
    project: ProjectOption = Path(),
    today: TodayOption = None,
) -> int:
    """Record that a notice or a whole list is taken down for good, and say what else has to be done."""
    opened = open_project(project)
    day = today_of(opened, today)
    office, kinds = office_and_kinds(opened)
    ledger = unbroken_ledger(opened)
    # A list with faults may be the very one to be taken down: its findings do not count here.
    listings, tables, _ = read_tables(opened, kinds)
    notices = published(listings, tables, kinds, office, ledger)
    subject = subject_of(notice)
    meant = concerned(notices, subject)
    if not meant:
        raise SetupError(f"没有批准过 {said(subject)}{_hint(subject, notices)}")
    if all(is_withdrawn(ledger.withdrawn, each.line, each.address, each.listing.reference) for each in meant):
        raise SetupError(f"{subject} 已经撤回过，在 data/withdrawals.csv 里")
    registers = office.registers
    public = registers.officials | registers.names("villages") | registers.names("units")
    names = frozenset(name for table in tables for name in masked_in(table)) - public
    if problem := unfit_reason(reason := reason.strip(), names):
        raise SetupError(problem)
    record(opened, office, ledger, Withdrawal(notice=subject, day=day, reason=reason))
    typer.echo(f"已撤回 {subject}，共 {len(meant)} 份通知；撤回不能取消，要再公开须重新批准。")
    typer.echo("网上和打印室还要等下一次 gongshi build；数据有错、生成不了的，运行 gongshi purge。")
    to_take_off = sheets(meant, kinds, office, day)
    if to_take_off:
        typer.echo("请把已经张贴的揭下来：")
    for sheet in to_take_off:
        typer.echo(f"  {sheet.place}：{'、'.join(sheet.files)}")
    return 0


def _hint(subject: str, notices: tuple[Published, ...]) -> str:
    known = {each.address for each in notices} | {each.listing.reference for each in notices}
    near = difflib.get_close_matches(subject, sorted(known), n=1)
    return f"，是不是想写 {near[0]}？" if near else "；写通知的网址，或名单如 2026-11/old_age_allowance.public_notice"
