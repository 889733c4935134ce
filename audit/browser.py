"""A browser that draws Chinese with the packaged font, whatever the machine has."""

import contextlib
import importlib.util
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Browser, ViewportSize, sync_playwright

from audit.verdict import ToolFailed

# The first has no window of its own: it opens a page in half of the time.
PROGRAMS = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome-stable", "google-chrome")
FLAGS = ("--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage")
PHONE: ViewportSize = {"width": 360, "height": 740}
DESKTOP: ViewportSize = {"width": 1280, "height": 900}
FONT = "Noto Sans CJK SC"


def browser_program() -> str:
    """Debian's Chromium, without windows where there is one, or another. Raises `ToolFailed` where there is none."""
    found = next(filter(None, map(shutil.which, PROGRAMS)), None)
    if found is None:
        raise ToolFailed(f"No browser found ({', '.join(PROGRAMS)}). Run `sh tests/system_packages.sh`.")
    return found


def environment(folder: Path, fonts: str = "manimgx_fonts_cjk") -> dict[str, str]:
    """The environment of a browser that knows only the font of the posters: text is as wide on every machine.

    `fonts` is the package that has it.
    """
    package = importlib.util.find_spec(fonts)
    assert package and package.origin
    settings = folder / "fonts.conf"
    settings.write_text(
        f"<fontconfig><dir>{Path(package.origin).parent}</dir><cachedir>{folder}</cachedir>"
        f"<alias><family>sans-serif</family><prefer><family>{FONT}</family></prefer></alias></fontconfig>",
        encoding="utf-8",
    )
    return {**os.environ, "FONTCONFIG_FILE": str(settings)}


@contextlib.contextmanager
def running(folder: Path) -> Iterator[Browser]:
    """A browser; `folder` is for its font settings. Raises `ToolFailed` where none is installed."""
    program = browser_program()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=program, args=[*FLAGS], env=dict[str, str | float | bool](environment(folder))
        )
        yield browser
        browser.close()
