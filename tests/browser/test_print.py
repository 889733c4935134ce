"""On paper: the office's name, the mark and the content; no menu, no buttons, black on white."""

import re

import pypdfium2
import pytest

from tests.browser.conftest import DESKTOP
from tests.browser.modes import enter
from tests.browser.places import ONE_FRAMED

PAPER = {"width": 703, "height": 1000}  # A4 less its margins
PAPER_LETTERS = "13.3333px"  # 10 pt


@pytest.mark.parametrize("name", ONE_FRAMED)
def test_on_paper(open_page, place, built, name):
    page = open_page(place(name), viewport=PAPER, color_scheme="dark")
    assert page.locator(".menu").is_visible()
    page.emulate_media(media="print")
    for hidden in (".menu", ".quick", ".tools", ".colophon", ".crumbs", ".button"):
        assert not any(each.is_visible() for each in page.locator(hidden).all()), hidden
    assert page.locator(".masthead__site").is_visible()
    assert "示例数据" in page.locator(".ribbon").last.inner_text()
    address = place(name).relative_to(built / "site").as_posix()
    assert f"https://hefeng.example.gov.cn/minzheng/{address}\n" in page.locator(".on-paper").inner_text() + "\n"
    assert page.evaluate("document.documentElement.scrollWidth") <= PAPER["width"]
    assert page.evaluate(
        "[getComputedStyle(document.body).backgroundColor, getComputedStyle(document.body).color]"
    ) == [
        "rgb(255, 255, 255)",
        "rgb(0, 0, 0)",
    ]


@pytest.mark.parametrize("name", ["notice", "duty list", "month of the fund"])
def test_tables_are_tables_with_repeated_heads(open_page, place, name):
    """A list of several sheets says on each what its columns are, whatever a reader chose for the screen."""
    page = open_page(place(name), viewport=PAPER)
    for mode in ("特大", "长辈版", "高对比"):
        enter(page, mode)
        page.emulate_media(media="print")
        display = "each => getComputedStyle(each).display"
        assert page.locator(".list tbody td").first.evaluate(display) == "table-cell", mode
        assert page.locator(".list thead").first.evaluate(display) == "table-header-group", mode
        assert page.locator(".list thead th").first.is_visible(), mode
        assert page.evaluate("getComputedStyle(document.documentElement).fontSize") == PAPER_LETTERS, mode
        assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)", mode


def test_a_printed_notice(open_page, place):
    """On paper stand the status with the last day, the phones, the digest, the address, and on every sheet the heads."""
    page = open_page(place("notice"), color_scheme="dark")
    enter(page, "长辈版, 特大")
    words = {
        each: page.locator(each).first.inner_text()
        for each in (".status", ".phone", ".page code", ".list th:last-child")
    }
    with pypdfium2.PdfDocument(page.pdf(prefer_css_page_size=True)) as document:
        # A hyphen at the end of a line is read as U+FFFE.
        texts = [sheet.get_textpage().get_text_range().replace("\ufffe", "-") for sheet in document]
    sheets = [re.sub(r"\s", "", text) for text in texts]
    assert len(sheets) > 2
    for name, text in words.items():
        assert re.sub(r"\s", "", text) in "".join(sheets), name
    address = page.url.split("/site/")[1]
    assert f"minzheng/{address}" in "".join(sheets)
    rows = [sheet for sheet in sheets if "某某" in sheet or "某1" in sheet]
    assert len(rows) > 2 and all("户主姓名" in sheet for sheet in rows)
    assert all(f"{number}/{len(sheets)}" in sheet for number, sheet in enumerate(sheets, start=1))


def test_the_screen_is_not_the_paper(open_page, place):
    """On the screen the same parts are there."""
    page = open_page(place("notice"), viewport=DESKTOP)
    for shown in (".menu", ".tools", ".colophon", ".crumbs", ".button"):
        assert page.locator(shown).first.is_visible(), shown
