"""`gongshi approve`"""

import os
import secrets
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Annotated, get_args

import typer

from generator.approvals import (
    BrokenStatement,
    Correction,
    Statement,
    append,
    load_statement,
    statement_bytes,
    statement_digest,
)
from generator.cli.common import (
    FINDINGS_EXIT,
    ProjectOption,
    TodayOption,
    office_and_kinds,
    open_project,
    report,
    today_of,
    unbroken_ledger,
)
from generator.cli.lists import read_list
from generator.detection import private_numbers
from generator.exceptions import SetupError
from generator.findings import Finding, has_errors
from generator.kinds import Kind
from generator.notices import Evidence
from generator.office import Office
from generator.project import Project
from generator.rounds.approve import Decision, Terms, make_statement
from generator.rounds.index_numbers import record_index_numbers
from generator.rounds.withdraw import still_withdrawn
from generator.sources.listings import Listing
from generator.tables import Table
from generator.today import within


def approve(
    lists: Annotated[list[Path], typer.Argument(metavar="LIST...", help="名单文件，可以写几个", dir_okay=False)],
    project: ProjectOption = Path(),
    today: TodayOption = None,
    on: Annotated[str | None, typer.Option("--on", help="决定日期（常设清单要写）")] = None,
    number: Annotated[str, typer.Option("--number", help="文号（常设清单要写）")] = "",
    by: Annotated[str, typer.Option("--by", help="决定机关；默认是本级政府")] = "",
    minutes: Annotated[str, typer.Option("--minutes", help="会议记录编号")] = "",
    evidence: Annotated[
        list[str] | None, typer.Option("--evidence", help="常设清单的依据，如 audit=审核记录3号", metavar="NAME=TEXT")
    ] = None,
    pipia: Annotated[str, typer.Option("--pipia", help="个人信息保护影响评估编号")] = "",
    correction: Annotated[str, typer.Option("--correction", help="更正已经公示的名单：写明原因，对外显示")] = "",
    review: Annotated[bool, typer.Option("--review/--no-review", help="做一份审核单（PDF），打印出来签名")] = True,
) -> int:
    """Write the approval statement of a list."""
    opened = open_project(project)
    day = today_of(opened, today)
    office, kinds = office_and_kinds(opened)
    decision = _decision(on, number, by or office.settings.government, minutes, evidence or [])
    failed = False
    for path in lists:
        table, problems = read_list(opened, Path(os.path.abspath(path)), office, kinds)
        if table is not None:
            unwritten = _approve(opened, table, office, Terms("", decision, None, pipia), correction, day)
            if not unwritten:
                _review(opened, table, office, kinds, wanted=review)
            problems += unwritten
        report(problems)
        failed = failed or has_errors(problems)
    return FINDINGS_EXIT if failed else 0


def _decision(on: str | None, number: str, by: str, minutes: str, evidence: list[str]) -> Decision | None:
    if not on or not number:
        return None
    records: dict[Evidence, str] = {}
    for each in evidence:
        name, equals, text = each.partition("=")
        if name not in get_args(Evidence) or not text.strip():
            raise SetupError(f"--evidence 应写成 NAME=TEXT，NAME 是 {'、'.join(get_args(Evidence))} 之一")
        records[name] = text.strip()  # type: ignore[index]
    try:
        return Decision(by, within(date.fromisoformat(on)), number, minutes, records)
    except ValueError as error:
        raise SetupError("--on 应写成 2026-11-05 的样子") from error


def _approve(
    project: Project, table: Table, office: Office, terms: Terms, note: str, today: date
) -> tuple[Finding, ...]:
    """Writes the statement of one list and its line in the ledger, or returns why not."""
    listing = table.listing
    ledger = unbroken_ledger(project)
    before = _before(listing)
    terms = replace(terms, salt=before.salt if before else secrets.token_hex(16))
    statement, problems = make_statement(table, office, terms)
    if statement is None:
        return problems
    if before is not None and (correction := _correction(before, statement, note, today)):
        statement, problems = make_statement(table, office, replace(terms, correction=correction))
        if statement is None:
            return problems
    # Numbers first: a statement without its registered number would never be asked for one again.
    recorded = record_index_numbers(project, table, office)
    listing.statement_path.write_bytes(statement_bytes(statement))
    digest = statement_digest(statement)
    latest, withdrawn = ledger.last("approve", statement.list), still_withdrawn(ledger, statement.list)
    anew = latest is None or latest.sha256 != digest
    void = _void_signatures(listing) if anew else 0
    if anew:
        append(project, ledger, today, "approve", statement.list, digest)
        if withdrawn:
            typer.echo(f"以前撤回的 {'、'.join(withdrawn)} 按这次批准重新公开")
    elif withdrawn:
        typer.echo(f"{'、'.join(withdrawn)} 已经撤回；名单和决定都没有变，不重新公开")
    until = f"，{statement.first_day} 至 {statement.last_day}" if statement.last_day else ""
    typer.echo(f"已写批准书 {project.relative(listing.statement_path)}：{statement.rows} 行{until}")
    if recorded:
        typer.echo(f"已登记索引号 {'、'.join(recorded)}")
    if void:
        typer.echo(f"原来的 {void} 个签名签的是旧的批准书，已经删去。")
    if anew and (needed := office.settings.signatures.needed):
        typer.echo(f"要 {needed} 个签名才能公开：gongshi sign {listing.file} --role 角色 --key 钥匙文件")
    return ()


def _void_signatures(listing: Listing) -> int:
    """Removes the signatures of an earlier approval: they say nothing about this one."""
    paths = listing.signature_paths()
    for path in paths:
        path.unlink()
    return len(paths)


def _review(project: Project, table: Table, office: Office, kinds: dict[str, Kind], wanted: bool) -> None:
    """Writes the sheet below `.build/`, which is neither published nor committed: it has full names.

    A sheet of an earlier statement goes in any case: it must not be signed.
    """
    path = project.root / ".build" / "review" / f"{table.listing.slug}.pdf"
    path.unlink(missing_ok=True)
    if not wanted:
        return
    # The PDF engine takes as long to import as all the rest of this command.
    from generator.rounds.review import review_sheet

    sheet = review_sheet(project, table, office, kinds, unbroken_ledger(project))
    if sheet is None:
        typer.echo("没有做审核单：按现在的资料还不能公布。运行 gongshi check 看还缺什么，补好再批准一次。", err=True)
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(sheet)
    typer.echo(f"审核单 {project.relative(path)}：打印出来，核对以后签名")


def _correction(before: Statement, after: Statement, note: str, today: date) -> Correction | None:
    """What has been shown is not changed in silence: another content needs a note for everybody."""
    same = (before.rows_sha256, before.disclosure_digest) == (after.rows_sha256, after.disclosure_digest)
    if same or before.first_day > today:
        return before.correction
    if not note:
        raise SetupError(f"{before.list} 已从 {before.first_day} 起公开。改动要写明原因：--correction 原因（对外显示）")
    if private_numbers(note):
        raise SetupError("更正原因里有身份证号、银行卡号或手机号；原因对外显示，不能写这些")
    return Correction(on=today, note=note, supersedes=statement_digest(before))


def _before(listing: Listing) -> Statement | None:
    """The statement there is: an unchanged list keeps its salt, and so its digest."""
    try:
        return load_statement(listing.statement_path)
    except (FileNotFoundError, BrokenStatement):
        return None
