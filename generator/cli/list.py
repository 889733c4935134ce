"""`gongshi list`"""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from generator import checks, columns
from generator.cli.common import ProjectOption, open_project
from generator.cli.explain import rule_lines
from generator.edition.looks import looks
from generator.findings import rules
from generator.kinds import load_kinds
from generator.office.sizes import load_sizes
from generator.office.wall_sets import load_wall_sets


class Things(StrEnum):
    kinds = "kinds"
    checks = "checks"
    columns = "columns"
    sizes = "sizes"
    looks = "looks"
    rules = "rules"
    wall_sets = "wall-sets"


def list(things: Annotated[Things, typer.Argument(help="要列出什么")], project: ProjectOption = Path()) -> int:
    """List kinds, checks, columns, sizes, looks, rules or wall sets."""
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
            lines = [*looks()]
        case Things.rules:
            lines = rule_lines([*rules().values()], "zh")
        case Things.wall_sets:
            lines = [
                f"{name}  {wall_set.title}：{'、'.join(panel.title for panel in wall_set.panels)}"
                for name, wall_set in load_wall_sets(opened)[0].items()
            ]
    typer.echo("\n".join(lines))
    return 0
