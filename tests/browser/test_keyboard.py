"""By keyboard: the skip link comes first and works, and one always sees where one is."""

import pytest

from tests.browser.places import ONE_FRAMED, ONE_OF_EACH

FOCUSED = """(() => {
  const each = document.activeElement, style = getComputedStyle(each), box = each.getBoundingClientRect();
  return {
    text: (each.innerText || each.ariaLabel || '').trim(),
    outline: style.outlineStyle == 'none' ? 0 : parseFloat(style.outlineWidth),
    colour: style.outlineColor,
    inside: box.width > 1 && box.height > 1 && box.left >= 0 && box.right <= innerWidth + 1 && box.bottom > 0 && box.top < innerHeight,
  };
})()"""


@pytest.mark.parametrize("name", ONE_OF_EACH)
def test_focus_is_visible(open_page, place, name):
    page = open_page(place(name))
    stops = page.locator("a[href]:visible, button:visible, [tabindex='0']").count()
    assert stops
    for _ in range(min(stops, 30)):
        page.keyboard.press("Tab")
        focused = page.evaluate(FOCUSED)
        assert focused["outline"] >= 2 and focused["inside"], focused


@pytest.mark.parametrize("name", [*ONE_FRAMED, "print room"])
def test_skip_link(open_page, place, name):
    """The first stop; it leads into the main part, and the next stop lies behind that place."""
    page = open_page(place(name))
    page.keyboard.press("Tab")
    assert page.evaluate(FOCUSED)["text"].startswith("跳到")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("""(() => {
      const place = document.getElementById(decodeURIComponent(location.hash.slice(1)));
      const after = place.compareDocumentPosition(document.activeElement) & Node.DOCUMENT_POSITION_FOLLOWING;
      return document.querySelector('main').contains(place) && Boolean(after);
    })()""")
