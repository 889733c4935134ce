"""From an office's folder to a new release, told on the terminal."""

from datetime import date
from pathlib import Path

import typer

from generator.adapters.mkdocs import build_prose
from generator.artifacts import PDF, Bundle
from generator.cli.clock import Clock
from generator.cli.common import FINDINGS_EXIT, report, today_of
from generator.cli.progress import progress
from generator.findings import phrase
from generator.making import Release, make_release
from generator.project import Project
from generator.release.publish import Outcome
from generator.release.reprint import FILE, Reprint, full_list, summary

NOT_PUBLISHED = "没有发布。线上仍是原来的版本。"


def release_office(
    opened: Project, folder: Path, today: str | None, *, jobs: int, clean: bool, sign_key: Path | None, profile: bool
) -> int:
    """Makes, scans and switches; says what was done and returns the exit code."""
    day = today_of(opened, today)
    clock = Clock()
    with progress() as advance:
        watched = clock.watching(advance)
        made = make_release(opened, folder, day, build_prose, jobs=jobs, clean=clean, key=sign_key, progress=watched)
    clock.lap("发布")
    unseen = () if made.outcome else (*made.examination.not_checked, phrase("unchecked-output"))
    report(made.findings, unseen)
    if profile:
        typer.echo("\n".join(clock.lines()), err=True)
    if not made.published or made.bundle is None or made.outcome is None:
        typer.echo(NOT_PUBLISHED, err=True)
        return FINDINGS_EXIT
    _say_what_was_made(made, made.bundle, made.outcome, folder, day)
    if made.outcome.reprint:
        say_what_to_print(made.outcome.reprint, folder, day)
    return 0


def _say_what_was_made(made: Release, bundle: Bundle, outcome: Outcome, folder: Path, day: date) -> None:
    pages = sum(each.path.startswith("site/") and each.path.endswith(".html") for each in bundle.artifacts)
    sheets = sum(each.media_type == PDF for each in bundle.artifacts)
    typer.echo(
        f"已生成（{day}）：{len(made.examination.approved)} 份名单 {made.examination.rows} 行，"
        f"{pages} 个数据页，{sheets} 份海报；"
        f"新做 {outcome.made}，沿用 {outcome.linked}，扫描 {outcome.scanned} 个文件。"
        f"网站 {folder / 'site' / 'index.html'}，打印室 {folder / 'print' / 'index.html'}"
    )


def say_what_to_print(found: Reprint, folder: Path, day: date) -> None:
    """A build that changes no poster leaves the list of the last one that did: perhaps nobody has printed it yet."""
    typer.echo("\n".join(summary(found)))
    if found.hang or found.take_down:
        try:
            (folder / FILE).write_text(full_list(found, day.isoformat()) + "\n", encoding="utf-8")
        except OSError as error:  # the release is live: this is no failure to publish
            typer.echo(f"{FILE} 写不了：{error.strerror}", err=True)
