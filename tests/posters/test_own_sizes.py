"""Looks with sizes of their own: cards to cut, sheets to fold, official documents."""

import re
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from math import ceil
from multiprocessing import get_context
from pathlib import Path

import pytest
from fontTools.subset import Subsetter
from fontTools.ttLib import TTFont

from generator.office.printing import load_printing
from generator.project import Project
from generator.rendering.faces import official_faces, substituted
from generator.rendering.typst import compile_poster
from tests.conftest import REPOSITORY
from tests.posters.contents import Content, bare
from tests.posters.own_contents import DEMO, OWN, said
from tests.posters.reading import POINTS_PER_MM, Char, Sheet, compact, outside, overlapping, read_sheets
from tests.posters.soundness import complaints
from tests.posters.test_looks import LOOKS, OWN_SIZES, PUBLISHED, written

pytestmark = pytest.mark.xdist_group("looks")
PAIRS = [(look, name) for name, size in OWN_SIZES.items() for look in size.looks]
# How many of its things a look has on a page; those of the others are one document.
ON_A_PAGE = {"A4-badges": 10, "A4-spines": 5}
ONE_DOCUMENT = ("leaflet", "folded_leaflet", "official_document", "book")

every_pair = pytest.mark.parametrize(("look", "size"), PAIRS)


@pytest.mark.parametrize("style", ["formal", "plain", "contrast"])
@every_pair
def test_nothing_is_lost_or_out_of_place(look: str, size: str, style: str, fonts: tuple[Path, ...], tmp_path: Path):
    content = OWN[look](_size(size), 8) | {"style": style}
    pdf = compile_poster(LOOKS / f"{look}.typ", fonts, content, PUBLISHED)
    sheets = read_sheets(pdf)
    assert complaints(written(pdf, tmp_path)) == []
    text = compact("".join(line for sheet in sheets for line in sheet.lines))
    for each, times in Counter(map(compact, said(look, content))).items():
        assert text.count(each) >= times, each
    for sheet in sheets:
        assert abs(sheet.width - content["size"]["width"] * POINTS_PER_MM) < 0.1
        assert abs(sheet.height - content["size"]["height"] * POINTS_PER_MM) < 0.1
        # The mark of sample data may stand in the frame.
        assert set(outside(sheet, content["size"]["margin"] * 0.75 * POINTS_PER_MM)) <= set(DEMO)
        assert not overlapping(sheet)
        assert min(each.size for each in sheet.chars) > content["size"]["min"] - 0.01
    if look not in ONE_DOCUMENT:
        assert len(sheets) == ceil(8 / ON_A_PAGE.get(size, 1))


@every_pair
def test_the_mark_of_sample_data_is_on_every_thing(look: str, size: str, fonts: tuple[Path, ...]):
    text = "".join("".join(sheet.lines) for sheet in _sheets(look, OWN[look](_size(size), 4), fonts))
    assert text.count(DEMO) >= {"desk_sign": 8, "leaflet": 1, "folded_leaflet": 1, "book": 1}.get(look, 4)
    assert DEMO not in "".join(_sheets(look, OWN[look](_size(size), 1) | {"demo": ""}, fonts)[0].lines)


@every_pair
def test_optional_parts_may_be_empty(look: str, size: str, fonts: tuple[Path, ...]):
    assert _sheets(look, bare(OWN[look](_size(size), 1)), fonts)


@every_pair
def test_the_same_content_gives_the_same_bytes(look: str, size: str, fonts: tuple[Path, ...]):
    """Again here, and in a process that has compiled nothing before."""
    arguments = (LOOKS / f"{look}.typ", fonts, OWN[look](_size(size), 2), PUBLISHED)
    with ProcessPoolExecutor(1, get_context("spawn")) as other:
        assert other.submit(compile_poster, *arguments).result() == compile_poster(*arguments)


