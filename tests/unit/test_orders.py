"""Posters to order: any size, style and finish; one sheet only where letters stay legible."""

import io

import pikepdf
import pytest
from pypdfium2 import PdfDocument

from generator.cli import run
from tests.posters.reading import POINTS_PER_MM

ONLY = ["--kind", "old_age_allowance", "--village", "望山村"]


@pytest.fixture
def made(office, tmp_path, capsys):
    """Runs the command; returns its exit code, the files by name, and what it said."""

    def order(*options: str):
        code = run(["posters", *options, "--project", str(office.root), "--out", str(tmp_path / "out"), "--jobs", "1"])
        files = {path.name: path.read_bytes() for path in sorted((tmp_path / "out").rglob("*.pdf"))}
        return code, files, capsys.readouterr()

    return order


def test_any_format_in_millimetres(made):
    code, files, _ = made(*ONLY, "--size", "500x700", "--style", "contrast")
    assert code == 0 and len(files) == 2
    for name, pdf in files.items():
        assert name.endswith("-500x700.pdf")
        with PdfDocument(pdf) as document:
            size = [each / POINTS_PER_MM for each in document[0].get_size()]
        assert size == pytest.approx([500, 700], abs=0.1)


def test_a_size_that_the_kind_does_not_list(made):
    code, files, _ = made("--kind", "duty_list", "--size", "A2-landscape")
    assert code == 0 and [*files] == ["duty_list-village_assistant-A2-landscape.pdf"]


def test_over_sheets_of_a4_and_with_crop_marks(made):
    _, files, _ = made(*ONLY, "--size", "A2", "--tile", "A4")
    assert all(name.endswith("-A2-on-A4.pdf") for name in files)
    assert all(len(PdfDocument(pdf)) == 1 + 6 for pdf in files.values())
    _, files, _ = made(*ONLY, "--size", "A4", "--crop-marks")
    marked = [pdf for name, pdf in files.items() if name.endswith("-A4-marks.pdf")]
    for pdf in marked:
        with pikepdf.open(io.BytesIO(pdf)) as document:
            assert "/TrimBox" in document.pages[0].obj
    assert len(marked) == 2


def test_one_sheet_says_how_many_it_takes_instead(made):
    code, files, said = made(*ONLY, "--size", "A5", "--one-sheet")
    several = [name for name, pdf in files.items() if len(PdfDocument(pdf)) > 1]
    assert code == (1 if several else 0)
    assert all(f"至少要 2 张（字再小就看不清），或者换大一号的纸：{name}" in said.err for name in several)
    code, files, said = made(*ONLY, "--size", "A3", "--one-sheet")
    assert code == 0 and all(len(PdfDocument(pdf)) == 1 for name, pdf in files.items() if "-A3" in name)


WALL = """schema: 1
title: 一面墙
wall: 便民服务中心大厅
source: 某县的规定
panels:
  - {title: 职责, kind: duty_list, size: A4}
  - {title: 行为准则, page: content/conduct.md, size: A2}
"""
PRINTED = "schema: 1\nsheets:\n  conduct_board: {sizes: [A3]}\n"


def first_page(pdf: bytes) -> str:
    """Its text without spaces."""
    with PdfDocument(pdf) as document:
        return "".join(document[0].get_textpage().get_text_range().split())


def hang(office, wall: str, printed: str = PRINTED) -> None:
    (office.root / "data" / "wall_sets").mkdir()
    (office.root / "data" / "wall_sets" / "one_wall.yaml").write_text(wall, encoding="utf-8")
    (office.root / "data" / "print.yaml").write_text(printed, encoding="utf-8")


@pytest.mark.parametrize("called", ["一面墙", "one_wall"])
def test_a_wall_set_in_its_own_sizes_with_its_contents(office, made, called):
    hang(office, WALL)
    code, files, said = made("--set", called)
    assert code == 0 and "“一面墙”一套 2 块，每一块都有内容" in said.out
    assert [*files] == ["conduct_board-A2.pdf", "duty_list-village_assistant-A4.pdf", "wall_set-one_wall-A4.pdf"]
    read = first_page(files["wall_set-one_wall-A4.pdf"])
    assert "一面墙：一套2块" in read and "每一块都有内容" in read
    # Hand-written pages are there whether everything is printed or only what was asked for.
    assert "行为准则和监督办法" in first_page(files["conduct_board-A2.pdf"])


def test_a_panel_with_nothing_to_show_is_named(office, made):
    hang(office, WALL, "schema: 1\nsheets: {}\n")
    code, files, said = made("--set", "一面墙")
    assert code == 1 and "还缺 1 块" in said.out
    assert "“行为准则”空着：页面“content/conduct.md”今天没有能张贴的" in said.err
    read = first_page(files["wall_set-one_wall-A4.pdf"])
    assert "还缺1块：行为准则" in read


@pytest.mark.parametrize(
    ("options", "reason"),
    [
        (("--size", "50x70"), "单位是毫米"),
        (("--size", "A9"), "没有尺寸“A9”"),
        (("--tile", "A4", "--crop-marks"), "不能"),
        (("--tile", "A4", "--one-sheet"), "不能"),
        (("--style", "pink"), "pink"),
        (("--tile", "A1"), "A1"),
        (("--set", "八面墙"), "没有一套展板叫“八面墙”"),
    ],
)
def test_what_cannot_be_printed_is_refused(made, options, reason):
    code, files, said = made(*ONLY, *options)
    assert code == 2 and not files and reason in said.err
