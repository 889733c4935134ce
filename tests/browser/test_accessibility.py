"""axe-core finds nothing to object to, on a phone and a desk, in light and dark."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.conftest import DESKTOP, PHONE
from tests.browser.places import EVERY

# Rows are all made by one line of a template: the first few of each list stand for the rest.
THIN = """document.querySelectorAll('tbody, ul, ol, .scroll').forEach(each => [...each.children].slice(5).forEach(child => child.remove()));
document.querySelectorAll('main section').forEach((each, number) => number > 5 && each.remove())"""

# The dark scheme changes colours only.
RULES = {"light": {}, "dark": {"runOnly": ["color-contrast"]}}


def violations(page, scheme: str = "light") -> list[str]:
    """What axe-core objects to: rule and element."""
    page.emulate_media(color_scheme=scheme)
    found = page.evaluate("rules => axe.run(document, rules).then(results => results.violations)", RULES[scheme])
    return [f"{each['id']}: {node['target']} {node['html'][:100]}" for each in found for node in each["nodes"][:3]]


@pytest.mark.parametrize("name", EVERY)
def test_no_violation(open_page, place, name):
    page = open_page(place(name))
    page.evaluate(THIN)
    page.evaluate(Axe().axe_script)
    for viewport in (PHONE, DESKTOP):
        page.set_viewport_size(viewport)
        for scheme in RULES:
            assert violations(page, scheme) == [], (viewport, scheme)


def test_axe_would_object(open_page, place):
    """The instrument works under the site's content security policy, and sees the dark scheme."""
    page = open_page(place("home"))
    page.evaluate(Axe().axe_script)
    page.evaluate("document.querySelector('main p').innerHTML += '<img src=\"assets/icon.svg\">'")
    page.evaluate("document.querySelector('main p').style.color = '#5c5145'")
    assert [each.split(":")[0] for each in violations(page)] == ["image-alt"]
    assert [each.split(":")[0] for each in violations(page, "dark")] == ["color-contrast"]
