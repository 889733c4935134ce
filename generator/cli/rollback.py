"""`gongshi rollback`"""

from pathlib import Path
from typing import Annotated

import typer

from generator.cli.common import (
    FINDINGS_EXIT,
    OutOption,
    ProjectOption,
    TodayOption,
    open_project,
    out_folder,
    report,
    today_of,
)
from generator.county import withdrawn_of
from generator.release.kept import Kept, kept_releases
from generator.release.rollback import roll_back


def rollback(
    project: ProjectOption = Path(),
    out: OutOption = None,
    today: TodayOption = None,
    to: Annotated[str, typer.Option("--to", help="退回到哪个版本（编号）；默认是上一个")] = "",
    only_list: Annotated[bool, typer.Option("--list", help="只列出保留着的版本")] = False,
) -> int:
    """Switch to an earlier release that is still kept, unless something of it may no longer be shown."""
    opened = open_project(project)
    folder, day = out_folder(opened, out), today_of(opened, today)
    withdrawn, findings = withdrawn_of(opened)
    report(findings)
    if only_list:
        for each in kept_releases(folder, day, withdrawn):
            typer.echo(f"{each.name}  按 {each.today} 生成  {each.files} 个文件  {_state(each)}")
        return 0
    if findings:
        typer.echo("不能退回：先改正上面的问题，不然不知道哪些已经撤回。线上没有变。", err=True)
        return FINDINGS_EXIT
    chosen = roll_back(folder, to, day, withdrawn)
    if chosen.unfit:
        typer.echo(
            f"不能退回 {chosen.name}：其中 {len(chosen.unfit)} 个文件已经到期、撤回或者换过，不能再公开，"
            f"例如 {chosen.unfit[0]}。线上没有变。",
            err=True,
        )
        return FINDINGS_EXIT
    typer.echo(f"已退回 {chosen.name}（按 {chosen.today} 生成，{chosen.files} 个文件）。下一次生成仍按现在的数据。")
    return 0


def _state(kept: Kept) -> str:
    if kept.live:
        return "现在线上"
    if not kept.whole:
        return "缺文件，不能退回"
    return f"{len(kept.unfit)} 个文件不能再公开，不能退回" if kept.unfit else "可以退回"
