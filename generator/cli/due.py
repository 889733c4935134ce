"""`gongshi due`"""

from datetime import timedelta
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from generator.cli.common import (
    FINDINGS_EXIT,
    ProjectOption,
    TodayOption,
    office_and_kinds,
    open_project,
    report,
    today_of,
    unbroken_ledger,
    write_output,
)
from generator.examination import read_prose, read_tables
from generator.findings import has_errors
from generator.rounds.affairs import Affairs
from generator.rounds.approved import approved_lists
from generator.rounds.due import due as find_due
from generator.rounds.due import text_lines
from generator.texts import all_texts

_FIVE_YEARS = 5 * 366


class Format(StrEnum):
    text = "text"
    ics = "ics"


def due(
    project: ProjectOption = Path(),
    days: Annotated[int, typer.Option("--days", min=0, max=_FIVE_YEARS, help="看今后多少天")] = 14,
    today: TodayOption = None,
    form: Annotated[Format, typer.Option("--format", help="text 文字，ics 导入手机或电脑日历")] = Format.text,
    output: Annotated[Path | None, typer.Option("--output", help="写进这个文件", dir_okay=False)] = None,
) -> int:
    """Say what begins, ends or must be done in the next days."""
    opened = open_project(project)
    office, kinds = office_and_kinds(opened)
    live = {name: kind for name, kind in kinds.items() if kind.state == "live"}
    day = today_of(opened, today)
    _, tables, unread = read_tables(opened, live)
    approved, unapproved = approved_lists(tables, office, unbroken_ledger(opened))
    prose, unreadable = read_prose(opened)
    findings = [*unread, *unapproved, *unreadable]
    report(findings)
    affairs = Affairs(
        office=office,
        kinds=live,
        approved=approved,
        texts=tuple(all_texts(tables, live, office, prose)),
        tables=tables,
        today=day,
        until=day + timedelta(days=days),
    )
    found = find_due(affairs)
    if form is Format.ics:
        # Only this format needs the library.
        from generator.rounds.due_calendar import calendar_bytes

        content: str | bytes = calendar_bytes(found, office.settings)
    else:
        content = "\n".join(text_lines(found, affairs))
    if output:
        write_output(output, content)
    else:
        typer.echo(content, nl=isinstance(content, str))
    return FINDINGS_EXIT if has_errors(findings) else 0
