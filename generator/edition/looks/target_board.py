"""How far the year's targets are: a bar for each, with its deadline and what proves it."""

from collections.abc import Iterator

from generator.columns.date import show as day
from generator.edition import blocks
from generator.edition.edition import AnyEdition, Edition
from generator.edition.progress import BEGUN, DONE, LATE, NOT_BEGUN, Target, targets
from generator.edition.sheets import Content, Sheet, of_notices
from generator.kinds import Kind
from generator.notices import AnyNotice, N
from generator.rendering import Press


def sheets(edition: Edition[N], press: Press) -> Iterator[Sheet]:
    yield from of_notices("target_board", edition, press, _content, blocks.texts)


def _content(notice: AnyNotice, kind: Kind, edition: AnyEdition, press: Press) -> Content:
    found, facts = targets(kind, notice), notice.facts
    by_status = {
        press.wording("target_status", status=status): [each for each in found if each.status == status]
        for status in (LATE, BEGUN, NOT_BEGUN, DONE)
    }
    return {
        "introduction": f"一共{facts.count}{facts.entry_unit}任务，情况截至{day(facts.first_day)}。",
        "totals": [
            {"title": title, "text": str(len(some)), "unit": facts.entry_unit}
            for title, some in by_status.items()
            if some
        ],
        "sections": [
            section
            for title, some in by_status.items()
            for section in blocks.section(title, blocks.bars(map(_bar, some)))
        ],
    }


def _bar(target: Target) -> tuple[str, str, float, str]:
    done = f"{target.actual}{target.unit}，目标{target.target}{target.unit}"
    note = "；".join(filter(None, (done, f"{target.due}以前完成", target.evidence)))
    return target.task, target.completed, target.share, note
