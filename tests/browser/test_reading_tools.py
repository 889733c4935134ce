"""The reading tools: they work, they say so, they are remembered, and the page never shows first in another mode."""

import pytest

from tests.browser.conftest import DESKTOP, PHONE
from tests.browser.places import ONE_FRAMED

SIZES = {"标准": 18, "大": 22, "特大": 26}
ELDER_SIZES = {"标准": 24, "大": 32, "特大": 40}
COLOURS = {"高对比": ("rgb(0, 0, 0)", "rgb(255, 255, 255)"), "护眼": ("rgb(199, 237, 204)", "rgb(28, 42, 31)")}


def base_size(page) -> float:
    return page.evaluate("parseFloat(getComputedStyle(document.documentElement).fontSize)")


def colours(page) -> tuple[str, str]:
    """Paper and ink."""
    return tuple(
        page.evaluate("(style => [style.backgroundColor, style.color])(getComputedStyle(document.body))"),
    )


def press(page, label: str) -> None:
    """As on a phone: the tools are behind a button."""
    button = page.get_by_role("button", name=label, exact=True)
    if not button.is_visible():
        page.get_by_role("button", name="阅读设置", exact=True).click()
    button.click()


def pressed(page) -> list[str]:
    return page.locator("[aria-pressed=true]").evaluate_all("all => all.map(each => each.textContent)")


@pytest.fixture
def about(open_page, portal):
    return open_page(f"{portal}about.html")


@pytest.mark.parametrize("label", SIZES)
def test_sizes(about, label):
    press(about, "大" if label == "标准" else "标准")
    press(about, label)
    assert base_size(about) == SIZES[label]
    assert pressed(about) == [label]
    assert about.locator("[role=status]").text_content() == f"字号：{label}"


@pytest.mark.parametrize("label", ELDER_SIZES)
def test_version_for_the_old(about, label):
    """Letters of 18, 24 and 30 pt; pressed again, the version is left and the size stays."""
    press(about, "长辈版")
    press(about, label)
    assert base_size(about) == ELDER_SIZES[label]
    press(about, "长辈版")
    assert base_size(about) == SIZES[label]
    assert about.locator("[role=status]").text_content() == "长辈版已关闭"


def test_the_menu_of_the_version_for_the_old(about):
    """One large button on a phone; behind it the same links, one below the other."""
    press(about, "长辈版")
    assert not about.locator(".menu a").first.is_visible()
    about.get_by_role("button", name="菜单", exact=True).click()
    boxes = [each.bounding_box() for each in about.locator(".menu a").all()]
    assert len(boxes) == 8 and len({box["x"] for box in boxes}) == 1
    assert all(box["height"] >= 60 for box in boxes)


@pytest.mark.parametrize("label", COLOURS)
def test_colours(about, label):
    """One scheme at a time; pressed again, the device's own comes back."""
    before = colours(about)
    press(about, "护眼" if label == "高对比" else "高对比")
    press(about, label)
    assert colours(about) == COLOURS[label]
    assert pressed(about) == ["标准", label]
    press(about, label)
    assert colours(about) == before


def test_back_to_the_default(about):
    before = (base_size(about), colours(about), pressed(about))
    for label in ("长辈版", "特大", "高对比"):
        press(about, label)
    assert pressed(about) == ["长辈版", "特大", "高对比"]
    press(about, "恢复默认")
    assert (base_size(about), colours(about), pressed(about)) == before
    assert about.locator("[role=status]").text_content() == "已恢复默认"
    about.reload()
    assert base_size(about) == SIZES["标准"]


def test_remembered_on_the_next_page_and_the_next_visit(open_page, portal):
    page = open_page(f"{portal}index.html")
    press(page, "特大")
    press(page, "护眼")
    with page.expect_navigation():
        page.get_by_role("link", name="办事指南", exact=True).first.click()
    again = page.context.new_page()
    again.goto(f"{portal}index.html")
    for each in (page, again):
        assert (base_size(each), colours(each)) == (26, COLOURS["护眼"])
        assert pressed(each) == ["特大", "护眼"]


def test_no_cookie(open_page, portal):
    page = open_page(f"{portal}index.html")
    press(page, "长辈版")
    assert page.context.cookies() == []


def test_never_first_in_another_mode(open_page, portal):
    """The modes are set before the page has a body, so that nothing flashes."""
    page = open_page(f"{portal}index.html")
    press(page, "长辈版")
    press(page, "高对比")
    page.add_init_script("""new MutationObserver((changes, observer) => {
      if (document.body) { window.first = {...document.documentElement.dataset}; observer.disconnect(); }
    }).observe(document, {childList: true, subtree: true})""")
    page.reload()
    assert page.evaluate("window.first") == {"version": "elder", "colours": "contrast"}


def test_works_where_nothing_may_be_stored(browser, portal):
    """A private window may refuse to store anything; the buttons still work."""
    with browser.new_context() as context:
        context.add_init_script("Object.defineProperty(window, 'localStorage', {get() { throw new Error('refused') }})")
        page = context.new_page()
        page.goto(f"{portal}index.html")
        press(page, "特大")
        assert base_size(page) == 26


@pytest.mark.parametrize("kept", ["no JSON", "[]", '"large"', '{"size": "enormous"}', "null"])
def test_nonsense_in_the_store_is_the_default(open_page, portal, kept):
    page = open_page(f"{portal}index.html")
    page.evaluate("kept => localStorage.setItem('gongshi-reading', kept)", kept)
    page.reload()
    assert base_size(page) == SIZES["标准"]
    press(page, "大")
    assert base_size(page) == SIZES["大"]


def test_by_keyboard(open_page, portal):
    """The tools unfold by Enter, every button is reached by Tab, and Escape folds them and goes back to the button."""
    page = open_page(f"{portal}index.html")
    more = page.get_by_role("button", name="阅读设置", exact=True)
    more.focus()
    page.keyboard.press("Enter")
    assert more.get_attribute("aria-expanded") == "true"
    reached = []
    for _ in range(7):
        page.keyboard.press("Tab")
        reached.append(page.evaluate("document.activeElement.textContent"))
    assert reached == ["标准", "大", "特大", "高对比", "护眼", "打印", "恢复默认"]
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.textContent") == "阅读设置"
    assert more.get_attribute("aria-expanded") == "false"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('.seek') !== null")


def test_print_button(open_page, portal):
    page = open_page(f"{portal}index.html")
    page.evaluate("window.print = () => { window.printed = true; }")
    press(page, "打印")
    assert page.evaluate("window.printed")


@pytest.mark.parametrize("name", ONE_FRAMED)
def test_on_a_phone_the_tools_leave_room(open_page, place, name):
    """Folded they take one line; on a desk they are all there at once."""
    page = open_page(place(name))
    assert page.locator("main").bounding_box()["y"] < PHONE["height"] * 0.4
    assert not page.locator("#tools").is_visible()
    page.set_viewport_size(DESKTOP)
    assert page.locator("#tools").is_visible()
    assert not page.get_by_role("button", name="阅读设置").is_visible()