@pytest.mark.parametrize("size", [size for look, size in PAIRS if look == "desk_sign"])
def test_both_faces_of_a_desk_sign_read_right(size: str, fonts: tuple[Path, ...]):
    """Folded in the middle, the upper half is the lower one turned by 180°."""
    for sheet in _sheets("desk_sign", OWN["desk_sign"](_size(size), 4), fonts):
        middle = sheet.height / 2
        lower = sorted(_place(each) for each in sheet.chars if each.top < middle)
        upper = sorted(_place(_turned(each, sheet)) for each in sheet.chars if each.bottom > middle)
        assert len(lower) + len(upper) == len(sheet.chars)
        assert [each[2] for each in lower] == [each[2] for each in upper]
        for one, other in zip(lower, upper, strict=True):
            assert abs(one[0] - other[0]) < 1 and abs(one[1] - other[1]) < 1


@pytest.mark.parametrize(
    ("look", "size", "card"), [("badge", "A4-badges", (90, 54)), ("ledger_spine", "A4-spines", (40, 290))]
)
def test_no_cut_goes_through_a_letter(look: str, size: str, card: tuple[int, int], fonts: tuple[Path, ...]):
    """Cards lie edge to edge in the middle of the sheet, and every letter is at least 1 mm from each cut."""
    width, height = (each * POINTS_PER_MM for each in card)
    for sheet in _sheets(look, OWN[look](_size(size), 8), fonts):
        left = (sheet.width - int(sheet.width / width) * width) / 2
        bottom = (sheet.height - int(sheet.height / height) * height) / 2
        for each in sheet.chars:
            assert _apart(each.left - left, each.right - left, width), each
            assert _apart(each.bottom - bottom, each.top - bottom, height), each


def test_a_folded_sheet_is_read_in_order(fonts: tuple[Path, ...]):
    """Outside: flap (97 mm), back, cover (100 mm each); inside the same from the other side, read from the left."""
    content = OWN["folded_leaflet"](_size("A4-trifold"), 6)
    front, reverse = _sheets("folded_leaflet", content, fonts)
    flap, back, cover = _panels(front, (97, 197))
    assert content["title"] in compact(cover) and "到哪里办、问谁" in flap and "谁可以申请" in flap
    assert compact(content["url"]) in compact(back) and "谁批准的" in back
    inside = compact("".join(_panels(reverse, (100, 200))))
    titles = [block["title"] for block in content["blocks"]]
    assert sorted(titles, key=inside.index) == titles


def test_an_official_document_keeps_to_the_standard(fonts: tuple[Path, ...]):
    """A text block of 156 × 225 mm, 28 characters to a line, lines 225/22 mm apart, the day four characters in."""
    sheets = _sheets("official_document", OWN["official_document"](_size("GBT9704"), 2), fonts)
    for number, sheet in enumerate(sheets, start=1):
        inner, outer = (28, 26) if number % 2 else (26, 28)
        top, bottom = sheet.height - 37 * POINTS_PER_MM, 35 * POINTS_PER_MM
        text = [each for each in sheet.chars if bottom < each.bottom and each.top < top + 1]
        assert min(each.left for each in text) > inner * POINTS_PER_MM - 1
        assert max(each.right for each in text) < sheet.width - outer * POINTS_PER_MM + 1
        folio = "".join(each.text for each in sheet.chars if each.top < bottom)
        assert folio == f"—{number}—"
        side = [each.left for each in sheet.chars if each.top < bottom]
        assert (min(side) > sheet.width / 2) == bool(number % 2)
    lines = [line for line in sheets[0].lines + sheets[1].lines if line.startswith("打电话")]
    assert {len(line) for line in lines} <= {26, 27, 28}
    sheet = sheets[1]
    day = next(line for line in sheet.lines if compact(line) == "2026年10月30日")
    assert day
    written = "".join(each.text for each in sheet.chars)
    last = sheet.chars[written.index("2026年10月30日") + len("2026年10月30日") - 1]
    edge = sheet.width - 28 * POINTS_PER_MM
    assert 3.8 * 16 < edge - last.right < 4.3 * 16


