"""A page asks nobody else for anything, and its content security policy is never broken."""

import pytest

from tests.browser.places import ONE_FRAMED, ONE_OF_EACH


class Witness:
    """Notes what a page asks for and complains of."""

    def __init__(self, page):
        self.requests: list[str] = []
        self.complaints: list[str] = []
        page.on("request", lambda request: self.requests.append(request.url))
        page.on("console", lambda message: self.complaints.append(message.text))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("requestfailed", lambda request: self.complaints.append(f"failed: {request.url}"))
        page.on(
            "response", lambda answer: answer.status >= 400 and self.complaints.append(f"{answer.status}: {answer.url}")
        )


@pytest.fixture
def blank(browser):
    """A page that has asked for nothing yet."""
    with browser.new_context(color_scheme="dark") as context:
        yield context.new_page()


@pytest.mark.parametrize("name", ONE_OF_EACH)
def test_from_disk(blank, place, name):
    witness = Witness(blank)
    blank.goto(place(name).as_uri())
    blank.evaluate("document.fonts.ready.then(() => true)")
    assert witness.complaints == []
    assert [each for each in witness.requests if not each.startswith(("file://", "data:"))] == []


@pytest.mark.parametrize("name", ONE_FRAMED)
def test_under_a_sub_path(blank, place, built, portal, name):
    """Nothing is asked for outside the site's own folder of the portal."""
    witness = Witness(blank)
    path = place(name).relative_to(built / "site").as_posix()
    assert blank.goto(portal + path).status == 200
    blank.evaluate("document.fonts.ready.then(() => true)")
    assert witness.complaints == []
    assert [each for each in witness.requests if not each.startswith((portal, "data:"))] == []
    assert f"{portal}assets/site.css" in witness.requests


def test_the_witness_would_speak(blank, portal):
    """A foreign picture is blocked by the policy, and noticed."""
    witness = Witness(blank)
    blank.goto(f"{portal}index.html")
    with blank.expect_console_message():
        blank.evaluate("document.body.append(Object.assign(new Image(), {src: 'http://127.0.0.2/spy.png'}))")
    assert any("Content Security Policy" in each for each in witness.complaints)
