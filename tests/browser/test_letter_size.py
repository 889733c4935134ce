"""The letter-size buttons: they work, they say so, and they are remembered."""

import pytest

SIZES = {"标准": 18, "大": 22, "特大": 26}


def text_size(page) -> float:
    return page.evaluate("parseFloat(getComputedStyle(document.querySelector('main p')).fontSize)")


def base_size(page) -> float:
    return page.evaluate("parseFloat(getComputedStyle(document.documentElement).fontSize)")


def press(page, label: str) -> None:
    page.get_by_role("button", name=label, exact=True).click()


@pytest.mark.parametrize("label", SIZES)
def test_sizes(open_page, portal, label):
    page = open_page(f"{portal}about.html")
    press(page, "大" if label == "标准" else "标准")
    press(page, label)
    assert base_size(page) == SIZES[label]
    pressed = page.locator(".tools [aria-pressed=true]")
    assert pressed.all_inner_texts() == [label]


def test_text_grows_with_the_letters(open_page, portal):
    page = open_page(f"{portal}about.html")
    before = text_size(page)
    press(page, "特大")
    assert text_size(page) == pytest.approx(before * 26 / 18)


def test_remembered_on_the_next_page_and_the_next_visit(open_page, portal):
    page = open_page(f"{portal}index.html")
    press(page, "特大")
    with page.expect_navigation():
        page.get_by_role("link", name="办事指南", exact=True).first.click()
    assert base_size(page) == 26
    page.reload()
    assert base_size(page) == 26
    again = page.context.new_page()
    again.goto(f"{portal}index.html")
    assert base_size(again) == 26
    press(again, "标准")
    again.reload()
    assert base_size(again) == 18


def test_works_where_nothing_may_be_stored(browser, portal):
    """A private window may refuse to store anything; the buttons still work."""
    with browser.new_context() as context:
        context.add_init_script("Object.defineProperty(window, 'localStorage', {get() { throw new Error('refused') }})")
        page = context.new_page()
        page.goto(f"{portal}index.html")
        press(page, "特大")
        assert base_size(page) == 26
