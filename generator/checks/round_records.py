"""The record of a round agrees with its folder and with itself.

Why: title, decision and days of `round.yaml` stand on every notice of the month.
A record copied from last month publishes last month's decision;
国办秘函〔2019〕19号 treats a false date of publication as a veto item.
"""

import re
from collections.abc import Iterator
from datetime import date

from generator.checks import Scope
from generator.findings import Finding, finding, phrase
from generator.kinds.model import STAGE_TITLES
from generator.office import Round, RoundStage
from generator.office.calendar import months_later
from generator.texts import round_place

_FOLDER = re.compile(r"(20[0-9]{2})-(0[1-9]|1[0-2])")
_BEFORE, _AFTER = -1, 2
_PRESENT = (("document_number", "文号"), ("minutes", "会议记录"), ("decided_by", "决定机关"))


def check_office(scope: Scope) -> Iterator[Finding]:
    for name, record in scope.office.rounds.items():
        folder = _FOLDER.fullmatch(name)
        if not folder:
            yield finding("round-folder", round_place(name), folder=name)
            continue
        month = date(int(folder[1]), int(folder[2]), 1)
        title = f"{month.year}年{month.month}月"
        if title not in record.title:
            yield finding("round-title", round_place(name), expected=title)
        for stage_name, stage in record.stages.items():
            yield from _stage_findings(name, stage_name, stage, month)
        yield from _order(name, record)


def _stage_findings(name: str, stage_name: str, stage: RoundStage, month: date) -> Iterator[Finding]:
    spoken = STAGE_TITLES.get(stage_name, stage_name)
    for key, title in _PRESENT:
        if not getattr(stage, key).strip():
            yield finding("round-incomplete", round_place(name), stage=spoken, missing=title)
    if stage.decided_on > stage.first_day:
        yield finding("round-days", round_place(name), stage=spoken, reason=phrase("round-decided-late"))
    if stage.published[:10] != stage.first_day.isoformat():
        yield finding("round-days", round_place(name), stage=spoken, reason=phrase("round-published-other-day"))
    # A round may begin in the last days of the month before, and be announced late, but not in another year.
    if not months_later(month, _BEFORE) <= stage.first_day < months_later(month, _AFTER):
        yield finding("round-days", round_place(name), stage=spoken, reason=phrase("round-other-month"))


def _order(name: str, record: Round) -> Iterator[Finding]:
    """先公示，后公布."""
    notice, announcement = record.stages.get("public_notice"), record.stages.get("announcement")
    if notice and announcement and announcement.decided_on <= notice.first_day:
        spoken = STAGE_TITLES["announcement"]
        yield finding("round-days", round_place(name), stage=spoken, reason=phrase("round-announced-first"))
