"""On paper: the office's name, the mark and the content; no menu, no buttons, black on white."""

import pytest

from tests.browser.conftest import DESKTOP
from tests.browser.places import ONE_FRAMED

PAPER = {"width": 680, "height": 1000}  # A4 less its margins


@pytest.mark.parametrize("name", ONE_FRAMED)
def test_on_paper(open_page, place, name):
    page = open_page(place(name), viewport=PAPER, color_scheme="dark")
    assert page.locator(".menu").is_visible()
    page.emulate_media(media="print")
    for hidden in (".menu", ".tools", ".colophon", ".crumbs", ".button"):
        assert not any(each.is_visible() for each in page.locator(hidden).all()), hidden
    assert page.locator(".masthead__site").is_visible()
    assert "示例数据" in page.locator(".ribbon").last.inner_text()
    assert page.evaluate("document.documentElement.scrollWidth") <= PAPER["width"]
    assert page.evaluate(
        "[getComputedStyle(document.body).backgroundColor, getComputedStyle(document.body).color]"
    ) == [
        "rgb(255, 255, 255)",
        "rgb(0, 0, 0)",
    ]


@pytest.mark.parametrize("name", ["notice", "duty list", "month of the fund"])
def test_tables_are_tables_with_repeated_heads(open_page, place, name):
    """A list of several sheets says on each what its columns are, whatever letter size was chosen."""
    page = open_page(place(name), viewport=PAPER)
    page.get_by_role("button", name="特大").click()
    page.emulate_media(media="print")
    display = "each => getComputedStyle(each).display"
    assert page.locator(".list tbody td").first.evaluate(display) == "table-cell"
    assert page.locator(".list thead").first.evaluate(display) == "table-header-group"
    assert page.locator(".list thead th").first.is_visible()


def test_the_screen_is_not_the_paper(open_page, place):
    """On the screen the same parts are there."""
    page = open_page(place("notice"), viewport=DESKTOP)
    for shown in (".menu", ".tools", ".colophon", ".crumbs", ".button"):
        assert page.locator(shown).first.is_visible(), shown
