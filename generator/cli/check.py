"""`gongshi check`"""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from generator.cli.common import FINDINGS_EXIT, ProjectOption, TodayOption, open_project, report, today_of
from generator.findings import has_errors
from generator.pipeline import examine
from generator.reports.json import json_report


class Format(StrEnum):
    text = "text"
    json = "json"


def check(
    project: ProjectOption = Path(),
    today: TodayOption = None,
    output: Annotated[Format, typer.Option("--format", help="报告的格式")] = Format.text,
) -> int:
    """只检查，不生成网站。"""
    opened = open_project(project)
    examination = examine(opened, today_of(opened, today))
    if output is Format.json:
        typer.echo(json_report(examination.findings))
    else:
        report(examination.findings)
        if not has_errors(examination.findings):
            typer.echo(f"没有错误：{len(examination.approved)} 份名单，{examination.rows} 行。")
    return FINDINGS_EXIT if has_errors(examination.findings) else 0
