"""Which posters there are, and their sheets: size, number, margins, legibility."""

from collections import Counter
from pathlib import Path

import pytest
import yaml

from generator.kinds import Kind
from tests.conftest import REPOSITORY
from tests.posters.contents import BOARDS
from tests.posters.reading import POINTS_PER_MM, Poster, compact, outside, overlapping
from tests.posters.sources import Notice

pytestmark = pytest.mark.xdist_group("posters")


def test_every_current_notice_has_its_posters_and_no_other_has_any(posters: list[Poster], notices: dict[str, Notice]):
    wanted = {
        ({"board": "print", "web": "site"}[channel], notice.slug, size)
        for notice in notices.values()
        for spec in notice.kind.posters
        if spec.look == notice.look
        for channel in spec.channels
        for size in spec.sizes
    }
    assert {(each.channel, each.slug, each.size) for each in posters} == wanted
    assert len(notices) > 100


def test_every_board_is_there(built: Path, every_poster: list[Poster], kinds: dict[str, Kind]):
    """Of each current record or list that has one, and of the office itself, in the sizes asked for."""
    wanted = set()
    for kind in kinds.values():
        approved = (REPOSITORY / "data" / "standing" / kind.id).glob("*.approval.json")
        names = [path.name.removesuffix(".approval.json") for path in approved]
        pages = [name for name in names if (built / "site" / kind.id / f"{name}.html").is_file()]
        for spec in kind.posters:
            if spec.look in BOARDS:
                name = "" if spec.look == kind.posters[0].look else f"-{spec.look}"
                wanted |= {(f"{kind.id}-{page}{name}", size) for page in pages for size in spec.sizes}
    printed = yaml.safe_load((REPOSITORY / "data" / "print.yaml").read_text(encoding="utf-8"))["sheets"]
    found = {(each.slug, each.size) for each in every_poster}
    assert len(wanted) > 50
    assert wanted <= found
    looks = {(slug.split("-")[0], size) for slug, size in found}
    assert {(look, size) for look, asked in printed.items() if look in BOARDS for size in asked["sizes"]} <= looks


def test_every_sheet_has_the_size_that_was_asked_for(every_poster: list[Poster], sizes: dict[str, dict]):
    wrong = {
        (each.path.name, sheet.width, sheet.height)
        for each in every_poster
        for sheet in each.sheets
        if abs(sheet.width - sizes[each.size]["width"] * POINTS_PER_MM) > 0.1
        or abs(sheet.height - sizes[each.size]["height"] * POINTS_PER_MM) > 0.1
    }
    assert not wrong


def test_sheets_are_counted(every_poster: list[Poster]):
    wrong = [
        (each.path.name, number)
        for each in every_poster
        for number, sheet in enumerate(each.sheets, start=1)
        if f"第{number}张共{len(each.sheets)}张" not in compact("".join(sheet.lines))
    ]
    assert not wrong


def test_a_wall_board_is_one_sheet(every_poster: list[Poster], sizes: dict[str, dict]):
    """A board cannot be continued; only lists for the printer may run over sheets."""
    boards = [each for each in every_poster if sizes[each.size]["width"] >= 400]
    assert boards
    assert not [each.path.name for each in boards if len(each.sheets) != 1]


def test_no_sheet_is_without_entries(lists: list[tuple[Poster, Notice]]):
    wrong = [
        poster.path.name
        for poster, notice in lists
        if not all(" ".join(notice.page.titles) in sheet.lines for sheet in poster.sheets)
    ]
    assert not wrong


def test_text_keeps_to_the_margins(every_poster: list[Poster], sizes: dict[str, dict]):
    """Only the mark of sample data stands in the frame, once on each sheet."""
    for each in every_poster:
        edge = sizes[each.size]["margin"] * POINTS_PER_MM - 0.5
        for sheet in each.sheets:
            assert outside(sheet, edge) == "示例数据", each.path.name
            assert outside(sheet, 0) == ""


def test_no_text_is_smaller_than_the_size_allows(every_poster: list[Poster], sizes: dict[str, dict]):
    small = Counter(
        (each.path.name, char.text, round(char.size, 2))
        for each in every_poster
        for sheet in each.sheets
        for char in sheet.chars
        if char.size < sizes[each.size]["min"] - 0.01
    )
    assert not small


def test_no_text_covers_other_text(every_poster: list[Poster]):
    wrong = [
        (each.path.name, pairs[:3]) for each in every_poster for sheet in each.sheets if (pairs := overlapping(sheet))
    ]
    assert not wrong