def test_a_book_tells_the_page_of_every_chapter_and_document(fonts: tuple[Path, ...]):
    content = OWN["book"](_size("A4-book"), 2)
    pages = [compact("".join(sheet.lines)) for sheet in _sheets("book", content, fonts)]
    for name, chapter in zip("一二三", content["chapters"], strict=True):
        title = compact(f"第{name}章{chapter['title']}")
        first = next(number for number, text in enumerate(pages, start=1) if number > 2 and title in text)
        assert re.search(re.escape(title) + rf"\.*{first}(?![0-9])", pages[1]), title
    documents = [section["title"] for chapter in content["chapters"] for section in chapter["sections"]]
    assert sum(pages[-1].count(compact(title)) for title in set(documents)) == len(documents)


def test_the_cabinet_holds_the_books_that_the_page_tells_of():
    page = (REPOSITORY / "content" / "ledgers.md").read_text(encoding="utf-8")
    printing, _ = load_printing(Project(REPOSITORY))
    assert list(printing.cabinet.books) == re.findall(r"^\d+\. \*\*(.+?)\*\*", page, re.MULTILINE)


def test_every_chapter_of_the_sample_has_a_source():
    printing, _ = load_printing(Project(REPOSITORY))
    for chapter in (each for book in printing.books.values() for each in book.chapters):
        if chapter.page:
            assert (REPOSITORY / chapter.page).is_file()
        elif not chapter.register_name:
            assert list((REPOSITORY / "data" / "standing").glob(f"{chapter.kind or chapter.list}*")), chapter.title


def test_an_offices_own_faces_come_first(tmp_path: Path, fonts: tuple[Path, ...]):
    _font(tmp_path / "fs.otf", "FangSong_GB2312", fonts)
    assert official_faces((tmp_path, *fonts))["body"] == "FangSong_GB2312"
    assert [face.title for face in substituted((tmp_path, *fonts))] == ["小标宋", "黑体", "楷体"]
    assert len(substituted(fonts)) == 4


def _sheets(look: str, content: Content, fonts: tuple[Path, ...]) -> tuple[Sheet, ...]:
    return read_sheets(compile_poster(LOOKS / f"{look}.typ", fonts, content, PUBLISHED))


def _size(name: str) -> Content:
    return {"name": name, **OWN_SIZES[name].model_dump()}


def _place(char: Char) -> tuple[float, float, str]:
    return round(char.left), round(char.bottom), char.text


def _turned(char: Char, sheet: Sheet) -> Char:
    left, right = sheet.width - char.right, sheet.width - char.left
    return Char(char.text, left, sheet.height - char.top, right, sheet.height - char.bottom, char.size)


def _apart(start: float, end: float, pitch: float) -> bool:
    """Whether both ends lie in one card, 1 mm from its edges."""
    edge = POINTS_PER_MM
    return start // pitch == end // pitch and start % pitch > edge and end % pitch < pitch - edge


def _panels(sheet: Sheet, folds: tuple[int, int]) -> list[str]:
    """The text of each panel, in the order of the file; no letter is nearer than 4 mm to a fold."""
    edges = [0.0, *(fold * POINTS_PER_MM for fold in folds), sheet.width]
    panels = ["", "", ""]
    for each in sheet.chars:
        index = next(number for number in range(3) if each.left < edges[number + 1])
        assert edges[index] + 4 * POINTS_PER_MM < each.left and each.right < edges[index + 1] - 4 * POINTS_PER_MM
        panels[index] += each.text
    return panels


def _font(path: Path, family: str, fonts: tuple[Path, ...]) -> None:
    """One letter of a packaged font under another name."""
    font = TTFont(next(fonts[0].glob("*Serif*.otf")))
    cut = Subsetter()
    cut.populate(text="A")
    cut.subset(font)
    for record in font["name"].names:
        if record.nameID in (1, 4, 6, 16):
            record.string = family
    font.save(path)
