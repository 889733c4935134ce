"""A browser that draws Chinese with the packaged font, and the pages to look at."""

import contextlib
import functools
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from audit.browser import DESKTOP, FONT, PHONE
from audit.server import served
from tests.browser.places import find

__all__ = ["DESKTOP", "FONT", "PHONE"]


OpenPage = Callable[..., Page]


@pytest.fixture
def open_page(browser: Browser) -> Iterator[OpenPage]:
    """Opens a file or an address on a phone; keywords are those of a browser context."""
    with contextlib.ExitStack() as stack:

        def open_it(target: Path | str, **options: object) -> Page:
            context = stack.enter_context(browser.new_context(**{"viewport": PHONE, **options}))
            page = context.new_page()
            page.goto(target.as_uri() if isinstance(target, Path) else target)
            return page

        yield open_it


@pytest.fixture(scope="session")
def place(built: Path) -> Callable[[str], Path]:
    """The file of a page by the name it has in `PLACES`."""

    @functools.cache
    def found(name: str) -> Path:
        return find(built, name)

    return found


@pytest.fixture(scope="session")
def portal(built: Path) -> Iterator[str]:
    """The address of the site under a sub-path of somebody else's portal."""
    with served(built / "site") as address:
        yield address


def until(page: Page, condition: str) -> None:
    """Waits until an expression holds. `wait_for_function` would evaluate it as the page, whose policy forbids that."""
    for _ in range(500):
        if page.evaluate(condition):
            return
        page.wait_for_timeout(20)
    pytest.fail(f"never true: {condition}")
