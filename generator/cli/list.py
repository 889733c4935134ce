"""`gongshi list`"""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from generator import checks, columns
from generator.cli.common import ProjectOption, open_project
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


def list(things: Annotated[Things, typer.Argument(help="要列出什么")], project: ProjectOption = Path()) -> int:
    """列出可用的事项、检查、列、尺寸或海报样式。"""
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
    typer.echo("\n".join(lines))
    return 0
