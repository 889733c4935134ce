"""With scripts off everything is there but the reading tools and the search, and no dead button instead of them."""

import pytest

from tests.browser.places import ONE_FRAMED, REPLACED


@pytest.mark.parametrize("name", [each for each in ONE_FRAMED if each != "search"])
def test_the_same_page_without_a_script(open_page, place, name):
    page = open_page(place(name), java_script_enabled=False)
    assert page.locator("main h1").inner_text()
    if name not in REPLACED:
        assert page.locator("main").inner_text() == open_page(place(name)).locator("main").inner_text()
    assert page.locator(".menu a").count() == 8
    assert all(link.is_visible() for link in page.locator(".menu a").all())
    assert not any(button.is_visible() for button in page.locator(".masthead button").all())
    assert page.get_by_role("link", name="看不清怎么办").get_attribute("href").endswith("accessibility.html")
    for table in page.locator("main table").all():
        assert table.locator("tbody td").first.is_visible()


def test_from_home_to_a_name_by_links_alone(open_page, place):
    """Home, my village, a list: the way of a resident whose phone runs no script."""
    page = open_page(place("home"), java_script_enabled=False)
    with page.expect_navigation():
        page.locator(".villages a").first.click()
    village = page.locator("h1").inner_text().removesuffix("公示栏")
    with page.expect_navigation():
        page.locator("#notice + .records a").first.click()
    assert village in page.locator("h1").inner_text()
    assert page.locator("table tbody tr").first.is_visible()
    assert page.locator("a.phone").first.is_visible()
