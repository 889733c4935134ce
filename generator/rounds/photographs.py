"""Posting photographs: `data/rounds/<round>/photos/<village code>-<day>-posted.jpg` and `…-taken_down.jpg`.

Evidence that a list hung where and as long as the rules ask (《社会救助法》第四十五条).
They stay with the office and its archive; nothing publishes them.
"""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Literal

from generator.approvals import Statement
from generator.gates.approval import Approved
from generator.kinds import STAGE_TITLES
from generator.office import Office, Village
from generator.project import Project

_NAME = re.compile(r"([0-9]{12})-([0-9]{4}-[0-9]{2}-[0-9]{2})-(posted|taken_down)\.jpg")


@dataclass(frozen=True)
class Photograph:
    path: Path
    village: str
    day: date
    event: Literal["posted", "taken_down"]


def photographs(project: Project, round_name: str, office: Office) -> tuple[tuple[Photograph, ...], tuple[str, ...]]:
    """The photographs of a round, and the names of files that are not called as photographs are."""
    folder = project.root / "data" / "rounds" / round_name / "photos"
    codes = {village.code for village in office.registers.villages}
    found: list[Photograph] = []
    others: list[str] = []
    for path in sorted(folder.glob("*")):
        photograph = _photograph(path, codes)
        if photograph:
            found.append(photograph)
        elif not path.name.startswith("."):
            others.append(path.name)
    return tuple(found), tuple(others)


def _photograph(path: Path, codes: Collection[str]) -> Photograph | None:
    match = _NAME.fullmatch(path.name)
    if match is None or match[1] not in codes or not path.is_file():
        return None
    try:
        day = date.fromisoformat(match[2])
    except ValueError:
        return None
    return Photograph(path, match[1], day, "posted" if match[3] == "posted" else "taken_down")


def missing_photographs(
    approved: Collection[Approved], found: Collection[Photograph], office: Office, today: date
) -> Iterator[str]:
    """Which villages lack a photograph, a sentence for each stage: posted in its days, taken down after a notice."""
    stages: dict[str, list[Approved]] = {}
    for each in approved:
        stages.setdefault(each.statement.stage, []).append(each)
    for stage, lists in sorted(stages.items()):
        villages = [village for village in office.registers.villages if any(_names(each, village) for each in lists)]
        statements = [each.statement for each in lists]
        if without := [each.name for each in villages if not _was_posted(each.code, statements, found)]:
            yield f"{STAGE_TITLES[stage]}没有张贴照片的村（社区）：{'、'.join(without)}"
        ended = stage != "announcement" and all(each.last_day and each.last_day < today for each in statements)
        if ended and (without := [each.name for each in villages if not _was_taken_down(each.code, statements, found)]):
            yield f"{STAGE_TITLES[stage]}没有撤下照片的村（社区）：{'、'.join(without)}"


def _names(approved: Approved, village: Village) -> bool:
    column = approved.table.kind.village_column
    return column is not None and village.name in approved.table.values(column.name)


def _was_posted(code: str, statements: list[Statement], found: Collection[Photograph]) -> bool:
    first = min(each.first_day for each in statements)
    last = max(each.last_day or each.first_day for each in statements)
    return any((each.village, each.event) == (code, "posted") and first <= each.day <= last for each in found)


def _was_taken_down(code: str, statements: list[Statement], found: Collection[Photograph]) -> bool:
    last = min(each.last_day or each.first_day for each in statements)
    return any((each.village, each.event) == (code, "taken_down") and each.day >= last for each in found)
