"""What the commands share: the project, the day, the report."""

import os
from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Annotated

import typer

from generator.approvals import Ledger, load_ledger
from generator.exceptions import ReleaseError, SetupError
from generator.findings import Finding, Language, Phrase, has_errors
from generator.kinds import Kind, load_kinds
from generator.office import Office, demonstration_day, load_office
from generator.project import Project
from generator.reports import make_report, render
from generator.today import choose_today

FINDINGS_EXIT = 1

ProjectOption = Annotated[Path, typer.Option("--project", help="办公室的文件夹", file_okay=False)]
OutOption = Annotated[Path | None, typer.Option("--out", help="放 site/ 和 print/ 的地方；默认是 --project")]
TodayOption = Annotated[str | None, typer.Option("--today", help="当作哪一天，如 2026-11-05")]
LanguageOption = Annotated[Language, typer.Option("--lang", help="用哪种语言：zh 中文，en 英文")]
SignKeyOption = Annotated[
    Path | None,
    typer.Option("--sign-key", help="用这把 SSH 私钥给新版本签名", exists=True, dir_okay=False, readable=True),
]
JobsOption = Annotated[int, typer.Option("--jobs", min=1, help="同时用几个处理器")]

CPUS = os.cpu_count() or 1


def open_project(folder: Path) -> Project:
    """Raises `SetupError` if this is not an office's folder."""
    root = Path(os.path.abspath(folder))
    if not (root / "data" / "office.yaml").is_file():
        raise SetupError(f"{folder} 里没有 data/office.yaml，不是办公室的文件夹")
    return Project(root)


def out_folder(project: Project, out: Path | None) -> Path:
    # abspath, never resolve(): resolving a link of ours would lead into the live release.
    return Path(os.path.abspath(out)) if out else project.root


def office_and_kinds(project: Project) -> tuple[Office, dict[str, Kind]]:
    """Settings, registers, rule packs and kinds. What is wrong with them is reported, and ends the command."""
    office, findings = load_office(project)
    kinds, kind_findings = load_kinds(project)
    if office is None or has_errors(findings + kind_findings):
        report(findings + kind_findings)
        raise typer.Exit(FINDINGS_EXIT)
    return office, kinds


def today_of(project: Project, asked: str | None) -> date:
    """The day to build for."""
    return choose_today(asked, os.environ, demonstration_day(project), datetime.now().astimezone())


def unbroken_ledger(project: Project) -> Ledger:
    """The ledger, to add to. A broken chain is reported, and ends the command: nothing may be built on it."""
    ledger, findings = load_ledger(project)
    if findings:
        report(findings)
        raise typer.Exit(FINDINGS_EXIT)
    return ledger


def report(findings: Sequence[Finding], not_checked: Sequence[Phrase] = ()) -> None:
    """Findings go to standard error, so that they can be kept apart from results."""
    if findings:
        typer.echo(render("text", make_report(findings, not_checked), "zh"), err=True)


def write_output(path: Path, content: str | bytes) -> None:
    """Text with a last line end, or bytes as they are. Raises `ReleaseError` if the file cannot be written."""
    try:
        path.write_bytes(f"{content}\n".encode() if isinstance(content, str) else content)
    except OSError as error:
        raise ReleaseError(f"写不了 {path}：{error.strerror}") from error
