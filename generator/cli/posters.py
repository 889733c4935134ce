"""`gongshi posters`"""

from pathlib import Path
from typing import Annotated

import typer

from generator.artifacts import PDF
from generator.cli.common import (
    CPUS,
    FINDINGS_EXIT,
    JobsOption,
    OutOption,
    ProjectOption,
    TodayOption,
    open_project,
    out_folder,
    report,
    today_of,
)
from generator.cli.progress import progress
from generator.examination import examine
from generator.findings import has_errors, phrase
from generator.pipeline import bundle
from generator.release.stage import stage


def posters(
    project: ProjectOption = Path(),
    out: OutOption = None,
    today: TodayOption = None,
    kind: Annotated[str, typer.Option("--kind", help="只要这种事项")] = "",
    village: Annotated[str, typer.Option("--village", help="只要这个村（名称或代码）")] = "",
    size: Annotated[str, typer.Option("--size", help="只要这个尺寸")] = "",
    jobs: JobsOption = CPUS,
) -> int:
    """Make only the posters for the board; publish nothing."""
    opened = open_project(project)
    day = today_of(opened, today)
    examination = examine(opened, day)
    report(examination.findings, (*examination.not_checked, phrase("unchecked-output")))
    if has_errors(examination.findings) or examination.office is None:
        return FINDINGS_EXIT
    codes = {each.name: each.code for each in examination.office.registers.villages}
    code = codes.get(village, village)
    wanted = [
        artifact
        for artifact in bundle(opened, examination, day).artifacts
        if artifact.media_type == PDF
        and artifact.path.startswith(f"print/posters/{kind}")
        and (not village or f"-{code}-" in artifact.path)
        and (not size or artifact.path.endswith(f"-{size}.pdf"))
    ]
    folder = out_folder(opened, out) if out else opened.root / ".build" / "posters"
    with progress() as advance:
        stage(wanted, folder, {}, None, jobs, advance)
    typer.echo(f"已生成 {len(wanted)} 份海报，在 {folder / 'print' / 'posters'}")
    return 0
