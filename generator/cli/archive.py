"""`gongshi archive`"""

import os
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from generator.approvals import LEDGER
from generator.cli.common import FINDINGS_EXIT, ProjectOption, TodayOption, open_project, report, today_of
from generator.examination import Examination, examine
from generator.exceptions import ReleaseError, SetupError
from generator.findings import has_errors
from generator.gates.approval import Approved
from generator.kinds import STAGE_TITLES
from generator.project import Project
from generator.release.manifest import PUBLIC_NAME
from generator.release.sheets import posted_sheets
from generator.reports import said
from generator.rounds.archive import identifier, info, moment, payload, retention
from generator.rounds.bag import bag, write_folder, write_zip
from generator.rounds.photographs import missing_photographs, photographs

# What is published or read as the office's data; an archive with full names must never stand there.
_PUBLISHED = ("site", "print")
_READ = ("content", "data", "site_templates")


def archive(
    round_name: Annotated[str, typer.Argument(metavar="ROUND", help="哪一期，如 2026-11")],
    project: ProjectOption = Path(),
    out: Annotated[
        Path | None, typer.Option("--out", help="写成这个 .zip 文件或文件夹；默认是 archives/ROUND.zip")
    ] = None,
    sheets: Annotated[
        list[Path] | None,
        typer.Option("--sheets", help="从这里的 print/ 取海报，可以写几个；默认是 --project", file_okay=False),
    ] = None,
    today: TodayOption = None,
) -> int:
    """Write a round's lists, statements, signatures, posters and photographs as one bag for the archive."""
    opened = open_project(project)
    day = today_of(opened, today)
    target = Path(os.path.abspath(out)) if out else opened.root / "archives" / f"{round_name}.zip"
    examination = examine(opened, day)
    lists = _lists(opened, examination, round_name)
    office = examination.office
    if office is None or not lists:
        return FINDINGS_EXIT
    _check_target(opened, target)
    kept = retention(office, lists)
    if kept is None:
        raise SetupError("规则包里没有写名单档案的保管年限（retention_years），不知道要保管到哪天")
    pictures, others = photographs(opened, round_name, office)
    if others:
        names = "、".join(map(said, others))
        typer.echo(f"照片的名字应当是 村代码-日期-posted.jpg 或 村代码-日期-taken_down.jpg：{names}", err=True)
        return FINDINGS_EXIT
    posters = _posters(lists, sheets or [opened.root])
    files = payload(opened, office, lists, posters, pictures, kept)
    _write(target, identifier(office, round_name), bag(files, info(office, lists, kept)), lists)
    for reminder in (*_without_posters(lists, posters), *missing_photographs(lists, pictures, office, day)):
        typer.echo(f"提醒：{reminder}", err=True)
    signatures = sum(path.endswith(".sig") for path in files)
    typer.echo(
        f"已归档 {target}：{len(lists)} 份名单 {sum(each.statement.rows for each in lists)} 行，签名 {signatures} 个，"
        f"海报 {len(posters)} 张，照片 {len(pictures)} 张；至少保管 {kept.years} 年，到 {kept.until}。"
        "里面有真实姓名：只交档案保管人，不放进网站，不转发。"
    )
    return 0


def _lists(project: Project, examination: Examination, round_name: str) -> tuple[Approved, ...]:
    """The round's approved lists; none if one of its files has an error, which is reported.

    Raises `SetupError` if there is no such round or nothing in it.
    """
    folder = f"data/rounds/{round_name}/"
    if os.sep in round_name or not (project.root / folder / "round.yaml").is_file():
        raise SetupError(f"没有 {said(round_name)} 这一期（data/rounds/ 下的文件夹）")
    concerned = [each for each in examination.findings if each.place.file.startswith((folder, LEDGER))]
    if examination.office is None:
        concerned = list(examination.findings)
    report(concerned)
    if has_errors(concerned):
        typer.echo("没有归档：这一期还有没批准或者有问题的名单。", err=True)
        return ()
    lists = tuple(each for each in examination.approved if each.statement.round == round_name)
    if not lists:
        raise SetupError(f"{round_name} 这一期还没有名单")
    return tuple(sorted(lists, key=lambda each: each.line))


def _check_target(project: Project, target: Path) -> None:
    """Raises `SetupError` if the archive would stand where it is published or read as data, or where something is."""
    for path in {target, target.resolve()}:
        for folder in path.parents:
            released = folder.name in _PUBLISHED and (folder.parent / ".build").is_dir()
            released = released or ".build" in folder.parts or (folder / PUBLIC_NAME).is_file()
            read = folder.parent == project.root and folder.name in (*_PUBLISHED, *_READ)
            if released or read:
                raise SetupError(
                    "档案里有真实姓名，不能写进 site/、print/、.build/、content/、data/ 或 site_templates/"
                )
    if target.exists():
        raise SetupError(f"{target} 已经在那里，不覆盖；换个名字（--out）或先移走")


def _posters(lists: Sequence[Approved], folders: Sequence[Path]) -> dict[str, bytes]:
    slugs = [each.table.listing.slug for each in lists]
    found: dict[str, bytes] = {}
    for folder in folders:
        found |= posted_sheets(Path(os.path.abspath(folder)), slugs)
    return found


def _without_posters(lists: Sequence[Approved], posters: dict[str, bytes]) -> Iterator[str]:
    """A public notice is no longer in the release once it has ended; a build for one of its days has it again."""
    without: dict[date, list[str]] = {}
    for each in lists:
        listing, kind = each.table.listing, each.table.kind
        hangs = any("board" in poster.channels for poster in kind.posters)
        if hangs and not any(name.startswith(f"{listing.slug}-") for name in posters):
            without.setdefault(each.statement.first_day, []).append(f"{kind.title}{STAGE_TITLES[listing.stage]}")
    for day, titles in sorted(without.items()):
        yield (
            f"当前版本里没有这些海报：{'、'.join(titles)}。"
            f"先用 gongshi build --today {day} --out 别处 生成，再加上 --sheets 别处 归档"
        )


def _write(target: Path, name: str, files: dict[str, bytes], lists: Sequence[Approved]) -> None:
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        if target.suffix == ".zip":
            write_zip(target, name, files, moment(lists))
        else:
            write_folder(target, files)
    except OSError as error:
        raise ReleaseError(f"写不了 {target}：{error.strerror}") from error
