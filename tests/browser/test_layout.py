"""Everything fits: a narrow phone, doubled text, wide tables, and what the first screen shows."""

import pytest

from tests.browser.conftest import DESKTOP, FONT, PHONE
from tests.browser.places import EVERY

NARROW = {"width": 320, "height": 640}

DOUBLE_TEXT = "document.documentElement.style.fontSize = 2 * parseFloat(getComputedStyle(document.documentElement).fontSize) + 'px'"

# Elements whose text is cut off. What is hidden on purpose is one pixel wide.
CLIPPED = """[...document.querySelectorAll('body *')].filter(each => {
  const style = getComputedStyle(each);
  return /hidden|clip/.test(style.overflowX) && each.clientWidth > 1 && each.scrollWidth > each.clientWidth + 1;
}).map(each => each.outerHTML.slice(0, 90))"""

# Tables whose rows no longer look like a table: parts without an explicit role.
LOST_ROLES = """[...document.querySelectorAll('table')].filter(each => getComputedStyle(each.rows[0]).display != 'table-row')
  .flatMap(each => [each, ...each.querySelectorAll('thead, tbody, tfoot, tr, th, td')])
  .filter(each => !each.getAttribute('role')).map(each => each.outerHTML.slice(0, 90))"""

SIDEWAYS = "[...document.querySelectorAll('.scroll')].filter(each => each.scrollWidth > each.clientWidth + 1).map(each => each.ariaLabel)"

SMALL_TEXT = """[...document.querySelectorAll('body *')].filter(each =>
  [...each.childNodes].some(child => child.nodeType == 3 && child.data.trim())
  && parseFloat(getComputedStyle(each).fontSize) < 15).map(each => each.outerHTML.slice(0, 90))"""

SMALL_TARGETS = """[...document.querySelectorAll('.menu a, .tools button, a.button, a.phone, .villages a, .tiles a')].filter(each => {
  const box = each.getBoundingClientRect();
  return box.height < 44 || box.width < 44;
}).map(each => each.outerHTML.slice(0, 90))"""


def width(page) -> int:
    """How wide the page is laid out; more than the screen means scrolling sideways."""
    return page.evaluate("document.documentElement.scrollWidth")


@pytest.mark.parametrize("name", EVERY)
def test_fits_narrow_phones_and_doubled_text(open_page, place, name):
    page = open_page(place(name), viewport=NARROW)
    assert width(page) <= 320
    assert page.evaluate(LOST_ROLES) == []
    page.set_viewport_size(PHONE)
    page.evaluate(DOUBLE_TEXT)
    assert width(page) <= 360
    assert page.evaluate(CLIPPED) == []
    page.set_viewport_size(DESKTOP)
    assert width(page) <= 1280
    assert page.evaluate(CLIPPED) == []


@pytest.mark.parametrize("name", EVERY)
def test_nothing_is_small_or_sideways_on_a_phone(open_page, place, name):
    """No text below 15 px, no touch target below 44 px, no table that must be pushed about."""
    page = open_page(place(name))
    assert page.evaluate(SMALL_TEXT) == []
    assert page.evaluate(SMALL_TARGETS) == []
    assert page.evaluate(SIDEWAYS) == []
    assert page.evaluate(CLIPPED) == []


@pytest.mark.parametrize("name", ["duty list", "month of the fund"])
def test_wide_tables_are_cards_on_a_phone_and_tables_on_a_desk(open_page, place, name):
    page = open_page(place(name))
    cell = page.locator(".list.cards tbody td").first
    label = "getComputedStyle(document.querySelector('.list.cards tbody td'), '::before').content"
    assert cell.evaluate("each => getComputedStyle(each).display") == "flow-root"
    assert cell.get_attribute("data-label") in page.evaluate(label)
    page.set_viewport_size(DESKTOP)
    assert cell.evaluate("each => getComputedStyle(each).display") == "table-cell"
    assert page.evaluate(label) == "none"
    assert page.evaluate(SIDEWAYS) == []


def test_first_screen_of_home_answers(open_page, place):
    """On a small phone: my village, and until when I can object."""
    page = open_page(place("home"))
    last_village = page.locator(".villages--home a").last.bounding_box()
    deadline = page.locator(".deadline strong").first.bounding_box()
    for box in (last_village, deadline):
        assert box["y"] + box["height"] <= PHONE["height"]


@pytest.mark.parametrize("viewport", [PHONE, DESKTOP], ids=["phone", "desk"])
def test_bars_of_targets_are_as_long_as_their_percentages(open_page, place, viewport):
    page = open_page(place("targets"), viewport=viewport)
    bars = page.evaluate("""[...document.querySelectorAll('.target')].map(target => [
      parseFloat(target.innerText.match(/完成([0-9.]+)%/)[1]),
      ...[...target.querySelectorAll('rect')].map(rect => rect.getBoundingClientRect().width)])""")
    assert len(bars) == 8
    for percent, whole, done in bars:
        assert whole > 200
        assert done == pytest.approx(whole * percent / 100, abs=1.5)


@pytest.mark.parametrize("name", ["home", "notice"])
def test_measured_with_the_packaged_font(open_page, place, name):
    """These measurements mean the same on every machine."""
    page = open_page(place(name))
    session = page.context.new_cdp_session(page)
    session.send("DOM.enable")
    session.send("CSS.enable")
    root = session.send("DOM.getDocument")["root"]["nodeId"]
    node = session.send("DOM.querySelector", {"nodeId": root, "selector": "h2"})["nodeId"]
    fonts = session.send("CSS.getPlatformFontsForNode", {"nodeId": node})["fonts"]
    assert {each["familyName"] for each in fonts} == {FONT}


@pytest.mark.parametrize("name", ["home", "404"])
def test_dark_is_dark(open_page, place, name):
    """The page follows the phone's dark scheme."""
    page = open_page(place(name), color_scheme="dark")
    red, green, blue = page.evaluate("getComputedStyle(document.body).backgroundColor.match(/[0-9]+/g).map(Number)")
    assert max(red, green, blue) < 60
