"""`gongshi check`"""

import os
from pathlib import Path
from typing import Annotated

import typer

from generator.cli.common import (
    FINDINGS_EXIT,
    LanguageOption,
    ProjectOption,
    TodayOption,
    open_project,
    today_of,
    write_output,
)
from generator.examination import examine, marked_sheets
from generator.findings import has_errors, phrase
from generator.project import Project
from generator.reports import formats, make_report, render
from generator.reports.text import summary


def _known(name: str) -> str:
    if name not in formats():
        raise typer.BadParameter(f"没有“{name}”这种报告；可用：{'、'.join(formats())}")
    return name


def check(
    project: ProjectOption = Path(),
    today: TodayOption = None,
    name: Annotated[
        str, typer.Option("--format", help=f"报告的格式：{'、'.join(formats())}", callback=_known, metavar="FORMAT")
    ] = "text",
    language: LanguageOption = "zh",
    output: Annotated[Path | None, typer.Option("--output", help="把报告写进这个文件", dir_okay=False)] = None,
) -> int:
    """Only check; make nothing."""
    opened = open_project(project)
    examination = examine(opened, today_of(opened, today))
    report = make_report(
        examination.findings,
        (*examination.not_checked, phrase("unchecked-output")),
        len(examination.approved),
        examination.rows,
        marked_sheets(examination) if name == "html" else (),
        _folder(opened),
    )
    failed = has_errors(report.findings)
    text = render(name, report, language)
    if output:
        write_output(output, text)
        typer.echo(summary(report, language), err=failed)
    else:
        # Text of a failed check goes where a CI job collects errors; the other formats are what was asked for.
        typer.echo(text, err=failed and name == "text")
    return FINDINGS_EXIT if failed else 0


def _folder(project: Project) -> str:
    """From where the command runs (in CI the top of a repository) to the project; empty if it lies elsewhere."""
    here = Path(os.path.abspath("."))
    inside = project.root != here and project.root.is_relative_to(here)
    return f"{project.root.relative_to(here).as_posix()}/" if inside else ""
