"""`gongshi build`"""

import importlib
import os
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from generator.cli.common import (
    CPUS,
    JobsOption,
    OutOption,
    ProjectOption,
    SignKeyOption,
    TodayOption,
    open_project,
    out_folder,
)
from generator.exceptions import SetupError
from generator.project import PACKAGED
from generator.release.reprint import UNCHANGED
from generator.release.unchanged import inputs_digest, is_live, remember
from generator.today import SHANGHAI


def build(
    project: ProjectOption = Path(),
    out: OutOption = None,
    today: TodayOption = None,
    jobs: JobsOption = CPUS,
    clean: Annotated[bool, typer.Option("--clean", help="全部重新生成")] = False,
    sign_key: SignKeyOption = None,
    profile: Annotated[bool, typer.Option("--profile", help="显示每一步用的时间")] = False,
    executor: Annotated[str, typer.Option("--executor", help="县项目的乡镇交给别的机器做：dask://主机:端口")] = "",
) -> int:
    """Check, make the site and the posters, scan them, and switch to the new release at once."""
    opened = open_project(project)
    folder = out_folder(opened, out)
    # The day by the clock, although the office may choose another: that stands in its settings.
    day = today or os.environ.get("SOURCE_DATE_EPOCH") or str(datetime.now(UTC).astimezone(SHANGHAI).date())
    key = sign_key.read_text(encoding="utf-8", errors="replace") if sign_key else ""
    inputs = inputs_digest((opened.root, PACKAGED), (day, key))
    if not clean and is_live(folder, inputs):
        typer.echo("和上次生成时相比什么都没有变，线上就是最新的版本。上次的提醒可以用 gongshi check 再看。")
        typer.echo(UNCHANGED)
        return 0
    # Only now, because to import what makes a release takes a second.
    if (opened.root / "townships").is_dir():
        release_county = importlib.import_module("generator.cli.make_county").release_county
        release = partial(release_county, executor=executor)
    elif executor:
        raise SetupError("--executor 只用在有 townships/ 的县项目里")
    else:
        release = importlib.import_module("generator.cli.make_release").release_office
    code: int = release(opened, folder, today, jobs=jobs, clean=clean, sign_key=sign_key, profile=profile)
    if code == 0:
        remember(folder, inputs)
    return code
