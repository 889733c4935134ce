"""`gongshi diff`"""

import difflib
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from generator.cli.common import FINDINGS_EXIT, ProjectOption, office_and_kinds, open_project, report, unbroken_ledger
from generator.examination import read_tables
from generator.findings import has_errors
from generator.office import Office
from generator.reports import said
from generator.rounds.approved import approved_lists
from generator.rounds.diff import difference
from generator.rounds.diff_report import json_text, text_lines


class Format(StrEnum):
    text = "text"
    json = "json"


def diff(
    before: Annotated[str, typer.Argument(metavar="ROUND", help="前一轮，如 2026-10")],
    after: Annotated[str, typer.Argument(metavar="ROUND", help="后一轮，如 2026-11")],
    project: ProjectOption = Path(),
    form: Annotated[Format, typer.Option("--format", help="text 表格，json 给程序用")] = Format.text,
) -> int:
    """Compare the approved lists of two rounds: counts and sums, no names."""
    opened = open_project(project)
    office, kinds = office_and_kinds(opened)
    rounds = _known(before, office), _known(after, office)
    if before == after:
        raise typer.BadParameter("两轮要不一样，才能比较")
    listings, tables, unread = read_tables(opened, kinds)
    of_both = (table for table in tables if table.listing.round in rounds)
    approved, unapproved = approved_lists(of_both, office, unbroken_ledger(opened))
    folders = tuple(f"data/rounds/{name}/" for name in rounds)
    findings = [*(each for each in unread if each.place.file.startswith(folders)), *unapproved]
    report(findings)
    found = difference(approved, listings, office, kinds, rounds)
    typer.echo("\n".join(text_lines(found, office, kinds)) if form is Format.text else json_text(found, kinds))
    return FINDINGS_EXIT if has_errors(findings) else 0


def _known(name: str, office: Office) -> str:
    if name in office.rounds:
        return name
    near = difflib.get_close_matches(name, office.rounds, n=1)
    hint = f"是不是想写“{near[0]}”？" if near else ""
    raise typer.BadParameter(f"没有“{said(name)}”这一轮。{hint}已有：{'、'.join(office.rounds)}")
