"""`gongshi posters`"""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Literal

import typer

from generator.artifacts import Artifact
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
from generator.edition.orders import Order
from generator.examination import examine
from generator.exceptions import SetupError
from generator.findings import has_errors, phrase
from generator.office.printing import Style
from generator.pipeline import posters_to_order
from generator.release.stage import stage
from generator.rendering.readback import sheet_count


def posters(
    project: ProjectOption = Path(),
    out: OutOption = None,
    today: TodayOption = None,
    kind: Annotated[str, typer.Option("--kind", help="只要这种事项")] = "",
    village: Annotated[str, typer.Option("--village", help="只要这个村（名称或代码）")] = "",
    size: Annotated[str, typer.Option("--size", help="印成这个尺寸：A3、60x90 等，或宽x高毫米，如 500x700")] = "",
    style: Annotated[
        Style | None, typer.Option("--style", help="风格：formal 红框米底，plain 素净省墨，contrast 黑白")
    ] = None,
    tile: Annotated[Literal["A4", "A3"] | None, typer.Option("--tile", help="拆成几张 A4 或 A3 打印，再拼起来")] = None,
    crop_marks: Annotated[bool, typer.Option("--crop-marks", help="送印刷厂：加出血和裁切线")] = False,
    save_paper: Annotated[bool, typer.Option("--save-paper", help="省纸：字小、边窄、不要装饰")] = False,
    one_sheet: Annotated[bool, typer.Option("--one-sheet", help="印在一张上；字太小就说要几张")] = False,
    jobs: JobsOption = CPUS,
) -> int:
    """Make only the posters for the board; publish nothing."""
    if tile and (crop_marks or one_sheet):
        raise SetupError("--tile 不能和 --crop-marks、--one-sheet 一起用")
    opened = open_project(project)
    day = today_of(opened, today)
    examination = examine(opened, day)
    report(examination.findings, (*examination.not_checked, phrase("unchecked-output")))
    if has_errors(examination.findings) or examination.office is None:
        return FINDINGS_EXIT
    codes = {each.name: each.code for each in examination.office.registers.villages}
    order = Order(
        kind=kind,
        village=codes.get(village, village),
        size=size,
        style=style or "",
        save=save_paper,
        one_sheet=one_sheet,
        tile=tile or "",
        crop_marks=crop_marks,
    )
    wanted = posters_to_order(opened, examination, day, order)
    folder = out_folder(opened, out) if out else opened.root / ".build" / "posters"
    with progress() as advance:
        stage(wanted, folder, {}, None, jobs, advance)
    typer.echo(f"已生成 {len(wanted)} 份海报，在 {folder / 'print' / 'posters'}")
    return _several(wanted, folder) if one_sheet else 0


def _several(wanted: Sequence[Artifact], folder: Path) -> int:
    """Says which posters need more than one sheet; smaller letters could not be read."""
    counts = {each.path: sheet_count((folder / each.path).read_bytes()) for each in wanted}
    several = {path: count for path, count in counts.items() if count > 1}
    for path, count in several.items():
        typer.echo(f"一张印不下，至少要 {count} 张（字再小就看不清），或者换大一号的纸：{Path(path).name}", err=True)
    return FINDINGS_EXIT if several else 0
