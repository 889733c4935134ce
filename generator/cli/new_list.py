"""`gongshi new-list`"""

import os
from pathlib import Path
from typing import Annotated

import typer

from generator.cli.common import ProjectOption, office_and_kinds, open_project
from generator.exceptions import ReleaseError, SetupError
from generator.intake import blank_list
from generator.reports import said


def new_list(
    kind: Annotated[str, typer.Argument(metavar="KIND", help="哪种事项，如 subsistence_allowance")],
    project: ProjectOption = Path(),
    out: Annotated[Path | None, typer.Option("--out", help="写到这里；默认是当前文件夹", dir_okay=False)] = None,
) -> int:
    """Write a blank workbook of a kind, with headings, drop-down lists and notes."""
    opened = open_project(project)
    office, kinds = office_and_kinds(opened)
    if kind not in kinds or kinds[kind].shape != "rows":
        names = "、".join(name for name, each in kinds.items() if each.shape == "rows")
        raise SetupError(f"“{said(kind)}”不是名单；可用：{names}")
    path = Path(os.path.abspath(out)) if out else Path(os.path.abspath(f"{kind}.xlsx"))
    if path.exists():
        raise SetupError(f"{said(path.name)} 已经在那里，不覆盖；换个名字（--out）或先移走")
    try:
        path.write_bytes(blank_list(kinds[kind], office))
    except OSError as error:
        raise ReleaseError(f"{said(path.name)} 写不进去：请检查磁盘和权限") from error
    typer.echo(f"已写 {said(path.name)}：填“名单”表，填法见“填写说明”表。")
    return 0
