"""A browser that draws Chinese with the packaged font, and the pages to look at."""

import contextlib
import functools
import importlib.util
import os
import shutil
import threading
from collections.abc import Callable, Iterator
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser.places import find

BROWSERS = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome")
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"]
PHONE = {"width": 360, "height": 740}
DESKTOP = {"width": 1280, "height": 900}
FONT = "Noto Sans CJK SC"


@pytest.fixture(scope="session")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    """Debian's Chromium. Without one these tests fail: a page nobody looked at is not a page that works."""
    program = next(filter(None, map(shutil.which, BROWSERS)), None)
    if program is None:
        pytest.fail(f"No browser found ({', '.join(BROWSERS)}). Run `sh tests/system_packages.sh`.", pytrace=False)
    environment = {**os.environ, "FONTCONFIG_FILE": str(_font_settings(tmp_path_factory.mktemp("fonts")))}
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=program, args=FLAGS, env=environment)
        yield running
        running.close()


def _font_settings(folder: Path) -> Path:
    """Only the font of the posters, so that text is as wide on every machine."""
    package = importlib.util.find_spec("manimgx_fonts_cjk")
    assert package and package.origin
    path = folder / "fonts.conf"
    path.write_text(
        f"<fontconfig><dir>{Path(package.origin).parent}</dir><cachedir>{folder}</cachedir>"
        f"<alias><family>sans-serif</family><prefer><family>{FONT}</family></prefer></alias></fontconfig>",
        encoding="utf-8",
    )
    return path


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


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *arguments: object) -> None:
        pass


@pytest.fixture(scope="session")
def portal(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the site under a sub-path of somebody else's portal."""
    root = tmp_path_factory.mktemp("portal")
    (root / "gov").mkdir()
    (root / "gov" / "minzheng").symlink_to(built / "site")
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Quiet, directory=str(root)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/gov/minzheng/"
    server.shutdown()
