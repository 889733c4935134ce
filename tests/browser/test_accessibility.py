"""axe-core finds nothing to object to, on a phone and a desk, in every mode."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.conftest import DESKTOP, PHONE
from tests.browser.modes import MODES, enter, unfold
from tests.browser.places import EVERY, ONE_OF_EACH

# Rows are all made by one line of a template: the first three of each list stand for the rest.
THIN = """document.querySelectorAll('tbody, ul, ol, .scroll').forEach(each => [...each.children].slice(3).forEach(child => child.remove()));
document.querySelectorAll('main section').forEach((each, number) => number > 2 && each.remove());
document.querySelectorAll('.page').forEach(each => [...each.children].slice(24).forEach(child => child.remove()))"""

# Beside what axe looks for unasked: targets of 24 px (WCAG 2.2).
ALL = {"rules": {"target-size": {"enabled": True}}}
CONTRAST = {"runOnly": ["color-contrast"]}
# 7:1 instead of 4.5:1.
STRONG = {"runOnly": ["color-contrast", "color-contrast-enhanced"]}

# Modes that change only colours.
COLOURS = {
    "dark": CONTRAST,
    "more contrast": STRONG,
    "more contrast, dark": STRONG,
    "forced colours": CONTRAST,
    "高对比": STRONG,
    "护眼": CONTRAST,
}


def violations(page, rules: dict[str, object] = ALL) -> list[str]:
    """What axe-core objects to: rule and element."""
    found = page.evaluate("rules => axe.run(document, rules).then(results => results.violations)", rules)
    return [f"{each['id']}: {node['target']} {node['html'][:100]}" for each in found for node in each["nodes"][:3]]


@pytest.mark.parametrize("name", EVERY)
def test_no_violation(open_page, place, name):
    """Every page on a phone; one of each template also on a desk and in the other modes."""
    page = open_page(place(name))
    page.evaluate(THIN)
    page.evaluate(Axe().axe_script)
    assert violations(page) == []
    if name not in ONE_OF_EACH:
        return
    for mode, rules in COLOURS.items():
        enter(page, mode)
        assert violations(page, rules) == [], mode
    enter(page, "长辈版")
    assert violations(page) == [], "长辈版"
    enter(page, "light")
    page.set_viewport_size(DESKTOP)
    assert violations(page) == [], "desk"


def test_every_mode_is_looked_at():
    """A mode of colours is measured here; the others change letters and layout (`test_layout`)."""
    assert set(COLOURS) | {"light", "大", "特大", "长辈版", "长辈版, 特大"} == set(MODES)


@pytest.mark.parametrize("viewport", [PHONE, DESKTOP], ids=["phone", "desk"])
def test_the_tools_unfolded(open_page, place, viewport):
    page = open_page(place("home"), viewport=viewport)
    page.evaluate(Axe().axe_script)
    unfold(page)
    assert violations(page) == []
    page.get_by_role("button", name="长辈版").click()
    assert violations(page) == []


def test_axe_would_object(open_page, place):
    """The instrument works under the site's content security policy, and sees every mode of colours."""
    page = open_page(place("home"))
    page.evaluate(Axe().axe_script)
    page.evaluate("document.querySelector('main p').innerHTML += '<img src=\"assets/icon.svg\">'")
    page.evaluate("document.querySelector('main p').style.color = '#777'")
    assert [each.split(":")[0] for each in violations(page)] == ["color-contrast", "image-alt"]
    page.evaluate("document.querySelector('main p').style.color = '#5c5145'")
    assert [each.split(":")[0] for each in violations(page)] == ["image-alt"]
    for mode in ("dark", "more contrast, dark", "高对比"):
        enter(page, mode)
        assert "color-contrast" in [each.split(":")[0] for each in violations(page, COLOURS[mode])], mode
