"""A county's release, told on the terminal."""

from contextlib import ExitStack
from pathlib import Path

import typer

from generator.adapters.dask import SCHEME, dask_executor
from generator.cli.clock import Clock
from generator.cli.common import FINDINGS_EXIT, report, today_of
from generator.cli.make_release import NOT_PUBLISHED, say_what_to_print
from generator.cli.progress import progress
from generator.county import townships
from generator.county.build import County, make_county
from generator.exceptions import SetupError
from generator.project import Project


def release_county(
    opened: Project,
    folder: Path,
    today: str | None,
    *,
    jobs: int,
    clean: bool,
    sign_key: Path | None,
    profile: bool,
    executor: str,
) -> int:
    """Makes every township, the county's own pages, and one release of all; returns the exit code."""
    if executor and not executor.startswith(SCHEME):
        raise SetupError(f"--executor 写成 {SCHEME}主机:端口")
    day, parts, clock = today_of(opened, today), townships(opened), Clock()
    with ExitStack() as stack:
        elsewhere = stack.enter_context(dask_executor(executor)) if executor else None
        advance = clock.watching(stack.enter_context(progress()))
        made = make_county(
            opened,
            parts,
            folder,
            day,
            jobs=jobs,
            clean=clean,
            key=sign_key,
            progress=advance,
            executor=elsewhere,
        )
    _tell(made)
    if profile:
        typer.echo("\n".join(clock.lines()), err=True)
    if made.whole is None:
        typer.echo(NOT_PUBLISHED, err=True)
        return FINDINGS_EXIT
    typer.echo(
        f"已生成（{day}）：{len(parts)} 个乡镇，其中 {len(made.told)} 个有变化、重新生成；"
        f"一共 {len(made.whole.files)} 个文件。网站 {folder / 'site' / 'index.html'}"
    )
    if made.reprint:
        say_what_to_print(made.reprint, folder, day)
    return 0


def _tell(made: County) -> None:
    """What each township's files have wrong, under its name."""
    for township, told in made.told.items():
        if told.text:
            typer.echo(f"【{township}】\n{told.text}", err=True)
    if made.own:
        report(made.own.findings)
