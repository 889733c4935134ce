"""`gongshi approve`"""

import os
import secrets
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from generator.approvals import BrokenStatement, load_statement, statement_bytes
from generator.cli.common import FINDINGS_EXIT, ProjectOption, office_and_kinds, open_project, report
from generator.exceptions import SetupError
from generator.findings import Finding, has_errors
from generator.gates.privacy import privacy_findings
from generator.kinds import Kind
from generator.office import Office
from generator.project import Project
from generator.reports import said
from generator.rounds.approve import Decision, make_statement
from generator.rounds.index_numbers import record_index_numbers
from generator.sources import read
from generator.sources.listings import Listing, listing_of
from generator.tables import read_table
from generator.today import within


def approve(
    lists: Annotated[list[Path], typer.Argument(metavar="LIST...", help="名单文件，可以写几个", dir_okay=False)],
    project: ProjectOption = Path(),
    on: Annotated[str | None, typer.Option("--on", help="决定日期（常设清单要写）")] = None,
    number: Annotated[str, typer.Option("--number", help="文号（常设清单要写）")] = "",
    by: Annotated[str, typer.Option("--by", help="决定机关；默认是本级政府")] = "",
    minutes: Annotated[str, typer.Option("--minutes", help="会议记录编号")] = "",
    pipia: Annotated[str, typer.Option("--pipia", help="个人信息保护影响评估编号")] = "",
) -> int:
    """Write the approval statement of a list."""
    opened = open_project(project)
    office, kinds = office_and_kinds(opened)
    decision = _decision(on, number, by or office.settings.government, minutes)
    failed = False
    for path in lists:
        problems = _approve(opened, Path(os.path.abspath(path)), office, kinds, decision, pipia)
        report(problems)
        failed = failed or has_errors(problems)
    return FINDINGS_EXIT if failed else 0


def _decision(on: str | None, number: str, by: str, minutes: str) -> Decision | None:
    if not on or not number:
        return None
    try:
        return Decision(by, within(date.fromisoformat(on)), number, minutes)
    except ValueError as error:
        raise SetupError("--on 应写成 2026-11-05 的样子") from error


def _approve(
    project: Project, path: Path, office: Office, kinds: dict[str, Kind], decision: Decision | None, pipia: str
) -> tuple[Finding, ...]:
    """Writes the statement of one list, or returns why not."""
    listing = listing_of(project, path)
    if listing is None or listing.kind not in kinds or not path.is_file():
        raise SetupError(f"{said(path.name)} 不是 data/rounds/ 或 data/standing/ 下的名单")
    sheet, findings = read(path, listing.file)
    if sheet is None:
        return findings
    table, problems = read_table(listing, kinds[listing.kind], sheet)
    problems += privacy_findings(table, office)
    if has_errors(problems):
        return problems
    statement, problems = make_statement(project, table, office, decision, _salt(listing), pipia)
    if statement is None:
        return problems
    # Numbers first: a statement without its registered number would never be asked for one again.
    recorded = record_index_numbers(project, table, office)
    listing.statement_path.write_bytes(statement_bytes(statement))
    until = f"，{statement.first_day} 至 {statement.last_day}" if statement.last_day else ""
    typer.echo(f"已写批准书 {project.relative(listing.statement_path)}：{statement.rows} 行{until}")
    if recorded:
        typer.echo(f"已登记索引号 {'、'.join(recorded)}")
    return ()


def _salt(listing: Listing) -> str:
    """That of the statement there is, so that an unchanged list keeps its digest; else a new one."""
    try:
        return load_statement(listing.statement_path).salt
    except (FileNotFoundError, BrokenStatement):
        return secrets.token_hex(16)
