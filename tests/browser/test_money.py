"""Money and duties in the browser: drawings can be read at every width, and what people look for is found."""

import re

import pytest

from tests.browser.conftest import DESKTOP, PHONE

NARROW = {"width": 320, "height": 740}


# Of each drawing: its texts that stand outside it, or are too small to read.
OUTSIDE = """() => [...document.querySelectorAll('svg.figure')].flatMap(figure => {
  const box = figure.getBoundingClientRect();
  return [...figure.querySelectorAll('text')].filter(text => {
    const inner = text.getBoundingClientRect();
    return inner.left < box.left - 1 || inner.right > box.right + 1 || inner.height < 15;
  }).map(text => text.textContent);
})"""


@pytest.mark.parametrize("name", ["fund", "reserve fund"])
def test_text_of_a_drawing_stays_inside_and_legible(place, open_page, name):
    page = open_page(place(name))
    assert page.locator("svg.figure text").count() > 10
    for viewport in (NARROW, PHONE, DESKTOP):
        page.set_viewport_size(viewport)
        for size in ("normal", "huge"):
            page.evaluate("size => document.documentElement.dataset.size = size", size)
            assert page.evaluate(OUTSIDE) == [], (viewport, size)


@pytest.mark.parametrize("name", ["fund", "reserve fund"])
def test_a_drawing_tells_what_it_shows_and_its_table_the_same(place, open_page, name):
    page = open_page(place(name))
    for region in page.locator(".flow").all():
        figure = region.locator("svg.figure")
        assert re.search("[0-9]", figure.get_attribute("aria-label"))
        amounts = set(figure.locator(".figure__amount").all_text_contents())
        cells = set(region.locator("td").all_inner_texts())
        assert {each for each in amounts if "年" not in each} <= cells


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_colours_of_a_drawing_follow_the_scheme(place, open_page, scheme):
    page = open_page(place("fund"), color_scheme=scheme)
    fill = "element => getComputedStyle(element).fill"
    paper = page.evaluate("getComputedStyle(document.body).backgroundColor")
    for selector in (".figure text", ".figure__bar", ".figure__column--1", ".figure__side--2 .figure__node"):
        assert page.locator(selector).first.evaluate(fill) != paper


def test_drawings_can_be_told_apart_in_forced_colours(place, open_page):
    page = open_page(place("fund"), forced_colors="active")
    fills = {
        page.locator(f".figure__column--{series}").first.evaluate("element => getComputedStyle(element).fill")
        for series in (1, 2)
    }
    assert len(fills) == 2


def test_what_was_spent_on_temporary_assistance_in_october(place, open_page):
    """Home ▸ funds ▸ ledger: the month says it without adding anything up."""
    page = open_page(place("home"), java_script_enabled=False)
    page.get_by_role("navigation", name="主菜单").get_by_role("link", name="资金").click()
    page.get_by_role("link", name=re.compile("资金专户台账")).first.click()
    month = page.locator("section#m2026-10")
    assert "24,600.00元" in month.locator("dl > div", has_text="临时救助").inner_text()
    month.get_by_role("link").click()
    assert page.get_by_role("heading", level=1).inner_text() == "资金台账：2026年10月"


def test_every_entry_of_a_month_has_its_minutes(place, open_page):
    page = open_page(place("month of the fund"), viewport=DESKTOP)
    rows = page.locator("tbody tr")
    assert rows.count() == 19
    assert all("禾联纪〔2026〕" in text for text in rows.all_inner_texts())


def test_who_answers_for_my_village(place, open_page):
    page = open_page(place("duties"), java_script_enabled=False)
    page.get_by_role("link", name="谁负责我们村").click()
    page.get_by_role("link", name="茶园村", exact=True).click()
    assert page.url.endswith("who.html#v990101100207")
    card = page.locator("#v990101100207 + .people .person").first
    assert "程砚秋" in card.inner_text() and "工作日" in card.inner_text()
    assert card.get_by_role("link").get_attribute("href") == "tel:0690-5550112"
