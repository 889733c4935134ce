"""Walls: which sheets hang on which panel of a wall set, in which size, and what a panel still lacks."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from generator.artifacts import digest
from generator.edition import blocks
from generator.edition.edition import Edition
from generator.edition.sheets import UNDATED, Sheet, common
from generator.notices import BoardNotice
from generator.office.wall_sets import Panel, WallSet

LOOK = "wall_set"
# The contents sheet of a set is for the office's own printer.
_SIZE = "A4"
_COLUMNS = (("序号", "center"), ("展板", "left"), ("尺寸", "left"), ("份数", "right"), ("内容", "left"))


@dataclass(frozen=True)
class Hung:
    """A panel and the sheets that go on it; none if nothing that may be shown today is there."""

    panel: Panel
    sheets: tuple[Sheet, ...]


def hung(wall_set: WallSet, sheets: Sequence[Sheet]) -> tuple[Hung, ...]:
    """Every panel of a set in its order; of several looks of one source it shows the one it names, or the first."""
    return tuple(Hung(panel, _of(panel, sheets)) for panel in wall_set.panels)


def with_walls(edition: Edition[BoardNotice], sheets: Sequence[Sheet]) -> Iterator[Sheet]:
    """For each wall set its contents, and the sheets, also in the sizes that panels ask for."""
    sets = {name: hung(wall_set, sheets) for name, wall_set in edition.office.wall_sets.items()}
    asked = _asked(each for panels in sets.values() for each in panels)
    for name, panels in sets.items():
        yield _contents(edition, name, edition.office.wall_sets[name], panels)
    for sheet in sheets:
        yield replace(sheet, sizes=tuple(dict.fromkeys((*sheet.sizes, *asked.get(_key(sheet), ())))))


def wall(edition: Edition[BoardNotice], sheets: Sequence[Sheet], name: str) -> Iterator[Sheet]:
    """One set alone: its contents, and what hangs on its panels, only in the sizes they ask for."""
    asked = _asked(hung(edition.office.wall_sets[name], sheets))
    for sheet in sheets:
        if sheet.look == LOOK and sheet.name == f"{LOOK}-{name}":
            yield sheet
        if _key(sheet) in asked:
            yield replace(sheet, sizes=tuple(dict.fromkeys(asked[_key(sheet)])))


def lacking(panels: Sequence[Hung]) -> tuple[Panel, ...]:
    """The panels on which nothing hangs."""
    return tuple(each.panel for each in panels if not each.sheets)


def _key(sheet: Sheet) -> tuple[str, str]:
    return sheet.look, sheet.name


def _asked(panels: Iterable[Hung]) -> dict[tuple[str, str], list[str]]:
    """The sizes that panels ask for, by look and name of the sheet."""
    asked: dict[tuple[str, str], list[str]] = {}
    for each in panels:
        for sheet in each.sheets:
            asked.setdefault(_key(sheet), []).append(each.panel.size)
    return asked


def _of(panel: Panel, sheets: Sequence[Sheet]) -> tuple[Sheet, ...]:
    """The sheets of a panel's source in the look it names, otherwise in the first look of its kind."""
    found = [each for each in sheets if panel.source in each.sources]
    if panel.look:
        return tuple(each for each in found if each.look == panel.look)
    return tuple(each for each in found if each.facts is None or each.name == each.facts.slug)


def _contents(edition: Edition[BoardNotice], name: str, wall_set: WallSet, panels: tuple[Hung, ...]) -> Sheet:
    title = f"{wall_set.title}：一套{len(panels)}块"
    missing = [panel.title for panel in lacking(panels)]
    rows = [_row(number, each, edition) for number, each in enumerate(panels, start=1)]
    said = f"还缺{len(missing)}块：{'、'.join(missing)}。" if missing else "每一块都有内容。"
    content = {
        **common(edition, title, ""),
        "subtitle": f"挂在{wall_set.wall}",
        "contacts": [],
        "style": edition.office.printing.style,
        "introduction": "",
        "sections": [
            *blocks.section("从左到右", blocks.table(_COLUMNS, rows)),
            *blocks.section("齐不齐", blocks.text(said)),
            *blocks.section("依据", blocks.text(wall_set.source)),
        ],
    }
    return Sheet(
        look=LOOK,
        name=f"{LOOK}-{name}",
        title=title,
        content=content,
        texts=(title, *blocks.texts(content)),
        sizes=(_SIZE,),
        published=UNDATED,
        parts={"title": title, "village": "", "list": digest(content)},
    )


def _row(number: int, each: Hung, edition: Edition[BoardNotice]) -> list[str]:
    titles = [sheet.title for sheet in each.sheets]
    what = "还没有" if not titles else titles[0] if len(titles) == 1 else f"{titles[0]}等{len(titles)}份"
    return [str(number), each.panel.title, edition.office.sizes[each.panel.size].title, str(len(titles)), what]
