"""From an office's folder to a new release, told on the terminal."""

from datetime import date
from functools import partial
from pathlib import Path

import typer

from generator.adapters.mkdocs import build_prose
from generator.artifacts import PDF
from generator.cli.clock import Clock
from generator.cli.common import FINDINGS_EXIT, report, today_of
from generator.cli.progress import progress
from generator.examination import examine
from generator.findings import has_errors, phrase
from generator.pipeline import bundle, publish
from generator.project import Project
from generator.release.reprint import FILE, Reprint, full_list, summary


def make_release(
    opened: Project, folder: Path, today: str | None, *, jobs: int, clean: bool, sign_key: Path | None, profile: bool
) -> int:
    """Examines, makes, scans and switches; says what was done and returns the exit code."""
    day = today_of(opened, today)
    clock = Clock()
    examination = examine(opened, day)
    clock.lap("检查")
    if has_errors(examination.findings):
        report(examination.findings, (*examination.not_checked, phrase("unchecked-output")))
        typer.echo("没有发布。线上仍是原来的版本。", err=True)
        return FINDINGS_EXIT
    made = bundle(opened, examination, day)
    clock.lap("编排")
    with progress() as advance:
        outcome = publish(
            made,
            folder,
            day,
            partial(build_prose, opened, made),
            jobs=jobs,
            clean=clean,
            key=sign_key,
            progress=clock.watching(advance),
        )
    clock.lap("发布")
    report((*examination.findings, *outcome.findings))
    if profile:
        typer.echo("\n".join(clock.lines()), err=True)
    if has_errors(outcome.findings):
        typer.echo("没有发布。线上仍是原来的版本。", err=True)
        return FINDINGS_EXIT
    pages = sum(each.path.startswith("site/") and each.path.endswith(".html") for each in made.artifacts)
    sheets = sum(each.media_type == PDF for each in made.artifacts)
    typer.echo(
        f"已生成（{day}）：{len(examination.approved)} 份名单 {examination.rows} 行，"
        f"{pages} 个数据页，{sheets} 份海报；"
        f"新做 {outcome.made}，沿用 {outcome.linked}，扫描 {outcome.scanned} 个文件。"
        f"网站 {folder / 'site' / 'index.html'}，打印室 {folder / 'print' / 'index.html'}"
    )
    if outcome.reprint:
        _say_what_to_print(outcome.reprint, folder, day)
    return 0


def _say_what_to_print(found: Reprint, folder: Path, day: date) -> None:
    """A build that changes no poster leaves the list of the last one that did: perhaps nobody has printed it yet."""
    typer.echo("\n".join(summary(found)))
    if found.hang or found.take_down:
        try:
            (folder / FILE).write_text(full_list(found, day.isoformat()) + "\n", encoding="utf-8")
        except OSError as error:  # the release is live: this is no failure to publish
            typer.echo(f"{FILE} 写不了：{error.strerror}", err=True)
