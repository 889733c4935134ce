"""`gongshi posters`"""

from collections.abc import Mapping, Sequence
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
from generator.findings import has_errors, phrase, spoken
from generator.office.printing import Style
from generator.office.wall_sets import Panel, WallSet
from generator.pipeline import posters_to_order
from generator.release.stage import stage
from generator.rendering.readback import sheet_count


def posters(
    project: ProjectOption = Path(),
    out: OutOption = None,
    today: TodayOption = None,
    kind: Annotated[str, typer.Option("--kind", help="只要这种事项")] = "",
    village: Annotated[str, typer.Option("--village", help="只要这个村（名称或代码）")] = "",
    wall_set: Annotated[
        str, typer.Option("--set", help="一套上墙的展板（名称或代码，见 gongshi list wall-sets），照各块的尺寸")
    ] = "",
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
    sets = {name: known.title for name, known in examination.office.wall_sets.items()}
    order = Order(
        kind=kind,
        village=codes.get(village, village),
        size=size,
        wall_set=_called(wall_set, sets) if wall_set else "",
        style=style or "",
        save=save_paper,
        one_sheet=one_sheet,
        tile=tile or "",
        crop_marks=crop_marks,
    )
    ordered = posters_to_order(opened, examination, day, order)
    folder = out_folder(opened, out) if out else opened.root / ".build" / "posters"
    with progress() as advance:
        stage(ordered.posters, folder, {}, None, jobs, advance)
    typer.echo(f"已生成 {len(ordered.posters)} 份海报，在 {folder / 'print'}")
    incomplete = bool(order.wall_set) and _lacking(examination.office.wall_sets[order.wall_set], ordered.lacking)
    several = one_sheet and _several(ordered.posters, folder)
    return FINDINGS_EXIT if incomplete or several else 0


def _called(asked: str, sets: Mapping[str, str]) -> str:
    """A wall set by its title or its name. Raises `SetupError` if there is none."""
    for name, title in sets.items():
        if asked in (name, title):
            return name
    raise SetupError(f"没有一套展板叫“{asked}”；有：{'、'.join(f'{title}（{name}）' for name, title in sets.items())}")


def _lacking(wall_set: WallSet, lacking: Sequence[Panel]) -> bool:
    """Whether any panel of the set has nothing to show, and says which."""
    count = f"还缺 {len(lacking)} 块" if lacking else "每一块都有内容"
    typer.echo(f"“{wall_set.title}”一套 {len(wall_set.panels)} 块，{count}")
    for panel in lacking:
        type_, source = panel.source
        typer.echo(
            f"“{panel.title}”空着：{spoken(phrase(f'source-{type_}'), 'zh')}“{source}”今天没有能张贴的", err=True
        )
    return bool(lacking)


def _several(wanted: Sequence[Artifact], folder: Path) -> bool:
    """Whether any, and says which posters need more than one sheet; smaller letters could not be read."""
    counts = {each.path: sheet_count((folder / each.path).read_bytes()) for each in wanted}
    several = {path: count for path, count in counts.items() if count > 1}
    for path, count in several.items():
        typer.echo(f"一张印不下，至少要 {count} 张（字再小就看不清），或者换大一号的纸：{Path(path).name}", err=True)
    return bool(several)
