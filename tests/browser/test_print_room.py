"""The print room remembers what was printed, and tells what has changed since."""

CHANGED = "打印以后变了，请重印"


def _states(page) -> list[str]:
    return page.eval_on_selector_all("[data-version]:visible", "files => files.map(each => each.dataset.state)")


def test_what_was_printed_and_has_changed_since(open_page, place):
    """The office prints two posters; one of them is made anew before the next time."""
    page = open_page(place("print room"))
    files = page.locator("[data-version]")
    count = files.count()
    assert _states(page) == ["new"] * count
    for number in (0, 1):
        files.nth(number).get_by_label("已打印").check()
    page.reload()
    assert _states(page) == ["done"] * 2 + ["new"] * (count - 2)
    assert not page.get_by_text(CHANGED).first.is_visible()
    # The next release has another version of the first one.
    page.evaluate("""() => {
      const printed = JSON.parse(localStorage.getItem("gongshi-printed"));
      const first = document.querySelector("[data-version] a").getAttribute("href");
      localStorage.setItem("gongshi-printed", JSON.stringify({...printed, [first]: "older"}));
    }""")
    page.reload()
    assert _states(page)[:3] == ["changed", "done", "new"]
    assert page.get_by_text(CHANGED).first.is_visible()
    page.get_by_label("打印过没有").select_option("changed")
    assert _states(page) == ["changed"] and "1 份海报" in page.locator("output").inner_text()
    page.locator("[data-version]:visible").get_by_label("已打印").check()
    page.get_by_label("打印过没有").select_option("done")
    assert _states(page) == ["done"] * 2
