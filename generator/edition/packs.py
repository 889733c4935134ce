"""Village packs: everything that hangs in a village now, in one document, behind a list to tick off while posting."""

from collections.abc import Iterator, Sequence
from typing import Any

from generator.artifacts import digest
from generator.columns.date import show as day
from generator.edition.edition import Edition
from generator.edition.sheets import Sheet, common
from generator.notices import BoardNotice, Facts
from generator.office import Village

LOOK = "village_pack"
# What a village hangs are lists; the printer of an office takes A4.
_PACKED, _SIZE = "notice_list", "A4"
_COLUMNS = ("序号", "张贴内容", "张贴日", "撤下日", "贴好", "撤下", "拍照")


def packs(edition: Edition[BoardNotice], sheets: Sequence[Sheet]) -> Iterator[Sheet]:
    """A pack for each village that has something to hang."""
    by_village: dict[str, list[tuple[Sheet, Facts]]] = {}
    for each in sheets:
        if each.look == _PACKED and each.village_code and each.facts:
            by_village.setdefault(each.village_code, []).append((each, each.facts))
    for village in edition.office.registers.villages:
        if village.code in by_village:
            yield _pack(edition, village, by_village[village.code])


def _pack(edition: Edition[BoardNotice], village: Village, packed: list[tuple[Sheet, Facts]]) -> Sheet:
    title = f"{village.name}张贴材料"
    rows = [_row(number, facts) for number, (_, facts) in enumerate(packed, start=1)]
    content: dict[str, Any] = {
        **common(edition, title, ""),
        "style": edition.office.printing.style,
        "introduction": f"一共{len(packed)}份，按这张单子贴在{village.board}。贴好、撤下都写上日期，拍一张照片留底。",
        "columns": [{"title": each} for each in _COLUMNS],
        "rows": rows,
        "sheets": [sheet.content for sheet, _ in packed],
    }
    untils = [sheet.until for sheet, _ in packed if sheet.until]
    return Sheet(
        look=LOOK,
        name=village.code,
        folder="packs",
        title=title,
        content=content,
        texts=(title, *(text for row in rows for text in row), *(text for sheet, _ in packed for text in sheet.texts)),
        sizes=(_SIZE,),
        published=max(sheet.published for sheet, _ in packed),
        parts={"title": title, "village": village.name, "list": digest(rows)},
        village_code=village.code,
        village=village.name,
        until=min(untils, default=None),
        notices=tuple(sorted({address for sheet, _ in packed for address in sheet.notices})),
    )


def _row(number: int, facts: Facts) -> list[str]:
    """The last three cells are for the hand."""
    name = f"{facts.title.removeprefix(facts.village)}，{facts.count}{facts.entry_unit}"
    return [str(number), name, day(facts.first_day), day(facts.last_day) if facts.last_day else "长期", "", "", ""]
