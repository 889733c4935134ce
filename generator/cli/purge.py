"""`gongshi purge`"""

from pathlib import Path

import typer

from generator.cli.common import (
    OutOption,
    ProjectOption,
    SignKeyOption,
    TodayOption,
    open_project,
    out_folder,
    today_of,
)
from generator.release.purge import purge_release


def purge(
    project: ProjectOption = Path(), out: OutOption = None, today: TodayOption = None, sign_key: SignKeyOption = None
) -> int:
    """Take down what has passed its last day, whatever the state of the data; fit for a timer."""
    opened = open_project(project)
    day = today_of(opened, today)
    expired = purge_release(out_folder(opened, out), day, sign_key)
    typer.echo(f"撤下 {len(expired)} 个到期的文件（{day}）。" if expired else f"没有到期的内容（{day}）。")
    return 0
