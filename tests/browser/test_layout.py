"""Everything fits: a narrow phone, doubled text, wide tables, and what the first screen shows."""

import contextlib
from collections import Counter
from collections.abc import Iterator

import pytest

from tests.browser.conftest import DESKTOP, FONT, PHONE
from tests.browser.modes import enter, unfold
from tests.browser.places import EVERY, FRAMED, ONE_FRAMED

NARROW = {"width": 320, "height": 640}

DOUBLE_TEXT = "document.documentElement.style.fontSize = 2 * parseFloat(getComputedStyle(document.documentElement).fontSize) + 'px'"

# Elements whose text is cut off. What is hidden on purpose is one pixel wide.
CLIPPED = """[...document.querySelectorAll('body *')].filter(each => {
  const style = getComputedStyle(each);
  return /hidden|clip/.test(style.overflowX) && each.clientWidth > 1 && each.scrollWidth > each.clientWidth + 1;
}).map(each => each.outerHTML.slice(0, 90))"""

SIDEWAYS = "[...document.querySelectorAll('.scroll')].filter(each => each.scrollWidth > each.clientWidth + 1).map(each => each.ariaLabel)"

SMALL_TEXT = """least => [...document.querySelectorAll('body *')].filter(each => each.getClientRects().length
  && [...each.childNodes].some(child => child.nodeType == 3 && child.data.trim())
  && parseFloat(getComputedStyle(each).fontSize) < least).map(each => each.outerHTML.slice(0, 90))"""

# What is touched and does not stand within a sentence.
SMALL_TARGETS = """least => [...document.querySelectorAll('button, summary, select, .menu a, a.button, a.phone, .villages a, .tiles a, .records > li > a:first-child, .seek:not([hidden]) > *')].filter(each => {
  const box = each.getBoundingClientRect(), label = getComputedStyle(each).display == 'inline';
  return box.width && !label && (box.height < least || box.width < 44);
}).map(each => each.outerHTML.slice(0, 90))"""

TIGHT_LINES = """least => [...document.querySelectorAll('body *')].filter(each => {
  const style = getComputedStyle(each);
  return each.getClientRects().length && [...each.childNodes].some(child => child.nodeType == 3 && child.data.trim())
    && each.clientWidth != 1 && parseFloat(style.lineHeight) < least * parseFloat(style.fontSize) - .1;
}).map(each => each.outerHTML.slice(0, 90))"""

# Parts of a grid or of a row of boxes that stand side by side.
SIDE_BY_SIDE = """[...document.querySelectorAll('main *')].filter(each => {
  const style = getComputedStyle(each);
  return style.display == 'grid' && style.gridTemplateColumns.split(' ').length > 1;
}).map(each => each.outerHTML.slice(0, 90))"""


@contextlib.contextmanager
def doubled_text(page) -> Iterator[None]:
    page.evaluate(DOUBLE_TEXT)
    yield
    page.evaluate("document.documentElement.style.fontSize = ''")


def width(page) -> int:
    """How wide the page is laid out; more than the screen means scrolling sideways."""
    return page.evaluate("document.documentElement.scrollWidth")


@pytest.fixture(scope="module")
def opened(browser, place):
    """Each page is opened once, on a phone, for all tests of this module that look at it."""
    with browser.new_context(viewport=PHONE) as context:
        page = context.new_page()

        def look(name):
            if page.url != place(name).as_uri():
                page.goto(place(name).as_uri())
            page.set_viewport_size(PHONE)
            enter(page, "light")
            return page

        yield look


@pytest.mark.parametrize("name", EVERY)
def test_everything_fits(opened, name):
    """A phone, a narrow phone, doubled text: nothing small, cut off or sideways, no table that must be pushed about."""
    page = opened(name)
    assert page.evaluate(SMALL_TEXT, 15) == []
    assert page.evaluate(SMALL_TARGETS, 44) == []
    assert page.evaluate(SIDEWAYS) == []
    assert page.evaluate(CLIPPED) == []
    page.set_viewport_size(NARROW)
    assert width(page) <= 320
    page.set_viewport_size(PHONE)
    with doubled_text(page):
        assert width(page) <= 360
        assert page.evaluate(CLIPPED) == []
        page.set_viewport_size(DESKTOP)
        assert width(page) <= 1280
        assert page.evaluate(CLIPPED) == []


@pytest.mark.parametrize("name", FRAMED)
def test_the_version_for_the_old_fits(opened, name):
    """长辈版: 18 pt at least and 30 pt at most, one column, targets of 60 px, on the narrowest phone and on a desk."""
    page = opened(name)
    page.set_viewport_size(NARROW)
    enter(page, "长辈版")
    unfold(page)
    assert page.evaluate(SMALL_TEXT, 24) == []
    assert page.evaluate(SMALL_TARGETS, 60) == []
    assert page.evaluate(TIGHT_LINES, 1.5) == []
    for viewport in (NARROW, DESKTOP):
        page.set_viewport_size(viewport)
        for mode in ("长辈版", "长辈版, 特大"):
            enter(page, mode)
            assert width(page) <= viewport["width"], mode
            assert page.evaluate(CLIPPED) == [], mode
            assert page.evaluate(SIDEWAYS) == [], mode
            assert page.evaluate(SIDE_BY_SIDE) == [], mode
    assert page.evaluate("parseFloat(getComputedStyle(document.querySelector('.page')).fontSize)") == 40


@pytest.mark.parametrize("name", ONE_FRAMED)
def test_large_letters_fit_a_narrow_phone(opened, name):
    page = opened(name)
    page.set_viewport_size(NARROW)
    enter(page, "特大")
    assert width(page) <= 320
    assert page.evaluate(CLIPPED) == []


@pytest.mark.parametrize("name", ["notice", "changes", "about"])
def test_tables_shown_as_cards_are_still_tables(open_page, place, name):
    """What a screen reader is told, without a script and with one."""
    parts = []
    for script in (False, True):
        page = open_page(place(name), viewport=NARROW, java_script_enabled=script)
        nodes = page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")["nodes"]
        roles = Counter(each["role"]["value"] for each in nodes if not each["ignored"])
        parts.append([roles[each] for each in ("table", "row", "columnheader", "cell")])
    assert parts[0] == parts[1] and all(parts[0])


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


def test_narrow_tables_are_cards_only_with_large_letters(open_page, place):
    page = open_page(place("notice"))
    cell = page.locator(".list tbody td").last
    shown = "each => [getComputedStyle(each).display, getComputedStyle(each, '::before').content]"
    for viewport in (PHONE, DESKTOP):
        page.set_viewport_size(viewport)
        assert cell.evaluate(shown) == ["table-cell", "none"]
    page.set_viewport_size(PHONE)
    enter(page, "长辈版")
    assert cell.evaluate(shown) == ["block", f'"{cell.get_attribute("data-label")}："']


def test_first_screen_of_home_answers(open_page, place):
    """On a small phone: my village, what is on notice until when, what I can apply for, the money, whom I call."""
    page = open_page(place("home"))
    answers = page.locator(".answers > li")
    said = " ".join(answers.all_inner_texts())
    for words in ("我的村", "正在公示", "为止", "能申请吗", "钱去哪了", "期末余额", "打给谁", "0690-5550110"):
        assert words in said
    last = answers.last.bounding_box()
    assert last["y"] + last["height"] <= PHONE["height"]
    assert page.locator(".villages--home a").first.bounding_box()["y"] <= PHONE["height"]


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
