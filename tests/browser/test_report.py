"""The page of findings: readable on a phone, opened from disk, with nothing to object to."""

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe

from generator.cli import run
from tests.browser.conftest import DESKTOP, PHONE
from tests.browser.test_accessibility import CONTRAST, violations
from tests.browser.test_layout import CLIPPED, DOUBLE_TEXT, NARROW
from tests.test_bad_inputs import lay_out

CASES = ("not_a_count", "phone_in_text", "not_a_date", "text_in_points", "illness_as_reason")


@pytest.fixture
def report(office, tmp_path) -> Path:
    """Faults in cells, columns, headings and whole files of lists and records."""
    for name in CASES:
        lay_out(Path(__file__).parents[1] / "bad_inputs" / name, office)
    path = tmp_path / "report.html"
    assert run(["check", "--project", str(office.root), "--format", "html", "--output", str(path)]) == 1
    return path


def test_it_fits_and_asks_nobody_for_anything(report, open_page):
    page = open_page("about:blank", viewport=NARROW)
    requests, complaints = [], []
    page.on("request", lambda request: requests.append(request.url))
    page.on("console", lambda message: complaints.append(message.text))
    page.goto(report.as_uri())
    assert (requests, complaints) == ([report.as_uri()], [])
    for viewport in (NARROW, PHONE, DESKTOP):
        page.set_viewport_size(viewport)
        assert page.evaluate("document.documentElement.scrollWidth") == viewport["width"]
        assert page.evaluate(CLIPPED) == []
    page.set_viewport_size(PHONE)
    page.evaluate(DOUBLE_TEXT)
    assert page.evaluate("document.documentElement.scrollWidth") == PHONE["width"]


def test_axe_has_nothing_to_object_to(report, open_page):
    page = open_page(report)
    page.evaluate(Axe().axe_script)
    for viewport in (PHONE, DESKTOP):
        page.set_viewport_size(viewport)
        page.emulate_media(color_scheme="light")
        assert violations(page) == [], viewport
        page.emulate_media(color_scheme="dark")
        assert violations(page, CONTRAST) == [], viewport


def test_from_a_finding_to_its_cell_and_back(report, open_page):
    page = open_page(report)
    page.click("#cell-not-a-count .spots a")
    assert page.evaluate("document.querySelector(':target').innerText").startswith("２人")
    page.click("td:target a")
    assert "cell-not-a-count" in page.evaluate("document.querySelector(':target').innerText")
