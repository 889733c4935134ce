"""`gongshi intake`"""

import json
import os
from contextlib import suppress
from pathlib import Path
from typing import Annotated

import typer

from generator.cli.common import (
    FINDINGS_EXIT,
    ProjectOption,
    TodayOption,
    office_and_kinds,
    open_project,
    report,
    today_of,
)
from generator.columns import Rejected
from generator.exceptions import ReleaseError, SetupError
from generator.findings import Finding, Place, finding, has_errors
from generator.intake import Outcome, Request, json_content, take_in, text_lines
from generator.intake.values import read_fixed
from generator.kinds import Kind
from generator.office import Office
from generator.project import Project
from generator.reports import make_report, render, said
from generator.sources.listings import Listing


def intake(
    raw: Annotated[Path, typer.Argument(metavar="RAW", help="导出的原始表格", dir_okay=False)],
    kind: Annotated[str, typer.Option("--kind", help="哪种事项，如 subsistence_allowance")],
    project: ProjectOption = Path(),
    round_name: Annotated[str, typer.Option("--round", help="哪一轮，如 2026-11；默认最近一轮")] = "",
    stage: Annotated[str, typer.Option("--stage", help="阶段")] = "public_notice",
    sheet: Annotated[str, typer.Option("--sheet", help="工作表名；只有一张时不用写")] = "",
    fixed: Annotated[list[str] | None, typer.Option("--set", help="补一列，如 village=望山村")] = None,
    out: Annotated[Path | None, typer.Option("--out", help="写到这里，不写进 data/rounds/", dir_okay=False)] = None,
    report_file: Annotated[Path | None, typer.Option("--report", help="报告另存为 JSON", dir_okay=False)] = None,
    replace: Annotated[bool, typer.Option("--replace", help="名单已有批准书也覆盖（之后要重新批准）")] = False,
    leave_out: Annotated[bool, typer.Option("--leave-out", help="有问题的行先不写，写出其余的行")] = False,
    today: TodayOption = None,
) -> int:
    """Take a raw export in: write the columns that may be published, and nothing else."""
    opened = open_project(project)
    office, kinds = office_and_kinds(opened)
    if kind not in kinds:
        raise SetupError(f"没有“{said(kind)}”这种事项；可用：{'、'.join(kinds)}")
    listing = _listing(opened, office, kinds[kind], round_name, stage, out)
    request = Request(
        content=_content(raw),
        name=raw.name,
        kind=kinds[kind],
        listing=listing,
        today=today_of(opened, today),
        sheet=sheet,
        fixed=_fixed(fixed or [], kinds[kind], office),
        leave_out=leave_out,
    )
    obstacles = _obstacles(opened, kinds[kind], listing, replace)
    outcome = take_in(request, office)
    findings = (*outcome.findings, *obstacles)
    if has_errors(obstacles):
        outcome = outcome.unwritten()
    report(findings)
    typer.echo("\n".join(text_lines(outcome)))
    if outcome.content is not None:
        _write(listing.path, outcome.content)
        typer.echo(
            f"已写 {opened.relative(listing.path)}。核对以后运行 gongshi approve {opened.relative(listing.path)}"
        )
    else:
        typer.echo("没有写文件。按上面的提示改好原始表格，再运行一次。")
    if report_file:
        _write(report_file, _json(outcome, findings))
    return FINDINGS_EXIT if has_errors(findings) else 0


def _listing(project: Project, office: Office, kind: Kind, round_name: str, stage: str, out: Path | None) -> Listing:
    """Where the clean list goes; raises `SetupError` for a round, stage or shape that does not exist."""
    if kind.shape != "rows":
        raise SetupError(f"“{kind.title}”不是名单，不用导入")
    if stage not in kind.stages:
        raise SetupError(f"“{kind.title}”没有 {said(stage)} 这个阶段；可用：{'、'.join(kind.stages)}")
    name = round_name or max(office.rounds, default="")
    if out is None and name not in office.rounds:
        raise SetupError(
            f"没有“{said(name)}”这一轮；先建 data/rounds/（年月）/round.yaml，已有：{'、'.join(office.rounds)}"
        )
    if stage == "standing" and out is None:
        raise SetupError("常设清单请用 --out 写明 data/standing/ 下的文件")
    path = Path(os.path.abspath(out)) if out else project.root / "data" / "rounds" / name / f"{kind.id}.{stage}.csv"
    return Listing(path, project.relative(path), kind.id, stage, round=name)


def _fixed(settings: list[str], kind: Kind, office: Office) -> dict[str, str]:
    """`village=望山村` by column name or title, checked as a cell would be."""
    names = {each.title: each.name for each in kind.columns} | {each.name: each.name for each in kind.columns}
    fixed = {}
    for setting in settings:
        title, _, value = setting.partition("=")
        if title not in names or not value:
            raise SetupError(f"--set 应写成 列=内容；“{kind.title}”的列：{'、'.join(names)}")
        fixed[names[title]] = value
    try:
        return read_fixed(fixed, kind.columns, office)
    except Rejected as rejection:
        raise SetupError(f"--set {finding(rejection.rule, Place(''), **rejection.words).remedy()}") from rejection


def _obstacles(project: Project, kind: Kind, listing: Listing, replace: bool) -> tuple[Finding, ...]:
    """Why the list may not be written here, whatever the raw file holds."""
    findings = []
    place = Place(listing.file)
    if "refused" in (kind.lists.board, kind.lists.web):
        findings.append(finding("list-refused", place, kind=kind.title, refusal=kind.refusal))
    if listing.statement_path.exists() and not replace:
        findings.append(finding("raw-list-approved", place))
    other = listing.path.with_suffix(".xlsx")
    if other != listing.path and other.exists():
        findings.append(finding("raw-list-twice", Place(project.relative(other))))
    return tuple(findings)


def _content(raw: Path) -> bytes:
    try:
        return raw.read_bytes()
    except OSError as error:
        raise SetupError(f"打不开 {said(raw.name)}：请核对文件名和位置") from error


def _json(outcome: Outcome, findings: tuple[Finding, ...]) -> bytes:
    content = json_content(outcome) | {"findings": json.loads(render("json", make_report(findings), "zh"))}
    return json.dumps(content, ensure_ascii=False, indent=2).encode("utf-8") + b"\n"


def _write(path: Path, content: bytes) -> None:
    """All or nothing, through a file beside it."""
    beside = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        beside.write_bytes(content)
        os.replace(beside, path)
    except OSError as error:
        # The first failure is the one to report, whether or not there is a piece to clear away.
        with suppress(OSError):
            beside.unlink()
        raise ReleaseError(f"{said(path.name)} 写不进去：请检查磁盘和权限") from error
