"""`gongshi list`"""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from generator import checks, columns
from generator.cli.common import ProjectOption, open_project
from generator.cli.explain import rule_lines
from generator.findings import rules
from generator.kinds import load_kinds
from generator.office.sizes import load_sizes
from generator.publications.posters import looks
from generator.rendering import make_press


class Things(StrEnum):
    kinds = "kinds"
    checks = "checks"
    columns = "columns"
    sizes = "sizes"
    looks = "looks"
    rules = "rules"


def list(things: Annotated[Things, typer.Argument(help="要列出什么")], project: ProjectOption = Path()) -> int:
    """列出可用的事项、检查、列、尺寸、海报样式或规则。"""
    opened = open_project(project)
    match things:
        case Things.kinds:
            lines = [f"{name}  {kind.title}" for name, kind in load_kinds(opened)[0].items()]
        case Things.checks:
            lines = sorted(checks.names())
        case Things.columns:
            lines = sorted(columns.names())
        case Things.sizes:
            lines = [f"{name}  {size.title}" for name, size in load_sizes(opened)[0].items()]
        case Things.looks:
            lines = sorted(looks(make_press(opened)))
        case Things.rules:
            lines = rule_lines([*rules().values()], "zh")
    typer.echo("\n".join(lines))
    return 0
