"""`gongshi purge`"""

from pathlib import Path

import typer

from generator.cli.common import (
    FINDINGS_EXIT,
    OutOption,
    ProjectOption,
    SignKeyOption,
    TodayOption,
    open_project,
    out_folder,
    report,
    today_of,
)
from generator.county import withdrawn_of
from generator.release.purge import purge_release


def purge(
    project: ProjectOption = Path(), out: OutOption = None, today: TodayOption = None, sign_key: SignKeyOption = None
) -> int:
    """Take down what has passed its last day or was withdrawn, whatever the state of the data; fit for a timer."""
    opened = open_project(project)
    day = today_of(opened, today)
    withdrawn, findings = withdrawn_of(opened)
    down = purge_release(out_folder(opened, out), day, withdrawn, sign_key)
    typer.echo(f"撤下 {len(down)} 个到期或撤回的文件（{day}）。" if down else f"没有到期或撤回的内容（{day}）。")
    report(findings)
    return FINDINGS_EXIT if findings else 0
